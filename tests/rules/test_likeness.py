"""Statements are alike where at least four fifths of their words, taken together, are in both."""

from __future__ import annotations

import pytest

from ladderc.model.text import plain
from ladderc.rules.likeness import Pool, any_like, words_of


def words(*numbers: int) -> frozenset[str]:
    """Words that are told by their number; those with a higher one are longer."""
    return frozenset("w" * number for number in numbers)


@pytest.mark.parametrize(
    ("own", "other", "alike"),
    [
        (range(1, 6), range(1, 6), True),
        (range(1, 6), range(1, 5), True),  # 4 of 5, the other shorter
        (range(1, 5), range(1, 6), True),  # 4 of 5, the other longer
        (range(1, 5), range(1, 4), False),  # 3 of 4
        (range(1, 4), range(1, 5), False),
        (range(1, 10), range(2, 11), True),  # 8 of 10, as many words each
        (range(1, 9), range(2, 10), False),  # 7 of 9
        (range(1, 11), range(1, 9), True),  # 8 of 10, the fewest words that may be
        (range(1, 11), range(1, 8), False),
        (range(1, 2), range(1, 2), True),
        (range(1, 2), range(2, 3), False),
        ((), (), False),
        (range(1, 3), (), False),
        ((), range(1, 3), False),
    ],
)
def test_four_fifths_are_enough_and_less_is_not(own: range, other: range, alike: bool) -> None:
    assert any_like(words(*own), [words(*other)]) is alike
    assert any_like(words(*own), [words(90), words(*other)]) is alike


@pytest.mark.parametrize("others", [0, 46, 47, 48, 49, 50, 60])
def test_a_pool_of_any_size_finds_what_comparing_with_all_finds(others: int) -> None:
    pool = Pool[str]()
    statements = {
        "same": words(*range(1, 11)),
        "eight of ten": words(*range(1, 9)),
        "two others": words(*range(1, 9), 11, 12),
        "the shorter half": words(*range(1, 6)),
        **{f"other {number}": words(number + 20, number + 90) for number in range(others)},
    }
    for owner, statement in statements.items():
        pool.add(statement, owner)
    asked = words(*range(1, 11))
    assert pool.owners_like(asked) == {"same", "eight of ten"}
    assert pool.owners_like(words(*range(3, 11))) == {"same"}
    assert pool.owners_like(words(1, 2, 3, 4, 13)) == set()
    assert pool.owners_like(words(500)) == set()
    assert pool.owners_like(frozenset()) == set()


def test_words_are_read_without_case_and_punctuation_in_any_script() -> None:
    assert words_of(plain("Opens 3 fields, opens THEM."), "en") == {"opens", "3", "fields", "them"}
    assert words_of(plain("Öffnet 3 Felder; öffnet SIE."), "de") == words_of(plain("öffnet sie 3 felder"), "de")
