"""The spot where a parser gave up, and what its line says there."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ladderc.sources.events import Event, ScalarEvent
from ladderc.span import Span

Diagnosis = tuple[str, str, Span]
"""Rule, message and place."""


class Spot(NamedTuple):
    """Where the parser gave up; rows and columns count from 0 here."""

    lines: list[str]
    problem: str
    row: int
    column: int
    context: str
    context_row: int
    context_column: int
    last: Event

    @property
    def line(self) -> str:
        """The line of the fault."""
        return self.lines[self.row] if self.row < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character at the fault, empty at the end of a line."""
        return self.line[self.column : self.column + 1]

    @property
    def context_line(self) -> str:
        """The line in which the part begins that could not be read."""
        return self.lines[self.context_row] if self.context_row < len(self.lines) else ""

    def is_first(self) -> bool:
        """Whether nothing but spaces stands before the fault in its line."""
        return not self.line[: self.column].strip()

    def text_before(self) -> Any:
        """The text read last, or None if it was no text."""
        return self.last if self.last.__class__ is ScalarEvent else None


def one(row: int, column: int) -> Span:
    """The span of one character, counted from 0 here."""
    return Span(row + 1, column + 1, row + 1, column + 2)


def sentence_from(line: str, column: int) -> str:
    """The sentence that starts in ``column``; empty between brackets, where its end cannot be told."""
    if re.search(r"[\[{]", line[:column]):
        return ""
    return line[column:].strip()
