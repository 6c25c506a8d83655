"""What a reader may know of pay; absent as a whole where the audience may not see any."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Prose


class PayLine(NamedTuple):
    """A level's band in one zone, as text; empty texts where nothing is written or nothing may be shown."""

    zone: Prose
    min: str
    midpoint: str
    max: str
    period: str
    bonus: str
    equity: str
    note: Prose


class Bar(NamedTuple):
    """Where the band stands on its table's axis, in thousandths of its length; ``open`` without a maximum."""

    start: int
    midpoint: int | None
    end: int
    open: bool


class Tick(NamedTuple):
    """A mark on the axis: thousandths from the left, and its label."""

    at: int
    label: str


class PayRow(NamedTuple):
    """One band at one grade with the levels that share it.

    Amounts are in the table's currency and period; ``equity`` is a year's amount, ``bonus`` a share of base pay.
    Each ``…_text`` is the amount as the page prints it. What the audience may not see is None and empty.
    ``source`` says where an exception comes from; ``midpoint_worked_out`` marks an arithmetic middle.
    """

    grade: GradeRef
    levels: tuple[LevelRef, ...]
    min: Decimal
    midpoint: Decimal | None
    max: Decimal | None
    midpoint_worked_out: bool
    bonus: Decimal | None
    equity: Decimal | None
    market: Decimal | None
    min_text: str
    midpoint_text: str
    max_text: str
    bonus_text: str
    equity_text: str
    market_text: str
    exception: Prose
    bar: Bar


class PayTable(NamedTuple):
    """The bands of one family in one zone under one structure, highest grade first.

    ``anchor`` is unique among the tables of a View; ``later`` marks a structure that is not yet in force.
    """

    anchor: str
    heading: Prose
    family: FamilyRef
    zone: Prose
    currency: str
    period: str
    effective: str
    effective_text: str
    later: bool
    hours_per_week: str
    has_bonus: bool
    has_equity: bool
    has_market: bool
    has_exceptions: bool
    ticks: tuple[Tick, ...]
    rows: tuple[PayRow, ...]
