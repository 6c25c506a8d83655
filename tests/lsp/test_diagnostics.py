"""The editor shows what `ladderc check` says, where it says it, for the text that is on the screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from speaking import CAPABILITIES, Editor, spot_of

WEIGHTS = {1: "error", 2: "warning", 3: "note"}


def said_by_check(root: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "ladderc", "check", str(root), "--format", "json", "--audience", "hr"],
        capture_output=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"},
        check=False,
    )
    found = json.loads(done.stdout)["findings"]
    return [one for one in found if not one["waived"] and not one["baselined"]]


def as_check_says(root: Path, editor: Editor) -> list[tuple[Any, ...]]:
    """What is shown in all files of a framework, in the words of `check`: places from 1, columns in characters."""
    found = []
    for uri, shown in editor.diagnostics.items():
        path = Path(uri.removeprefix("file://"))
        if not path.is_relative_to(root):
            continue
        if not shown:
            continue
        lines = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        for one in shown:
            start = one["range"]["start"]
            before = lines[start["line"]].encode("utf-16-le")[: start["character"] * 2].decode("utf-16-le")
            place = (path.relative_to(root).as_posix(), start["line"] + 1, len(before) + 1)
            found.append((one["code"], *place, one["data"], WEIGHTS.get(one["severity"], "follows")))
    return sorted(found)


def as_said(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted(
        (
            one["rule"],
            one["file"],
            one["line"],
            one["column"],
            one["fingerprint"],
            "follows" if one["because"] else one["severity"],
        )
        for one in found
    )


def test_every_finding_of_a_check_is_shown_at_its_place_and_no_other(editor: Editor, firm: Path) -> None:
    track = firm / "tracks/engineering/specialist.yaml"
    # A fault of each sort, in a file with an emoji before one of them.
    written = track.read_text("utf-8").replace("name: Specialist", "nam: Specialist \N{ROCKET}", 1)
    track.write_text(written.replace("grade: G5", "grade: {\N{ROCKET}: G5, of: 4}", 1), "utf-8")
    (firm / "waiver.yaml").write_text("- rule: x\n", "utf-8")
    said = said_by_check(firm)
    assert {"unknown-field", "unknown-file", "ceiling-parity"} <= {one["rule"] for one in said}
    editor.shown(editor.open(track))
    assert as_check_says(firm, editor) == as_said(said)


def test_messages_are_those_of_check(editor: Editor, firm: Path) -> None:
    uri = editor.open(firm / "tracks/engineering/specialist.yaml")
    shown = {one["code"]: one["message"] for one in editor.shown(uri)}
    said = {one["rule"]: one["message"] for one in said_by_check(firm) if one["file"].endswith("ing/specialist.yaml")}
    follows = "\nThis follows from title-as-pay-workaround, and goes when that is mended."
    assert shown == {**said, "manager-title-without-reports": said["manager-title-without-reports"] + follows}


def test_a_sound_framework_shows_nothing_and_what_is_waived_is_not_shown(editor: Editor, sound: Path) -> None:
    uri = editor.open(sound / "tracks/engineering/specialist.yaml")
    assert editor.shown(uri) == []
    assert as_check_says(sound, editor) == as_said(said_by_check(sound)) == []


def test_a_fault_comes_and_goes_while_typing_and_nothing_is_saved(editor: Editor, sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    saved = track.read_bytes()
    uri = editor.open(track)
    assert editor.shown(uri) == []
    text = saved.decode()
    line, column = spot_of(text, "kind: specialist")
    editor.type(uri, text.replace("kind: specialist", "kindd: specialist", 1))
    (shown,) = editor.shown(uri)
    assert (shown["code"], shown["severity"], shown["source"]) == ("unknown-field", 1, "ladderc")
    assert shown["message"] == ("Track Specialist has a field `kindd`, which is not known here.\nRename it to `kind`.")
    assert shown["range"] == {
        "start": {"line": line, "character": column},
        "end": {"line": line, "character": column + 5},
    }
    editor.type(uri, text)
    assert editor.shown(uri) == []
    assert track.read_bytes() == saved


def test_a_reference_in_one_file_follows_what_is_typed_in_another(editor: Editor, sound: Path) -> None:
    firm = editor.open(sound / "framework.yaml")
    assert editor.shown(firm) == []
    track = editor.open(sound / "tracks/engineering/specialist.yaml")
    text = (sound / "tracks/engineering/specialist.yaml").read_text("utf-8")
    editor.type(track, text.replace("id: specialist", "id: expert", 1))
    editor.shown(track)
    told = {(one[1], one[0]) for one in as_check_says(sound, editor)}
    assert told == {("tracks/engineering/influence-innovation.yaml", "unknown-reference")}
    editor.type(track, text)
    assert editor.shown(track) == []
    assert as_check_says(sound, editor) == []


def test_closing_without_saving_brings_back_what_the_file_says(editor: Editor, sound: Path) -> None:
    other = editor.open(sound / "framework.yaml")
    editor.shown(other)
    track = sound / "tracks/engineering/specialist.yaml"
    uri = editor.open(track, "half: a thought\n")
    assert editor.shown(uri) != []
    editor.close(uri)
    assert editor.until(lambda: editor.diagnostics[uri] == [], uri) == []


def test_when_the_last_file_is_closed_nothing_is_shown_any_more(editor: Editor, firm: Path) -> None:
    uri = editor.open(firm / "tracks/engineering/specialist.yaml")
    editor.shown(uri)
    assert as_check_says(firm, editor) != []
    editor.close(uri)
    editor.until(lambda: editor.diagnostics[uri] == [], uri)
    assert as_check_says(firm, editor) == []


def test_two_frameworks_are_judged_each_by_itself(editor: Editor, firm: Path, sound: Path) -> None:
    one, other = editor.open(firm / "framework.yaml"), editor.open(sound / "framework.yaml")
    editor.shown(one)
    editor.shown(other)
    assert as_check_says(firm, editor) == as_said(said_by_check(firm)) != []
    assert as_check_says(sound, editor) == []


def test_a_file_outside_any_framework_and_one_that_none_reads_get_nothing(
    editor: Editor, firm: Path, tmp_path: Path
) -> None:
    outside, notes = tmp_path / "docker.yaml", firm / "docs" / "notes.yaml"
    notes.parent.mkdir()
    for path in (outside, notes):
        path.write_text("id: x\ngrade: : :\n", "utf-8")
        uri = editor.open(path)
        assert editor.ask("hover", uri, 0, 1) is None
        assert editor.ask("completion", uri, 0, 1) is None
        assert uri not in editor.diagnostics


def test_a_new_file_is_judged_before_it_is_saved(editor: Editor, sound: Path) -> None:
    uri = editor.open(sound / "tracks/engineering/new.yaml", "id: new\nname: New\nkind: specialist\n")
    assert [one["code"] for one in editor.shown(uri)] == ["missing-field"]
    misnamed = editor.open(sound / "waiver.yaml", "")
    assert [one["message"] for one in editor.shown(misnamed)] == [
        "No file of a framework is named `waiver.yaml`, so it is not read.\nRename it to `waivers.yaml`."
    ]


def test_a_framework_is_judged_from_the_first_line_of_its_first_file(editor: Editor, tmp_path: Path) -> None:
    uri = editor.open(tmp_path / "new" / "framework.yaml", "language: 1\n")
    assert [one["code"] for one in editor.shown(uri)] == []  # the folder is not there yet, so nothing can be said
    (tmp_path / "new").mkdir()
    editor.type(uri, "language: 1\nname: Firm\n")
    assert [one["code"] for one in editor.shown(uri)] == ["missing-field"]


def test_a_finding_about_a_folder_stands_at_the_top_of_the_framework(editor: Editor, sound: Path) -> None:
    (sound / "trakcs").mkdir()
    shutil.copy(sound / "tracks/engineering/specialist.yaml", sound / "trakcs/more.yaml")
    uri = editor.open(sound / "framework.yaml")
    (shown,) = editor.shown(uri)
    assert shown["code"] == "unknown-file"
    assert shown["message"].splitlines()[0] == "Nothing is read from a folder named `trakcs`."
    assert shown["range"]["start"] == {"line": 0, "character": 0}


def test_a_file_changed_on_disk_is_judged_anew(editor: Editor, sound: Path) -> None:
    uri = editor.open(sound / "framework.yaml")
    assert editor.shown(uri) == []
    track = sound / "tracks/engineering/specialist.yaml"
    track.write_text(track.read_text("utf-8").replace("kind: specialist", "kindd: specialist", 1), "utf-8")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": track.as_uri(), "type": 2}]})
    found = editor.until(lambda: bool(editor.diagnostics.get(track.as_uri())), track.as_uri())
    assert [one["code"] for one in found] == ["unknown-field"]


def test_a_deleted_file_and_a_renamed_folder_take_their_findings_with_them(editor: Editor, firm: Path) -> None:
    uri = editor.open(firm / "framework.yaml")
    editor.shown(uri)
    track = firm / "tracks/engineering/specialist.yaml"
    assert editor.diagnostics[track.as_uri()] != []
    track.unlink()
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": track.as_uri(), "type": 3}]})
    editor.until(lambda: editor.diagnostics[track.as_uri()] == [], uri)
    firm.rename(firm.parent / "elsewhere")
    editor.type(uri, "language: 1\n")
    assert editor.shown(uri) == []
    assert as_check_says(firm, editor) == []


def test_of_many_keystrokes_only_the_last_is_judged(sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    text = track.read_text("utf-8")
    editor = Editor("--pause", "1000")
    uri = editor.open(track)
    editor.shown(uri)
    before = editor.told
    for number in range(40):
        editor.type(uri, text.replace("kind: specialist", f"kind{'d' * number}: specialist", 1))
    editor.type(uri, text)
    assert editor.shown(uri) == []
    assert editor.told == before + 1
    assert editor.leave() == 0


def test_pay_is_shown_as_on_a_terminal_and_left_out_when_asked(firm: Path) -> None:
    said = {}
    for audience in ("hr", "public"):
        editor = Editor("--audience", audience)
        editor.shown(editor.open(firm / "framework.yaml"))
        pay = (firm / "pay/engineering-2025.yaml").as_uri()
        said[audience] = "\n".join(one["message"] for one in editor.diagnostics[pay])
        assert editor.leave() == 0
    assert any(figure.isdigit() for figure in said["hr"].replace(",", "").split())
    assert not any(len(figure) > 3 and figure.isdigit() for figure in said["public"].replace(",", "").split())


def test_an_editor_that_cannot_show_further_places_is_told_them_in_the_message(firm: Path) -> None:
    plain = {**CAPABILITIES, "textDocument": {"publishDiagnostics": {}}}
    editor = Editor(capabilities=plain)
    uri = editor.open(firm / "tracks/engineering/specialist.yaml")
    shown = next(one for one in editor.shown(uri) if one["code"] == "title-as-pay-workaround")
    assert "relatedInformation" not in shown
    assert shown["message"].splitlines()[-1] == (
        "See tracks/engineering/people-leadership.yaml:114:5 (the managers' level at G5)."
    )
    assert editor.leave() == 0


def test_further_places_are_linked(editor: Editor, firm: Path) -> None:
    uri = editor.open(firm / "tracks/engineering/specialist.yaml")
    shown = next(one for one in editor.shown(uri) if one["code"] == "title-as-pay-workaround")
    (beside,) = shown["relatedInformation"]
    assert beside["message"] == "the managers' level at G5"
    assert beside["location"]["uri"] == (firm / "tracks/engineering/people-leadership.yaml").as_uri()
    assert beside["location"]["range"]["start"] == {"line": 113, "character": 4}
