"""Exact arithmetic on pay: amounts are decimals from the file's text on, never floats."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def rounded(amount: Decimal, step: Decimal | None) -> Decimal:
    """``amount`` to the nearest whole multiple of ``step``, halves up; unchanged without a step."""
    if step is None:
        return amount
    return (amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def ratio(part: Decimal, whole: Decimal) -> Fraction:
    """``part`` : ``whole`` as an exact fraction; ``whole`` must not be 0."""
    return Fraction(part) / Fraction(whole)


def percent(share: Fraction, places: int = 1) -> Decimal:
    """A share as a percentage with ``places`` decimals, halves up: 901/1000 is 90.1."""
    scaled = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return scaled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
