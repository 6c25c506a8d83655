"""Tables in spreadsheets: XLSX, ODS and their kin."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal

from ladderc.edit.table import Cell, Cells
from ladderc.edit.tidy import holds_unseen, tidy
from ladderc.errors import UnreadableError, UsageError
from ladderc.wording.nearest import listed


def read_workbook(file: str, content: bytes, sheet: str | None) -> Cells:
    """The rows of one sheet, the first unless ``sheet`` names another or gives its number.

    A value that stands in several cells joined to one holds for each of them.
    UnreadableError where the file is no spreadsheet, UsageError where it has no such sheet.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # only for a spreadsheet

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        name = _chosen(file, names, sheet)
        page = book.get_sheet_by_name(name)
        raw = page.to_python(skip_empty_area=False)
        joined = page.merged_cell_ranges or ()
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableError(
            f"{file} cannot be read as a spreadsheet: {error}.\n"
            "Open it, take a password off if it has one, and save it as XLSX or CSV."
        ) from error
    cleaned = tuple(n for n, row in enumerate(raw, 1) if any(isinstance(one, str) and holds_unseen(one) for one in row))
    rows = [[_cell(value) for value in row] for row in raw]
    for (top, left), (bottom, right) in joined:
        for y in range(top, min(bottom + 1, len(rows))):
            for x in range(left, min(right + 1, len(rows[y]))):
                rows[y][x] = rows[top][left]
    others = [other for other in names if other != name]
    guesses = (
        (f"The first sheet, `{name}`, is read; {listed(others, last='and')} left alone.",)
        if others and sheet is None
        else ()
    )
    return Cells(rows, guesses, cleaned)


def _chosen(file: str, names: list[str], sheet: str | None) -> str:
    if not names:
        raise UsageError(f"{file} has no sheet.\nName a spreadsheet that holds a table.")
    if sheet is None:
        return names[0]
    by_name = {name.strip().casefold(): name for name in names}
    if sheet.strip().casefold() in by_name:
        return by_name[sheet.strip().casefold()]
    if sheet.isdecimal() and 1 <= int(sheet) <= len(names):
        return names[int(sheet) - 1]
    raise UsageError(f"{file} has no sheet `{sheet}`.\nWrite `--sheet` with {listed(names)}, or with its number.")


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        number = Decimal(repr(value))  # the shortest digits that mean this number: what the spreadsheet shows
        return number if number.is_finite() else str(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return tidy(str(value))
