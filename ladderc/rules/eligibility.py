"""Finds where a text gives a bonus or another benefit to managers as such, or to those with people under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import by_language, lexicons, section
from ladderc.rules.negation import Negations
from ladderc.rules.tokens import Token, WordList, clauses, first_found, fold, shortest_signs
from ladderc.rules.vocabulary import AnyOf, Look

_FILLERS = 2
"""How many words may stand between ``only`` and the managers whom it is about."""


class EligibilityWords(NamedTuple):
    """What ties a benefit to managing people in one language.

    ``benefits`` are the things; ``grants`` and, said of managers, ``eligible`` are how they are given.
    ``managers`` are a class of people ("directors"), unless one of ``others`` stands before ("project managers").
    With ``ranks`` ("level") they may be followed by ``above`` ("and above"), or stand beside ``only``
    with ``fillers`` between ("only for managers"); ``meant_for`` gives it to them. ``phrases`` say all of it.
    ``with_reports`` are those whom people report to; ``by_size`` measures a benefit by how many they are.
    A clause with a word of ``handling`` is about whoever decides on a benefit, not about whoever gets it.
    ``denied`` is what takes it back; "not only managers" does as well.
    ``things`` and ``people`` are beginnings of words without which no text is meant, for a first look.
    """

    benefits: WordList
    grants: WordList
    eligible: WordList
    managers: WordList
    others: WordList
    ranks: WordList
    above: WordList
    only: WordList
    fillers: WordList
    meant_for: WordList
    phrases: WordList
    with_reports: WordList
    by_size: WordList
    handling: WordList
    denied: Negations
    things: tuple[str, ...]
    people: tuple[str, ...]


def eligibility_phrase(text: Text, locale: str, *, given: bool = False) -> str | None:
    """The first words that tie a benefit to managing people, as written; None where there are none.

    ``given`` is true where the text is about a benefit anyway, as that of an award.
    """
    for written, known in by_language(text, locale):
        folded = fold(written)
        for lexicon in known:
            words = _words(lexicon.language)
            if not given and not any(thing in folded for thing in words.things):
                continue
            if any(one in folded for one in words.people) and (found := _first(written, words, given)):
                return found
    return None


@cache
def tie_words(language: str) -> Look:
    """What a text that ties a benefit cannot do without: a thing that is given, and managers."""
    raw = section(language, "eligibility")
    people = AnyOf.of(raw["managers"], raw["phrases"], raw["with_reports"], raw["by_size"])
    return ((AnyOf.of(raw["benefits"]), people),)


@cache
def _words(language: str) -> EligibilityWords:
    raw = section(language, "eligibility")
    lists = {name: WordList(raw[name]) for name in EligibilityWords._fields if name in raw}
    denied = lexicons(language)[0].headcount.negation._replace(no_negations=WordList([]))
    people = (*raw["managers"], *raw["phrases"], *raw["with_reports"], *raw["by_size"])
    return EligibilityWords(
        **lists, denied=denied, things=shortest_signs(raw["benefits"]), people=shortest_signs(people)
    )


def _first(text: str, words: EligibilityWords, given: bool) -> str | None:
    for sentence in _sentences(text):
        if not given and not any(_has(words.benefits, tokens) for tokens in sentence):
            continue
        for tokens in sentence:
            clause = _Clause(tokens, words)
            if found := first_found(text, tokens, clause.tie_from):
                return found
    return None


def _sentences(text: str) -> Iterator[list[Sequence[Token]]]:
    """The clauses of each sentence: "Bonus: managers and above" is one, though a colon parts it."""
    sentence: list[Sequence[Token]] = []
    for tokens in clauses(text):
        between = text[sentence[-1][-1].end : tokens[0].start] if sentence else ""
        if any(mark in between for mark in ".!?;\n…"):
            yield sentence
            sentence = []
        sentence.append(tokens)
    if sentence:
        yield sentence


def _has(words: WordList, tokens: Sequence[Token]) -> bool:
    texts = [token.text for token in tokens]
    return any(words.length_at(texts, at) for at in range(len(texts)))


class _Clause:
    """One clause in which a benefit may be tied; every method returns where that ends, 0 where it is not."""

    def __init__(self, tokens: Sequence[Token], words: EligibilityWords) -> None:
        self.texts = [token.text for token in tokens]
        self.words = words
        self.handled = _has(words.handling, tokens)
        self.granted = _has(words.grants, tokens) or _has(words.eligible, tokens)

    def tie_from(self, start: int) -> int:
        """The end of a tie that begins here."""
        if self.handled:
            return 0
        phrase = self.words.phrases.length_at(self.texts, start)
        end = start + phrase if phrase else self._tied_by(start)
        return 0 if end and self.words.denied.deny(self.texts, start) else end

    def _tied_by(self, start: int) -> int:
        return self._above(start) or self._only(start) or self._reports(start) or self._entitled(start)

    def _managers(self, at: int) -> int:
        """The end of "managers" or "director level"."""
        length = self.words.managers.length_at(self.texts, at)
        if not length or (at and self.texts[at - 1] in self.words.others):
            return 0
        return at + length + self.words.ranks.length_at(self.texts, at + length)

    def _above(self, start: int) -> int:
        """ "managers and above", where it is given to them or a clause begins with them."""
        at = self._managers(start)
        length = self.words.above.length_at(self.texts, at) if at else 0
        if at and not length and at < len(self.texts) and self.texts[at] == "+":
            length = 1
        begins = start == 0 or self.texts[start - 1] in self.words.meant_for
        return at + length if length and (self.granted or begins) else 0

    def _only(self, start: int) -> int:
        """ "only for managers", "managers only"; not "only managers and experts"."""
        length = self.words.only.length_at(self.texts, start)
        at = start + length
        for _ in range(_FILLERS):
            at += self.words.fillers.length_at(self.texts, at) if length else 0
        end = self._managers(at) if length else 0
        if end:
            return 0 if self._joined(end) else end
        at = self._managers(start)
        length = self.words.only.length_at(self.texts, at) if at else 0
        joined = start > 0 and (self.texts[start - 1] == "," or self.texts[start - 1] in self.words.denied.joins)
        return at + length if length and not joined else 0

    def _joined(self, end: int) -> bool:
        """Whether others stand beside the managers: "… and experts"."""
        if end >= len(self.texts) or not (
            self.texts[end] in (",", "/", "&") or self.texts[end] in self.words.denied.joins
        ):
            return False
        following = self._managers(end + 1)
        return self._joined(following) if following else not self.words.above.length_at(self.texts, end)

    def _reports(self, start: int) -> int:
        """ "… who have direct reports", where it is given to them; "… by team size"."""
        length = self.words.by_size.length_at(self.texts, start)
        if not length and self.granted:
            length = self.words.with_reports.length_at(self.texts, start)
        return start + length if length else 0

    def _entitled(self, start: int) -> int:
        """ "managers are eligible"."""
        at = self._managers(start)
        joined = start > 0 and (self.texts[start - 1] == "," or self.texts[start - 1] in self.words.denied.joins)
        if not at or joined:
            return 0
        for verb in range(at, min(at + _FILLERS, len(self.texts))):
            length = self.words.eligible.length_at(self.texts, verb)
            if length:
                return verb + length
        return 0
