"""Finds where a text says that exits by track, or moves between tracks, are watched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import Lexicon, by_language, section
from ladderc.rules.tokens import WordList, clauses


class WatchingWords(NamedTuple):
    """Words of one language: people who leave, tracks, moves, that they go both ways, and that something is measured."""

    exits: WordList
    tracks: WordList
    moves: WordList
    both_ways: WordList
    measures: WordList


def watched(text: Text, locale: str, *, measured: bool = False) -> frozenset[str]:
    """Which of ``exits`` and ``moves`` the text says are watched, in any language that it is written in.

    ``measured`` is true of a metric, which needs no word for counting.
    """
    found: set[str] = set()
    for written, lexicons in by_language(text, locale):
        sentences = [[token.text for token in clause] for clause in clauses(written)]
        for lexicon in lexicons:
            words = _words(lexicon.language)
            if measured or any(_has(sentence, words.measures) for sentence in sentences):
                found.update(name for sentence in sentences for name in _named(sentence, words, lexicon))
    return frozenset(found)


def _named(sentence: Sequence[str], words: WatchingWords, lexicon: Lexicon) -> list[str]:
    """What one clause names: exits beside a word for tracks, moves beside one for tracks or for both ways."""
    deny = lexicon.headcount.negation.deny
    named = []
    if (at := _at(sentence, words.exits)) is not None and _has(sentence, words.tracks) and not deny(sentence, at):
        named.append("exits")
    if (at := _at(sentence, words.moves)) is not None and _has(sentence, words.both_ways) and not deny(sentence, at):
        named.append("moves")
    return named


def _has(sentence: Sequence[str], words: WordList) -> bool:
    return _at(sentence, words) is not None


def _at(sentence: Sequence[str], words: WordList) -> int | None:
    return next((at for at in range(len(sentence)) if words.length_at(sentence, at)), None)


@cache
def _words(language: str) -> WatchingWords:
    return WatchingWords(**{name: WordList(entries) for name, entries in section(language, "watching").items()})
