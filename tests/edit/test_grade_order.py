"""The spine: orders inside tracks, merged; ties by highest pay, then by first appearance; conflicts asked about."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.edit.gradeorder import Inside, Rung, Spine, inside, merge
from ladderc.errors import UsageError


def rungs(*pairs: tuple[str, int | None]) -> list[Rung]:
    return [Rung(grade, None if top is None else Decimal(top)) for grade, top in pairs]


def merged(*orders: str, tops: dict[str, int] | None = None) -> Spine:
    ladders = [(f"Track {n}", order.split()) for n, order in enumerate(orders, 1)]
    every = dict.fromkeys(grade for _, grades in ladders for grade in grades)
    known = {grade: Decimal(tops[grade]) if tops and grade in tops else None for grade in every}
    return merge(ladders, known)


INSIDE = [
    ("rows that rise in pay", [("b", 1), ("a", 2)], ("b", "a"), ""),
    ("rows that fall in pay", [("b", 3), ("c", 2), ("a", 1)], ("a", "c", "b"), "its rows begin with the highest pay"),
    ("rows with pay that jumps", [("b", 1), ("c", 3), ("a", 2)], ("b", "c", "a"), ""),
    ("rows with pay that jumps and numbers", [("L2", 3), ("L1", 1), ("L3", 2)], ("L1", "L2", "L3"), "its grades are numbered"),
    ("rows without pay", [("b", None), ("a", None)], ("b", "a"), ""),
    ("rows without pay, numbers that fall", [("10", None), ("9", None)], ("9", "10"), "its grades are numbered"),
    ("numbers against pay", [("1", 9), ("2", 5)], ("2", "1"), "its rows begin with the highest pay"),
    ("different words before the numbers", [("M2", None), ("S1", None)], ("M2", "S1"), ""),
    ("equal pay all along", [("b", 1), ("a", 1)], ("b", "a"), ""),
    ("pay at some rows only", [("b", 9), ("a", None), ("c", 1)], ("b", "a", "c"), ""),
    ("one row", [("b", 9)], ("b",), ""),
]  # fmt: skip


@pytest.mark.parametrize(("given", "grades", "why"), [case[1:] for case in INSIDE], ids=[case[0] for case in INSIDE])
def test_the_order_inside_a_track(given: list[tuple[str, int | None]], grades: tuple[str, ...], why: str) -> None:
    assert inside(rungs(*given)) == Inside(grades, why)


def test_one_order_that_the_tracks_tell_is_not_chosen() -> None:
    assert merged("a c", "a b c", "c d") == Spine(("a", "b", "c", "d"), ())


def test_ties_go_by_the_highest_pay() -> None:
    spine = merged("a c", "b d", tops={"a": 10, "b": 5, "c": 20, "d": 15})
    assert spine == Spine(
        ("b", "a", "d", "c"),
        (("b", "a", "by their highest pay"), ("a", "d", "by their highest pay"), ("d", "c", "by their highest pay")),
    )


def test_ties_without_pay_go_by_first_appearance() -> None:
    assert merged("a c", "b d") == Spine(
        ("a", "c", "b", "d"), (("c", "b", "by the order of the rows"),)
    )  # fmt: skip


def test_equal_pay_goes_by_first_appearance() -> None:
    assert merged("a", "b", tops={"a": 5, "b": 5}) == Spine(("a", "b"), (("a", "b", "by the order of the rows"),))


def test_a_grade_without_pay_waits_for_those_that_have_some() -> None:
    assert merged("x", "a b", tops={"a": 1, "b": 2}).grades == ("a", "b", "x")


def test_numbered_grades_tell_their_order_themselves() -> None:
    assert merged("G4 G5 G6", "G1 G2 G3", "G4 G10") == Spine(("G1", "G2", "G3", "G4", "G5", "G6", "G10"), ())


def test_numbers_that_a_track_contradicts_tell_nothing() -> None:
    assert merged("2 1", "3").grades == ("2", "1", "3")


def test_two_tracks_that_contradict_each_other_are_named() -> None:
    with pytest.raises(UsageError) as caught:
        merged("z a b", "a c", "b c a")
    assert str(caught.value) == (
        "Track 1 puts grade `a` below `b`, and Track 3 puts `b` below `a`.\n"
        'Say which order is right, the lowest first: --grades "z,a,b,c"'
    )


def test_three_tracks_that_contradict_each_other_are_named() -> None:
    with pytest.raises(UsageError) as caught:
        merged("a b", "b c", "c a")
    assert str(caught.value) == (
        "Some tracks contradict each other: Track 1 puts grade `a` below `b`, Track 2 puts grade `b` below `c`, "
        'Track 3 puts grade `c` below `a`.\nSay which order is right, the lowest first: --grades "a,b,c"'
    )


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, unique=True).map(sorted), min_size=1, max_size=6))
def test_the_order_inside_every_track_is_kept(tracks: list[list[int]]) -> None:
    orders = [" ".join("abcdefghij"[n] for n in track) for track in tracks]
    spine = merged(*orders)
    rank = {grade: n for n, grade in enumerate(spine.grades)}
    assert all(rank[low] < rank[high] for order in orders for low, high in pairwise(order.split()))
    assert sorted(spine.grades) == sorted({grade for order in orders for grade in order.split()})


@given(st.lists(st.permutations(list("abcd")), min_size=1, max_size=4))
def test_what_cannot_be_ordered_is_always_asked_about(orders: list[list[str]]) -> None:
    if len({tuple(order) for order in orders}) == 1:
        assert merged(*(" ".join(order) for order in orders)).grades == tuple(orders[0])
    else:
        with pytest.raises(UsageError, match="Say which order is right"):
            merged(*(" ".join(order) for order in orders))
