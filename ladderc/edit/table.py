"""A table as somebody's spreadsheet holds it: names of columns, and rows with the numbers that a spreadsheet shows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

Cell = str | Decimal
"""A text without blanks around it, or a number that a spreadsheet kept as a number; ``""`` where nothing is written."""


class Row(NamedTuple):
    """One row: its number, counted from 1 as a spreadsheet counts, and its cells, as many as the table is wide."""

    number: int
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """The column names, the rows below them, and what had to be guessed in order to read them."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    guesses: tuple[str, ...]


class Cells(NamedTuple):
    """All rows of a file as they come, and what had to be guessed in order to read them.

    ``cleaned`` are the numbers of rows from which signs that nobody sees were taken out.
    """

    rows: Sequence[Sequence[Cell]]
    guesses: tuple[str, ...]
    cleaned: tuple[int, ...] = ()


def shown(cell: Cell) -> str:
    """The cell as text: a number without an exponent and without needless zeros."""
    if isinstance(cell, str):
        return cell
    whole = cell == cell.to_integral_value()
    return format(cell.quantize(Decimal(1)) if whole else cell.normalize(), "f")
