"""Ratings in a table: numbers, or words of a scale that only its firm can put in order."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ladderc.edit.amounts import Misread
from ladderc.edit.columns import Columns
from ladderc.edit.options import folded
from ladderc.edit.table import Cell, Table, shown
from ladderc.errors import UsageError
from ladderc.wording.nearest import listed, nearest

_HIGHEST = 100


def settle(table: Table, columns: Columns, scale: Sequence[str]) -> None:
    """UsageError where the table rates in words whose order nobody gave, or where the order given is no order."""
    if scale:
        _ordered(scale)
        return
    words = dict.fromkeys(
        shown(cell) for row in table.rows if (cell := columns.cell(row, "rating")) != "" and _number(cell) is None
    )
    if words:
        raise UsageError(
            f"The column `{columns.names['rating']}` rates in words: {listed(tuple(words), last='and')}.\n"
            f'Give them in rising order, the lowest first: --scale "{",".join(list(words)[:10])}"'
        )


def read_rating(cell: Cell, scale: Sequence[str]) -> str | Decimal | Misread:
    """A cell as a word of the scale (a number is its position, from 1), or without a scale as a number up to 100."""
    number = _number(cell)
    if not scale:
        return number if number is not None and number <= _HIGHEST else Misread(f"is no number from 0 to {_HIGHEST}")
    word = next((word for word in scale if folded(word) == folded(shown(cell))), None)
    if word:
        return word
    if number is not None and number == number.to_integral_value() and 1 <= number <= len(scale):
        return scale[int(number) - 1]
    near = nearest(shown(cell), scale)
    return Misread(f"is not on the scale{f'; `{near}` is' if near else f' of {listed(scale)}'}")


def _ordered(scale: Sequence[str]) -> None:
    if len(scale) < 2:
        raise UsageError('A scale needs two words or more.\nGive them in rising order: --scale "Learning,Able,Expert"')
    twice = [word for n, word in enumerate(scale) if folded(word) in {folded(other) for other in scale[:n]}]
    if twice:
        raise UsageError(f"`--scale` has `{twice[0]}` twice.\nGive each word once, the lowest first.")


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, Decimal):
        return cell if cell >= 0 else None
    plain = cell.replace(",", ".", 1)
    if len(plain) > 18 or not plain.isascii() or not plain.replace(".", "", 1).isdecimal() or plain[0] == ".":
        return None
    return Decimal(plain)
