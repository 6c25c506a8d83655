"""Two target pays at one grade that are not as high as each other: both sides in words and figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.pay import Band, ResolvedBand
from ladderc.rules.band_gaps import begin
from ladderc.rules.bands import Moment, shown_below
from ladderc.rules.base import Case
from ladderc.rules.phrases import grade_name, level_name, listed
from ladderc.rules.target_pay import EXTRAS, TargetRatios, is_yearly, stated
from ladderc.wording.numbers import money, share

TOLERANCE = Fraction(1, 100)
"""How far the ratio of target pay may be below that of the midpoints."""


class Pair(NamedTuple):
    """A level and a manager at its grade, in one zone, with their bands."""

    level: Level
    band: ResolvedBand
    peer: Level
    peer_band: ResolvedBand
    zone: str | None

    @property
    def smaller(self) -> list[str]:
        """Which of bonus and equity the manager has more of."""
        own, other = self.band.band, self.peer_band.band
        return [name for name in EXTRAS if (getattr(own, name) or 0) < (getattr(other, name) or 0)]


def both_targets(case: Case, moment: Moment, pair: Pair, ratios: TargetRatios) -> str:
    """Both target pays, their ratio beside that of the midpoints, and the figures that make the difference."""
    locale = case.framework.locale
    ours, theirs = (_amount(case, moment, value) for value in (ratios.own, ratios.other))
    shown = shown_below(ratios.target, ratios.midpoint - TOLERANCE, locale)
    differing = "; ".join(
        f"`{name}` is {_extra(case, moment, pair.band.band, name)} and {_extra(case, moment, pair.peer_band.band, name)}"
        for name in pair.smaller
    )
    return (
        f"{begin(moment, pair.level, pair.zone)} the target pay of {level_name(pair.level)} is {ours}, "
        f"that of {level_name(pair.peer)} {theirs}: {shown}, "
        f"while their midpoints stand at {share(ratios.midpoint, locale)}.\n{differing}."
    )


def one_sided(case: Case, moment: Moment, pairs: list[Pair]) -> Verdict:
    """The one question a family on what only one side states, asked at the first pair."""
    first = pairs[0]
    own, other = stated(first.band.band), stated(first.peer_band.band)
    field = next(name for name in EXTRAS if name in own ^ other)
    has, lacks = (first.level, first.peer) if field in own else (first.peer, first.level)
    lacking = first.peer_band if lacks is first.peer else first.band
    grades = list(dict.fromkeys(pair.level.grade for pair in pairs))
    rest = f"\nThe same is open at {listed(map(grade_name, grades[1:]))}." if len(grades) > 1 else ""
    zero = "0%" if field == "bonus" else "0"
    message = (
        f"{begin(moment, first.level, first.zone)} `{field}` is written for {level_name(has)} and not for "
        f"{level_name(lacks)}, so their target pay cannot be compared.{rest}\n"
        f"Write `{field}` for {level_name(lacks)} as well; `{field}: {zero}` says that there is none."
    )
    return case.fails(
        message,
        lacking.band.place,
        *(case.subject(level=pair.level, zone=pair.zone) for pair in {one.level.key: one for one in pairs}.values()),
        severity=Severity.NOTE,
        topic="one-sided",
        discriminator=f"one-sided {moment.apart}".strip(),
        from_pay=True,
        message_without_pay=message,
    )


def unit_of(moment: Moment) -> str:
    """The unit of target pay: ``GBP/year``."""
    return f"{moment.structure.currency}/{'year' if is_yearly(moment.structure) else 'hour'}"


def _extra(case: Case, moment: Moment, band: Band, name: str) -> str:
    if name == "bonus":
        return share(Fraction(band.bonus or 0), case.framework.locale)
    return money(band.equity or Decimal(0), moment.structure.currency, case.framework.locale)


def _amount(case: Case, moment: Moment, value: Decimal) -> str:
    shown = money(value, moment.structure.currency, case.framework.locale)
    return f"{shown} {'a year' if is_yearly(moment.structure) else 'an hour'}"
