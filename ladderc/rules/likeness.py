"""Finds statements that are nearly the same: at least four fifths of their words, taken together, in common."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Generic, TypeVar

from ladderc.model.text import Text
from ladderc.rules.tokens import rough_words

ALIKE = Fraction(4, 5)
"""From this token Jaccard on two statements count as one: the words in both, of all words in either."""

Owner = TypeVar("Owner")
Words = frozenset[str]


def words_of(text: Text, locale: str) -> Words:
    """The words of a text, each once, without case."""
    return rough_words(text.in_language(locale))


def alike(one: Words, other: Words) -> bool:
    """Whether two sets of words are nearly the same; empty ones never are."""
    common = len(one & other)
    return bool(common) and common >= ALIKE * (len(one) + len(other) - common)


class Pool(Generic[Owner]):
    """Statements with their owners, in which those like a given one are found without comparing it with all.

    Two sets that are alike differ in few words, so among the first few of either, longest first,
    there is one that both have.
    """

    def __init__(self) -> None:
        """An empty pool."""
        self._by_word: dict[str, list[tuple[Words, Owner]]] = {}

    def add(self, words: Words, owner: Owner) -> None:
        """Put a statement in."""
        for word in _telling(words):
            self._by_word.setdefault(word, []).append((words, owner))

    def owners_like(self, words: Words) -> Iterator[Owner]:
        """The owners of the statements that are like this one; an owner may come more than once."""
        for word in _telling(words):
            for other, owner in self._by_word.get(word, ()):
                if alike(words, other):
                    yield owner


def _telling(words: Words) -> list[str]:
    """The words of which two sets that are alike have one in common at least."""
    in_order = sorted(words, key=lambda word: (-len(word), word))
    common = -(-len(words) * ALIKE.numerator // ALIKE.denominator)
    return in_order[: len(words) - common + 1]
