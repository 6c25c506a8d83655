"""Finding the row that names the columns: exports often have a title, a date and an empty row above it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ladderc.edit.columns import FIELDS, plain
from ladderc.edit.ledger import quoted, row_numbers
from ladderc.edit.table import Cell, shown
from ladderc.wording.nearest import listed

_LOOKED_AT = 30
"""How many rows from the top may be the one: nobody writes more above a table."""


def heading(rows: Sequence[Sequence[Cell]], mapped: Collection[str]) -> int | None:
    """Where the names of the columns stand, from 0; None where nothing is written.

    That is the first row that is written, unless it names none of our columns and none of ``mapped``, and either a row
    below it has one of ``mapped`` or two of ours, or it says a single thing and a row below it says several.
    """
    written = [n for n, row in enumerate(rows) if any(cell != "" for cell in row)]
    if not written:
        return None
    ours, theirs = {plain(name) for name in FIELDS}, {plain(name) for name in mapped}
    top = [n for n in written if n < written[0] + _LOOKED_AT]
    names = {n: {plain(shown(cell)) for cell in rows[n]} for n in top}
    if names[top[0]] & (ours | theirs):
        return top[0]
    sure = next((n for n in top if names[n] & theirs or len(names[n] & ours) > 1), None)
    if sure is not None:
        return sure
    said = {n: {cell for cell in rows[n] if cell != ""} for n in top}
    return next((n for n in top if len(said[n]) > 1), top[0])


def left_above(rows: Sequence[Sequence[Cell]], header: int) -> str:
    """The guess that the rows above ``header`` are no part of the table, in a sentence; empty where none is written."""
    above = {n: list(dict.fromkeys(cell for cell in row if cell != "")) for n, row in enumerate(rows[:header], 1)}
    numbers = [n for n, cells in above.items() if cells]
    if not numbers:
        return ""
    texts = listed([quoted(cell)[1:-1] for n in numbers for cell in above[n]], 10, "and")
    verb = "is" if len(numbers) == 1 else "are"
    return f"Row {header + 1} is taken to name the columns; {row_numbers(numbers)} above it ({texts}) {verb} left out."
