"""Finds titles that name one gender only, and proposes a form for everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import is_known, language_of, section
from ladderc.rules.tokens import WordList, fold

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_SECOND_FORM = re.compile(
    r"[*:_·•.@]-?[^\W\d_]"  # Leiter*in, Leiter:in, chargé·e, chargé.e
    r"|\(-?[^\W\d_]{1,6}\)"  # Leiter(in)
    r"|/-[^\W\d_]"  # Leiter/-in
    r"|/(?:in|innen|a|o|e|ra|ora|esse|essa|trice|rice|ice|euse|se|ne|ère|ière|ster|vrouw)(?![^\W\d_])",
    re.IGNORECASE,
)
_INNER_CAPITAL = re.compile(r"[a-zäöüß]In(?:nen)?$")
_EVERYONE = re.compile(
    r"(?<!\w)[mwfhdvxn]\s?[/|*,:]\s?[mwfhdvxn](?:\s?[/|*,:]\s?[mwfhdvxn*]){0,2}(?!\w)"  # (m/w/d), H/F
    r"|\ball[- ]genders?\b|\(gn\)",
    re.IGNORECASE,
)


class Gendered(NamedTuple):
    """A word of a title that names one gender, as written, and what could stand there instead."""

    word: str
    instead: str


class _Pair(NamedTuple):
    """Both forms of a title; ``neutral`` may be empty. ``ending`` pairs hold for compounds, ``first`` only in front."""

    masculine: str
    feminine: str
    neutral: str
    ending: bool
    first: bool

    def proposal(self, word: str, form: str) -> str:
        """What could stand for ``word``, which is this pair's ``form``, with its beginning kept."""
        head = word[: len(word) - len(form)]

        def written(tail: str) -> str:
            raised = tail[:1].upper() + tail[1:] if word[len(head) : len(head) + 1].isupper() else tail
            whole = f"{head}{raised}"
            return whole[:1].upper() + whole[1:] if word[:1].isupper() else whole

        if self.neutral:
            return f"“{written(self.neutral)}”"
        return f"“{written(self.masculine)} / {written(self.feminine)}”"


class _Words(NamedTuple):
    exact: dict[str, _Pair]
    endings: tuple[tuple[str, _Pair], ...]
    fine: WordList
    also_english: WordList
    signs: WordList


def gendered_words(title: Text, locale: str) -> tuple[Gendered, ...]:
    """The words of the title that name one gender, in every language that it is written in, each once."""
    found: dict[Gendered, None] = {}
    for tag, written in title.by_language:
        own = language_of(tag or locale)
        languages = (own, "en") if is_known(own) and own != "en" else ("en",)
        if not _EVERYONE.search(written):
            found.update((one, None) for language in languages for one in _gendered(written, _words(language)))
    return tuple(found)


def readable(title: Text, locale: str) -> bool:
    """Whether any version of the title is in a language that has a list of pairs."""
    return any(is_known(tag or locale) for tag, _ in title.by_language)


def _gendered(title: str, words: _Words) -> Iterator[Gendered]:
    pieces = list(_WORD.finditer(title))
    folded = [_single(fold(piece.group())) for piece in pieces]
    forms = [_form(word, words, at) for at, word in enumerate(folded)]
    present = {(pair, form) for known in forms if known for pair, form in [known]}
    for piece, word, known in zip(pieces, folded, forms, strict=True):
        if known is None:
            continue
        pair, form = known
        other = pair.feminine if form == pair.masculine else pair.masculine
        if (pair, other) in present and other != form:
            continue  # both forms are written
        if _SECOND_FORM.match(title, piece.end()) or _INNER_CAPITAL.search(piece.group()):
            continue
        if word in words.also_english and not any(one in words.signs for one in folded if one != word):
            continue
        yield Gendered(piece.group(), pair.proposal(piece.group(), form))


def _single(word: str) -> str:
    """The German plural of a feminine form as one: ``Entwicklerinnen``."""
    return word.removesuffix("nen") if word.endswith("innen") else word


def _form(word: str, words: _Words, at: int) -> tuple[_Pair, str] | None:
    """The pair that a word belongs to, and the form of the pair that it ends in."""
    pair = words.exact.get(word)
    if pair:
        return None if pair.first and at else (pair, word)
    if word in words.fine:
        return None
    return next(((pair, ending) for ending, pair in words.endings if word.endswith(ending)), None)


@cache
def _words(language: str) -> _Words:
    raw = section(language, "gendered")
    exact: dict[str, _Pair] = {}
    endings: dict[str, _Pair] = {}
    for entry in raw["pairs"]:
        pair = _pair(entry)
        for form in (pair.masculine, pair.feminine):
            (endings if pair.ending else exact)[fold(form)] = pair
    for entry in raw["neutral_pairs"]:
        pair = _pair(entry)
        pair = pair._replace(neutral=pair.masculine)
        (endings if pair.ending else exact)[fold(pair.feminine)] = pair
    longest = sorted(endings.items(), key=lambda item: (-len(item[0]), item[0]))
    return _Words(exact, tuple(longest), WordList(raw["not"]), WordList(raw["also_english"]), WordList(raw["signs"]))


def _pair(entry: str) -> _Pair:
    forms = [form.strip() for form in entry.split("|")]
    masculine, feminine, neutral = (form.lstrip("*^") for form in (*forms, "")[:3])
    return _Pair(masculine, feminine, neutral, entry.startswith("*"), entry.startswith("^"))
