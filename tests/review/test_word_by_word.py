"""A reworded text as one row: both texts can be read out of it, and the way back mirrors the way there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.review.words import word_by_word

TEXTS = st.text(st.sampled_from("ab .,c"), max_size=30)


@given(before=TEXTS, after=TEXTS)
def test_both_texts_stand_in_the_row(before: str, after: str) -> None:
    pieces = word_by_word(before, after)
    assert "".join(piece.text for piece in pieces if piece.fate != "new") == before
    assert "".join(piece.text for piece in pieces if piece.fate != "gone") == after


@given(before=TEXTS, after=TEXTS)
def test_the_way_back_mirrors_the_way_there(before: str, after: str) -> None:
    turned = {"same": "same", "gone": "new", "new": "gone"}
    there = sorted((piece.text, piece.fate) for piece in word_by_word(before, after))
    assert there == sorted((piece.text, turned[piece.fate]) for piece in word_by_word(after, before))


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        ("One at G5 or above", "One at G6 or above", "One at [G5]{G6} or above"),
        ("Owns two lines", "Owns two lines alone", "Owns two lines{ alone}"),
        ("Director of Optimisation", "Staff Engineer", "[Director of Optimisation]{Staff Engineer}"),
        ("", "New", "{New}"),
        ("Same", "Same", "Same"),
    ],
)
def test_a_reader_sees_what_went_and_what_came(before: str, after: str, row: str) -> None:
    marks = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    assert "".join(marks[fate].format(text) for text, fate in word_by_word(before, after)) == row
