"""Reading a table: which kind of file it is, where the names of its columns stand, how its rows are counted."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ladderc.edit.heading import heading, left_above
from ladderc.edit.ledger import row_numbers
from ladderc.edit.table import Cells, Row, Table, shown
from ladderc.errors import UnreadableError, UsageError
from ladderc.wording.nearest import listed

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
LARGEST = 50 * 1024 * 1024
"""Most bytes of a table: a spreadsheet of this size is no table of levels."""


def read_table(path: Path, sheet: str | None = None, mapped: Collection[str] = ()) -> Table:
    """The table in a CSV, XLSX or ODS file; ``sheet`` is the name or number of a sheet.

    ``mapped`` are names of columns that somebody knows of, by which the row that names them is found below a title.

    UnreadableError where the file cannot be read, UsageError where it holds no table.
    """
    content = _content(path)
    if path.suffix.lower() in WORKBOOKS:
        from ladderc.edit.workbook import read_workbook  # calamine is of no use to a CSV file

        cells = read_workbook(path.name, content, sheet)
    elif sheet is not None:
        raise UsageError(f"{path.name} has no sheets, so `--sheet` says nothing about it.\nLeave `--sheet` out.")
    else:
        from ladderc.edit.delimited import read_delimited  # see above

        cells = read_delimited(path.name, content)
    return _table(path.name, cells, mapped)


def _content(path: Path) -> bytes:
    if not path.exists():
        raise UsageError(
            f"There is no file {path}.\nName the table, for example: ladderc import grades.csv --out grades"
        )
    if path.is_dir():
        raise UsageError(f"{path} is a folder.\nName the table in it, a file that ends in .csv, .xlsx or .ods.")
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(
                f"{path} is larger than {LARGEST // (1024 * 1024)} MiB, far more than a table of levels needs.\n"
                "Save the sheet with the levels as a file of its own."
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {error.strerror or error}.") from error


def _table(file: str, cells: Cells, mapped: Collection[str]) -> Table:
    header = heading(cells.rows, mapped)
    if header is None:
        raise UsageError(f"{file} holds nothing.\nName a table whose first row has the names of the columns.")
    width = max(len(row) for row in cells.rows)
    names = [shown(cell) for cell in cells.rows[header]]
    columns = tuple(name if name else f"column {_letters(n)}" for n, name in enumerate([*names, *[""] * width][:width]))
    rows = tuple(
        Row(n, (*row, *[""] * (width - len(row))))
        for n, row in enumerate(cells.rows[header + 1 :], header + 2)
    )  # fmt: skip
    if not any(cell != "" for row in rows for cell in row.cells):
        raise UsageError(f"{file} has no row below the names of its columns: {listed(columns, last='and')}.")
    cleaned = f"Signs that nobody sees were taken out of {row_numbers(cells.cleaned)}." if cells.cleaned else ""
    guesses = (*cells.guesses, left_above(cells.rows, header), cleaned)
    return Table(file, columns, rows, tuple(guess for guess in guesses if guess))


def _letters(index: int) -> str:
    """The letters that a spreadsheet gives to a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
