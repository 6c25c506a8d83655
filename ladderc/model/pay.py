"""Pay structures as written, and the bands that levels resolve to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ladderc.model.kinds import Because, PayModel, Period
from ladderc.model.text import Text
from ladderc.span import Place


class Market(NamedTuple):
    """What the market pays: ``value`` in the structure's currency and period, ``as_of`` a date or month."""

    value: Decimal
    percentile: Decimal | None
    as_of: str | None
    source: Text | None


class Band(NamedTuple):
    """Base pay for a grade, in the structure's currency and period.

    ``max`` None is open-ended. ``midpoint_written`` is false where it is the arithmetic middle.
    ``bonus`` is a share of base pay (0.12 for 12 %), ``equity`` an amount a year.
    """

    grade: str
    min: Decimal
    midpoint: Decimal | None
    max: Decimal | None
    midpoint_written: bool
    bonus: Decimal | None
    equity: Decimal | None
    market: Market | None
    place: Place


class PayException(NamedTuple):
    """A band of its own for one track at one grade, with the reason."""

    track: str
    zone: str | None
    because: Because | None
    reason: Text | None
    band: Band


class Zone(NamedTuple):
    """A place of work whose pay is the base multiplied by ``factor``."""

    id: str
    name: Text
    factor: Decimal
    place: Place


class PayStructure(NamedTuple):
    """One pay file: bands by grade, valid from ``effective`` (ISO date); ``families`` empty means any."""

    name: Text | None
    currency: str
    period: Period
    effective: str
    families: tuple[str, ...]
    model: PayModel
    policy_percentile: Decimal | None
    hours_per_week: Decimal | None
    round: Decimal | None
    zones: tuple[Zone, ...]
    bands: tuple[Band, ...]
    exceptions: tuple[PayException, ...]
    place: Place


class ResolvedBand(NamedTuple):
    """The band of one level in one zone (None: no zones), after factor and rounding."""

    level: str
    zone: str | None
    band: Band
    exception: PayException | None


class FamilyPay(NamedTuple):
    """The structure that holds for a family from ``effective`` on, with every level's band.

    ``later`` is true for a structure that is not yet in force on the day of the run.
    ``by_level`` holds the same bands by level key and zone.
    """

    family: str
    structure: PayStructure
    later: bool
    bands: tuple[ResolvedBand, ...]
    by_level: Mapping[tuple[str, str | None], ResolvedBand]

    def band_of(self, level: str, zone: str | None) -> ResolvedBand | None:
        """The band of a level key in a zone id, or None where it resolves to none."""
        return self.by_level.get((level, zone))
