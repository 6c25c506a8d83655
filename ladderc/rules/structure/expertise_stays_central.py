"""In the upper half of a specialist track, complexity does not fall behind what else is asked.

Why
---
People choose the specialist track for the hard problems.
Where its upper levels are rated on presence, planning and budgets first and on the problems last, the track turns into
management without a team just where it was to pay off.
Such ratings push people to change the nature of their work in order to rise.

Source
------
J: "pressured to change the nature".
A rating that simply falls is the business of `rating-regression`, and this finding then follows from that one.
So a fall is found here also where every rating rises and complexity rises least: where the mean rating of complexity
drops below the mean of the other dimensions, and was not as far below it at the end of the track's lower half.
Dimensions that only leaders of people are judged on stay aside.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          craft: {rating: 4, statements: [Derives one theory from faults that three products showed.]}
          influence: {rating: 3, statements: [Persuades product leads with evidence they could not refute.]}
      - id: S6
        expectations:
          craft:
            rating: 4  # <- here
            statements: [Opens a field of work in which the firm had no knowledge before.]
          influence: {rating: 6, statements: [Changes how other departments plan by showing what the evidence says.]}

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        expectations:
          craft: {rating: 4, statements: [Derives one theory from faults that three products showed.]}
          influence: {rating: 3, statements: [Persuades product leads with evidence they could not refute.]}
      - id: S6
        expectations:
          craft:
            rating: 6
            statements: [Opens a field of work in which the firm had no knowledge before.]
          influence: {rating: 6, statements: [Changes how other departments plan by showing what the evidence says.]}

When to waive
-------------
When the upper levels are meant to spread knowledge rather than to deepen it, and everybody on the track was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name
from ladderc.rules.ratings import dimension_names, people_only
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here
from ladderc.wording.numbers import number


class _Weight(NamedTuple):
    """A rated level: its ratings of complexity, and the others."""

    level: Level
    complexity: dict[str, Decimal]
    others: dict[str, Decimal]

    @property
    def lead(self) -> Fraction:
        """How far the mean of complexity stands above the mean of the others."""
        return _mean(self.complexity) - _mean(self.others)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a specialist track that turns away from complexity, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    tracks = [track for track in tracks_judged_here(case) if track.kind == "specialist"]
    if not tracks:
        yield case.not_judged("a specialist track")
        return
    if not any(dimension.measures == "complexity" for dimension in case.framework.dimensions.values()):
        yield case.not_judged("a dimension with `measures: complexity`")
        return
    judged = [(track, halves) for track in tracks if (halves := _halves(case, track))]
    if not judged:
        yield case.not_judged("ratings of complexity and of something else in both halves of a specialist track")
        return
    failing = [verdict for track, (base, upper) in judged if (verdict := _track(case, track, base, upper))]
    yield from failing or [case.holds(figures=_figures(case, judged[0][1][1][-1]))]


def _halves(case: Case, track: Track) -> tuple[_Weight, list[_Weight]] | None:
    """The last rated level of the lower half, and the rated ones of the upper half, the middle one included."""
    half = len(track.levels) // 2
    lower, upper = (
        [weight for level in levels if (weight := _weight(case, level))]
        for levels in (track.levels[:half], track.levels[half:])
    )
    return (lower[-1], upper) if lower and upper else None


def _weight(case: Case, level: Level) -> _Weight | None:
    dimensions = case.framework.dimensions
    found = _Weight(level, {}, {})
    for name, rating in case.content.ratings(level).items():
        if not people_only(dimensions.get(name)):
            (found.complexity if dimensions[name].measures == "complexity" else found.others)[name] = rating
    return found if found.complexity and found.others else None


def _track(case: Case, track: Track, base: _Weight, upper: list[_Weight]) -> Verdict | None:
    for below, weight in zip((base, *upper), upper, strict=False):
        fallen = [name for name, rating in weight.complexity.items() if rating < below.complexity.get(name, 0)]
        behind = weight.lead < min(Fraction(0), base.lead)
        if fallen or behind:
            return _fails(case, track, base, below, weight, fallen)
    return None


def _fails(case: Case, track: Track, base: _Weight, below: _Weight, weight: _Weight, fallen: list[str]) -> Verdict:
    level, framework = weight.level, case.framework
    if fallen:
        message = (
            f"{level_name(level)} is rated lower on {dimension_names(framework, fallen)} than "
            f"{level_name(below.level)} below it, in the upper half of a specialist track."
        )
    else:
        message = (
            f"{level_name(level)} is rated {_shown(case, weight.complexity)} on "
            f"{dimension_names(framework, list(weight.complexity))} and {_shown(case, weight.others)} on average on the "
            f"rest; {level_name(base.level)} has {_shown(case, base.complexity)} and {_shown(case, base.others)}.\n"
            "So the higher specialists rise, the less their own field counts."
        )
    worst = fallen[0] if fallen else min(weight.complexity, key=weight.complexity.__getitem__)
    return case.fails(
        f"{message}\nRaise {dimension_names(framework, [worst])} at {level.id}, or ask {level.id} for less of the rest.",
        level.at("expectations", worst, "rating"),
        *subjects_of(track, [level]),
        figures=_figures(case, weight),
        related=(Related(base.level.at("expectations"), "the end of the lower half"),),
        topic="fall" if fallen else "behind",
    )


def _figures(case: Case, weight: _Weight) -> tuple[Figure, ...]:
    return (
        Figure("complexity", _shown(case, weight.complexity), "rating"),
        Figure("other dimensions", _shown(case, weight.others), "rating"),
    )


def _mean(rated: dict[str, Decimal]) -> Fraction:
    return sum(map(Fraction, rated.values()), Fraction(0)) / len(rated)


def _shown(case: Case, rated: dict[str, Decimal]) -> str:
    mean = _mean(rated)
    return number(
        (Decimal(mean.numerator) / Decimal(mean.denominator)).quantize(Decimal("0.01")), case.framework.locale
    )


RULE = rule(__name__, check, severity=Severity.NOTE)
