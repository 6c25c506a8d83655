"""Pay of one state by the month and of the other by the year: brought to a year, so that only real rises are told."""

from __future__ import annotations

from decimal import Decimal

from ladderc.model.pay import Band, PayStructure
from ladderc.review.pay_files import PayPair

_WEEKS = 52


def alike(pair: PayPair) -> PayPair | None:
    """The pair with amounts that compare: as written, or both a year; None where they cannot be brought together."""
    if pair.old is None or pair.new is None or pair.old.period == pair.new.period:
        same = pair.old is None or pair.new is None or pair.old.currency == pair.new.currency
        return pair if same else None
    if pair.old.currency != pair.new.currency:
        return None
    old, new = _a_year(pair.old), _a_year(pair.new)
    if not old or not new:
        return None
    coarse, fine = _slack(pair.old), _slack(pair.new)
    if coarse < fine:
        return pair._replace(old=old, new=_near(new, old, fine))
    return pair._replace(old=_near(old, new, coarse), new=new)


def _near(rough: PayStructure, exact: PayStructure, slack: Decimal) -> PayStructure:
    """The structure with the amounts of the one that is written more exactly, where they differ by rounding alone."""
    bands = {band.grade: band for band in exact.bands}
    own = {(one.track, one.band.grade, one.zone): one.band for one in exact.exceptions}
    special = tuple(
        one._replace(band=_settled(one.band, own.get((one.track, one.band.grade, one.zone)), slack))
        for one in rough.exceptions
    )
    return rough._replace(
        bands=tuple(_settled(band, bands.get(band.grade), slack) for band in rough.bands), exceptions=special
    )


def _slack(structure: PayStructure) -> Decimal:
    """By how much a year's amount is off where it was written by the month or hour: one unit a month, a hundredth an hour."""
    if structure.period == "hour":
        return (structure.hours_per_week or Decimal(0)) * _WEEKS / 100
    return Decimal(12 if structure.period == "month" else 0)


def _settled(band: Band, other: Band | None, slack: Decimal) -> Band:
    """A band with the amounts of the other where they differ by rounding alone."""
    if other is None:
        return band
    ours, theirs = ((one.min, one.midpoint, one.max) for one in (band, other))
    least, middle, most = (
        their if our is not None and their is not None and abs(our - their) < slack else our
        for our, their in zip(ours, theirs, strict=True)
    )
    return band._replace(min=least or band.min, midpoint=middle, max=most)


def _a_year(structure: PayStructure) -> PayStructure | None:
    """A structure with the amounts of a year; None where pay is by the hour and nobody says how many a week."""
    times = Decimal(12 if structure.period == "month" else 1)
    if structure.period == "hour":
        if not structure.hours_per_week:
            return None
        times = structure.hours_per_week * _WEEKS
    return structure._replace(
        period="year",
        bands=tuple(_times(band, times) for band in structure.bands),
        exceptions=tuple(one._replace(band=_times(one.band, times)) for one in structure.exceptions),
    )


def _times(band: Band, times: Decimal) -> Band:
    """Equity is written for a year everywhere, and a bonus is a share."""
    return band._replace(
        min=band.min * times,
        midpoint=band.midpoint * times if band.midpoint is not None else None,
        max=band.max * times if band.max is not None else None,
        market=band.market._replace(value=band.market.value * times) if band.market else None,
    )
