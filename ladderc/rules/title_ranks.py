"""How high a title sounds: experts' on a scale from Senior to Distinguished, managers' as a stretch of that scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import Lexicon, by_language, section
from ladderc.rules.tokens import WordList, fold

SCALE = ("senior", "staff", "principal", "distinguished")
"""The experts' titles, rising."""

MANAGERS = {"manager": (0, 1), "senior_manager": (1, 2), "director": (2, 3)}
"""Where the managers' titles lie on the experts' scale, from and to."""

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*|,")


class Rank(NamedTuple):
    """A title's place on the scale, and what the title is called there."""

    low: int
    high: int
    name: str

    def distance(self, other: Rank) -> int:
        """How many steps lie between two ranks; 0 where they touch."""
        return max(self.low - other.high, other.low - self.high, 0)


def expert_rank(title: Text, locale: str) -> Rank | None:
    """The rank of a title off the management ladder; None where it has none, or a manager's."""
    ranks = [
        Rank(SCALE.index(name), SCALE.index(name), name)
        for words, lexicon in _read(title, locale)
        if not _managing(words, lexicon)
        for name in SCALE
        if _has(words, _lists(lexicon.language)[name])
    ]
    return max(ranks, default=None)


def manager_rank(title: Text, locale: str) -> Rank | None:
    """The rank of a manager's title; None where it has none that we know."""
    ranks = [
        Rank(*MANAGERS[name], name.replace("_", " "))
        for words, lexicon in _read(title, locale)
        for name in _managing(words, lexicon)
    ]
    return max(ranks, default=None)


def _read(title: Text, locale: str) -> list[tuple[list[str], Lexicon]]:
    return [
        ([fold(word) for word in _WORD.findall(written)], lexicon)
        for written, lexicons in by_language(title, locale)
        for lexicon in lexicons
    ]


def _managing(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The managers' ranks in a title, apart from titles that promise no team."""
    allowed = lexicon.titles.allowed
    excused = {at for start in range(len(words)) for at in range(start, start + allowed.length_at(words, start))}
    lists = _lists(lexicon.language)
    found = []
    for name in MANAGERS:
        for start in range(len(words)):
            length = lists[name].length_at(words, start)
            if length and not excused.intersection(range(start, start + length)):
                found.append(name)
                break
    return found


def _has(words: Sequence[str], known: WordList) -> bool:
    return any(known.length_at(words, start) for start in range(len(words)))


@cache
def _lists(language: str) -> dict[str, WordList]:
    return {name: WordList(entries) for name, entries in section(language, "ranks").items()}
