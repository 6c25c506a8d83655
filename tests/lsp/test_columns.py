"""Lines and columns are the editor's own, whatever the text is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from speaking import CAPABILITIES, Editor

# The misspelt reference stands behind signs that one unit, two units and no unit of UTF-16 each count differently.
BEFORE = "moves:\n  - {note: '\N{ROCKET}\N{LATIN SMALL LETTER E WITH ACUTE}\N{FAMILY}', from: S5, to: "
TARGET = "people-leadership/M99"


def firm_of(sound: Path) -> tuple[Path, str]:
    """A track with one move to a level that is not there, in a line that starts with an emoji."""
    track = sound / "tracks/engineering/specialist.yaml"
    text = track.read_text("utf-8")
    text = text[: text.index("\nmoves:")] + "\n"
    return track, f"{text}{BEFORE}{TARGET}, kind: lateral}}\n"


def fault(found: list[dict[str, Any]]) -> dict[str, Any]:
    (one,) = [one for one in found if one["code"] == "unknown-reference"]
    return dict(one["range"])


@pytest.mark.parametrize("units", ["utf-8", "utf-16", "utf-32"])
def test_columns_are_counted_in_the_units_that_the_editor_chose(sound: Path, units: str) -> None:
    editor = Editor(capabilities={**CAPABILITIES, "general": {"positionEncodings": [units]}})
    assert editor.about["capabilities"]["positionEncoding"] == units
    track, text = firm_of(sound)
    row = BEFORE.rpartition("\n")[2]
    sizes = {"utf-8": len(row.encode()), "utf-16": len(row.encode("utf-16-le")) // 2, "utf-32": len(row)}
    uri = editor.open(track, text)
    found = fault(editor.shown(uri))
    assert found["start"] == {"line": text.count("\n") - 1, "character": sizes[units]}
    assert found["end"]["character"] - found["start"]["character"] == len(TARGET)
    (place,) = editor.ask("definition", uri, found["start"]["line"], sizes[units] - len("S5, to: "))
    assert text.split("\n")[place["range"]["start"]["line"]].strip() == "- id: S5"
    assert editor.leave() == 0


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_end_as_the_file_has_them(editor: Editor, sound: Path, end: str) -> None:
    track, text = firm_of(sound)
    plain = editor.open(track, text)
    found = fault(editor.shown(plain))
    editor.type(plain, text.replace("\n", end))
    assert fault(editor.shown(plain)) == found


def test_a_byte_order_mark_that_is_sent_counts_as_the_character_that_it_is(editor: Editor, sound: Path) -> None:
    track = sound / "tracks/engineering/specialist.yaml"
    text = "idd: specialist\n" + track.read_text("utf-8").replace("\nid: specialist\n", "\n", 1)
    uri = editor.open(track, "\ufeff" + text)
    (marked,) = editor.shown(uri)
    assert marked["range"] == {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 4}}
    assert editor.ask("hover", uri, 0, 1)["range"] == marked["range"]
    editor.type(uri, text)
    (bare,) = editor.shown(uri)
    assert bare["range"] == {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 3}}


def test_signs_that_only_some_programs_take_for_line_ends_move_nothing(editor: Editor, sound: Path) -> None:
    track, text = firm_of(sound)
    uri = editor.open(track, text)
    editor.shown(uri)
    for sign in ("\u2028", "\x85", "\x0c"):
        editor.type(uri, text.replace("purpose:", f"# a{sign}b\npurpose:", 1))
        (found,) = editor.shown(uri)
        line = text[: text.index("purpose:")].count("\n")
        assert found["code"] in ("odd-line-break", "control-character")
        assert found["range"]["start"] == {"line": line, "character": 3}
    editor.type(uri, text)
    assert fault(editor.shown(uri))["start"]["line"] == text.count("\n") - 1


def test_half_a_character_is_told_and_breaks_nothing(editor: Editor, sound: Path) -> None:
    track, text = firm_of(sound)
    uri = editor.open(track, text.replace("purpose:", "# \ud83d\npurpose:", 1))
    assert [one["code"] for one in editor.shown(uri)] == ["not-utf8"]
    assert editor.ask("hover", uri, 3, 2) is None
    assert editor.ask("completion", uri, 3, 2) is None
    editor.type(uri, text)
    assert [one["code"] for one in editor.shown(uri)] == ["unknown-reference"]
