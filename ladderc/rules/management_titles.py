"""Which titles say that somebody manages people, in the framework's language and in English."""

from __future__ import annotations

import re

from ladderc.model.level import Level
from ladderc.rules.lexicon import TitleWords, by_language
from ladderc.rules.tokens import WordList, fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|,")
_SECOND_FORM = re.compile(r"(?<=\w)(?:[*:_·•]|/-?)(?=in\b|innen\b|r\b|rice\b|euse\b|trice\b|e\b|a\b|ra\b)|\((?=in\))")


def management_word(level: Level, locale: str, allowed: tuple[str, ...] = ()) -> str | None:
    """The word of the level's title that promises a manager, as written; None where there is none.

    ``allowed`` are further titles, as a company words them, that promise none.
    """
    own = WordList(allowed)
    for title, lexicons in by_language(level.title, locale):
        for lexicon in lexicons:
            found = _first(title, lexicon.titles, own)
            if found:
                return found
    return None


def _first(title: str, words: TitleWords, own: WordList) -> str | None:
    # "Leiter*in" and "Leiter(in)" are read as one word
    joined = _SECOND_FORM.sub("", title)
    pieces = list(_WORD.finditer(joined))
    folded = [fold(piece.group()) for piece in pieces]
    excused: set[int] = set()
    for start in range(len(folded)):
        if words.allowed_to_the_end.length_at(folded, start):
            excused.update(range(start, len(folded)))
        for known in (words.allowed, own):
            excused.update(range(start, start + known.length_at(folded, start)))
    for start in range(len(folded)):
        length = words.management.length_at(folded, start)
        if length and not excused.intersection(range(start, start + length)):
            return joined[pieces[start].start() : pieces[start + length - 1].end()]
    return None
