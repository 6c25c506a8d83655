"""The pay table as a spreadsheet for Excel and its like."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from ladderc.render.prose import plain
from ladderc.render.tables.bands import Band, Column, Kind, Value
from ladderc.view.pay import PayTable
from ladderc.view.view import View

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_767  # letters that a cell of a spreadsheet may hold


def workbook(view: View, columns: tuple[Column, ...], rows: tuple[Band, ...]) -> bytes:
    """Sheet ``Bands`` with the table, sheet ``Columns`` with what each column means."""
    from xlsxwriter import Workbook  # only for audiences that see pay: 60 ms to import

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    firm = plain(view.name)
    # The day of the build instead of the clock: same input and date, same bytes.
    created = datetime.datetime.fromisoformat(view.today)
    book.set_properties({"title": f"Pay bands, {firm}"[:255], "author": firm[:255], "created": created})
    sheet = book.add_worksheet("Bands")
    formats = _Formats(book, view.locale)
    for x, column in enumerate(columns):
        sheet.set_column(x, x, column.width)
        sheet.write_string(0, x, column.header, formats.header)
        for y, band in enumerate(rows, 1):
            _cell(sheet, y, x, column, column.value(band), formats.of(column.kind, band.table))
    # Grades are often called 1, 2, 3: they are names, not numbers that someone mistyped.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    _print_setup(sheet, f"{firm}: pay bands, built for {view.audience_name}, {view.today_text}")
    _meanings(book, columns, formats)
    book.close()
    return buffer.getvalue()


def _cell(sheet: Worksheet, y: int, x: int, column: Column, value: Value, style: Format) -> None:
    """Typed cells: a text stays a text, whatever it begins with; an empty cell stays empty."""
    if value is None or value == "":
        return
    if column.kind == "text":
        sheet.write_string(y, x, str(value)[:_LONGEST_CELL], style)
    else:
        sheet.write_number(y, x, value, style)


def _print_setup(sheet: Worksheet, footer: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4; Excel fits the page's width on Letter too
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{footer.replace('&', '&&')[:200]}&RPage &P of &N")


def _meanings(book: Workbook, columns: tuple[Column, ...], formats: _Formats) -> None:
    """A second sheet that says what each column means."""
    sheet = book.add_worksheet("Columns")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 60)
    sheet.write_row(0, 0, ["Column", "Meaning"], formats.header)
    for y, column in enumerate(columns, 1):
        sheet.write_string(y, 0, column.header)
        sheet.write_string(y, 1, column.meaning)


class _Formats:
    """The number formats of one book: each currency as the framework's locale writes it."""

    def __init__(self, book: Workbook, locale: str) -> None:
        self._book = book
        self._locale = locale
        self.header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._number = book.add_format({"num_format": "0", "valign": "top"})
        self._share = book.add_format({"num_format": "0.0%", "valign": "top"})
        self._amounts: dict[tuple[str, bool], Format] = {}

    def of(self, kind: Kind, table: PayTable) -> Format:
        """The format of a column's cells; an amount shows cents only in a table that has some."""
        if kind != "amount":
            return {"text": self._text, "number": self._number, "share": self._share}[kind]
        amounts = [a for row in table.rows for a in (row.min, row.midpoint, row.max, row.equity, row.market) if a]
        key = (table.currency, any(amount != amount.to_integral_value() for amount in amounts))
        if key not in self._amounts:
            self._amounts[key] = self._book.add_format({"num_format": self._pattern(*key), "valign": "top"})
        return self._amounts[key]

    def _pattern(self, currency: str, cents: bool) -> str:
        """``[$£]#,##0``, or ``#,##0 [$€]`` where the locale puts the sign last."""
        from babel import Locale  # loaded already where pay was put into words
        from babel.numbers import get_currency_symbol

        from ladderc.wording.numbers import known_locale

        locale = known_locale(self._locale)
        digits = "#,##0.00" if cents else "#,##0"
        sign = f"[${get_currency_symbol(currency, locale)}]"
        last = Locale.parse(locale).currency_formats["standard"].pattern.split(";")[0].endswith("¤")
        return f"{digits} {sign}" if last else f"{sign}{digits}"
