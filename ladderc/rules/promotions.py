"""Reads the step into a level: how much evidence is asked for, how many judge it, who decides, who may nominate."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.rules.lexicon import by_language, section
from ladderc.rules.placeholders import is_written
from ladderc.rules.tokens import WordList, clauses, fold

ANYONE = "anyone"
"""The nominators among whom everybody else is counted."""

BOARD = "a board"
"""The kind of approver that is several people."""

_NUMBER_WITHIN = 4
"""Among how many words at the beginning of an entry its number of people stands."""


class PromotionWords(NamedTuple):
    """Who is who in one language: kinds of ``approvers`` and ``nominators`` by their words, and ``counts`` of people.

    Where two kinds have words for the same place, the longer words decide, then the kind that is listed first.
    """

    approvers: dict[str, WordList]
    nominators: dict[str, WordList]
    counts: dict[str, int]


class Nominators(NamedTuple):
    """Who may nominate: ``kinds`` that the word lists know, and ``others`` as they are written."""

    kinds: frozenset[str]
    others: tuple[str, ...]


def evidence_items(level: Level) -> int:
    """How many things the step into a level asks to be shown; placeholders and required levels count for nothing."""
    if level.promotion is None:
        return 0
    required = [one.text for one in level.promotion.requires if one.text]
    return len(_written((*level.promotion.evidence, *required)))


def panel_size(level: Level, locale: str) -> int | None:
    """How many people judge the step: "Two managers" is two, an entry without a number is one.

    None where a whole board judges and nobody says how many sit on it.
    """
    sizes = [_people(text, locale) for text in _written(level.promotion.panel)] if level.promotion else []
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def approver(level: Level) -> Text | None:
    """Who decides, where it is written."""
    text = level.promotion.approver if level.promotion else None
    return text if is_written(text) else None


def approver_kind(level: Level, locale: str) -> str | None:
    """What kind of person or body decides, such as ``a board``; None where it is not written or not known."""
    text = approver(level)
    return next(iter(_kinds(text, locale, "approvers")), None) if text else None


def nominators(level: Level, locale: str) -> Nominators:
    """Who may nominate for a level."""
    kinds: dict[str, None] = {}
    others = []
    for text in _written(level.promotion.nomination) if level.promotion else []:
        found = _kinds(text, locale, "nominators")
        kinds.update(dict.fromkeys(found))
        if not found:
            others.append(" ".join(fold(text.plain).split()))
    return Nominators(frozenset(kinds), tuple(others))


def _written(texts: Iterable[Text]) -> list[Text]:
    return [text for text in texts if is_written(text)]


def _kinds(text: Text, locale: str, of: str) -> list[str]:
    """The kinds whose words a text has, in the order in which they stand; longer words first where two begin alike."""
    for written, lexicons in by_language(text, locale):
        for lexicon in lexicons:
            lists: dict[str, WordList] = getattr(_words(lexicon.language), of)
            found: dict[str, None] = {}
            for tokens in clauses(written):
                texts = [token.text for token in tokens]
                at = 0
                while at < len(texts):
                    length, kind = max(
                        ((words.length_at(texts, at), kind) for kind, words in lists.items()), key=_length
                    )
                    if length:
                        found[kind] = None
                    at += length or 1
            if found:
                return list(found)
    return []


def _length(found: tuple[int, str]) -> int:
    return found[0]


def _people(text: Text, locale: str) -> int | None:
    for written, lexicons in by_language(text, locale):
        tokens = [token for clause in clauses(written) for token in clause][:_NUMBER_WITHIN]
        for lexicon in lexicons:
            counts = _words(lexicon.language).counts
            for token in tokens:
                if token.kind == "number" and token.text.isdigit():
                    return int(token.text)
                if token.text in counts:
                    return counts[token.text]
    return None if BOARD in _kinds(text, locale, "approvers") else 1


@cache
def _words(language: str) -> PromotionWords:
    raw = section(language, "promotion")
    return PromotionWords(
        {kind: WordList(words) for kind, words in raw["approvers"].items()},
        {kind: WordList(words) for kind, words in raw["nominators"].items()},
        raw["counts"],
    )
