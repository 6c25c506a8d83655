"""What is asked of a level can be read at a go: its sentences are of moderate length.

Why
---
A level that must be read three times is read by nobody, and then somebody else says what it means.
That is harder on those who read the language as their second.
If one side's pages are clear and the other's are not, people choose the side that they understand.

Source
------
D: "transparent communication".
That 25 words a sentence are enough, and that a mean says something only from 100 words on, is our own choice.
Read are summaries, statements and duties of each side, in the framework's language; placeholders are left out.
Long sentences can be clear and short ones empty, so this is a note.

Bad
---
    # framework.yaml
    rules:
      readability-gap: {longest: 13}
    # tracks/specialist.yaml
    levels:
      - id: S4
        summary: Is asked first when a product behaves in a way that nobody expected, that none of the usual measurements explains however often they are repeated, and that the customer, who may already be waiting at the gate, describes in words of their own.  # <- here

Good
----
    # framework.yaml
    rules:
      readability-gap: {longest: 13}
    # tracks/specialist.yaml
    levels:
      - id: S4
        summary: Is asked first when a product behaves in a way that nobody expected.

When to waive
-------------
When the words are fixed by law or by a collective agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.phrases import family_name
from ladderc.rules.prose import Passage, length, passages, sentence_lengths
from ladderc.wording.numbers import number

NAMES = {"A": "the levels off the managers' track", "M": "the managers' levels"}


class Reading(NamedTuple):
    """One side's text: its words and sentences."""

    side: str
    words: int
    sentences: int

    @property
    def mean(self) -> Fraction:
        """Words a sentence."""
        return Fraction(self.words, self.sentences)

    @property
    def shown(self) -> Decimal:
        """The mean as it is told, to one place."""
        return (Decimal(self.words) / self.sentences).quantize(Decimal("0.1"), ROUND_HALF_UP)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    fewest = int(case.number("fewest_words"))
    readings = [reading for side in ("A", "M") if (reading := Reading(side, *length(case, side))).words >= fewest]
    if not readings:
        yield case.not_judged(f"{fewest} words of text on one side")
        return
    figures = tuple(Figure("words a sentence", reading.shown, "words", reading.side) for reading in readings)
    limit = case.number("longest")
    long = [reading for reading in readings if reading.mean > Fraction(limit)]
    yield _fails(case, readings, long, figures, limit) if long else case.holds(figures=figures)


class _Longest(NamedTuple):
    """The passage of a side with its longest sentence, and how many words that has."""

    words: int
    passage: Passage


def _longest(case: Case, side: str) -> _Longest:
    """The first of the longest."""
    every = [_Longest(words, passage) for passage in passages(case, side) for words in sentence_lengths(passage.text)]
    return max(every, key=lambda one: one.words)


def _fails(
    case: Case, readings: list[Reading], long: list[Reading], figures: tuple[Figure, ...], limit: Decimal
) -> Verdict:
    locale = case.framework.locale
    said = ", ".join(f"in {NAMES[one.side]} {number(one.shown, locale)}" for one in readings)
    worst, *others = sorted([_longest(case, one.side) for one in long], key=lambda one: one.words, reverse=True)
    message = "\n".join(
        (
            f"{family_name(case.facts.family)}: a sentence has so many words on average: {said}.",
            f"Expected {number(limit, locale)} or fewer.",
            f"Begin with the longest one, which has {worst.words} words, and cut it in two.",
        )
    )
    return case.fails(
        message,
        worst.passage.place,
        figures=(*figures, Figure("words a sentence", limit, "words", "limit")),
        related=tuple(Related(other.passage.place, "the other side's longest sentence") for other in others),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.NOTE,
    settings=(
        Setting("longest", 25, "How many words a sentence may have on average."),
        Setting("fewest_words", 100, "How many words a side must have written to be judged."),
    ),
)
