"""Which column of a table is which of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ladderc.edit.ledger import Ledger
from ladderc.edit.options import folded
from ladderc.edit.table import Cell, Row, Table
from ladderc.errors import UsageError
from ladderc.wording.nearest import listed, nearest

FIELDS = (
    *("track", "kind", "family", "level", "grade", "title", "dimension", "statement", "statement_id", "rating"),
    *("reports", "min", "midpoint", "max"),
)
"""The names of our columns."""
PAY = ("min", "midpoint", "max")
_RUNGS = ("grade", "level", "title")


class Columns(NamedTuple):
    """The place of each of our columns in the table, their names there, and the names that are left out."""

    at: Mapping[str, int]
    names: Mapping[str, str]
    left_out: tuple[str, ...]

    def cell(self, row: Row, field: str) -> Cell:
        """What a row holds in one of our columns; ``""`` where the table has no such column."""
        return row.cells[self.at[field]] if field in self.at else ""


def match(table: Table, pairs: tuple[tuple[str, str], ...], ledger: Ledger) -> Columns:
    """The columns that were named, and those that are called as ours are.

    UsageError where a name is none of the table's or none of ours, or where two columns claim one of ours.
    """
    at: dict[str, int] = {}
    settled: set[int] = set()
    for theirs, ours in pairs:
        index = _find(table, theirs)
        field = _field(ours, theirs)
        if index in settled:
            raise UsageError(f"`--map` names the column `{table.columns[index]}` twice.\nKeep one of the two.")
        settled.add(index)
        if field in at:
            raise _two(table, at[field], index, field)
        if field:
            at[field] = index
    by_name = {plain(field): field for field in FIELDS}
    mapped = set(at)
    for index, name in enumerate(table.columns):
        field = by_name.get(plain(name), "")
        if index in settled or not field or field in mapped:
            continue
        if field in at:
            raise _two(table, at[field], index, field)
        at[field] = index
        settled.add(index)
        if folded(name) != field:
            ledger.guess(f"The column `{name}` is taken to be `{field}`.")
    _enough(table, at)
    used = set(at.values())
    left_out = tuple(
        name for n, name in enumerate(table.columns) if n not in used and any(row.cells[n] != "" for row in table.rows)
    )
    return Columns(at, {field: table.columns[n] for field, n in at.items()}, left_out)


def plain(name: str) -> str:
    """A name of a column as it is compared: capitals, blanks and hyphens do not count."""
    return folded(name).replace(" ", "").replace("_", "").replace("-", "")


def _find(table: Table, name: str) -> int:
    found = [n for n, column in enumerate(table.columns) if folded(column) == folded(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"{len(found)} columns of {table.file} are named `{table.columns[found[0]]}`.\n"
            "Give them different names in the table."
        )
    near = nearest(name, table.columns)
    mend = f"Write `{near}`." if near else f"Its columns are {listed(table.columns, 20, 'and')}."
    raise UsageError(f"{table.file} has no column `{name}`.\n{mend}")


def _field(ours: str, theirs: str) -> str:
    if ours in FIELDS or not ours:
        return ours
    near = nearest(ours, FIELDS)
    mend = f'Write `--map "{theirs}={near}"`.' if near else f"Ours are {listed(FIELDS, 20, 'and')}."
    raise UsageError(f"`{ours}` is none of our columns.\n{mend}")


def _two(table: Table, first: int, second: int, field: str) -> UsageError:
    one, other = table.columns[first], table.columns[second]
    return UsageError(
        f"Two columns would be `{field}`: `{one}` and `{other}`.\n"
        f'Leave one of them out: `--map "{other}="`.' if folded(one) != folded(other)
        else f"Two columns of {table.file} are named `{one}`.\nGive them different names in the table."
    )  # fmt: skip


def _enough(table: Table, at: Mapping[str, int]) -> None:
    if any(field in at for field in _RUNGS):
        return
    free = next((name for n, name in enumerate(table.columns) if n not in at.values()), "Level")
    raise UsageError(
        f"No column of {table.file} says which level a row is about.\n"
        f"Its columns are {listed(table.columns, 20, 'and')}.\n"
        f'Name one, for example `--map "{free}=level"`; ours are {listed(FIELDS, 20, "and")}.'
    )
