"""How far a negation reaches: "does not hire, rate or manage five people", and not "does not code, and leads"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladderc.rules.tokens import WordList

_WINDOW = 6
"""How many words a negation reaches forward."""


class Negations(NamedTuple):
    """What denies in one language.

    ``negations`` deny what follows up to ``contrasts``; ``alternatives`` carry them on past other ``joins``;
    ``no_negations`` only look so ("not only").
    """

    negations: WordList
    no_negations: WordList
    contrasts: WordList
    alternatives: WordList
    joins: WordList

    def deny(self, texts: Sequence[str], start: int) -> bool:
        """Whether a negation before this position still reaches it."""
        for at in range(max(0, start - _WINDOW), start):
            if self.no_negations.length_at(texts, at):
                continue
            length = self.negations.length_at(texts, at)
            inside_fine = any(
                at > fine and at < fine + self.no_negations.length_at(texts, fine) for fine in range(max(0, at - 3), at)
            )
            if length and not inside_fine and not self._new_thought(texts, at + length, start):
                return True
        return False

    def _new_thought(self, texts: Sequence[str], after: int, before: int) -> bool:
        """Whether what a negation denies ends between two positions.

        ``but`` ends it, ``or`` never does; a comma or ``and`` does unless it follows the first denied word:
        "does not hire, rate or manage five people" is one thought, "does not code, and leads …" two.
        """
        opening = zip(texts[after : after + 2], texts[after + 1 : after + 3], strict=False)
        listing = any(text == "," and not self._goes_on(following) for text, following in opening)
        for at in range(after, before):
            text = texts[at]
            if text in self.contrasts:
                return True
            if (text == "," or self._goes_on(text)) and at - after > 1 and not listing:
                return True
        return False

    def _goes_on(self, text: str) -> bool:
        """Whether the word goes on to something else: "and", not "or"."""
        return text in self.joins and text not in self.alternatives
