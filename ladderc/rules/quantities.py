"""Reads quantities of people off a clause: "up to five senior engineers", "a six-person team"."""

from __future__ import annotations

from collections.abc import Sequence

from ladderc.rules.lexicon import HeadcountWords
from ladderc.rules.tokens import Token


class Quantities:
    """One clause under one language's words; every method takes and returns positions of tokens, 0 for none."""

    def __init__(self, tokens: Sequence[Token], words: HeadcountWords) -> None:
        """Take the tokens of one clause."""
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words

    def people(self, at: int) -> int:
        """The end of "up to five senior engineers"; 0 where no quantity of people stands here."""
        number = self.number(at)
        if not number:
            return 0
        single = self.texts[number - 1] in self.words.ones
        for noun in range(number, min(number + 4, len(self.texts))):
            text = self.texts[noun]
            following = self.texts[noun + 1] if noun + 1 < len(self.texts) else ""
            if text in self.words.people or (single and text in self.words.person):
                if following in self.words.people:
                    continue  # "three people managers"
                counted = not self.tokens[noun].possessive and following not in self.words.compound_heads
                written = text in self.words.reports and following in self.words.documents
                return noun + 1 if counted and not written else 0
            modifies = text in self.words.plural_modifiers or not text.endswith(self.words.plural_endings or ("\0",))
            if not self.plain_word(noun) or not modifies or self.tokens[noun].possessive:
                return 0
        return 0

    def strong(self, at: int) -> int:
        """ "six-person team", "12-strong group"."""
        if at >= len(self.texts) or self.texts[at] not in self.words.strong:
            return 0
        first = self.texts[at].split("-")[0]
        if not (first.isdigit() or first in self.words.numbers):
            return 0
        for noun in range(at + 1, min(at + 3, len(self.texts))):
            if self.texts[noun] in self.words.collectives:
                return noun + 1
        return 0

    def bare_number(self, at: int) -> int:
        """A number with nothing counted after it: "team of 8", "a group of five or more"."""
        number = self.number(at)
        if not number or (number < len(self.texts) and self.plain_word(number)):
            return 0
        return number

    def number(self, at: int) -> int:
        """The end of "at least 5 to 8"; 0 where no quantity stands here."""
        if at >= len(self.texts) or (self.tokens[at].kind == "word" and self.texts[at] not in self.words.hints.begins):
            return 0  # as nearly everywhere: no entry of the lists below begins so
        begun = at
        while at < len(self.texts):
            step = self.words.before_number.length_at(self.texts, at)
            if self.texts[at] in ("≥", "≤", ">", "<", "~", "≈"):
                step = 1
            if not step:
                break
            at += step
        end = self._numeral(at) or (self._numeral(begun) if begun != at else 0)
        while end and end < len(self.texts):
            more = self.words.after_number.length_at(self.texts, end) or (1 if self.texts[end] == "+" else 0)
            if not more and self.texts[end] in self.words.ranges:
                further = self._numeral(end + 1)
                more = further - end if further else 0
            if not more:
                break
            end += more
        return end

    def _numeral(self, at: int) -> int:
        if at < len(self.tokens) and self.tokens[at].kind == "number":
            return at + 1
        length = self.words.numbers.length_at(self.texts, at)
        return at + length if length else 0

    def plain_word(self, at: int, *, blockers: bool = True) -> bool:
        """A word that may stand between a verb and what it governs."""
        token = self.tokens[at]
        if token.kind != "word" or token.text in self.words.joins:
            return False
        return not (blockers and token.text in self.words.blockers)
