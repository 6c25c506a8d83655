"""`ladderc build`: what it makes, what it refuses, and that the last good build outlives every mishap."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from running import BASE, TODAY, run


def build(firm: Path, out: Path, *words: str) -> tuple[str, str, int]:
    return run("build", firm, "--out", out, "--today", TODAY, "--only", "data", *words)


def listing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def break_a_track(firm: Path) -> None:
    path = firm / "tracks" / "specialist.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Staff Specialist", "titel: Staff Specialist"))


def test_what_was_built_is_said_with_where_it_is(firm: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert build(firm, out) == (f"Built for the public: {out}\n", "", 0)
    assert sorted(listing(out)) == [".gitignore", ".ladderc-build", "site/framework.json"]


def test_without_a_place_it_is_built_beside_the_reader(firm: Path, tmp_path: Path) -> None:
    said = run("build", "firm", "--today", TODAY, "--only", "data", "--audience", "hr", inside=firm.parent)
    assert said == ("Built for HR: build/hr\n", "", 0)
    assert json.loads((tmp_path / "build" / "hr" / "site" / "framework.json").read_text(encoding="utf-8"))


def test_findings_of_rules_never_stop_a_build(firm: Path, tmp_path: Path) -> None:
    (firm / "tracks" / "project-leadership.yaml").unlink()
    (firm / "tracks" / "specialist.yaml").unlink()
    people = firm / "tracks" / "people-leadership.yaml"
    people.write_text(people.read_text(encoding="utf-8").split("moves:")[0], encoding="utf-8")
    out = tmp_path / "out"
    said = build(firm, out)
    assert said[::2] == (f"Built for the public: {out}\n", 0)
    assert said[1] == f"The rules have 1 finding, which stops no build: type `ladderc check {firm}`.\n"


def test_a_fault_of_a_file_is_refused_and_the_last_build_stays(firm: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(firm, out)
    before = listing(out)
    break_a_track(firm)
    said, err, code = build(firm, out)
    assert (said, code) == ("", 1)
    assert "  Level S5 of Specialist has a field `titel`, which is not known here.\n  Rename it to `title`.\n" in err
    assert err.endswith("Nothing was built, and what stood there before is untouched.\n")
    assert listing(out) == before


def test_a_file_that_cannot_be_read_is_code_3(firm: Path, tmp_path: Path) -> None:
    (firm / "tracks" / "expert.yaml").write_text("id: expert\n\tname: x\n")
    assert build(firm, tmp_path / "out")[2] == 3
    assert not (tmp_path / "out").exists()


def test_a_warning_about_a_file_stops_nothing_and_is_said(firm: Path, tmp_path: Path) -> None:
    path = firm / "tracks" / "specialist.yaml"
    old = "craft: {statements: [Models a pump that has not been built and predicts its wear within a tenth.]}"
    path.write_text(
        path.read_text(encoding="utf-8").replace(old, "craft:\n        - Owns issue #42 until it is closed.")
    )
    said, err, code = build(firm, tmp_path / "out")
    assert (said, code) == (f"Built for the public: {tmp_path / 'out'}\n", 0)
    assert err == f"The files have 1 finding, which stops no build: type `ladderc check {firm}`.\n"


def test_a_folder_that_somebody_filled_is_not_replaced(firm: Path, tmp_path: Path) -> None:
    out = tmp_path / "letters"
    out.mkdir()
    (out / "letter.txt").write_text("Dear")
    assert build(firm, out) == (
        "",
        f"{out} holds files that ladderc did not make, and a build would remove them.\n"
        "Name another directory with `--out`.\n",
        2,
    )
    assert listing(out) == {"letter.txt": b"Dear"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["firm", "letters"]


def test_the_framework_itself_is_not_replaced(firm: Path) -> None:
    before = listing(firm)
    assert build(firm, firm)[2] == 2
    assert listing(firm) == before


def test_a_file_in_the_way(firm: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("x")
    assert build(firm, out) == ("", f"{out} is a file.\nName a directory with `--out`.\n", 2)


def test_an_empty_folder_is_taken(firm: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert build(firm, tmp_path / "out")[2] == 0


def test_a_crash_in_the_middle_leaves_the_last_build(
    firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build(firm, out)
    before = listing(out)

    def crash(_: object, folder: Path) -> None:
        (folder / "half.json").write_text("{")
        raise RuntimeError("in the middle")

    monkeypatch.setattr("ladderc.render.data.build_data", crash)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said, err, code = build(firm, out)
    assert (said, code) == ("", 70)
    assert "Traceback" not in err
    assert listing(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []


def test_a_disk_that_refuses_is_code_3_and_leaves_the_last_build(
    firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    build(firm, out)
    before = listing(out)

    def full(_: object, folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder / "framework.json"))

    monkeypatch.setattr("ladderc.render.data.build_data", full)
    assert build(firm, out) == (
        "",
        f"{tmp_path / '.out.new' / 'site' / 'framework.json'} cannot be written: No space left on device.\n"
        "What stood there before is untouched.\n",
        3,
    )
    assert listing(out) == before


def test_the_same_input_and_day_give_the_same_bytes(firm: Path, tmp_path: Path) -> None:
    build(firm, tmp_path / "one", "--only", "tables")
    build(firm, tmp_path / "two", "--only", "tables")
    assert listing(tmp_path / "one") == listing(tmp_path / "two")


def test_a_build_says_once_why_it_cannot_tell_the_past_and_builds_all_the_same(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "firm")
    (tmp_path / "firm" / "releases.yaml").write_text(
        "- {id: c, date: 2026-03-01}\n- {id: b, date: 2026-02-01}\n- {id: a, date: 2026-01-01}\n"
    )
    said = run("build", "firm", "--only", "site", "--today", TODAY, inside=tmp_path)
    assert said.code == 0
    assert said.err.splitlines()[:4] == [
        "note: The release c has no tag yet, so the files as they are now stand for it.",
        "When it is published: git tag c && git push origin c",
        "note: The site cannot tell what its releases changed.",
        "This framework is not kept in git, so no earlier state of it is at hand.",
    ]
    assert "cannot be told here" in (tmp_path / "build/public/site/changes/b.html").read_text()


def test_a_build_without_releases_says_nothing_of_the_past(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "firm")
    said = run("build", "firm", "--only", "site", "--today", TODAY, inside=tmp_path)
    assert (said.code, said.err) == (0, "")
    assert not (tmp_path / "build/public/site/changes.html").exists()
