"""Quick fixes put back what was right and touch nothing else; a waiver is begun where it belongs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from speaking import CAPABILITIES, Editor, applied


def offers(editor: Editor, uri: str, shown: dict[str, Any], only: list[str] | None = None) -> list[dict[str, Any]]:
    context: dict[str, Any] = {"diagnostics": [shown]} | ({"only": only} if only else {})
    wanted = {"textDocument": {"uri": uri}, "range": shown["range"], "context": context}
    found: list[dict[str, Any]] = editor.request("textDocument/codeAction", wanted)
    return found


SLIPS = [
    ("kind: specialist", "kindd: specialist", "Write `kind`"),
    ("kind: specialist", "kind: specialsit", "Write `specialist`"),
    ("family: engineering", "family: enginering", "Write `engineering`"),
    ("family: engineering", 'family: "enginering"', "Write `engineering`"),
    ("to: people-leadership/M4", "to: people-leadreship/M4", "Write `people-leadership/M4`"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("right", "wrong", "title"), SLIPS)
def test_a_quick_fix_puts_back_what_was_right(
    editor: Editor, sound: Path, end: str, right: str, wrong: str, title: str
) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    # An emoji in a remark above and one before the slip: every other byte stays.
    text = track.read_text("utf-8").replace("id: specialist", "# \N{ROCKET} here\nid: specialist", 1)
    text = text.replace("\n", end)
    assert right in text
    uri = editor.open(track, text.replace(right, wrong, 1))
    shown = [one for one in editor.shown(uri) if one["severity"] == 1]
    (fix,) = [one for one in offers(editor, uri, shown[0]) if one["title"] == title]
    assert fix["kind"] == "quickfix"
    assert fix["isPreferred"] is True
    assert fix["diagnostics"] == [shown[0]]
    mended = applied(text.replace(right, wrong, 1), fix["edit"]["changes"][uri])
    assert mended == (text if '"' not in wrong else text.replace(right, 'family: "engineering"', 1))
    editor.type(uri, mended)
    assert editor.shown(uri) == []


def test_all_certain_mends_can_be_made_on_saving(editor: Editor, sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    text = track.read_text("utf-8")
    wrong = text.replace("kind: specialist", "kindd: specialist", 1).replace("family: eng", "famly: eng", 1)
    uri = editor.open(track, wrong)
    shown = editor.shown(uri)
    assert [one["code"] for one in shown] == ["unknown-field", "unknown-field"]
    (fix,) = offers(editor, uri, shown[0], ["source.fixAll"])
    assert fix["kind"] == "source.fixAll.ladderc"
    assert applied(wrong, fix["edit"]["changes"][uri]) == text
    assert [one["kind"] for one in offers(editor, uri, shown[0])] == ["quickfix"]


def test_saving_right_after_the_last_key_mends_what_was_typed(sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    text = track.read_text("utf-8")
    editor = Editor("--pause", "300")
    uri = editor.open(track)
    assert editor.shown(uri) == []
    wrong = text.replace("kind: specialist", "kindd: specialist", 1)
    editor.type(uri, wrong)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
    (fix,) = offers(editor, uri, {"range": whole, "message": ""}, ["source.fixAll.ladderc"])
    assert applied(wrong, fix["edit"]["changes"][uri]) == text
    editor.type(uri, text)
    assert offers(editor, uri, {"range": whole, "message": ""}, ["source.fixAll"]) == []
    assert editor.leave() == 0


def test_nothing_is_offered_for_text_that_is_newer_than_its_findings(sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    wrong = track.read_text("utf-8").replace("kind: specialist", "kindd: specialist", 1)
    editor = Editor("--pause", "60000")  # so that nothing is judged after the first look
    uri = editor.open(track, wrong)
    (shown,) = editor.shown(uri)
    assert len(offers(editor, uri, shown)) == 1
    editor.type(uri, "# one line more\n" + wrong)
    assert offers(editor, uri, shown) == []
    editor.type(uri, wrong)
    assert len(offers(editor, uri, shown)) == 1
    assert editor.leave() == 0


def test_a_finding_without_a_mend_offers_none(editor: Editor, sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    uri = editor.open(track, track.read_text("utf-8").replace("kind: specialist", "entirely: other", 1))
    for shown in editor.shown(uri):
        assert offers(editor, uri, shown) == []


def selected(text: str, place: dict[str, Any]) -> str:
    """What stands in a range of one line."""
    assert place["start"]["line"] == place["end"]["line"]
    line = text.split("\n")[int(place["start"]["line"])]
    return line[place["start"]["character"] : place["end"]["character"]]


def test_an_editor_that_opens_no_file_when_asked_is_not_asked(firm: Path) -> None:
    editor = Editor(capabilities={**CAPABILITIES, "window": {}})
    uri = editor.open(firm / "tracks/engineering/specialist.yaml")
    shown = next(one for one in editor.shown(uri) if one["code"] == "title-as-pay-workaround")
    (offer,) = offers(editor, uri, shown)
    assert "command" not in offer
    assert editor.leave() == 0


def test_a_waiver_is_begun_in_a_new_file_and_holds_once_it_is_filled_in(editor: Editor, firm: Path) -> None:
    track = firm / "tracks/engineering/specialist.yaml"
    uri = editor.open(track)
    shown = next(one for one in editor.shown(uri) if one["code"] == "title-as-pay-workaround")
    (offer,) = offers(editor, uri, shown)
    assert offer["title"] == "Write a waiver for title-as-pay-workaround"
    create, change = offer["edit"]["documentChanges"]
    waivers = firm / "waivers.yaml"
    assert (create["kind"], create["uri"]) == ("create", waivers.as_uri())
    assert change["textDocument"] == {"uri": waivers.as_uri(), "version": None}
    written = applied("", change["edits"])
    assert written == (
        "# yaml-language-server: $schema=.ladderc/schema/waivers.schema.json\n"
        "- rule: title-as-pay-workaround\n"
        "  subject:\n"
        "    family: engineering\n"
        "    track: specialist\n"
        "    level: S5\n"
        "  reason: # why this is right for now\n"
        "  owner: # who answers for it\n"
        "  expires: # the last day on which it holds, as year-month-day\n"
    )
    editor.request("workspace/executeCommand", {key: offer["command"][key] for key in ("command", "arguments")})
    shown_there = editor.asked[-1]
    assert (shown_there["method"], shown_there["uri"]) == ("window/showDocument", waivers.as_uri())
    assert shown_there["takeFocus"] is True
    assert selected(written, shown_there["selection"]) == "# why this is right for now"
    begun = editor.open(waivers, written)
    assert {one["severity"] for one in editor.shown(begun)} == {1}  # what is left to fill in is told at once
    filled = written.replace("# why this is right for now", "The new level opens in May.")
    filled = filled.replace("# who answers for it", "Ana").replace(
        "# the last day on which it holds, as year-month-day", "2026-12-31"
    )
    editor.type(begun, filled)
    assert editor.shown(begun) == []
    assert "title-as-pay-workaround" not in {one["code"] for one in editor.diagnostics[uri]}


def test_a_waiver_goes_to_the_end_of_those_that_are_there(editor: Editor, sound: Path) -> None:
    waivers = sound / "waivers.yaml"
    text = waivers.read_text("utf-8").rstrip("\n")
    waivers.write_text(text, "utf-8")
    path = sound / "tracks/engineering/specialist.yaml"
    track = editor.open(
        path, path.read_text("utf-8").replace("title: Staff Engineer", "title: Director of Engineering", 1)
    )
    editor.shown(track)
    shown = next(one for one in editor.diagnostics[track] if "title" in one["code"])
    (offer,) = [one for one in offers(editor, track, shown) if one["title"].startswith("Write a waiver")]
    after = applied(text, offer["edit"]["changes"][waivers.as_uri()])
    (place,) = offer["command"]["arguments"]
    assert (place["uri"], selected(after, place["range"])) == (waivers.as_uri(), "# why this is right for now")
    assert after.startswith(f"{text}\n- rule: {shown['code']}\n  subject:\n    family: engineering\n")
