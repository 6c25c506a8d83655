"""A band lies at most four fifths inside the one below it.

Why
---
Some overlap is right: an experienced person may earn more than one who was promoted yesterday.
Where nearly the whole band lies inside the lower one, the two grades pay the same and the promotion is a title.

Source
------
Common practice in building pay structures: (lower maximum − upper minimum) ÷ (upper maximum − upper minimum).
The threshold is our own choice.
Bands without an upper end and single rates are not judged, executive levels are left out.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 55000  # <- here
        midpoint: 65500
        max: 76000

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 60000
        midpoint: 71500
        max: 83000

When to waive
-------------
When two grades are being merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules.bands import Moment, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.phrases import grade_name
from ladderc.rules.steps import BandStep, judge_steps, step_fails, step_name
from ladderc.wording.numbers import share


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a step whose bands overlap too much, or one for the family."""
    yield from judge_steps(case, _overlap, lambda moment, step, overlap: _fault(case, moment, step, overlap))


def _overlap(_: Moment, step: BandStep) -> Fraction | None:
    low, high = step.low.band, step.high.band
    if low.max is None or high.max is None or high.max == high.min:
        return None
    return Fraction(low.max - high.min) / Fraction(high.max - high.min)


def _fault(case: Case, moment: Moment, step: BandStep, overlap: Fraction) -> Verdict | None:
    most = Fraction(case.number("most"))
    if overlap <= most:
        return None
    framework, name = case.framework, step_name(case, moment, step)
    low, high = step.low.band, step.high.band
    assert low.max is not None, "both ends were compared"
    assert high.max is not None, "both ends were compared"
    end, least, top = (moment.amount(value, framework) for value in (low.max, high.min, high.max))
    shown = shown_below(overlap, most, framework.locale)
    message = "\n".join(
        (
            f"{name} the bands overlap by {shown} of the upper one: "
            f"{grade_name(low.grade)} ends at {end}, {grade_name(high.grade)} goes from {least} to {top}.",
            f"Expected {share(most, framework.locale)} or less.",
            f"Raise the band for {grade_name(high.grade)}, or end the band for {grade_name(low.grade)} lower.",
        )
    )
    return step_fails(
        case,
        moment,
        step,
        message,
        f"{name} the bands overlap by more of the upper one than expected.",
        "min",
        (
            *pay_figure(f"max {low.grade}", low.max, moment.unit, ""),
            *pay_figure(f"min {high.grade}", high.min, moment.unit, ""),
            *pay_figure(f"max {high.grade}", high.max, moment.unit, ""),
            *ratio_figure("overlap", overlap),
            Figure("most", case.number("most"), "ratio", "limit"),
        ),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.NOTE,
    pay="always",
    settings=(Setting("most", Decimal("0.80"), "The share of a band that lies inside the one below at most."),),
)
