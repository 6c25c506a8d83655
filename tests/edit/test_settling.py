"""A framework is written whole or not at all, and never over something else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ladderc.edit import settle_in
from ladderc.edit.settle_in import settle
from ladderc.errors import UnreadableError, UsageError

from .conftest import Import

FILES = {"framework.yaml": "name: Ä\n", "tracks/a.yaml": "id: a\n"}
TABLE = "Track,Grade\nA,1\n"


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_that_holds_something_is_left_alone(bring: Import) -> None:
    Path("ours").mkdir()
    Path("ours/letter.txt").write_text("keep")
    answer = bring(TABLE)
    assert answer.text == (
        "ours holds something already, and an import writes only into a new folder.\nName another with `--out`."
    )
    assert answer.code == 2
    assert names(Path()) == ["grades.csv", "ours/letter.txt"]


def test_a_second_import_does_not_touch_the_first(bring: Import) -> None:
    bring(TABLE)
    before = {name: (Path("ours") / name).read_bytes() for name in names(Path("ours"))}
    assert bring("Track,Grade\nB,1\n").code == 2
    assert {name: (Path("ours") / name).read_bytes() for name in names(Path("ours"))} == before


@pytest.mark.parametrize("dangling", [False, True])
def test_a_file_is_no_folder(bring: Import, dangling: bool) -> None:
    Path("ours").symlink_to("nowhere") if dangling else Path("ours").write_text("x")
    assert bring(TABLE).text == "ours is a file.\nName a folder that does not exist yet with `--out`."


def test_folders_above_are_made_and_empty_ones_are_filled(tmp_path: Path) -> None:
    settle(tmp_path / "a" / "b" / "ours", FILES)
    assert (tmp_path / "a/b/ours/framework.yaml").read_bytes() == "name: Ä\n".encode()
    empty = tmp_path / "empty"
    empty.mkdir()
    settle(empty, FILES)
    assert names(empty) == names(tmp_path / "a/b/ours")
    assert listing(tmp_path) == ["a", "empty"]


def test_the_folder_that_one_stands_in_is_filled(bring: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("here").mkdir()
    monkeypatch.chdir("here")
    assert bring(TABLE, file="../grades.csv", out=".").code == 0
    assert Path("framework.yaml").exists()


@pytest.mark.parametrize("empty", [False, True])
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    def refuse(_source: Path, place: Path) -> None:
        raise OSError(28, "No space left on device", str(place))

    if empty:
        (tmp_path / "ours").mkdir()
    monkeypatch.setattr(shutil, "copyfile", refuse)
    with pytest.raises(UnreadableError) as caught:
        settle(tmp_path / "ours", FILES)
    assert str(caught.value).endswith(".schema.json cannot be written: No space left on device.\nNothing was imported.")
    assert listing(tmp_path) == (["ours"] if empty else [])
    assert names(tmp_path) == []


def test_a_move_that_fails_half_way_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "ours"
    target.mkdir()
    real = Path.rename

    def rename(path: Path, place: Path) -> Path:
        if path.name == "framework.yaml":
            raise OSError(5, "Input/output error", str(place))
        return real(path, place)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(UnreadableError):
        settle(target, FILES)
    assert listing(target) == []
    assert listing(tmp_path) == ["ours"]


def test_a_folder_that_fills_up_meanwhile_is_not_written_into(tmp_path: Path) -> None:
    target = tmp_path / "ours"
    target.mkdir()
    (target / "x").write_text("")
    with pytest.raises(UsageError):
        settle_in.settle(target, FILES)
    assert listing(target) == ["x"]
