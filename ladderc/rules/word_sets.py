"""Cuts many texts into the sets of their words in one pass, which is several times as quick as one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.likeness import Words, words_in
from ladderc.rules.tokens import plain_lines, rough_words

_APART = "\0"
"""Stands between two texts while they are cut; no text that could be read has it."""


class Cut(NamedTuple):
    """Texts in one language with the words of each and of all together.

    ``words`` are as ``words_of``, ``rough`` as ``rough_words`` gives them.
    """

    texts: Sequence[Text]
    words: Sequence[Words]
    rough: Sequence[Words]
    together: Words
    together_rough: Words


def by_language(texts: Sequence[Text]) -> dict[str, Cut]:
    """The texts cut into words, by the tag of their language."""
    pairs = [pair for text in texts for pair in text.by_language]
    tags = {tag for tag, _ in pairs}
    if len(tags) == 1 and len(pairs) == len(texts):
        return {tags.pop(): _cut(texts, [written for _, written in pairs])}  # as nearly always
    found = {}
    for tag in dict.fromkeys([tag for tag, _ in pairs]):
        own = [(text, written) for text in texts for name, written in text.by_language if name == tag]
        found[tag] = _cut([text for text, _ in own], [written for _, written in own])
    return found


def _cut(texts: Sequence[Text], written: list[str]) -> Cut:
    together = _APART.join(written)
    if not together.isascii() or together.count(_APART) >= len(written):
        words = [words_in(one) for one in written]
        simple = False
    else:
        lines, simple = plain_lines(together)
        words = [frozenset(one.split()) for one in lines.split(_APART)]
    all_words = frozenset[str]().union(*words)
    if simple:
        return Cut(texts, words, words, all_words, all_words)
    rough = [rough_words(one) for one in written]
    return Cut(texts, words, rough, all_words, frozenset[str]().union(*rough))
