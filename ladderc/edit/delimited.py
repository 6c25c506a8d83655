"""Tables with a sign between their cells (CSV), however they were saved."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from ladderc.edit.table import Cells
from ladderc.edit.tidy import holds_unseen, tidy
from ladderc.errors import UnreadableError

_SIGNS = ",;\t"
_SAID = re.compile(r"sep=(.)\r?\n")
_TRIED = 200


def read_delimited(file: str, content: bytes) -> Cells:
    """The rows of a CSV file.

    UnreadableError where the bytes are no text, or where a quotation mark is not closed.
    """
    text, guesses = _decoded(file, content)
    said = _SAID.match(text)  # Excel's own first line, which it does not show
    if said:
        text = text[said.end() :]
    sign = said[1] if said else _sign(text)
    raw = _rows(file, text, sign)
    cleaned = tuple(n for n, row in enumerate(raw, 1) if any(holds_unseen(cell) for cell in row))
    return Cells([tuple(tidy(cell) for cell in row) for row in raw], guesses, cleaned)


def _decoded(file: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and what was guessed: the bytes of old Windows files do not say that they are."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(file, content, "utf-16", "UTF-16"), ()
    if content.startswith(b"\xef\xbb\xbf"):
        return _strictly(file, content, "utf-8-sig", "UTF-8"), ()
    nulls = content[:1000].count(b"\0")
    if nulls:
        even = content[:1000:2].count(b"\0")
        order = "utf-16-be" if even * 2 > nulls else "utf-16-le"
        return _strictly(file, content, order, "UTF-16"), (f"{file} is taken to be saved as UTF-16.",)
    try:
        return content.decode(), ()
    except UnicodeDecodeError:
        text = _strictly(file, content, "cp1252", "UTF-8 or as Windows text")
        return text, (f"{file} is not UTF-8 and is read as Windows text (cp1252): check letters such as ä, é and €.",)


def _strictly(file: str, content: bytes, encoding: str, named: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableError(
            f"{file} cannot be read as {named}: line {line} has bytes that are no letters of it.\n"
            "Open it in the program that made it and save it as “CSV UTF-8”."
        ) from error
    if "\0" in text:
        raise UnreadableError(f"{file} is no text, whatever its name says.\nSave the table as CSV, XLSX or ODS.")
    return text


def _rows(file: str, text: str, sign: str) -> list[list[str]]:
    longest = max(csv.field_size_limit(), len(text) + 1)  # only ever raised: other readers of the process share it
    csv.field_size_limit(longest)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise UnreadableError(
            f"{file}: a quotation mark near line {reader.line_num} opens a cell that it does not close rightly.\n"
            'Close the cell with `"`, and write a quotation mark inside a cell twice: `""`.'
        ) from error


def _sign(text: str) -> str:
    """The sign that cuts most rows into as many cells as the first that has several; of two such, the one that makes more cells."""
    return max(_SIGNS, key=lambda sign: (*_score(_tried(text, sign)), -_SIGNS.index(sign)))


def _tried(text: str, sign: str) -> Sequence[Sequence[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            if any(row):
                rows.append(row)
            if len(rows) == _TRIED:
                break
    except csv.Error:
        return rows[:1]
    return rows


def _score(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Per cent of the rows as wide as the first below a title, where that is wider than one cell; and its width."""
    start = next((n for n, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
    rows = rows[start:]
    width = len(rows[0]) if rows else 0
    if width < 2:
        return 0, 0
    below = rows[1:]
    return (100 * sum(len(row) == width for row in below) // len(below) if below else 1), width
