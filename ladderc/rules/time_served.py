"""Tells a condition that is nothing but time from one that asks for something: "two years in the grade"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import HeadcountWords, by_language, section
from ladderc.rules.tokens import Token, WordList, clauses


class TimeWords(NamedTuple):
    """How time is spoken of in one language.

    A number with one of ``units`` is a time, and so is each of ``served`` by itself ("seniority").
    ``around`` are the words that say no more than whose time it is and where.
    """

    units: WordList
    served: WordList
    around: WordList


def is_only_time(text: Text, locale: str, names: Collection[str] = ()) -> bool:
    """Whether a condition, in any language of the text, asks for a time and for nothing else.

    ``names`` are folded words of titles and grades: "two years as Staff Engineer" asks for no more than time.
    """
    for written, lexicons in by_language(text, locale):
        tokens = [token for clause in clauses(written) for token in clause if token.kind != "mark"]
        for lexicon in lexicons:
            if _only_time(tokens, _words(lexicon.language), lexicon.headcount, names):
                return True
    return False


@cache
def _words(language: str) -> TimeWords:
    raw = section(language, "tenure")
    return TimeWords(*(WordList(raw[name]) for name in TimeWords._fields))


def _only_time(tokens: list[Token], words: TimeWords, counts: HeadcountWords, names: Collection[str]) -> bool:
    """Every word is part of a time or says whose it is; a negation is neither, so "no minimum time" is no time."""
    texts = [token.text for token in tokens]
    at, times = 0, 0
    while at < len(texts):
        number = 1 if tokens[at].kind == "number" else counts.numbers.length_at(texts, at)
        unit = words.units.length_at(texts, at)
        served = words.served.length_at(texts, at)
        times += bool(unit or served)
        step = max(number, unit, served, words.around.length_at(texts, at), texts[at] in names)
        if not step:
            return False
        at += step
    return times > 0
