"""Finds statements that are nearly the same: at least four fifths of their words, taken together, in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from ladderc.model.text import Text
from ladderc.rules.tokens import fold, plain_words

Owner = TypeVar("Owner")
Words = frozenset[str]

_FEW = 50
"""Up to so many statements it is quicker to look at each than to look one up."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: Text, locale: str) -> Words:
    """The words and numbers of a text, each once, without case."""
    return words_in(text.in_language(locale))


def words_in(written: str) -> Words:
    """As ``words_of``, of a text in one language."""
    if written.isascii():  # the same words, only faster
        return plain_words(written)[0]
    return frozenset(_WORD.findall(fold(written)))


def any_like(words: Words, others: Iterable[Words]) -> bool:
    """Whether one of the others is nearly the same set of words; empty ones never are.

    Their token Jaccard, the words in both of all words in either, is 4/5 or more.
    """
    count = len(words)
    least, most = 4 * count, 5 * count  # a set with fewer or more words is not alike, whichever they are
    for other in others:
        size = len(other)
        if least <= 5 * size and 4 * size <= most and count and 9 * len(words & other) >= 4 * (count + size):
            return True
    return False


class Pool(Generic[Owner]):
    """Statements with their owners, in which those like a given one are found without comparing it with all.

    Two sets that are alike differ in few words, so among the first few of either, longest first,
    there is one that both have.
    """

    def __init__(self) -> None:
        """An empty pool."""
        self._statements: list[tuple[Words, Owner]] = []
        self._words: set[str] = set()
        self._by_word: dict[str, list[tuple[Words, Owner]]] = {}

    def add(self, words: Words, owner: Owner) -> None:
        """Put a statement in; all of them before the first question."""
        self._statements.append((words, owner))
        self._words |= words

    def add_all(self, statements: Iterable[tuple[Words, Owner]], together: Words) -> None:
        """Put several in; ``together`` are words that hold all of theirs."""
        self._statements += statements
        self._words |= together

    def owners_like(self, words: Words) -> set[Owner]:
        """The owners of the statements that are like this one."""
        if 5 * len(words & self._words) < 4 * len(words):
            return set()  # most statements of two levels that differ end here
        if len(self._statements) <= _FEW:
            return _owners(words, self._statements)
        if not self._by_word:
            for entry in self._statements:
                for word in _telling(entry[0]):
                    self._by_word.setdefault(word, []).append(entry)
        return _owners(words, [entry for word in _telling(words) for entry in self._by_word.get(word, ())])


def _owners(words: Words, statements: Iterable[tuple[Words, Owner]]) -> set[Owner]:
    """The owners of those that are like the words, as ``any_like`` tells; written out, since it is asked so often."""
    count = len(words)
    least, most = 4 * count, 5 * count
    found = set()
    for other, owner in statements:
        size = len(other)
        if least <= 5 * size and 4 * size <= most and count and 9 * len(words & other) >= 4 * (count + size):
            found.add(owner)
    return found


def _telling(words: Words) -> list[str]:
    """The words of which two sets that are alike have one in common at least."""
    in_order = sorted(sorted(words), key=len, reverse=True)
    return in_order[: len(words) // 5 + 1]  # of n words, 4 n / 5 rounded up are in both
