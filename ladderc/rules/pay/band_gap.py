"""Between the bands of two neighbouring grades there is no hole.

Why
---
Where a band begins well above the end of the one below, some salaries belong to no grade.
Whoever has reached the end of a band waits there, and a promotion is a leap that managers put off.

Source
------
Seen in print: published bands with a hole between two grades.
The upper minimum may stand 1 % of the lower maximum above it, which is what rounding makes.
Only grades with none between them on the spine are judged, as steps of a track or out of the stem into one.
Single rates are not judged, executive levels are left out.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 73000  # <- here
        midpoint: 79500

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 72500
        midpoint: 79500

When to waive
-------------
When an agreement with the unions sets both ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules.bands import Moment, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import grade_name
from ladderc.rules.steps import BandStep, judge_steps, step_fails, step_name
from ladderc.wording.numbers import share

WIDEST = Decimal("0.01")
"""How far above the lower maximum the upper minimum may stand, as a share of it."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a step with a hole, or one for the family."""
    yield from judge_steps(case, _hole, lambda moment, step, hole: _fault(case, moment, step, hole))


def _hole(moment: Moment, step: BandStep) -> Fraction | None:
    """How far the upper band begins above the end of the lower one; below 0 where they overlap."""
    end = step.low.band.max
    if end is None or not step.adjacent or moment.structure.model == "single-rate":
        return None
    return Fraction(step.high.band.min - end) / Fraction(end)


def _fault(case: Case, moment: Moment, step: BandStep, hole: Fraction) -> Verdict | None:
    if hole <= Fraction(WIDEST):
        return None
    framework, name = case.framework, step_name(case, moment, step)
    low, high = step.low.band, step.high.band
    assert low.max is not None, "the lower end was compared"
    ends = moment.amount(low.max, framework), moment.amount(high.min, framework)
    shown = shown_below(hole, Fraction(WIDEST), framework.locale)
    message = "\n".join(
        (
            f"{name} there is a hole: {grade_name(low.grade)} ends at {ends[0]}, {grade_name(high.grade)} begins at {ends[1]}, {shown} above.",
            f"Expected {share(Fraction(WIDEST), framework.locale)} or less.",
            f"Lower `min` for {grade_name(high.grade)}, or raise `max` for {grade_name(low.grade)}.",
        )
    )
    return step_fails(
        case,
        moment,
        step,
        message,
        f"{name} there is a hole between the two bands.",
        "min",
        (
            *pay_figure(f"max {low.grade}", low.max, moment.unit, ""),
            *pay_figure(f"min {high.grade}", high.min, moment.unit, ""),
            *ratio_figure("hole", hole),
            Figure("widest", WIDEST, "ratio", "limit"),
        ),
    )


RULE = rule(__name__, check, severity=Severity.WARNING, pay="always")
