"""Texts in quotes that end too early, too late, or in quotes that are none."""

from __future__ import annotations

import re

from ladderc.sources.mend import short
from ladderc.sources.spot import Diagnosis, Spot, one


def curly(spot: Spot) -> Diagnosis | None:
    """``text: “Leads: the way”``: curly quotes that should hold a sentence together."""
    found = _CURLY_VALUE.search(spot.line)
    if not found or found.start(1) > spot.column:
        return None
    return (
        "curly-quote",
        f'Curly quotes ({found[1]}) do not hold a text together.\nType straight quotes around it: `"…"`.',
        one(spot.row, found.start(1)),
    )


def open_quote(spot: Spot) -> Diagnosis | None:
    """A quote that is not closed, or closed before the end of the sentence."""
    if "quoted scalar" in spot.context and "unexpected" in spot.problem:
        return _unclosed(spot, spot.context_row, spot.context_column)
    before = spot.text_before()
    if before is None or not before.style or before.style not in "\"'":
        return None
    start, end = before.start_mark, before.end_mark
    if end.line != spot.row or spot.line[end.column : spot.column].strip():
        return None
    if end.line > start.line:
        return _unclosed(spot, start.line, start.column)
    quote = before.style
    other = "double" if quote == "'" else "single"
    if spot.line[end.column : end.column + 1].isalnum():
        called = "apostrophe" if quote == "'" else "quote"
        return (
            "syntax",
            f"The {called} after `{short(before.value)}` ends the text, and more follows.\n"
            f"Put the text in {other} quotes instead.",
            one(end.line, end.column - 1),
        )
    if spot.character == ":":
        return None
    if spot.context.startswith("while parsing a flow"):
        return (
            "syntax",
            f"More follows after the closing quote of `{short(before.value)}`.\n"
            f"Type a comma or a colon between the two, or put the whole sentence in {other} quotes.",
            one(spot.row, spot.column),
        )
    return (
        "syntax",
        f"The text ends with the quote after `{short(before.value)}`, and more follows.\n"
        f"Put the whole sentence in {other} quotes.",
        one(spot.row, spot.column),
    )


def _unclosed(spot: Spot, row: int, column: int) -> Diagnosis:
    quote = spot.lines[row][column]
    if any(curly in spot.lines[row][column:] for curly in "“”„‘’") and quote == '"':
        return (
            "curly-quote",
            "This text starts with a straight quote and ends with a curly one, which does not close it.\n"
            f"Type `{quote}` at its end.",
            one(row, column),
        )
    return (
        "syntax",
        f"The quote that opens here is not closed.\nType `{quote}` at the end of the text.",
        one(row, column),
    )


def escape(spot: Spot) -> Diagnosis | None:
    """A backslash between double quotes."""
    if "quoted scalar" not in spot.context:
        return None
    if "escape" not in spot.problem and "hex" not in spot.problem:
        return None
    column = spot.line.find("\\", min(spot.column, max(spot.line.rfind("\\", 0, spot.column + 1), 0)))
    return (
        "syntax",
        "Between double quotes a backslash changes what the letters after it mean.\n"
        "Put the text in single quotes, or type the backslash twice.",
        one(spot.row, max(column, 0)),
    )


_CURLY_VALUE = re.compile(r"(?:: |- |[\[{,] ?|^ *)([“„‘‚])")
