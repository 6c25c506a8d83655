"""Figures of pay before and after as a reader writes them, with those of the counterparts that stay."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ladderc.model.change import Amount, Change
from ladderc.model.framework import Framework
from ladderc.model.pay import Band
from ladderc.report.changes.report import ChangeReport
from ladderc.review.band_direction import ends
from ladderc.wording.numbers import money, number
from ladderc.wording.printable import printable

_AT_LEVELS = ("people", "months")
"""Units of figures that are told level by level; the sentence about one level has its own."""

_NAMES = {"min_months": "months"}
_ENDS = ("min", "midpoint", "max")
NOT_WRITTEN = "not written"
"""What stands where there is no figure."""


class Figure(NamedTuple):
    """One figure of pay: ``growth`` is empty where a share says nothing."""

    name: str
    before: str
    after: str
    growth: str


class Row(NamedTuple):
    """Whose figures they are (a grade, a zone), and which of them moved."""

    at: str
    figures: tuple[Figure, ...]


class Staying(NamedTuple):
    """A counterpart that stays as it was, with its figures in the order minimum, midpoint, maximum."""

    level: str
    grade: str
    figures: tuple[tuple[str, str], ...]


def rows_of(report: ChangeReport, change: Change) -> tuple[Row, ...]:
    """The figures of a change of pay, grade by grade; of another change where it moved several levels differently."""
    if not change.pay and (len({one.at for one in change.amounts}) < 2 or change.amounts[0].unit not in _AT_LEVELS):
        return ()
    rows: dict[str, list[Figure]] = {}
    for amount in change.amounts:
        rows.setdefault(amount.at, []).append(_figure(amount, report.framework.locale))
    return tuple(Row(printable(at), tuple(figures)) for at, figures in rows.items())


def staying(report: ChangeReport, change: Change) -> tuple[Staying, ...]:
    """The levels beside those that moved, with what they have before and after alike."""
    found = []
    for key in change.unchanged if change.amounts else ():
        level = report.framework.levels.get(key)
        if level is None:
            continue
        found.append(
            Staying(
                printable(report.names.get(key, key)),
                printable(level.grade),
                tuple(_staying_figures(report.framework, change, level.track, level.grade)),
            )
        )
    return tuple(found)


def in_a_line(row: Row) -> str:
    """All figures of a row: ``min £53,860 → £70,770, midpoint £64,230 → £84,400 (+31 %)``."""
    if all(figure.before == NOT_WRITTEN for figure in row.figures):
        return ", ".join(f"{figure.name} {figure.after}" for figure in row.figures)
    if all(figure.after == NOT_WRITTEN for figure in row.figures):
        return ", ".join(f"{figure.name} {figure.before}" for figure in row.figures) + " before"
    said = ", ".join(f"{figure.name} {figure.before} → {figure.after}" for figure in row.figures)
    grown = list(dict.fromkeys(figure.growth for figure in row.figures if figure.growth))
    return f"{said} ({_range(grown)})" if grown else said


def _range(growths: list[str]) -> str:
    """``+31 %``, or ``+3.5 % to +3.8 %`` for figures that moved apart."""
    if len(growths) == 1:
        return growths[0]
    rising = sorted(growths, key=lambda growth: Decimal(growth.removesuffix(" %").replace("−", "-")))
    return f"{rising[0]} to {rising[-1]}"


def _figure(amount: Amount, locale: str) -> Figure:
    growth = amount.growth if amount.unit == "factor" or "/" in amount.unit else None
    return Figure(
        _NAMES.get(amount.field, amount.field),
        _shown(amount.before, amount.unit, locale),
        _shown(amount.after, amount.unit, locale),
        "" if growth is None else _signed(growth),
    )


def _shown(value: Decimal | None, unit: str, locale: str) -> str:
    if value is None:
        return NOT_WRITTEN
    if unit == "share":
        return f"{number(value * 100, locale)} %"
    currency, slash, _ = unit.partition("/")
    return money(value, currency, locale) if slash else number(value, locale)


def _signed(growth: Decimal) -> str:
    """Whole percent with its sign; tenths below ten, where they matter."""
    size = abs(growth) * 100
    step = Decimal(1) if size >= 10 else Decimal("0.1")
    shown = f"{size.quantize(step, rounding=ROUND_HALF_UP):f}".removesuffix(".0")
    return f"{'−' if growth < 0 else '+'}{shown} %"


def _staying_figures(framework: Framework, change: Change, track: str, grade: str) -> list[tuple[str, str]]:
    """What the structure of the change writes for a level: the band of its track, else that of its grade."""
    structure = next((one for one in framework.pay_structures if one.place.file == change.place.file), None)
    if structure is None or change.gone:
        return []
    own = next((one.band for one in structure.exceptions if one.track == track and one.band.grade == grade), None)
    band: Band | None = own or next((one for one in structure.bands if one.grade == grade), None)
    if band is None:
        return []
    figures = zip(_ENDS, ends(band), strict=True)
    return [(name, money(value, structure.currency, framework.locale)) for name, value in figures if value is not None]
