"""Tells whether a condition asks for having led people, or for a trial of it."""

from __future__ import annotations

from functools import cache

from ladderc.model.text import Text
from ladderc.rules.lexicon import by_language, is_known, section
from ladderc.rules.tokens import WordList, clauses


def asks_for_leading(text: Text, locale: str) -> bool:
    """Whether the text, in any language it is written in, speaks of leading people or of a trial, undenied."""
    for written, lexicons in by_language(text, locale):
        # a word borrowed from English is denied in the text's own language: "pas de coaching"
        negations = [lexicon.headcount.negation for lexicon in lexicons]
        for tokens in clauses(written):
            texts = [token.text for token in tokens]
            for at in range(len(texts)):
                named = any(_words(lexicon.language).length_at(texts, at) for lexicon in lexicons)
                if named and not any(negation.deny(texts, at) for negation in negations):
                    return True
    return False


def can_be_read(text: Text, locale: str) -> bool:
    """Whether there are word lists for a language of the text; without them nothing follows from missing words."""
    return any(is_known(tag or locale) for tag, _ in text.by_language)


@cache
def _words(language: str) -> WordList:
    return WordList(section(language, "people_leadership")["evidence"])
