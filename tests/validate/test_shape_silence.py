"""What looks odd and is right: no finding at all."""

from __future__ import annotations

from typing import Any

import pytest
from whole_documents import WHOLE, document

from ladderc.validate import validate

SILENT: list[tuple[str, Any, str, str]] = [
    ("a number as a name", "track", "name: Specialist", "name: 7"),
    ("a number with a point as a title", "track", "title: Senior Specialist", "title: 2.0"),
    ("an empty text", "track", "summary: Deep.", 'summary: ""'),
    ("a sentence with a colon in quotes", "track", "duties: [On call.]", 'duties: ["Leads: the way"]'),
    ("a sentence that names a field", "track", "duties: [On call.]", 'duties: ["text: hard"]'),
    ("a text in three languages", "track", "title: Senior Specialist", "title: {en: A, pt-BR: B, gsw: C}"),
    ("a number as text in a language", "track", "title: Senior Specialist", "title: {en: 1}"),
    ("a statement in Indonesian", "track", "statements: [Plain., {id: s4-a", "statements: [{id: Memimpin}, {id: s4-a"),
    ("no statements", "track", "reach: [Plain.]", "reach: []"),
    ("an expectation with nothing in it", "track", "scale: {rating: leading}", "scale: {}"),
    ("a rating with a fraction", "track", "rating: 3", "rating: 2.5"),
    ("a rating of nothing", "track", "rating: 3", "rating: 0"),
    ("a dimension that is a number", "track", "reach: [Plain.]", '"1": [Plain.]'),
    ("one family", "track", "family: [eng, data]", "family: eng"),
    ("all families", "track", "family: [eng, data]", "family: all"),
    ("no branches", "track", "branches: [people/M3]", "branches: []"),
    ("several counterparts", "track", "counterpart: people", "counterpart: [people, projects]"),
    ("an order below nothing", "track", "order: 2", "order: -1"),
    ("a whole number with a point", "track", "order: 2", "order: 2.0"),
    ("a whole number as a power", "track", "min_months: 18", "min_months: 1e1"),
    ("a move within the track", "track", "to: people/M4", "to: S5"),
    ("a grade with leading zeros", "track", "grade: 1\n", "grade: 007\n"),
    ("a band without a top", "pay", "max: 7e4, ", ""),
    ("an amount with cents", "pay", "min: 50000", "min: 50000.55"),
    ("a bonus of nothing", "pay", "bonus: 12.5 %", "bonus: 0%"),
    ("a market figure of a day", "pay", "as_of: 2026-04", "as_of: 2026-04-30"),
    ("a day in a leap year", "pay", "effective: 2026-10-01", "effective: 2028-02-29"),
    ("no bands yet", "pay", "families: [eng]", "families: []"),
    ("a whole version with a point", "framework", "language: 1", "language: 1.0"),
    ("a locale without a country", "framework", "locale: en-GB", "locale: de"),
    ("a locale with a script", "framework", "locale: en-GB", "locale: zh-Hans-CN"),
    ("a rule with no settings", "framework", "note, floor: 0.9, ", "note, "),
    ("a waiver with a date that nobody can read", "waivers", "next spring", "31.12.26"),
    ("a waiver for one thing", "waivers", "family: eng, track: specialist, ", ""),
    ("a name for a family, which linking knows", "track", "family: [eng, data]", "family: Data Science"),
    ("a name for a forum, which linking knows", "track", "forums: [board]", "forums: [Big board]"),
    ("a name for a dimension, which linking knows", "track", "reach: [Plain.]", "Reach & more: [Plain.]"),
    ("no waivers", "waivers", WHOLE["waivers"], "[]"),
    ("no entry of a baseline", "baseline", WHOLE["baseline"], "[]"),
    ("a fingerprint of digits alone", "baseline", "3f9c2b7a10de5864", "1234567890123456"),
    ("a finding on the whole framework", "baseline", "family: eng, ", ""),
    ("no releases", "releases", WHOLE["releases"], "[]"),
    ("a release named by words", "releases", "id: 2026.10", "id: Autumn"),
]


@pytest.mark.parametrize(("kind", "old", "new"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT])
def test_it_is_left_alone(kind: Any, old: str, new: str) -> None:
    assert WHOLE[kind].count(old) == 1
    assert validate(document(kind, WHOLE[kind].replace(old, new))) == ()


def test_the_least_that_each_file_can_hold_is_enough() -> None:
    least: dict[Any, str] = {
        "framework": "language: 1\nname: M\ngrades:\n  - id: G1\n",
        "track": "id: s\nname: S\nkind: common\nlevels:\n  - {id: S1, grade: G1, title: T}\n",
        "pay": "currency: EUR\nperiod: hour\neffective: 2026-01-01\nbands: []\n",
        "waivers": "",
        "releases": "",
        "baseline": "",
    }
    assert {kind: validate(document(kind, text)) for kind, text in least.items()} == dict.fromkeys(least, ())
