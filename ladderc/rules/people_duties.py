"""Finds where a text says that somebody decides on people: hiring, ratings, dismissal, discipline, pay, leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.rules.lexicon import HeadcountWords, by_language, lexicons, section
from ladderc.rules.negation import Negations
from ladderc.rules.tokens import Token, WordList, clauses, longest_words, rough_words
from ladderc.rules.vocabulary import AnyOf, Look

_REACH = 4
"""How many plain words may stand between a verb and the people whom it is about."""


class DutyWords(NamedTuple):
    """What decides on people in one language.

    ``deciding`` words take any of ``matters`` ("decides on pay"), ``conducting`` ones only ``appraisals``
    ("holds performance reviews"); ``deciding_after`` are those that may follow ("über Gehälter entschieden").
    ``between`` may stand before a matter and ``tails`` after it; any other word after it makes it something else
    ("owns the pay module"). Matters that mean other things as well are
    ``alone``, or of people, or are none ("ratings of bonds").
    ``acts`` are verbs about persons ("hires engineers").
    ``parted`` has, by the second half of a verb that stands in two parts, its first halves ("keurt verlof goed").
    ``denied`` are the words that take a duty back: negations, and ``helping`` ("advises those who decide on pay").
    ``verbs`` and ``nouns`` are words without one of each of which no text has a duty, for a first look; a duty begins with one of ``begins``.
    """

    deciding: WordList
    deciding_after: WordList
    conducting: WordList
    appraisals: WordList
    matters: WordList
    alone: WordList
    tails: WordList
    between: WordList
    acts: WordList
    parted: Mapping[str, Sequence[str]]
    denied: Negations
    verbs: frozenset[str]
    nouns: frozenset[str]
    begins: frozenset[str]


def duty_phrase(text: Text, locale: str) -> str | None:
    """The first words that decide on people, as written, in any language of the text; None where there are none."""
    for written, known in by_language(text, locale):
        rough = rough_words(written)
        for lexicon in known:
            words = _words(lexicon.language)
            if words.verbs.isdisjoint(rough) or words.nouns.isdisjoint(rough):
                continue
            if found := _first(written, words, lexicon.headcount):
                return found
    return None


def is_people_matter(name: Text, locale: str) -> bool:
    """Whether the name of what is decided, as a whole, is a matter of people: "Hiring", "Whom to hire"."""
    for written, known in by_language(name, locale):
        for lexicon in known:
            for tokens in clauses(written):
                texts = [token.text for token in tokens]
                words = _words(lexicon.language)
                start = _past(texts, 0, words.between)
                end = start + max(words.matters.length_at(texts, start), words.alone.length_at(texts, start))
                if end > start and (end == len(texts) or texts[end] in words.tails):
                    return True
    return False


@cache
def duty_words(language: str) -> Look:
    """What a text that decides on people cannot do without: a verb, and what it decides on or whom."""
    raw, counts = section(language, "people_duties"), section(language, "headcount")
    return (
        (AnyOf.of(raw["deciding"], raw["deciding_after"]), AnyOf.of(raw["matters"], raw["alone"])),
        (AnyOf.of(raw["conducting"]), AnyOf.of(raw["appraisals"], raw["alone"])),
        (AnyOf.of(raw["acts"]), AnyOf.of(counts["people"], counts["person"])),
    )


@cache
def _words(language: str) -> DutyWords:
    raw, counts = section(language, "people_duties"), section(language, "headcount")
    negation = lexicons(language)[0].headcount.negation
    denied = negation._replace(negations=WordList([*counts["negations"], *raw["helping"]]))
    verbs = longest_words([*raw["deciding"], *raw["deciding_after"], *raw["conducting"], *raw["acts"]])
    nouns = longest_words([*raw["matters"], *raw["alone"], *raw["appraisals"], *counts["people"], *counts["person"]])
    lists = {name: WordList(raw[name]) for name in DutyWords._fields if name in raw and name != "parted"}
    starting = ("deciding", "conducting", "acts", "matters", "alone")
    begins = frozenset[str]().union(*(lists[name].first_words() for name in starting))
    return DutyWords(**lists, parted=raw.get("parted", {}), denied=denied, verbs=verbs, nouns=nouns, begins=begins)


def _first(text: str, words: DutyWords, people: HeadcountWords) -> str | None:
    for tokens in clauses(text):
        clause = _Clause(tokens, words, people)
        for start, token in enumerate(tokens):
            end = clause.duty_from(start) if token.text in words.begins else 0
            if end and not words.denied.deny(clause.texts, start):
                return text[tokens[clause.opening(start, end)].start : tokens[end - 1].end]
    return None


class _Clause:
    """One clause in which somebody may decide on people; every method returns where the duty ends, 0 for none."""

    def __init__(self, tokens: Sequence[Token], words: DutyWords, people: HeadcountWords) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words
        self.people = people

    def opening(self, start: int, end: int) -> int:
        """Where a duty is quoted from: the first half of its verb, where that stands before the matter."""
        halves = self.words.parted.get(self.texts[end - 1], ())
        return next((at for at in range(start - 1, -1, -1) if self.texts[at] in halves), start)

    def duty_from(self, start: int) -> int:
        """The end of a duty that begins here."""
        words = self.words
        for verbs, matters in ((words.deciding, words.matters), (words.conducting, words.appraisals)):
            length = verbs.length_at(self.texts, start)
            end = self._objects(start + length, matters) if length else 0
            if end:
                return end
        return self._act(start) or self._matter_first(start)

    def _objects(self, at: int, matters: WordList) -> int:
        """ "the roadmap, hiring and pay": the first matter among what a verb governs; "not" after the verb denies it."""
        for _ in range(3):
            at = self._past_joined_verbs(at)
            at = _past(self.texts, at, self.words.between)
            end = self._matter(at, matters)
            if end:
                return end
            at = self._past_item(at)
            if not at:
                return 0
        return 0

    def _past_joined_verbs(self, at: int) -> int:
        """Past "and approves" after the first verb."""
        while at + 1 < len(self.texts) and (self.texts[at] == "," or self.texts[at] in self.people.joins):
            length = self.words.deciding.length_at(self.texts, at + 1)
            at += 1 + length
            if not length:
                break
        return at

    def _past_item(self, at: int) -> int:
        """The next of several objects, 0 where the verb governs no more."""
        for join in range(at, min(at + _REACH, len(self.texts))):
            if self.texts[join] == "," or self.texts[join] in self.people.joins:
                return join + 1
            if self.tokens[join].kind != "word" or self.texts[join] in self.people.blockers:
                return 0
        return 0

    def _matter(self, at: int, matters: WordList) -> int:
        end = at + matters.length_at(self.texts, at)
        alone = end == at
        if alone:
            end = at + self.words.alone.length_at(self.texts, at)
        if end == at or self.tokens[end - 1].possessive or self._denied_after(end):
            return 0
        if end == len(self.texts) or self.tokens[end].kind == "mark" or self.texts[end] in self.people.joins:
            return end
        return end if self.texts[end] in self.words.tails and (not alone or self._persons(end + 1)) else 0

    def _denied_after(self, end: int) -> bool:
        """ "entscheidet über Einstellungen nicht": in some languages the negation comes last."""
        return self.people.verb_final and any(text in self.words.denied.negations for text in self.texts[end : end + 2])

    def _act(self, start: int) -> int:
        """ "hires and develops engineers"; "new hires" are people and no act."""
        length = self.words.acts.length_at(self.texts, start)
        if not length or (start and not self._begins(start)):
            return 0
        return self._persons(start + length)

    def _persons(self, at: int) -> int:
        """The end of "the engineers of the team" and the like."""
        for noun in range(at, min(at + _REACH + 1, len(self.texts))):
            text = self.texts[noun]
            if text in self.people.people or text in self.people.person:
                return 0 if self.tokens[noun].possessive else noun + 1
            if text not in self.words.between and text in self.people.blockers:
                return 0
        return 0

    def _begins(self, start: int) -> bool:
        """Whether a verb can stand here: after a join, an auxiliary or an adverb, not after a noun or an adjective."""
        before = self.texts[start - 1]
        known = before == "," or before in self.people.joins or before in self.people.possessors
        return known or before in self.people.fillers or before.endswith(self.people.adverb_endings or ("\0",))

    def _matter_first(self, start: int) -> int:
        """ "über Gehälter entschieden": languages that put the verb last."""
        if not self.people.verb_final:
            return 0
        length = self.words.matters.length_at(self.texts, start) or self.words.alone.length_at(self.texts, start)
        for at in range(start + length, min(start + length + 3, len(self.texts))) if length else ():
            verb = self.words.deciding_after.length_at(self.texts, at)
            if verb:
                # "regelt verlof goed": half a verb decides nothing
                halved = self.texts[at] in self.words.parted
                return 0 if halved and self.opening(start, at + verb) == start else at + verb
            if self.texts[at] in self.words.denied.negations:
                return 0
        return 0


def _past(texts: Sequence[str], at: int, fillers: WordList) -> int:
    while at < len(texts) and (length := fillers.length_at(texts, at)):
        at += length
    return at
