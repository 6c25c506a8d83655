"""The word lists behind the rules on titles and wording, one data file a language, read when first asked for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ladderc.model.text import Text
from ladderc.rules.tokens import WordList

_FILES = Path(__file__).with_name("lexicons")

LANGUAGES = ("en", "de", "fr", "es", "it", "nl")
"""The languages that have a data file."""


class TitleWords(NamedTuple):
    """Words that make a title a manager's, and the titles that contain one and are not.

    An entry of ``allowed`` that ends in ``…`` takes the rest of the title with it.
    """

    management: WordList
    allowed: WordList
    allowed_to_the_end: WordList


class HeadcountWords(NamedTuple):
    """What counts people in one language; each list is explained in ``docs/decisions/headcount.md``."""

    governors: WordList
    verb_final: bool
    numbers: WordList
    ones: WordList
    before_number: WordList
    after_number: WordList
    ranges: WordList
    people: WordList
    person: WordList
    reports: WordList
    direct: WordList
    documents: WordList
    possessors: WordList
    teams: WordList
    collectives: WordList
    of: WordList
    team_of: WordList
    strong: WordList
    sheltered: WordList
    exposed: WordList
    blockers: WordList
    fillers: WordList
    adverb_endings: tuple[str, ...]
    joins: WordList
    plural_endings: tuple[str, ...]
    plural_modifiers: WordList
    compound_heads: WordList
    phrases: WordList
    measures: WordList
    negations: WordList
    no_negations: WordList
    contrasts: WordList
    alternatives: WordList


class Lexicon(NamedTuple):
    """One language's word lists."""

    language: str
    titles: TitleWords
    headcount: HeadcountWords


@cache
def lexicons(locale: str) -> tuple[Lexicon, ...]:
    """The word lists for texts of a locale: its own language's, and always English, in which many firms title."""
    language = locale.split("-")[0].casefold()
    own = (language,) if language in LANGUAGES else ()
    return tuple(_load(name) for name in dict.fromkeys((*own, "en")))


def by_language(text: Text, locale: str) -> list[tuple[str, tuple[Lexicon, ...]]]:
    """Every version of an author's text with the word lists that it is judged by."""
    return [(written, lexicons(tag or locale)) for tag, written in text.by_language]


@cache
def _load(language: str) -> Lexicon:
    raw = json.loads((_FILES / f"{language}.json").read_text(encoding="utf-8"))
    titles = raw["titles"]
    open_ended = [entry.removesuffix("…").strip() for entry in titles["allowed"] if entry.endswith("…")]
    closed = [entry for entry in titles["allowed"] if not entry.endswith("…")]
    return Lexicon(
        language,
        TitleWords(WordList(titles["management"]), WordList(closed), WordList(open_ended)),
        HeadcountWords(**{name: _typed(name, raw["headcount"][name]) for name in HeadcountWords._fields}),
    )


def _typed(name: str, value: Any) -> Any:
    if name == "verb_final":
        return bool(value)
    return tuple(value) if name.endswith("_endings") else WordList(value)
