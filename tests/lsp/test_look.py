"""A look that builds on the one before says what a first look says."""

from __future__ import annotations

import datetime
from pathlib import Path

from ladderc.lsp.look import NOWHERE, look

DAY = datetime.date(2026, 11, 21)
TRACK = "tracks/engineering/specialist.yaml"


def test_what_was_read_before_changes_nothing_that_is_found(sound: Path) -> None:
    text = (sound / TRACK).read_text("utf-8")
    firm = (sound / "framework.yaml").read_text("utf-8")
    states: list[dict[str, str]] = [
        {},
        {TRACK: text.replace("kind: specialist", "kindd: specialist", 1)},
        {TRACK: text.replace("kind: specialist", "kind: 'specialist", 1)},
        {TRACK: text.replace("- Owns", "- {text: Owns, all", 1)},
        {"waiver.yaml": "- rule: x"},
        {"framework.yaml": firm.replace("- id: craft", "- id: handiwork", 1)},
        {"tracks/new.yaml": "id: specialist\nname: Again\nkind: specialist\nlevels: []\n"},
        {"tracks/new.yaml": "", TRACK: text},
        {"framework.yaml": ""},
        {},
    ]
    before = NOWHERE
    for state in states:
        written = {file: one.encode() for file, one in state.items()}
        before, first = look(sound, written, DAY, before), look(sound, written, DAY)
        assert before.reading == first.reading
        assert before.report == first.report


def test_a_file_that_appears_or_goes_is_seen(sound: Path) -> None:
    before = look(sound, {}, DAY)
    (sound / TRACK).unlink()
    (sound / "tracks" / "more.docx").write_bytes(b"x")
    after = look(sound, {}, DAY, before)
    assert after.report == look(sound, {}, DAY).report
    assert TRACK not in after.documents


def test_names_of_a_file_that_cannot_be_read_now_are_those_that_it_had(sound: Path) -> None:
    before = look(sound, {}, DAY)
    text = (sound / TRACK).read_bytes().replace(b"id: specialist", b"id: 'specialist", 1)
    after = look(sound, {TRACK: text}, DAY, before)
    assert [one.key for one in after.names.find("level", "S5", TRACK)] == ["specialist/S5"]
    assert look(sound, {TRACK: text}, DAY).names.find("level", "S5", TRACK) == ()
