"""Every band is wide enough to grow in and narrow enough to mean something.

Why
---
A band whose ends nearly meet leaves no room for the years between two promotions.
One whose end is far above twice its beginning says nothing, and within it pay is made by bargaining.

Source
------
Common practice in building pay structures: (maximum − minimum) ÷ minimum.
The thresholds are our own choice.
Bands without an upper end cannot be judged and are named; single rates are not judged.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G7
        max: 160000  # <- here

Good
----
    # pay/2026.yaml
    bands:
      - grade: G7
        max: 150000

When to waive
-------------
When a broad band holds several former grades until they are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.pay import Band
from ladderc.rules.bands import ASK, Moment, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.lost_digit import digit_question
from ladderc.rules.pay_files import (
    NO_FILE,
    WrittenBand,
    band_name,
    field_of,
    in_order,
    pay_files,
    subjects_paid,
    told_elsewhere,
    written,
)
from ladderc.rules.phrases import capital, listed
from ladderc.wording.numbers import share


class Spread(NamedTuple):
    """A band and how far its maximum stands above its minimum, as a share of it."""

    one: WrittenBand
    spread: Fraction


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a pay file, and one more where bands have no upper end."""
    files = pay_files(case)
    if not files:
        yield case.not_judged(NO_FILE, from_pay=True)
    for moment in files:
        yield from _file(case, moment)


def _file(case: Case, moment: Moment) -> Iterator[Verdict]:
    file = moment.structure.place.file
    if moment.structure.model == "single-rate":
        yield case.not_judged(f"ranges: {file} has one rate a grade", from_pay=True)
        return
    bands = [one for one in written(moment) if in_order(one.band)]
    ending = [
        Spread(one, Fraction(one.band.max - one.band.min) / Fraction(one.band.min))
        for one in bands
        if one.band.max is not None
    ]
    open_ended = [band_name(case.framework, moment, one) for one in bands if one.band.max is None]
    narrowest, widest = (Fraction(case.number(name)) for name in ("narrowest", "widest"))
    odd = [found for found in ending if not narrowest <= found.spread <= widest]
    if odd:
        yield told_elsewhere(case, moment, f"bands of {file} of its own") or _fails(case, moment, odd, open_ended)
    elif ending:
        spreads = [found.spread for found in ending]
        figures = (*ratio_figure("narrowest", min(spreads)), *ratio_figure("widest", max(spreads)))
        yield case.holds(figures=figures, from_pay=True)
    if open_ended:
        yield case.not_judged(f"`max` for {listed(open_ended)} in {file}", from_pay=True)


def _fails(case: Case, moment: Moment, odd: list[Spread], open_ended: list[str]) -> Verdict:
    locale, file = case.framework.locale, moment.structure.place.file
    narrowest, widest = (Fraction(case.number(name)) for name in ("narrowest", "widest"))

    def shown(found: Spread) -> str:
        limit = narrowest if found.spread < narrowest else widest
        return f"{band_name(case.framework, moment, found.one)} by {shown_below(found.spread, limit, locale)}"

    since = moment.since()
    within = f"{since}{'in' if since else 'In'} {file}"
    beside = (
        f"\n{capital(listed(open_ended))} {'has' if len(open_ended) == 1 else 'have'} no `max` and cannot be judged."
    )
    asked = "".join(_digit(case, moment, found.one.band, widest) for found in odd)
    message = "\n".join(
        (
            f"{within} the maximum stands above the minimum too far or not far enough: {listed(map(shown, odd))}.",
            f"Expected {share(narrowest, locale)} to {share(widest, locale)}.{beside if open_ended else ''}",
            f"{asked}Move `min` or `max` of {'that band' if len(odd) == 1 else 'those bands'}, or record a waiver with the reason.",
        )
    )
    names = listed(band_name(case.framework, moment, found.one) for found in odd)
    return case.fails(
        message,
        field_of(odd[0].one.band, "max"),
        *(subject for found in odd for subject in subjects_paid(case, moment, found.one)),
        figures=(
            *(figure for found in odd for figure in _figures(case, moment, found)),
            *(Figure(name, case.number(name), "ratio", "limit") for name in ("narrowest", "widest")),
        ),
        related=tuple(
            Related(field_of(found.one.band, "max"), f"and the band for {band_name(case.framework, moment, found.one)}")
            for found in odd[1:]
        ),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{within} the bands for {names} are wider or narrower than expected.\n{ASK}",
    )


def _digit(case: Case, moment: Moment, band: Band, widest: Fraction) -> str:
    assert band.max is not None, "bands without an end are not judged"
    return digit_question(band.min, band.max, lambda value: moment.amount(value, case.framework), 1 + widest)


def _figures(case: Case, moment: Moment, found: Spread) -> tuple[Figure, ...]:
    name = band_name(case.framework, moment, found.one)
    return (
        *pay_figure(f"min {name}", found.one.band.min, moment.unit, ""),
        *pay_figure(f"max {name}", found.one.band.max, moment.unit, ""),
        *ratio_figure(f"spread {name}", found.spread),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.NOTE,
    pay="always",
    settings=(
        Setting(
            "narrowest", Decimal("0.10"), "How far the maximum stands above the minimum at least, as a share of it."
        ),
        Setting("widest", Decimal("0.80"), "How far it stands above it at most."),
    ),
)
