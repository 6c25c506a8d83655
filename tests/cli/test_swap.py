"""Every state that a crash can leave beside an output directory is healed by the next run."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladderc.errors import UsageError
from ladderc.render.swap import MARK, replaced


def made(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / MARK).write_text("made")
    (folder / "page").write_text(text)


def page(target: Path) -> str:
    return (target / "page").read_text()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


STATES = {
    "nothing": (),
    "an old build": ("out",),
    "staging was begun": ("out", ".out.new"),
    "the old was put aside": (".out.old", ".out.new"),
    "the old was put aside, the new is lost": (".out.old",),
    "the new is in place, the old not yet removed": ("out", ".out.old"),
    "all three": ("out", ".out.old", ".out.new"),
    "only staging": (".out.new",),
}


@pytest.mark.parametrize("state", STATES)
def test_the_next_run_takes_the_place_and_leaves_nothing_beside_it(state: str, tmp_path: Path) -> None:
    for name in STATES[state]:
        made(tmp_path / name, "last")
    with replaced(tmp_path / "out") as staging:
        assert names(staging) == [".gitignore", MARK]
        (staging / "page").write_text("next")
    assert page(tmp_path / "out") == "next"
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("state", [name for name, left in STATES.items() if set(left) & {"out", ".out.old"}])
def test_a_run_that_fails_leaves_the_last_good_build(state: str, tmp_path: Path) -> None:
    for name in STATES[state]:
        made(tmp_path / name, "half" if name == ".out.new" else "last")
    with pytest.raises(ZeroDivisionError), replaced(tmp_path / "out") as staging:
        (staging / "page").write_text(f"half {1 / 0}")
    assert page(tmp_path / "out") == "last"
    assert names(tmp_path) == ["out"]


def test_a_stop_by_the_user_leaves_the_last_good_build(tmp_path: Path) -> None:
    made(tmp_path / "out", "last")
    with pytest.raises(KeyboardInterrupt), replaced(tmp_path / "out"):
        raise KeyboardInterrupt
    assert (page(tmp_path / "out"), names(tmp_path)) == ("last", ["out"])


def test_a_second_rename_that_fails_brings_the_old_build_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "out", "last")
    rename = Path.rename

    def refuses(self: Path, target: Path) -> Path:
        if self.name == ".out.new":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(Exception, match="untouched"), replaced(tmp_path / "out"):
        pass
    assert (page(tmp_path / "out"), names(tmp_path)) == ("last", ["out"])


def test_folders_above_are_made(tmp_path: Path) -> None:
    with replaced(tmp_path / "a" / "b"):
        pass
    assert names(tmp_path / "a" / "b") == [".gitignore", MARK]


@pytest.mark.parametrize("name", [".", ".."])
def test_the_folder_one_stands_in_has_its_real_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "here" / "below"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    target = Path(name)
    (target / "letter.txt").write_text("Dear")
    with pytest.raises(UsageError, match="did not make"), replaced(target):
        pass
