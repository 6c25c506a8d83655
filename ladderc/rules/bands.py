"""Which bands stand beside each other on which day and in which zone, and how they compare."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.pay import Band, FamilyPay, PayStructure, ResolvedBand, Zone
from ladderc.money import percent, ratio
from ladderc.rules.base import Case
from ladderc.wording.numbers import english_day, money, per, share

ASK = "Run `ladderc check --audience hr` where pay may be shown to see the figures."
"""What a message says instead of figures."""


_ONE = Fraction(1)


class Moment(NamedTuple):
    """Pay as it stands from one day on, for a family and those who lead it.

    ``bands`` holds every level's band by level key and zone id (None: no zones).
    ``later`` is true for what is not yet in force on the day of the run, ``effective`` the ISO date it starts.
    """

    structure: PayStructure
    later: bool
    effective: str
    bands: Mapping[tuple[str, str | None], ResolvedBand]

    def of(self, level: Level, zone: str | None) -> ResolvedBand | None:
        """The level's band; a structure without zones holds in all of them."""
        return self.bands.get((level.key, zone)) or self.bands.get((level.key, None))

    @property
    def unit(self) -> str:
        """The unit of its amounts: ``GBP/year``."""
        return f"{self.structure.currency}/{self.structure.period}"

    @property
    def apart(self) -> str:
        """What keeps its findings apart from those of pay in force: its date, or nothing."""
        return self.effective if self.later else ""

    def since(self) -> str:
        """How a message begins: ``From 1 January 2027 ``, or nothing for pay in force."""
        return f"From {english_day(datetime.date.fromisoformat(self.effective))}, " if self.later else ""

    def amount(self, value: Decimal, framework: Framework) -> str:
        """An amount as messages show it: ``£96,000``, ``£14.50 an hour``."""
        shown = money(value, self.structure.currency, framework.locale)
        return shown if self.structure.period == "year" else f"{shown} {per(self.structure.period)}"


class Ratios(NamedTuple):
    """One band as a share of another; of midpoint and maximum one may be None, where an end is open."""

    midpoint: Fraction | None
    max: Fraction | None
    min: Fraction

    @property
    def lowest(self) -> Fraction:
        """The lower of midpoint and maximum: what parity is judged by."""
        if self.midpoint is not None and self.midpoint is self.max:
            return self.midpoint
        return min(one for one in (self.midpoint, self.max) if one is not None)

    @property
    def highest(self) -> Fraction:
        """The higher of midpoint and maximum."""
        if self.midpoint is not None and self.midpoint is self.max:
            return self.midpoint
        return max(one for one in (self.midpoint, self.max) if one is not None)


def moments(case: Case) -> tuple[Moment, ...]:
    """The pay in force for the family, then each later change of it or of the pay of those who lead it."""
    return case.once(_moments)


def _moments(case: Case) -> tuple[Moment, ...]:
    own = list(case.facts.pay)
    leaders = _leading_families(case)
    theirs = [pay for pay in case.framework.pay if pay.family in leaders] if leaders else []
    days = sorted({pay.structure.effective for pay in (*own, *theirs) if pay.later})
    found = [_moment(own, theirs, None), *(_moment(own, theirs, date) for date in days)]
    return tuple(moment for moment in found if moment is not None)


def zones_apart(moment: Moment, levels: Iterable[Level]) -> list[tuple[str | None, str | None]]:
    """The zones to be judged for these levels, each with the name to judge it under.

    A zone that only multiplies the base says nothing new: all such are judged once, under no name,
    in the zone whose factor is 1 or else the first. A zone with an exception for one of the levels is judged by name.
    """
    zones = moment.structure.zones
    if not zones:
        return [(None, None)]
    levels = tuple(levels)
    special = [zone for zone in zones if any(_excepted(moment, level, zone) for level in levels)]
    plain = [zone for zone in zones if zone not in special]
    base = next((zone for zone in plain if zone.factor == 1), plain[0] if plain else None)
    named: list[tuple[str | None, str | None]] = [(zone.id, zone.id) for zone in special]
    return [(base.id, None), *named] if base else named


def compared(band: Band, with_band: Band) -> Ratios | None:
    """One sound band as a share of another; None where neither midpoints nor maxima can be compared."""
    midpoint, top = _share(band.midpoint, with_band.midpoint), _share(band.max, with_band.max)
    return (
        None
        if midpoint is None and top is None
        else Ratios(midpoint, top, _ONE if band.min == with_band.min else ratio(band.min, with_band.min))
    )


def median_band(bands: Sequence[Band]) -> Band:
    """A band whose every figure is the median of the bands'; open where one of them is open."""

    if all(band == bands[0] for band in bands):
        return bands[0]

    def median(values: list[Decimal | None]) -> Decimal | None:
        known = sorted(value for value in values if value is not None)
        if len(known) < len(values):
            return None
        half = len(known) // 2
        return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2

    least = median([band.min for band in bands])
    assert least is not None, "every band has a minimum"
    return bands[0]._replace(
        min=least,
        midpoint=median([band.midpoint for band in bands]),
        max=median([band.max for band in bands]),
    )


def sound(band: Band) -> bool:
    """Whether the band can be divided by: ``band-order`` speaks of those that cannot."""
    return band.min > 0 and (band.midpoint is None or band.midpoint > 0) and (band.max is None or band.max > 0)


def comparable(moment: Moment, levels: Sequence[Level], zone: str | None) -> list[tuple[Level, ResolvedBand]]:
    """Those of the levels that have a sound band in a zone, with it."""
    found = ((level, moment.of(level, zone)) for level in levels)
    return [(level, band) for level, band in found if band and sound(band.band)]


def shown_below(value: Fraction, limit: Fraction, locale: str) -> str:
    """A share with as many decimals as show on which side of the limit it is: 94.97 %, never 95 %, below 95 %."""
    for places in (1, 2, 3, 4):
        if value == limit or percent(value, places) != percent(limit, places):
            break
    return share(value, locale, places)


def pay_figure(name: str, value: Decimal | None, unit: str, side: str) -> tuple[Figure, ...]:
    """A figure of pay; none for an open end."""
    return () if value is None else (Figure(name, value, unit, side, pay=True),)


def ratio_figure(name: str, value: Fraction | None) -> tuple[Figure, ...]:
    """A ratio of pay with four decimals; none where there is none."""
    if value is None:
        return ()
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return (Figure(name, exact.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP), "ratio", "", pay=True),)


def _moment(own: list[FamilyPay], theirs: list[FamilyPay], date: str | None) -> Moment | None:
    pay = _in_force(own, date)
    if pay is None:
        return None
    led_by = [_in_force([one for one in theirs if one.family == family], date) for family in _families(theirs)]
    bands = {}
    for one in led_by:
        # amounts of another currency or period are not comparable, so those levels count as having no band here
        same = one and (one.structure.currency, one.structure.period) == (pay.structure.currency, pay.structure.period)
        bands.update({(band.level, band.zone): band for band in one.bands} if one and same else {})
    bands.update({(band.level, band.zone): band for band in pay.bands})
    return Moment(pay.structure, date is not None or pay.later, date or pay.structure.effective, bands)


def _in_force(pays: list[FamilyPay], date: str | None) -> FamilyPay | None:
    """What holds on a later day, or today for None."""
    held = [pay for pay in pays if not pay.later or (date is not None and pay.structure.effective <= date)]
    return max(held, key=lambda pay: (pay.later, pay.structure.effective), default=None)


def _families(pays: list[FamilyPay]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pay.family for pay in pays))


def _leading_families(case: Case) -> tuple[str, ...]:
    """The families whose tracks lead this one from elsewhere."""
    if not case.facts.foreign_management:
        return ()
    return tuple(dict.fromkeys(track.families[0] for track in case.facts.management))


def _excepted(moment: Moment, level: Level, zone: Zone) -> bool:
    band = moment.of(level, zone.id)
    return band is not None and band.exception is not None and band.exception.zone is not None


def _share(part: Decimal | None, whole: Decimal | None) -> Fraction | None:
    if part is None or whole is None:
        return None
    return _ONE if part == whole else ratio(part, whole)  # nearly all stand in one band, and fractions are slow
