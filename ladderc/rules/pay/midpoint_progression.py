"""From grade to grade the midpoint rises, by a step that people can feel and climb.

Why
---
A step of less than a twentieth is not worth what the next grade asks for.
A step of more than a half means that a grade is missing in between, and people wait there for years.
Where the midpoint does not rise at all, a promotion costs money.

Source
------
Common practice in building pay structures: (upper midpoint − lower midpoint) ÷ lower midpoint.
The thresholds are our own choice.
The lower one holds for every step of a track, the upper one only where the spine has no grade in between.
Executive levels are left out.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        midpoint: 64000  # <- here

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        midpoint: 74000

When to waive
-------------
When a grade is being phased out and its band waits below the next one until then.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules.bands import Moment, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.lost_digit import digit_question
from ladderc.rules.phrases import grade_name
from ladderc.rules.steps import BandStep, judge_steps, step_fails, step_name
from ladderc.wording.numbers import share


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a step that is too small or too large, or one for the family."""
    yield from judge_steps(case, _progression, lambda moment, step, rise: _fault(case, moment, step, rise))


def _progression(_: Moment, step: BandStep) -> Fraction | None:
    lower, upper = step.low.band.midpoint, step.high.band.midpoint
    return None if lower is None or upper is None else Fraction(upper - lower) / Fraction(lower)


def _fault(case: Case, moment: Moment, step: BandStep, rise: Fraction) -> Verdict | None:
    least, most = (Fraction(case.number(name)) for name in ("least", "most"))
    if rise < least:
        return _fails(case, moment, step, rise, least, f"Raise the midpoint for {grade_name(step.grades[1])}.")
    if rise > most and step.adjacent:
        return _fails(case, moment, step, rise, most, "Bring the two midpoints closer, or put a grade in between.")
    return None


def _fails(case: Case, moment: Moment, step: BandStep, rise: Fraction, limit: Fraction, mend: str) -> Verdict:
    framework, name = case.framework, step_name(case, moment, step)
    lower, upper = step.low.band.midpoint, step.high.band.midpoint
    assert lower is not None, "both midpoints were compared"
    assert upper is not None, "both midpoints were compared"
    ends = moment.amount(lower, framework), moment.amount(upper, framework)
    shown = (
        f"the midpoint does not rise: {ends[0]} and {ends[1]}."
        if rise <= 0
        else f"the midpoint rises from {ends[0]} to {ends[1]}: {shown_below(rise, limit, framework.locale)}."
    )
    least, most = (share(Fraction(case.number(setting)), framework.locale) for setting in ("least", "most"))
    return step_fails(
        case,
        moment,
        step,
        f"{name} {shown}\nExpected {least} to {most} a grade.\n{_digit(case, moment, step)}{mend}",
        f"{name} the step between the midpoints is smaller or larger than expected.",
        "midpoint",
        (
            *pay_figure(f"midpoint {step.grades[0]}", lower, moment.unit, ""),
            *pay_figure(f"midpoint {step.grades[1]}", upper, moment.unit, ""),
            *ratio_figure("progression", rise),
            *(Figure(setting, case.number(setting), "ratio", "limit") for setting in ("least", "most")),
        ),
        severity=Severity.ERROR if rise <= 0 else None,
        topic="falling" if rise <= 0 else "",
    )


def _digit(case: Case, moment: Moment, step: BandStep) -> str:
    """Whether a digit may be missing: in one of the midpoints, or in an end of a band from which one is worked out."""
    lower, upper = step.low.band, step.high.band
    assert lower.midpoint is not None, "both midpoints were compared"
    assert upper.midpoint is not None, "both midpoints were compared"

    def amount(value: Decimal) -> str:
        return moment.amount(value, case.framework)

    for band in (lower, upper):
        if not band.midpoint_written and band.max and (asked := digit_question(band.min, band.max, amount)):
            return asked
    return digit_question(lower.midpoint, upper.midpoint, amount, 1 + Fraction(case.number("most")))


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    pay="always",
    settings=(
        Setting("least", Decimal("0.05"), "The share by which the midpoint rises at least from grade to grade."),
        Setting("most", Decimal("0.50"), "The share by which it rises at most."),
    ),
)
