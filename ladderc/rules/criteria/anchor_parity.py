"""At one grade, experts are rated as high as the managers are.

Why
---
A rating says how much of a thing a level asks for.
If the expert's level asks for less than the manager's at the same grade, one of two things is wrong: the ratings, or the
grade.
People read it off the page either way: the same grade is easier to reach without a team, and so it counts for less.

Source
------
J: "equally valued".
What only managers are asked for is left aside, and so is what one side is not rated on.
The rule looks one way: a manager's level that asks for less is the business of `grade-slotting`.
The thresholds are our own choice.

Bad
---
    # framework.yaml
    rating_scale: [Learning, Solid, Strong, Leading]
    # tracks/people-leadership.yaml
    levels:
      - id: M5
        expectations:
          craft: {rating: Solid}
          delivery: {rating: Strong}
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:  # <- here
          craft: {rating: Solid}
          delivery: {rating: Solid}

Good
----
    # framework.yaml
    rating_scale: [Learning, Solid, Strong, Leading]
    # tracks/people-leadership.yaml
    levels:
      - id: M5
        expectations:
          craft: {rating: Solid}
          delivery: {rating: Strong}
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          craft: {rating: Strong}
          delivery: {rating: Solid}

When to waive
-------------
While a scale that was made for managers is being rewritten, with the day on which it will be.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare, guessed_note, possible_note
from ladderc.rules.phrases import grade_name, level_name
from ladderc.rules.ratings import people_only
from ladderc.wording.numbers import number

_CLAIM = "be asked for less than the managers at the same grade"


class Ratings(NamedTuple):
    """What one level is rated against what another is, over the dimensions that both are rated on."""

    own: tuple[Decimal, ...]
    theirs: tuple[Decimal, ...]

    @property
    def lower(self) -> int:
        """On how many dimensions less is asked for."""
        return sum(own < other for own, other in zip(self.own, self.theirs, strict=True))

    @property
    def higher(self) -> int:
        """On how many dimensions more is asked for."""
        return sum(own > other for own, other in zip(self.own, self.theirs, strict=True))

    @property
    def shortfall(self) -> Fraction:
        """How far the mean is below the other's, in steps of the scale."""
        return Fraction(sum(self.theirs) - sum(self.own)) / len(self.own)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that is asked for less, one note on those that may be, or one for the family."""
    judged: list[Ratings] = []
    comparisons = [_compare(case, level, judged) for level in case.facts.other_levels()]
    if not judged:
        yield case.not_judged("ratings of one dimension on both sides at one grade")
        return
    if case.framework.spine_assumed:
        notes, failing = [guessed_note(case, comparisons, _CLAIM)], []
    else:
        notes = [possible_note(case, comparisons, _CLAIM)]
        failing = [_short(case, comparison) for comparison in comparisons if comparison.outcome == "certain"]
    found = [*failing, *(note for note in notes if note)]
    if found:
        yield from found
        return
    furthest = max(judged, key=lambda both: both.shortfall)
    yield case.holds(figures=_figures(case, furthest))


def _compare(case: Case, level: Level, judged: list[Ratings]) -> Comparison[Ratings]:
    """The level against those of its references that are rated on something it is rated on too."""
    peers = case.facts.references(level).levels
    known = {peer.key: both for peer in peers if (both := _both(case, level, peer)).own}
    judged += known.values()
    if not known:
        return Comparison(level, "none")

    def short_of(_: Level, peer: Level) -> Ratings | None:
        both = known.get(peer.key)
        return both if both and _is_short(case, both) else None

    return compare(case.facts, level, short_of, lambda both: both.shortfall)


def _both(case: Case, level: Level, peer: Level) -> Ratings:
    own, theirs = case.content.ratings(level), case.content.ratings(peer)
    names = [name for name in own if name in theirs and not people_only(case.framework.dimensions.get(name))]
    return Ratings(tuple(own[name] for name in names), tuple(theirs[name] for name in names))


def _is_short(case: Case, both: Ratings) -> bool:
    one_way = both.lower >= case.number("lower_on") and not both.higher
    # without a division, which is slow where there are thousands of levels
    return one_way or sum(both.theirs) - sum(both.own) > case.number("most_short") * _range(case) * len(both.own)


def _range(case: Case) -> int:
    """The steps of the company's scale; without one, ratings run from 0 to 100."""
    return len(case.framework.rating_scale) - 1 if case.framework.rating_scale else 100


def _short(case: Case, comparison: Comparison[Ratings]) -> Verdict:
    level, peer, both = comparison.level, comparison.peer, comparison.gap
    assert peer is not None, "a certain shortfall has its nearest manager"
    assert both is not None, "a certain shortfall has its ratings"
    own, theirs = (number(_mean(values), case.framework.locale) for values in both)
    grade = grade_name(level.grade)
    return case.fails(
        f"At {grade}, {level_name(level)} is asked for less than {level_name(peer)} on {both.lower} of "
        f"{len(both.own)} dimensions and for more on {both.higher or 'none'} "
        f"(mean {own} against {theirs} of {_highest(case)}).\n"
        f"Check the ratings, or whether both belong at {grade}.",
        level.at("expectations"),
        case.subject(level=level),
        figures=_figures(case, both),
        related=(Related(peer.at("expectations"), f"the ratings of {level_name(peer)}"),),
    )


def _figures(case: Case, both: Ratings) -> tuple[Figure, ...]:
    unit = f"of {_highest(case)}"
    return (
        Figure("mean rating", _mean(both.own), unit, "A"),
        Figure("mean rating", _mean(both.theirs), unit, "M"),
    )


def _highest(case: Case) -> int:
    return len(case.framework.rating_scale) or 100


def _mean(values: tuple[Decimal, ...]) -> Decimal:
    return (sum(values, Decimal()) / len(values)).quantize(Decimal("0.01"), ROUND_HALF_UP)


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    standard=Severity.ERROR,
    settings=(
        Setting("most_short", Decimal("0.10"), "The share of the scale's range by which the mean may be lower."),
        Setting("lower_on", 3, "On how many dimensions less may not be asked for, where more is asked for on none."),
    ),
)
