"""Kinds guessed from names, and ids made from names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.edit.kinds import Guess, Ladder, kind_named, kind_written, kinds_standing
from ladderc.edit.slug import Ids, slug
from ladderc.link.declared import is_reserved

NAMES = [
    ("Product Team Lead", "people-leadership", "lead"),
    ("IT and Security Lead", "people-leadership", "lead"),
    ("Community Manager", "people-leadership", "manager"),
    ("People Manager", "people-leadership", "people manager"),
    ("Head of Delivery", "people-leadership", "head of"),
    ("Management", "people-leadership", "management"),
    ("Teamleitung", "people-leadership", "teamleitung"),
    ("Technical Leader", "specialist", "technical leader"),
    ("Individual Contributor", "specialist", "individual contributor"),
    ("Product Manager", "specialist", "product manager"),
    ("Data Scientist", "specialist", "scientist"),
    ("Project Leadership", "project-leadership", "project"),
    ("Delivery Manager", "project-leadership", "delivery"),
    ("Programme management", "project-leadership", "programme"),
    ("Influence & innovation", "influence-innovation", "influence"),
    ("Agile Coach", "influence-innovation", "coach"),
    ("Common stem", "common", "common"),
]


@pytest.mark.parametrize(("name", "kind", "word"), NAMES)
def test_a_word_of_the_name_tells_the_kind(name: str, kind: str, word: str) -> None:
    assert kind_named(name) == Guess(kind, word)  # type: ignore[arg-type] # the table holds kinds


@pytest.mark.parametrize("name", ["Engineering", "Community Coordinator", "Misleading", "Headquarters", "Leadgen", ""])
def test_a_name_without_such_a_word_tells_nothing(name: str) -> None:
    assert kind_named(name) is None


@pytest.mark.parametrize("written", ["People leadership", "people-leadership", " PEOPLE_LEADERSHIP "])
def test_a_kind_is_known_however_it_is_written(written: str) -> None:
    assert kind_written(written) == "people-leadership"
    assert kind_written("Influence and innovation") == kind_written("influence & innovation") == "influence-innovation"
    assert kind_written("Manager") is None


def test_what_ends_where_all_others_begin_is_a_common_stem() -> None:
    expert, manager = Guess("specialist", "expert"), Guess("people-leadership", "manager")
    stem = Ladder("f", 0, 2, None)
    ladders = [stem, Ladder("f", 3, 4, expert), Ladder("f", 3, 5, manager)]
    assert kinds_standing(ladders)[0] == Guess("common", why="it ends where every other track of its family begins")


@pytest.mark.parametrize(
    "others",
    [
        [],
        [Ladder("f", 3, 5, Guess("people-leadership", "manager"))],
        [Ladder("f", 3, 5, Guess("people-leadership", "lead")), Ladder("f", 4, 5, Guess("people-leadership", "head"))],
        [Ladder("f", 2, 5, None), Ladder("f", 3, 5, None)],
        [Ladder("g", 3, 5, None), Ladder("g", 3, 5, None)],
    ],
    ids=["alone", "below managers alone", "below two tracks of managers", "beside another", "in another family"],
)
def test_what_is_no_stem_is_taken_for_a_specialists_track(others: list[Ladder]) -> None:
    found = kinds_standing([Ladder("f", 0, 2, None), *others])[0]
    assert found == Guess("specialist", why="nothing in the name tells another kind")


@pytest.mark.parametrize(
    ("name", "id"),
    [("Product Team Lead", "product-team-lead"), ("Problem Solving & Decision Making", "problem-solving-and-decision-making"),
     ("Führung", "fuhrung"), ("Straße", "strasse"), ("Łódź", "lodz"), ("C++", "c-plus-plus"), ("C#", "c-sharp"),
     ("Rock 'n' roll", "rock-n-roll"), ("データ", ""), ("IC1", "ic1"), ("word " * 20, "-".join(["word"] * 12))],
)  # fmt: skip
def test_a_name_becomes_an_id(name: str, id: str) -> None:
    assert slug(name) == id


def test_german_letters_are_spelled_as_germans_do() -> None:
    assert slug("Führung", german=True) == "fuehrung"


def test_a_code_stays_as_it_is() -> None:
    assert slug("IC1", code=True) == "IC1"
    assert slug("IC 1", code=True) == "ic-1"


def test_ids_that_are_taken_or_reserved_get_something_more() -> None:
    ids = Ids("track")
    names = [
        ("Manager", "Sales"),
        ("manager", "Care"),
        ("MANAGER", "Care"),
        ("Index", ""),
        ("Con", ""),
        ("All", ""),
        ("データ", ""),
        ("数", ""),
    ]
    assert [ids.mint(*name) for name in names] == [
        "manager", "care-manager", "manager-1", "index-1", "con-1", "all-1", "track-1", "track-2",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=80), max_size=30), st.booleans())
def test_ids_are_never_odd_reserved_or_twice(names: list[str], code: bool) -> None:
    ids = Ids("thing", code=code)
    found = [ids.mint(name) for name in names]
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", id) and not is_reserved(id.casefold()) for id in found)
    assert len({id.casefold() for id in found}) == len(found)
