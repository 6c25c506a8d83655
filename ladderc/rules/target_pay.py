"""Target pay: what somebody in the middle of the band earns in a year, with bonus and equity."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.model.pay import Band, PayStructure
from ladderc.money import ratio

EXTRAS = ("bonus", "equity")
"""What target pay adds to the midpoint."""

_WEEKS = 52


class TargetRatios(NamedTuple):
    """One band's target pay as a share of another's, beside the same share of their midpoints."""

    target: Fraction
    midpoint: Fraction
    own: Decimal
    other: Decimal

    @property
    def lost(self) -> Fraction:
        """How much of the midpoint ratio bonus and equity take away."""
        return self.midpoint - self.target


def stated(band: Band) -> frozenset[str]:
    """Which of bonus and equity the band states."""
    return frozenset(name for name in EXTRAS if getattr(band, name) is not None)


def target_pay(structure: PayStructure, band: Band) -> Decimal | None:
    """Midpoint × (1 + bonus) + equity, a year; by the hour where a file without ``hours_per_week`` has no equity.

    None without a midpoint, or where hours cannot be made a year that equity is paid for.
    """
    if band.midpoint is None:
        return None
    periods = _periods(structure)
    if periods is None and band.equity:
        return None
    return band.midpoint * (1 + (band.bonus or 0)) * (periods or 1) + (band.equity or 0)


def target_ratios(structure: PayStructure, band: Band, with_band: Band) -> TargetRatios | None:
    """Two bands of one currency and period compared; None where either has no target pay."""
    own, other = target_pay(structure, band), target_pay(structure, with_band)
    if own is None or other is None or band.midpoint is None or with_band.midpoint is None:
        return None
    return TargetRatios(ratio(own, other), ratio(band.midpoint, with_band.midpoint), own, other)


def is_yearly(structure: PayStructure) -> bool:
    """Whether target pay is an amount a year, and not one an hour."""
    return _periods(structure) is not None


def _periods(structure: PayStructure) -> Decimal | None:
    """How often a year the amounts are paid; None where nobody can tell."""
    if structure.period == "hour":
        return structure.hours_per_week and structure.hours_per_week * _WEEKS
    return Decimal(12 if structure.period == "month" else 1)
