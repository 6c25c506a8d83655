"""Whether a band rose, fell, or changed its width, and by how much."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from ladderc.model.change import Amount
from ladderc.model.pay import Band

Shape = Literal["raised", "lowered", "widened", "narrowed", "reshaped"]
FIELDS = ("min", "midpoint", "max")


class Ends(NamedTuple):
    """The three figures of a band; the midpoint is worked out where it was not written, the maximum may be open."""

    min: Decimal
    midpoint: Decimal | None
    max: Decimal | None


def ends(band: Band) -> Ends:
    """A band's three figures."""
    middle = band.midpoint
    if middle is None and band.max is not None:
        middle = (band.min + band.max) / 2
    return Ends(band.min, middle, band.max)


def shape(before: Ends, after: Ends) -> Shape | None:
    """What happened to a band; None where nothing did. An open maximum is higher than any figure."""
    low = _sign(before.min, after.min)
    middle = _sign(before.midpoint, after.midpoint)
    high = _sign(before.max, after.max)
    signs = {low, middle, high} - {0}
    if not signs:
        return None
    if signs == {1}:
        return "raised"
    if signs == {-1}:
        return "lowered"
    if low == -1 and high == 1:
        return "widened"
    return "narrowed" if low == 1 and high == -1 else "reshaped"


def amounts(at: str, before: Ends | None, after: Ends | None, unit: str) -> list[Amount]:
    """The figures that differ, each with what it was."""
    rows = [
        Amount(at, field, getattr(before, field) if before else None, getattr(after, field) if after else None, unit)
        for field in FIELDS
    ]
    return [row for row in rows if row.before != row.after]


def _sign(before: Decimal | None, after: Decimal | None) -> int:
    if before is None or after is None:
        return (after is None) - (before is None)
    return (after > before) - (after < before)
