"""What somebody most likely meant, and silence where nothing is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.wording.nearest import listed, nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("scpoe", ["name", "scope"], "scope"),
        ("Title", ["title"], "title"),
        ("people leadership", ["specialist", "people-leadership"], "people-leadership"),
        ("visibleTo", ["visible_to"], "visible_to"),
        ("form", ["from", "to"], "from"),
        ("dimension", ["dimensions", "domains"], "dimensions"),
        ("mid", ["min", "midpoint", "max"], "midpoint"),
        ("yearly", ["year", "month"], "year"),
        ("exectuvie", ["executive"], "executive"),
        ("band-parity", ["pay-parity", "band-parity"], "band-parity"),
        ("seniorr", ["senior", "junior"], "senior"),
    ],
)
def test_it_is_found(word: str, known: list[str], meant: str) -> None:
    assert nearest(word, known) == meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("expert", ["specialist", "common"]),
        ("S10", ["S1", "S2"]),
        ("G9", ["G1", "G8"]),
        ("2026.11", ["2026.10"]),
        ("max_months", ["min_months"]),
        ("ab", ["cd"]),
        ("to", ["id", "by"]),
        ("", ["id"]),
        ("-_", ["id"]),
        ("title", []),
        ("colour", ["id", "name", "scope"]),
    ],
)
def test_nothing_is_near(word: str, known: list[str]) -> None:
    assert nearest(word, known) is None


def test_of_two_equally_near_the_first_is_taken() -> None:
    assert nearest("cart", ["card", "care"]) == "card"
    assert nearest("cart", ["care", "card"]) == "care"


@given(st.text(max_size=15), st.lists(st.text(max_size=15), max_size=5))
def test_the_answer_is_one_of_the_known_names_or_none(word: str, known: list[str]) -> None:
    assert nearest(word, known) in (None, *known)


def test_names_in_a_sentence() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b"]) == "`a` or `b`"
    assert listed(["a", "b", "c"], last="and") == "`a`, `b` and `c`"
    assert listed(list("abcdefghij")) == "`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i` or `j`"
    assert listed(list("abcdefghijkl")) == "`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j` and 2 more"
