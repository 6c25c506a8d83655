"""Any text, any spot: what stands there and what could be typed there can be asked without harm."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from ladderc.lsp.cursor import gap, under
from ladderc.lsp.positions import Lines
from ladderc.span import Span

SIGNS = [
    "id",
    ": ",
    "- ",
    "\n",
    "  ",
    "    ",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "'",
    '"',
    "# ",
    "|",
    ">-",
    "&a ",
    "*a",
    "!t ",
    "? ",
]
LINES = ["---\n", "\t", "\r\n", "levels:\n", "- id: S5\n", "%YAML", "\\u12", "<<", "..."]
LETTERS = ["\ufeff", "\u2028", "\ud83d", "\N{ROCKET}", "\N{LATIN SMALL LETTER E WITH ACUTE}"]
PIECES = st.sampled_from([*SIGNS, *LINES, *LETTERS])
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS, st.integers(0, 12), st.integers(0, 30))
@example("", 0, 0)
@example("%TAG ! !\n", 0, 3)
def test_every_spot_can_be_asked(text: str, row: int, column: int) -> None:
    lines = Lines(text)
    row = min(row, len(lines.lines) - 1)
    here = under(text, row, column)
    if here is not None:
        assert here.span[:2] <= (row + 1, column + 1) <= here.span[2:]
    between = gap(lines, row, min(column, len(lines.line(row))))
    if between is not None:
        assert between.span.line == between.span.end_line == row + 1
        assert lines.range_of(between.span).start.line == row


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.integers(0, 12), st.integers(0, 30))
def test_a_spot_goes_to_the_editor_and_back(text: str, units: str, row: int, column: int) -> None:
    lines = Lines(text, units)
    row = min(row, len(lines.lines) - 1)
    column = min(column, len(lines.line(row)))
    place = lines.range_of(Span(row + 1, column + 1, row + 1, column + 1))
    assert lines.row_and_column(place.start) == (row, column)
    assert place.start == place.end
