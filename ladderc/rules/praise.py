"""Tells a statement that is nothing but praise from one that names an act or a result."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import Lexicon, by_language, section
from ladderc.rules.tokens import clauses, fold, longest_words
from ladderc.rules.vocabulary import AnyOf, Look

_FIRST = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_LONGEST = 160
"""In characters: nobody praises at greater length without naming something."""


class PraiseWords(NamedTuple):
    """``praise`` is praise by itself; ``bland`` words name no act and no result ("is", "a", "person", "attitude")."""

    praise: frozenset[str]
    bland: frozenset[str]


def all_praise(text: Text, locale: str) -> str | None:
    """What is praise and nothing else, in the first language in which the text is that; None where it says more.

    One word of another kind is enough to make it more; a negation is such a word.
    """
    for written, lexicons in by_language(text, locale):
        if len(written) > _LONGEST or not _begins(written, lexicons):
            continue
        words = [token.text for clause in clauses(written) for token in clause if token.kind != "mark"]
        for lexicon in lexicons:
            known = _words(lexicon.language)
            if all(word in known.praise or word in known.bland for word in words) and not known.praise.isdisjoint(
                words
            ):
                return written
    return None


@cache
def praise_words(language: str) -> Look:
    """What a statement of praise cannot do without: a word of praise."""
    return ((AnyOf(longest_words(_words(language).praise)),),)


def _begins(text: str, lexicons: tuple[Lexicon, ...]) -> bool:
    """Whether the first word is one of praise or a bland one: a quick look that settles nearly every statement."""
    first = _FIRST.search(text)
    if first is None:
        return False
    word = fold(first.group())
    return any(word in words.praise or word in words.bland for words in (_words(one.language) for one in lexicons))


@cache
def _words(language: str) -> PraiseWords:
    raw = section(language, "praise")
    praise = frozenset(word for entry in raw["praise"] for word in entry.split())
    return PraiseWords(praise, frozenset(raw["bland"]))
