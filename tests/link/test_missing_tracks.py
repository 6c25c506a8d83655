"""A framework without a track says so, unless another finding says what became of its tracks."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from linking import FILES, Link

from ladderc.finding import Finding, Severity
from ladderc.pipeline import check
from ladderc.span import Place

DAY = datetime.date(2026, 11, 21)
NO_TRACK = Finding(
    "missing-file",
    Severity.ERROR,
    "This framework has no track: no file in `tracks/` ends in `.yaml`.\n"
    "Begin one with `ladderc new track specialist --kind specialist --name Specialist`.\n"
    "If the folder was deleted by mistake, `git restore tracks` brings it back.",
    Place("framework.yaml", ("name",)),
)


def firm(folder: Path) -> Path:
    for file, text in FILES.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text)
    return folder


def faults(folder: Path) -> list[str]:
    return [finding.rule for finding in check(folder, DAY).faults]


@pytest.mark.parametrize("emptied", [True, False], ids=["empty", "gone"])
def test_a_folder_of_tracks_that_is_empty_or_gone_is_an_error(emptied: bool, tmp_path: Path) -> None:
    tracks = firm(tmp_path) / "tracks"
    for file in tracks.iterdir():
        file.unlink()
    if not emptied:
        tracks.rmdir()
    assert check(tmp_path, DAY).faults == (NO_TRACK,)


def test_a_track_in_the_wrong_folder_is_no_track(link_files: Link) -> None:
    away = {file: "" for file in FILES if file.startswith("tracks/")}
    assert link_files({**away, "pay/specialist.yaml": FILES["tracks/specialist.yaml"]}).findings[:1] == (NO_TRACK,)


def test_one_track_is_enough(link_files: Link) -> None:
    away = {file: "" for file in FILES if file.startswith("tracks/") and file != "tracks/common.yaml"}
    assert link_files(away).findings == ()


def test_a_track_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    tracks = firm(tmp_path) / "tracks"
    for file in tracks.iterdir():
        file.write_text("id: [\n")
    assert faults(tmp_path) == ["syntax"] * 3


def test_a_folder_of_another_name_is_one_finding(tmp_path: Path) -> None:
    (firm(tmp_path) / "tracks").rename(tmp_path / "Tracks")
    assert faults(tmp_path) == ["unknown-file"]


def test_tracks_saved_under_another_ending_are_named_one_by_one(tmp_path: Path) -> None:
    tracks = firm(tmp_path) / "tracks"
    for file in tracks.iterdir():
        file.rename(file.with_suffix(".yaml.txt"))
    assert faults(tmp_path) == ["unknown-file"] * 3


def test_without_framework_yaml_that_is_all_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "waivers.yaml").write_text("[]\n")
    assert faults(tmp_path) == ["missing-file"]
