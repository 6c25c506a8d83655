"""Spots of documents have the names that HR would use, also where the document lacks what they are named by."""

from __future__ import annotations

from typing import Any

import pytest
from whole_documents import WHOLE, document

from ladderc.sources.document import Document
from ladderc.sources.naming import sentence, subject_name, value_name

NAMES: list[tuple[Any, tuple[str | int, ...], str, str]] = [
    ("framework", (), "the framework", "the framework"),
    ("framework", ("owner",), "the framework", "`owner` of the framework"),
    ("framework", ("name", "de"), "the framework", "`de` of `name` of the framework"),
    ("framework", ("grades", 0), "grade 1", "grade 1"),
    ("framework", ("grades", 1, "scope"), "grade G2", "`scope` of grade G2"),
    ("framework", ("dimensions", 0), "dimension craft", "dimension craft"),
    ("framework", ("families", 0), "family eng", "family eng"),
    ("framework", ("recognition", 1), "form of recognition b", "form of recognition b"),
    ("framework", ("rating_scale", 1), "the framework", "entry 2 of `rating_scale` of the framework"),
    ("framework", ("freeze", "why"), "the freeze", "`why` of the freeze"),
    ("framework", ("rules", "profile"), "the framework", "`profile` of `rules` of the framework"),
    ("framework", ("rules", "grade-gap", "severity"), "the entry for rule `grade-gap`", "`severity` of the entry for rule `grade-gap`"),
    ("framework", ("rules", "a", "families", "eng"), "the entry for rule `a` in family eng", "the entry for rule `a` in family eng"),
    ("track", (), "track Specialist", "track Specialist"),
    ("track", ("levels", 0, "title"), "level S4 of Specialist", "`title` of level S4 of Specialist"),
    ("track", ("levels", 0, "forums", 0), "level S4 of Specialist", "entry 1 of `forums` of level S4 of Specialist"),
    ("track", ("levels", 7), "the 8th level of Specialist", "the 8th level of Specialist"),
    ("track", ("levels", 0, "reports", "min"), "level S4 of Specialist", "`min` of `reports` of level S4 of Specialist"),
    ("track", ("levels", 0, "metrics", 0, "unit"), "the metric “M” of level S4 of Specialist", "`unit` of the metric “M” of level S4 of Specialist"),
    ("track", ("levels", 0, "metrics", 2), "the 3rd metric of level S4 of Specialist", "the 3rd metric of level S4 of Specialist"),
    ("track", ("levels", 0, "decisions", 0), "the 1st decision right of level S4 of Specialist", "the 1st decision right of level S4 of Specialist"),
    ("track", ("levels", 0, "expectations", "craft", "rating"), "expectation craft at level S4 of Specialist", "`rating` of expectation craft at level S4 of Specialist"),
    ("track", ("levels", 0, "expectations", "craft", "statements", 1), "statement 2 on craft at level S4 of Specialist", "statement 2 on craft at level S4 of Specialist"),
    ("track", ("levels", 0, "expectations", "reach", 0), "statement 1 on reach at level S4 of Specialist", "statement 1 on reach at level S4 of Specialist"),
    ("track", ("levels", 0, "promotion", "panel", 0), "the promotion into level S4 of Specialist", "entry 1 of `panel` of the promotion into level S4 of Specialist"),
    ("track", ("levels", 0, "promotion", "requires", 1), "the 2nd condition of the promotion into level S4 of Specialist", "the 2nd condition of the promotion into level S4 of Specialist"),
    ("track", ("moves", 0, "pay"), "the move from S4 to people/M4", "`pay` of the move from S4 to people/M4"),
    ("track", ("moves", 11), "the 12th move of Specialist", "the 12th move of Specialist"),
    ("pay", (), "the pay structure “UK”", "the pay structure “UK”"),
    ("pay", ("bands", 0, "max"), "the band for 1", "`max` of the band for 1"),
    ("pay", ("bands", 0, "market", "value"), "the market figure of the band for 1", "`value` of the market figure of the band for 1"),
    ("pay", ("bands", 20), "the 21st band in pay.yaml", "the 21st band in pay.yaml"),
    ("pay", ("exceptions", 0), "the exception for specialist at G2", "the exception for specialist at G2"),
    ("pay", ("exceptions", 1), "the 2nd exception in pay.yaml", "the 2nd exception in pay.yaml"),
    ("pay", ("zones", 0), "zone london", "zone london"),
    ("waivers", (), "the file waivers.yaml", "the file waivers.yaml"),
    ("waivers", (0, "owner"), "the waiver of band-parity", "`owner` of the waiver of band-parity"),
    ("waivers", (0, "subject"), "the subject of the waiver of band-parity", "the subject of the waiver of band-parity"),
    ("waivers", (1,), "the 2nd waiver", "the 2nd waiver"),
    ("releases", (0, "date"), "release 2026.10", "`date` of release 2026.10"),
    ("baseline", (), "the file baseline.yaml", "the file baseline.yaml"),
    ("baseline", (0, "about"), "the baseline's entry for ceiling-parity", "`about` of the baseline's entry for ceiling-parity"),
    ("baseline", (2,), "the 3rd entry of the baseline", "the 3rd entry of the baseline"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "route", "subject", "value"), NAMES, ids=[f"{case[0]}{case[1]}" for case in NAMES])
def test_a_spot_has_a_name(kind: Any, route: tuple[str | int, ...], subject: str, value: str) -> None:
    read = document(kind, WHOLE[kind])
    assert (subject_name(read, route), value_name(read, route)) == (subject, value)


def test_a_name_in_several_languages_is_the_first_one() -> None:
    track = Document("t.yaml", "track", {"name": {"de": "Fachlaufbahn", "en": "Specialist"}, "levels": [{"id": 3}]}, {})
    assert subject_name(track, ("levels", 0)) == "level 3 of Fachlaufbahn"


def test_an_id_is_named_as_it_was_typed() -> None:
    pay = document("pay", "bands:\n  - grade: 007\n")
    assert subject_name(pay, ("bands", 0)) == "the band for 007"


@pytest.mark.parametrize("data", [None, 3, "x", [], [None], {"levels": 3}, {"levels": [[]]}, {"name": [1], "id": {}}])
def test_a_document_of_any_shape_has_names(data: Any) -> None:
    track = Document("tracks/t.yaml", "track", data, {})
    assert subject_name(track, ("levels", 0, "title")) == "the 1st level of tracks/t.yaml"
    assert subject_name(track, ()) == "the track in tracks/t.yaml"


def test_a_sentence_begins_with_a_capital_unless_it_begins_with_a_quoted_name() -> None:
    assert sentence("level S4 of Specialist") == "Level S4 of Specialist"
    assert sentence("`title` of level S4") == "`title` of level S4"
