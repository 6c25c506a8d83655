"""Which titles say that somebody manages people, in the framework's language and in English."""

from __future__ import annotations

import re
from functools import lru_cache

from ladderc.model.level import Level
from ladderc.rules.lexicon import TitleWords, lexicons
from ladderc.rules.tokens import WordList, fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+|(?:[*:_·•]|/-?|\()(?:in|innen|r|rice|trice|euse|e|a|ra|se|ère|ière)\b\)?)*|,")
_SECOND_FORM = re.compile(r"[*:_·•()]|/-?")
"""What joins a second form to a word: "Leiter*in", "Leiter(in)" and "Leiter/-in" are read as one word."""


def management_word(level: Level, locale: str, allowed: tuple[str, ...] = ()) -> str | None:
    """The word of the level's title that promises a manager, as written; None where there is none.

    ``allowed`` are further titles, as a company words them, that promise none.
    """
    return next(
        (word for tag, title in level.title.by_language if (word := _word(title, tag or locale, allowed))), None
    )


@lru_cache(maxsize=1024)  # several rules ask of the same titles
def _word(title: str, locale: str, allowed: tuple[str, ...]) -> str | None:
    return _first(title, [lexicon.titles for lexicon in lexicons(locale)], _word_list(allowed))


@lru_cache(maxsize=64)
def _word_list(allowed: tuple[str, ...]) -> WordList:
    return WordList(allowed)


def _first(title: str, lists: list[TitleWords], own: WordList) -> str | None:
    pieces = list(_WORD.finditer(title))
    folded = [fold(_SECOND_FORM.sub("", piece.group())) for piece in pieces]
    if not any(words.management.length_at(folded, start) for words in lists for start in range(len(folded))):
        return None  # as most titles
    excused: set[int] = set()
    for start in range(len(folded)):
        if any(words.allowed_to_the_end.length_at(folded, start) for words in lists):
            excused.update(range(start, len(folded)))
        for known in (own, *(words.allowed for words in lists)):
            excused.update(range(start, start + known.length_at(folded, start)))
    for start in range(len(folded)):
        length = max(words.management.length_at(folded, start) for words in lists)
        if length and not excused.intersection(range(start, start + length)):
            return title[pieces[start].start() : pieces[start + length - 1].end()]
    return None
