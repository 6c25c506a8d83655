"""One side is not described in words coded for men, and the other in words coded for women.

Why
---
In adverts, words such as “competitive” and “dominant” keep some people from applying, whatever the job is.
If the experts' pages are full of the one kind of word and the managers' of the other, the tracks sort people before
anybody has talked to them.

Source
------
Gaucher, Friesen and Kay 2011, on the wording of adverts, not of level guides: whether it holds here is not known, so the
rule is off until it is asked for.
Switch it on with `coded-language-gap: {severity: note}`; more than a note the evidence does not carry.
Counted are masculine less feminine words in 100, over summaries, statements and duties of each side.
The lists in other languages than English are our own translations, which no study has tested.
That the sides may differ by 2 in 100, and need 100 words each, is our own choice.

Bad
---
    # framework.yaml
    rules:
      coded-language-gap: {severity: note}
    # tracks/specialist.yaml
    levels:
      - id: S6
        summary: Competitive, independent, decisive and determined; leads by superior analysis and challenges every opinion with confident, objective logic.  # <- here

Good
----
    # framework.yaml
    rules:
      coded-language-gap: {severity: note}
    # tracks/specialist.yaml
    levels:
      - id: S6
        summary: Sets the direction in which a whole line of products solves its hardest questions.

When to waive
-------------
When the words are the trade's own, such as “analysis” in a laboratory.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.lexicon import LANGUAGES, is_known, language_of, section
from ladderc.rules.phrases import family_name, listed
from ladderc.rules.prose import Passage, passages
from ladderc.rules.tokens import WordList, fold
from ladderc.wording.numbers import number

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")

NAMES = {"A": "the levels off the managers' track", "M": "the managers' levels"}


class Coding(NamedTuple):
    """One side's text: its words, the coded ones in them, and the net of each passage (masculine less feminine)."""

    side: str
    words: int
    masculine: Counter[str]
    feminine: Counter[str]
    nets: tuple[tuple[int, Passage], ...]

    @property
    def score(self) -> Fraction:
        """Masculine less feminine words in 100."""
        return Fraction(100 * (self.masculine.total() - self.feminine.total()), self.words)

    @property
    def shown(self) -> Decimal:
        """The score as it is told, to one place."""
        exact = Decimal(self.score.numerator) / Decimal(self.score.denominator)
        return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    locale = case.framework.locale
    if not is_known(locale):
        yield case.not_judged(f"a locale whose words we know ({listed((f'`{one}`' for one in LANGUAGES), 'or')})")
        return
    fewest = int(case.number("fewest_words"))
    others, managers = (_coded(side, passages(case, side), language_of(locale)) for side in ("A", "M"))
    if min(others.words, managers.words) < fewest:
        yield case.not_judged(f"{fewest} words of text on each side")
        return
    figures = tuple(
        Figure("masculine less feminine words in 100", one.shown, "", one.side) for one in (others, managers)
    )
    limit = case.number("most")
    if abs(others.score - managers.score) <= Fraction(limit):
        yield case.holds(figures=figures)
    else:
        figures = (*figures, Figure("difference", limit, "", "limit"))
        yield _fails(case, others, managers, figures, limit)


def _coded(side: str, written: list[Passage], language: str) -> Coding:
    words, found, nets = 0, (Counter[str](), Counter[str]()), []
    for passage in written:
        net = 0
        for word in _WORD.findall(passage.text):
            words += 1
            if coding := _coding(fold(word), language):
                found[coding < 0][fold(word)] += 1
                net += coding
        nets.append((net, passage))
    return Coding(side, words, *found, tuple(nets))


@cache
def _coding(word: str, language: str) -> int:
    """1 for a masculine-coded word, -1 for a feminine-coded one, 0 for any other; each word is looked up once."""
    masculine, feminine = _lists(language)
    return (word in masculine) - (word in feminine)


def _fails(case: Case, others: Coding, managers: Coding, figures: tuple[Figure, ...], limit: Decimal) -> Verdict:
    locale = case.framework.locale
    higher, lower = (others, managers) if others.score > managers.score else (managers, others)
    masculine = higher.score >= -lower.score  # which of the two is further from even
    side = higher if masculine else lower
    place = (max if masculine else min)(side.nets, key=lambda pair: pair[0])[1].place
    said = listed(f"“{word}”" for word, _ in (side.masculine if masculine else side.feminine).most_common(5))
    message = "\n".join(
        (
            f"{family_name(case.facts.family)}: masculine-coded words less feminine-coded ones in 100 are "
            f"{number(others.shown, locale)} in {NAMES['A']} and {number(managers.shown, locale)} in {NAMES['M']}.",
            f"Expected a difference of {number(limit, locale)} at most.",
            f"Look at {NAMES[side.side]} for {'masculine' if masculine else 'feminine'}-coded words such as {said}, "
            "and say the same in plainer ones.",
        )
    )
    return case.fails(message, place, figures=figures)


@cache
def _lists(language: str) -> tuple[WordList, WordList]:
    words = section(language, "coded")
    return WordList(words["masculine"]), WordList(words["feminine"])


RULE = rule(
    __name__,
    check,
    severity=Severity.OFF,
    settings=(
        Setting("most", 2, "How far the sides may differ, in words of 100."),
        Setting("fewest_words", 100, "How many words a side must have written to be judged."),
    ),
)
