"""The columns of the pay table: what each is called, what it means, and its value for a band."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from ladderc.money import ratio
from ladderc.render.prose import plain
from ladderc.view.pay import PayRow, PayTable

Value = str | int | Decimal | None
Kind = Literal["text", "number", "amount", "share"]


class Band(NamedTuple):
    """One row of the pay table, with the table of the page that it stands in."""

    table: PayTable
    row: PayRow


class Column(NamedTuple):
    """One column.

    ``kind`` is ``amount`` for money in the row's currency and ``share`` for a fraction shown as a percentage.
    ``width`` is in letters. ``always`` keeps a column that has no value in any row.
    """

    header: str
    meaning: str
    kind: Kind
    width: int
    value: Callable[[Band], Value]
    always: bool = False


def bands(pay: tuple[PayTable, ...]) -> tuple[Band, ...]:
    """Every band, in the order of the pay page."""
    return tuple(Band(table, row) for table in pay for row in table.rows)


def columns(rows: tuple[Band, ...]) -> tuple[Column, ...]:
    """The columns that say something of some band: one that the audience may not see has nothing to say."""
    return tuple(
        column for column in _COLUMNS if column.always or any(column.value(band) not in (None, "") for band in rows)
    )


_COLUMNS: tuple[Column, ...] = (
    Column("Family", "Job family", "text", 18, lambda b: "" if b.table.family.implied else plain(b.table.family.name)),
    Column("Zone", "Where the band applies", "text", 20, lambda b: plain(b.table.zone)),
    Column("Grade", "Id of the grade", "text", 8, lambda b: b.row.grade.id, always=True),
    Column(
        "Grade number", "Place of the grade, counted from 1 at the lowest", "number", 9, lambda b: b.row.grade.number
    ),
    Column("Grade name", "Name of the grade", "text", 16, lambda b: plain(b.row.grade.name)),
    Column(
        "Levels",
        "Levels at this grade, as track/level",
        "text",
        34,
        lambda b: ", ".join(level.key for level in b.row.levels),
    ),
    Column("Titles", "Their titles", "text", 44, lambda b: ", ".join(plain(level.title) for level in b.row.levels)),
    Column("Currency", "ISO 4217 code of every amount in the row", "text", 9, lambda b: b.table.currency),
    Column("Period", "What the base pay is for", "text", 9, lambda b: b.table.period),
    Column("Hours a week", "Hours that the base pay is for", "text", 9, lambda b: b.table.hours_per_week),
    Column("Effective", "First day of the pay structure", "text", 11, lambda b: b.table.effective),
    Column(
        "In force", "“later” where that day is still to come", "text", 9, lambda b: "later" if b.table.later else "now"
    ),
    Column("Minimum", "Lowest base pay", "amount", 13, lambda b: b.row.min, always=True),
    Column("Midpoint", "Middle of the band", "amount", 13, lambda b: b.row.midpoint, always=True),
    Column(
        "Midpoint source",
        "“written”, or “worked out” as the arithmetic middle",
        "text",
        12,
        lambda b: "" if b.row.midpoint is None else "worked out" if b.row.midpoint_worked_out else "written",
    ),
    Column("Maximum", "Highest base pay; empty where the band is open", "amount", 13, lambda b: b.row.max, always=True),
    Column("Range spread", "Maximum less minimum, as a share of the minimum", "share", 9, lambda b: _spread(b.row)),
    Column("Bonus", "Target bonus as a share of base pay", "share", 9, lambda b: b.row.bonus),
    Column("Equity a year", "Equity granted, its value a year", "amount", 13, lambda b: b.row.equity),
    Column("Market", "What the market pays", "amount", 13, lambda b: b.row.market),
    Column("Exception", "Why the band differs from its grade's", "text", 40, lambda b: plain(b.row.exception)),
)


def _spread(row: PayRow) -> Decimal | None:
    """Range spread to four decimals; None for an open band or one that begins at 0."""
    if row.max is None or row.min == 0:
        return None
    spread = ratio(row.max - row.min, row.min)
    return (Decimal(spread.numerator) / Decimal(spread.denominator)).quantize(Decimal("0.0001")).normalize()
