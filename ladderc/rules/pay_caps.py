"""Finds where a text keeps somebody's pay below that of their manager."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import by_language, lexicons, section
from ladderc.rules.negation import Negations
from ladderc.rules.tokens import Token, WordList, clauses, first_found, fold, shortest_signs
from ladderc.rules.vocabulary import AnyOf, Look

_REACH = 6
"""How many words may stand between a limit and the manager whose pay it is."""

_VERB = 3
"""Within how many words after the manager a verb may stand last."""


class CapWords(NamedTuple):
    """What keeps pay below a manager's in one language.

    ``pay`` has to be spoken of. ``caps`` limit it ("capped at"); ``exceeds`` do where they are denied ("may not exceed"),
    by ``nobody`` or a negation, but not where that denies something ``harmless`` ("it is not unusual").
    ``caps_after`` and ``exceeds_after`` are those that may stand last ("auf das der Führungskraft begrenzt").
    The limit is ``of_superior`` ("that of the manager"), or a ``superior`` who owns it ("the manager's")
    or is compared by ``earning``.
    The same the other way round: ``leaders`` ``must`` earn more than those ``led``.
    """

    pay: WordList
    earning: WordList
    caps: WordList
    exceeds: WordList
    caps_after: WordList
    exceeds_after: WordList
    nobody: WordList
    superior: WordList
    of_superior: WordList
    harmless: WordList
    must: WordList
    led: WordList
    leaders: WordList
    denied: Negations
    money: tuple[str, ...]
    people: tuple[str, ...]


def pay_cap_phrase(text: Text, locale: str) -> str | None:
    """The first words that cap pay at a manager's, as written, in any language of the text; None where none do."""
    for written, known in by_language(text, locale):
        folded = fold(written)
        for lexicon in known:
            words = _words(lexicon.language)
            if any(one in folded for one in words.people) and any(one in folded for one in words.money):
                found = _first(written, words)
                if found:
                    return found
    return None


@cache
def cap_words(language: str) -> Look:
    """What a text that caps pay cannot do without: pay, and a manager."""
    raw = section(language, "pay_cap")
    return ((AnyOf.of(raw["pay"]), AnyOf.of(raw["superior"], raw["of_superior"], raw["leaders"])),)


@cache
def _words(language: str) -> CapWords:
    raw = section(language, "pay_cap")
    lists = {name: WordList(raw[name]) for name in CapWords._fields if name in raw}
    negation = lexicons(language)[0].headcount.negation
    people = shortest_signs([*raw["superior"], *raw["of_superior"], *raw["leaders"]])
    return CapWords(**lists, denied=negation, money=shortest_signs(raw["pay"]), people=people)


def _first(text: str, words: CapWords) -> str | None:
    for tokens in clauses(text):
        clause = _Clause(tokens, words)
        if not any(words.pay.length_at(clause.texts, at) for at in range(len(tokens))):
            continue
        if found := first_found(text, tokens, clause.cap_from):
            return found
    return None


class _Clause:
    """One clause in which pay may be capped; every method returns where the cap ends, 0 for none."""

    def __init__(self, tokens: Sequence[Token], words: CapWords) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words
        self.earning = any(words.earning.length_at(self.texts, at) for at in range(len(tokens)))

    def cap_from(self, start: int) -> int:
        """The end of "capped at the manager's", "may not exceed that of the manager" that begins here."""
        length = self.words.caps.length_at(self.texts, start)
        if length and not self.words.denied.deny(self.texts, start):
            end = self._superior(start + length)
            if end:
                return end
        length = self.words.exceeds.length_at(self.texts, start)
        if not length:
            return self._verb_last(start)
        end = self._superior(start + length)
        if end and self._denied(start, start + length, end):
            return end
        return self._leaders_above(start, start + length)

    def _superior(self, at: int) -> int:
        for place in range(at, min(at + _REACH, len(self.texts))):
            if self.texts[place] == "," or self.texts[place] in self.words.denied.joins:
                return 0
            length = self.words.of_superior.length_at(self.texts, place)
            if length:
                return place + length
            length = self.words.superior.length_at(self.texts, place)
            if length and (self.earning or self.tokens[place + length - 1].possessive):
                return place + length
        return 0

    def _verb_last(self, start: int) -> int:
        """ "darf das der Führungskraft nicht übersteigen": languages that put the verb last."""
        length = self.words.of_superior.length_at(self.texts, start)
        for at in range(start + length, min(start + length + _VERB, len(self.texts))) if length else ():
            capped = self.words.caps_after.length_at(self.texts, at)
            if capped and not self.words.denied.deny(self.texts, at):
                return at + capped
            above = self.words.exceeds_after.length_at(self.texts, at)
            if above and self._denied(at, at, at):
                return at + above
        return 0

    def _denied(self, start: int, after: int, end: int) -> bool:
        """Whether it is denied that somebody exceeds: before the verb, or between it and the manager."""
        window = range(max(0, start - _REACH), start)
        if any(self.words.harmless.length_at(self.texts, at) for at in window):
            return False
        if any(self.words.nobody.length_at(self.texts, at) for at in window):
            return True
        between = any(self.words.denied.negations.length_at(self.texts, at) for at in range(after, end))
        return between or self.words.denied.deny(self.texts, start)

    def _leaders_above(self, start: int, after: int) -> int:
        """ "managers must earn more than their reports"."""
        before = range(max(0, start - _REACH), start)
        if not any(self.words.leaders.length_at(self.texts, at) for at in before):
            return 0
        if not any(self.words.must.length_at(self.texts, at) for at in before) or self.words.denied.deny(
            self.texts, start
        ):
            return 0
        for place in range(after, min(after + _REACH, len(self.texts))):
            length = self.words.led.length_at(self.texts, place)
            if length:
                return place + length
        return 0
