"""The pay table as comma-separated values."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from ladderc.render.tables.bands import Band, Column, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def comma_separated(columns: tuple[Column, ...], rows: tuple[Band, ...]) -> bytes:
    """RFC 4180 with CRLF, in UTF-8 with a byte order mark: without it Excel takes £ and é for something else."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.header for column in columns])
    writer.writerows([_field(column.value(band)) for column in columns] for band in rows)
    return text.getvalue().encode("utf-8-sig")


def _field(value: Value) -> str:
    """A value as CSV: numbers in full with a point; a text that a spreadsheet would run as a formula gets a ``'``."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
