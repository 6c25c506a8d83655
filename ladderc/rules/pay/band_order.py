"""A band rises from its minimum through its midpoint to its maximum.

Why
---
A band whose ends are swapped pays nobody, and every comparison made with it says something false.
Nearly always two figures were mistyped or exchanged.
Only where a grade has one rate for everybody may the figures be equal.

Source
------
What a pay band is; every other check of pay rests on it.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 86000
        midpoint: 74000
        max: 62000  # <- here

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 62000
        midpoint: 74000
        max: 86000

When to waive
-------------
Never: correct the figures, or write `model: single-rate` where one rate is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.pay import Band, ResolvedBand
from ladderc.rules.bands import ASK, Moment, moments, pay_figure
from ladderc.rules.base import Case, rule
from ladderc.rules.lost_digit import digit_question
from ladderc.rules.pay_files import (
    NO_FILE,
    WrittenBand,
    band_name,
    field_of,
    subjects_paid,
    told_elsewhere,
    written,
)
from ladderc.span import Place


class Fault(NamedTuple):
    """What is out of order: the field that is odd, the words for it, and two figures of which the second is too low."""

    field: str
    what: str
    mend: str
    ends: tuple[Decimal, Decimal] | None = None


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a band that does not rise, or one for the family."""
    assert case.family is not None, "the rule judges families"
    moments_known = moments(case)
    if not moments_known:
        yield case.not_judged(NO_FILE, from_pay=True)
        return
    failing: list[Verdict] = []
    for moment in moments_known:
        verdicts = list(_moment(case, moment))
        if verdicts and (elsewhere := told_elsewhere(case, moment, f"bands of {moment.structure.place.file} in order")):
            verdicts = [elsewhere]
        failing += verdicts
    count = sum(len(moment.structure.bands) + len(moment.structure.exceptions) for moment in moments_known)
    yield from failing or [case.holds(figures=(Figure("bands", count, "bands"),), from_pay=True)]


def _moment(case: Case, moment: Moment) -> Iterator[Verdict]:
    """The bands as written; where those rise, also as they stand in each zone after rounding."""
    single = moment.structure.model == "single-rate"
    standing: dict[Place, list[ResolvedBand]] = {}
    for resolved in moment.bands.values():
        standing.setdefault(resolved.band.place, []).append(resolved)
    for one in written(moment):
        fault = _fault(one.band, single)
        if fault:
            yield _fails(case, moment, one, one.band, fault)
            continue
        for resolved in standing.get(one.band.place, ()):
            if fault := _fault(resolved.band, single):
                yield _fails(case, moment, one._replace(zone=resolved.zone), resolved.band, fault)
                break


def _fault(band: Band, single: bool) -> Fault | None:
    if band.min <= 0:
        return Fault("min", "has a minimum that is not above 0", "Write what the grade pays at least as `min`.")
    if band.max is not None and band.max < band.min:
        exchange = "Exchange the two, or correct the one that is mistyped."
        return Fault("max", "has a maximum below its minimum", exchange, (band.min, band.max))
    middle = band.midpoint
    correct = "Correct `midpoint`, or leave it out."
    if band.midpoint_written and middle is not None:
        if middle < band.min:
            return Fault("midpoint", "has a midpoint below its minimum", correct, (band.min, middle))
        if band.max is not None and middle > band.max:
            return Fault("midpoint", "has a midpoint above its maximum", correct, (middle, band.max))
    ends = [one for one in (band.min, middle, band.max) if one is not None]
    if not single and len(set(ends)) < len(ends):
        field = "max" if band.max is not None and band.max in (band.min, middle) else "midpoint"
        return Fault(
            field,
            "has two figures that are equal",
            "Widen the band, or write `model: single-rate` in this file if each grade has one rate.",
        )
    return None


def _fails(case: Case, moment: Moment, one: WrittenBand, band: Band, fault: Fault) -> Verdict:
    begin = moment.since()
    name = f"{begin}{'the' if begin else 'The'} band for {band_name(case.framework, moment, one)}"
    figures = [
        (word, value) for word, value in zip(("min", "midpoint", "max"), band[1:4], strict=True) if value is not None
    ]
    shown = ", ".join(f"{word} {moment.amount(value, case.framework)}" for word, value in figures)
    digit = digit_question(*fault.ends, lambda value: moment.amount(value, case.framework)) if fault.ends else ""
    return case.fails(
        f"{name} {fault.what}: {shown}.\n{digit}{fault.mend}",
        field_of(band, fault.field),
        *subjects_paid(case, moment, one),
        figures=tuple(figure for word, value in figures for figure in pay_figure(word, value, moment.unit, "")),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{name} is not in order.\n{ASK}",
    )


RULE = rule(__name__, check, severity=Severity.ERROR, pay="always")
