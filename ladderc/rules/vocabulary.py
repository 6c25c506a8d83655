"""Which texts are worth a close look: most lack the words that a rule cannot do without, and an index tells at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import lexicons
from ladderc.rules.tokens import longest_words
from ladderc.rules.word_sets import Cut

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

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that are of this kind."""
        if not (self._endings or self._parts or self._digits):
            return self._words & words
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        known = self._known
        return frozenset([word for word in words if (known[word] if word in known else self._remember(word))])

    def _remember(self, word: str) -> bool:
        found = word in self._words or word.endswith(self._endings) or any(part in word for part in self._parts)
        self._known[word] = found = found or (self._digits and word[0].isdigit())
        return found


Look = tuple[tuple[AnyOf, ...], ...]
"""A first look: a text may be meant where it has a word of every kind of one of these rows."""


class _Owned(NamedTuple):
    """The texts of one owner in one language."""

    owner: str
    cut: Cut


class Vocabulary:
    """The words of many texts; a text belongs to an owner, as to a level.

    What an owner's texts say together is looked at first: most of them need not be told from each other.
    """

    def __init__(self, owners: Iterable[tuple[str, Mapping[str, Cut]]], locale: str) -> None:
        """Owners come with their texts, by language."""
        self._locale = locale
        self._by_language: dict[str, list[_Owned]] = {}
        for owner, cuts in owners:
            for tag, cut in cuts.items():
                self._by_language.setdefault(tag, []).append(_Owned(owner, cut))
        self._words = {
            tag: frozenset[str]().union(*[one.cut.together_rough for one in owned])
            for tag, owned in self._by_language.items()
        }

    def saying(self, look: Callable[[str], Look]) -> dict[str, set[Text]]:
        """The texts that pass a look, in their own language or in English, by their owners.

        ``look`` gives that of a language.
        """
        found: dict[str, set[Text]] = {}
        for tag, owned in self._by_language.items():
            for lexicon in lexicons(tag or self._locale):
                for row in look(lexicon.language):
                    kinds = [kind.among(self._words[tag]) for kind in row]
                    if all(kinds):
                        _add_having_all(kinds, owned, found)
        return found


def _add_having_all(kinds: list[frozenset[str]], owned: list[_Owned], found: dict[str, set[Text]]) -> None:
    """Add the texts that have a word of every kind."""
    for owner, cut in owned:
        present = [kind & cut.together_rough for kind in kinds]
        if all(present):
            having = [*zip(cut.texts, cut.rough, strict=True)]
            for kind in sorted(present, key=len):  # what tells most comes first
                having = [pair for pair in having if not kind.isdisjoint(pair[1])]
            if having:
                found.setdefault(owner, set()).update([text for text, _ in having])
