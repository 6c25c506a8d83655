"""Lines and columns: ours count characters from 1, an editor's count from 0 in the units that it has chosen."""

from __future__ import annotations

from lsprotocol import types

from ladderc.span import Span

_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Lines:
    """A text in lines as editors count them: they end with LF, CR or both, and with nothing else.

    ``units`` is what the editor counts columns in: utf-8, utf-16 or utf-32.
    """

    # pygls has the like, and splits lines at U+2028 and form feeds too, which no editor does.

    def __init__(self, text: str, units: str = "utf-16") -> None:
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._codec = {"utf-8": "utf-8", "utf-32": "utf-32-le"}.get(units, "utf-16-le")
        self._unit = _BYTES.get(units, 2)
        self._has_mark = self.lines[0].startswith("\ufeff")

    def range_of(self, span: Span) -> types.Range:
        """The editor's range of a span; a span past the end of the text stands at its end."""
        return types.Range(self._to(span.line, span.column), self._to(span.end_line, span.end_column))

    def first_line_of(self, span: Span) -> Span:
        """The part of a span in its first line, without the blanks at its end: a whole level underlined is a wall."""
        if span.end_line == span.line:
            return span
        row = min(span.line, len(self.lines)) - 1
        return Span(span.line, span.column, span.line, max(span.column, len(self.line(row).rstrip()) + 1))

    def end(self) -> types.Position:
        """Where the text ends."""
        return types.Position(len(self.lines) - 1, self._units(self.lines[-1]))

    def row_and_column(self, position: types.Position) -> tuple[int, int]:
        """Row and column in characters, both from 0, of an editor's position, without a byte order mark."""
        if position.line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        line, units = self.lines[position.line], 0
        column = len(line)
        for index, character in enumerate(line):
            if units >= position.character:
                column = index
                break
            units += self._units(character)
        return position.line, max(0, column - self._mark(position.line))

    def line(self, row: int) -> str:
        """A line without the byte order mark."""
        return self.lines[row][self._mark(row) :]

    def _to(self, line: int, column: int) -> types.Position:
        row = min(line, len(self.lines)) - 1
        start = self.lines[row][: column - 1 + self._mark(row)]
        return types.Position(row, self._units(start))

    def _mark(self, row: int) -> int:
        # Most editors keep the mark to themselves; where one sends it, the reader does not count it.
        return 1 if row == 0 and self._has_mark else 0

    def _units(self, text: str) -> int:
        if self._unit == 2 and text.isascii():
            return len(text)
        return len(text.encode(self._codec, "surrogatepass")) // self._unit
