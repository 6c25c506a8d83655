"""Which texts are worth a close look: most lack the words that a rule cannot do without, and an index tells at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import lexicons
from ladderc.rules.tokens import longest_words, rough_words

_MOST_KNOWN = 5000
"""How many words an ``AnyOf`` remembers the answer for."""


class AnyOf:
    """A kind of word of which a text needs one: listed words, words with an ending or a part, words with digits."""

    def __init__(
        self,
        words: Iterable[str] = (),
        *,
        endings: tuple[str, ...] = (),
        parts: Iterable[str] = (),
        digits: bool = False,
    ) -> None:
        """All of it folded, as ``rough_words`` gives the words of a text."""
        self._words = frozenset(words)
        self._endings = endings
        self._parts = tuple(parts)
        self._digits = digits
        self._known: dict[str, bool] = {}

    @classmethod
    def of(cls, *lists: Sequence[str]) -> AnyOf:
        """What a text needs to have an entry of word lists: the longest word of it, as a part where it has a ``*``."""
        entries = [entry for several in lists for entry in several]
        whole = [entry for entry in entries if "*" not in entry]
        return cls(longest_words(whole), parts=longest_words([entry for entry in entries if "*" in entry]))

    def among(self, words: dict[str, list[int]]) -> list[str]:
        """Those of the words that are of this kind."""
        if not (self._endings or self._parts or self._digits):
            return [*(self._words & words.keys())]
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        known = self._known
        return [word for word in words if (known[word] if word in known else self._remember(word))]

    def _remember(self, word: str) -> bool:
        found = word in self._words or word.endswith(self._endings) or any(part in word for part in self._parts)
        self._known[word] = found = found or (self._digits and word[0].isdigit())
        return found


Look = tuple[tuple[AnyOf, ...], ...]
"""A first look: a text may be meant where it has a word of every kind of one of these rows."""


class _Entry(NamedTuple):
    """The texts of one language with their owners, and the numbers of those that have a word."""

    texts: list[tuple[str, Text]]
    having: dict[str, list[int]]


class Vocabulary:
    """The words of many texts, each with the texts that have it; a text belongs to an owner, as to a level."""

    def __init__(self, texts: Iterable[tuple[str, Text]], locale: str) -> None:
        """Texts come with the names of their owners."""
        self._locale = locale
        self._by_language: dict[str, _Entry] = {}
        for owned in texts:
            for tag, written in owned[1].by_language:
                entry = self._by_language.get(tag)
                if entry is None:
                    entry = self._by_language[tag] = _Entry([], defaultdict(list))
                number = len(entry.texts)
                entry.texts.append(owned)
                having = entry.having
                for word in rough_words(written):
                    having[word].append(number)

    def saying(self, look: Callable[[str], Look]) -> dict[str, set[Text]]:
        """The texts that pass a look, in their own language or in English, by their owners.

        ``look`` gives that of a language.
        """
        found: dict[str, set[Text]] = {}
        for tag, entry in self._by_language.items():
            for lexicon in lexicons(tag or self._locale):
                for row in look(lexicon.language):
                    for number in _having_all(entry.having, row):
                        owner, text = entry.texts[number]
                        found.setdefault(owner, set()).add(text)
        return found


def _having_all(having: dict[str, list[int]], row: tuple[AnyOf, ...]) -> set[int]:
    """The numbers of the texts that have a word of every kind."""
    passed: set[int] | None = None
    for kind in row:
        numbers = {number for word in kind.among(having) for number in having[word]}
        passed = numbers if passed is None else passed & numbers
        if not passed:
            return set()
    return passed or set()
