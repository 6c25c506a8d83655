"""Writes the pay bands as one tidy table, a band a row: CSV for programs, XLSX for people."""

from __future__ import annotations

from pathlib import Path

from ladderc.render.tables.bands import bands, columns
from ladderc.render.tables.comma import comma_separated
from ladderc.render.tables.workbook import workbook
from ladderc.view.view import View

FOLDER = "tables"
NAME = "pay-bands"


def build_tables(view: View, out: Path) -> None:
    """Writes ``out/tables/pay-bands.csv`` and ``.xlsx``; nothing, not even a folder, where the audience sees no pay.

    Raises OSError where ``out`` cannot be written.
    """
    if view.pay is None:
        return
    rows = bands(view.pay)
    kept = columns(rows)
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.csv").write_bytes(comma_separated(kept, rows))
    (folder / f"{NAME}.xlsx").write_bytes(workbook(view, kept, rows))
