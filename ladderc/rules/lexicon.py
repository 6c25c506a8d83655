"""The word lists behind the rules on titles and wording, one data file a language, read when first asked for."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ladderc.model.text import Text
from ladderc.rules.negation import Negations
from ladderc.rules.tokens import WordList, longest_word, longest_words, rough_words

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


class Hints(NamedTuple):
    """A rough look before the close one, since most sentences count nobody: words that a count cannot do without.

    ``holders`` are verbs and nouns that put people under somebody; ``phrases`` are the words of
    each phrase, by the longest of them; ``begins`` are the words that a count begins with,
    numbers in figures aside.
    """

    numbers: frozenset[str]
    nouns: frozenset[str]
    endings: tuple[str, ...]
    holders: frozenset[str]
    phrases: Mapping[str, tuple[frozenset[str], ...]]
    begins: frozenset[str]

    def may_count(self, words: frozenset[str]) -> bool:
        """Whether a text of these words may count people: it has the words of a phrase, or a quantity, a noun and a holder."""
        if any(phrase <= words for word in words & self.phrases.keys() for phrase in self.phrases[word]):
            return True
        if words.isdisjoint(self.holders):
            return False
        if words.isdisjoint(self.numbers) and not any(word[0].isdigit() for word in words):
            return False
        return not words.isdisjoint(self.nouns) or any(word.endswith(self.endings) for word in words if self.endings)


class HeadcountWords(NamedTuple):
    """What counts people in one language.

    ``governors`` manage, lead, supervise or oversee; with ``verb_final`` they may follow what they govern.
    ``numbers`` are quantities in words, ``ones`` those that go with a ``person`` and not with ``people``;
    ``before_number``, ``after_number`` and ``ranges`` extend them ("at least", "or more", "to").
    ``reports`` are people after a ``direct`` or a ``possessors`` word, and papers before one of ``documents``.
    ``teams`` count by ``team_of`` a number, other ``collectives`` only when governed (``of``); ``strong`` is "six-person".
    ``sheltered`` words before a team mean work in, for or with it, unless ``exposed`` ("responsible for").
    ``blockers`` end what a verb governs; ``fillers``, ``adverb_endings`` and ``joins`` do not.
    ``plural_endings`` tell a second noun from an adjective, apart from ``plural_modifiers``;
    ``compound_heads`` take people as their modifier ("people programmes").
    ``phrases`` and, as whole names of metrics, ``measures`` count people by themselves.
    ``negation`` says what denies it all.
    """

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
    negation: Negations
    hints: Hints


class Lexicon(NamedTuple):
    """One language's word lists."""

    language: str
    titles: TitleWords
    headcount: HeadcountWords


@cache
def lexicons(locale: str) -> tuple[Lexicon, ...]:
    """The word lists for texts of a locale: its own language's, and always English, in which many firms title."""
    own = (language_of(locale),) if is_known(locale) else ()
    return tuple(_load(name) for name in dict.fromkeys((*own, "en")))


def language_of(locale: str) -> str:
    """The language of a locale: ``de`` for ``de-AT``."""
    return locale.split("-")[0].casefold()


def is_known(locale: str) -> bool:
    """Whether there are word lists in the language of a locale; without them nothing follows from missing words."""
    return language_of(locale) in LANGUAGES


def section(language: str, name: str) -> dict[str, Any]:
    """One part of a language's data file as it is written, for the module of rules that it belongs to."""
    part: dict[str, Any] = _raw(language)[name]
    return part


def by_language(text: Text, locale: str) -> list[tuple[str, tuple[Lexicon, ...]]]:
    """Every version of an author's text with the word lists that it is judged by."""
    return [(written, lexicons(tag or locale)) for tag, written in text.by_language]


@cache
def _load(language: str) -> Lexicon:
    titles, counts = section(language, "titles"), section(language, "headcount")
    open_ended = [entry.removesuffix("…").strip() for entry in titles["allowed"] if entry.endswith("…")]
    closed = [entry for entry in titles["allowed"] if not entry.endswith("…")]
    return Lexicon(
        language,
        TitleWords(WordList(titles["management"]), WordList(closed), WordList(open_ended)),
        _headcount(counts),
    )


@cache
def _raw(language: str) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads((_FILES / f"{language}.json").read_text(encoding="utf-8"))
    return parts


def _headcount(counts: dict[str, Any]) -> HeadcountWords:
    typed = {name: _typed(name, value) for name, value in counts.items()}
    deny = {name: typed.pop(name) for name in Negations._fields if name != "joins"}
    lists = (typed[name] for name in ("phrases", "teams", "before_number", "numbers", "governors"))
    hints = _hints(counts, frozenset[str]().union(*(one.first_words() for one in lists)))
    return HeadcountWords(**typed, negation=Negations(**deny, joins=typed["joins"]), hints=hints)


def _hints(counts: dict[str, list[str]], begins: frozenset[str]) -> Hints:
    def longest(*names: str) -> frozenset[str]:
        return longest_words(
            [entry for name in names for entry in counts[name] if not entry.startswith("*") or "-" in entry]
        )

    endings = tuple(entry.strip("*") for entry in counts["strong"] if entry.startswith("*") and "-" not in entry)
    nouns = longest("people", "person", "reports", "teams", "collectives", "strong")
    holders = longest("governors", "teams", "reports")
    phrases: dict[str, tuple[frozenset[str], ...]] = {}
    for entry in counts["phrases"]:
        word = longest_word(entry)
        phrases[word] = (*phrases.get(word, ()), rough_words(entry))
    return Hints(longest("numbers"), nouns, endings, holders, phrases, begins)


def _typed(name: str, value: Any) -> Any:
    if name == "verb_final":
        return bool(value)
    return tuple(value) if name.endswith("_endings") else WordList(value)
