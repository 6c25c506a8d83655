"""The mends of faults that keep a file from being read, where there is one right answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ladderc.finding import Edit
from ladderc.sources import broken_fields, broken_lines, broken_quotes, broken_signs, broken_starts
from ladderc.sources.doubt import PAIRS
from ladderc.sources.events import Event
from ladderc.sources.fieldnames import EVERY
from ladderc.sources.quoting import extent, quoting
from ladderc.sources.signs import sign_in
from ladderc.sources.spot import Spot
from ladderc.sources.tabs import untabbed
from ladderc.span import Place, Span

Edits = tuple[Edit, ...]


def remedy(file: str, look: Callable[..., Any], spot: Spot, span: Span) -> Edits:
    """The mend of the fault that ``look`` found at ``span``; none where it is not certain."""
    known = _REMEDIES.get(look)
    return known(file, spot, span) if known else ()


def straightened(file: str, lines: list[str], row: int, column: int) -> Edits:
    """Straight quotes in place of the curly ones around all that stands from a row and column on."""
    text = lines[row][column:].rstrip()
    inner = text[1:-1]
    own = extent(lines, row, column)
    if len(text) < 3 or text[-1] not in PAIRS.get(text[0], "") or own is None or own.end_line > row + 1:
        return ()
    if any(sign in inner for sign in ('"', "\\", text[0], *(PAIRS[text[0]] if text[0] in "“„" else ""))):
        return ()
    return _ends(file, row, column, len(text))


def replaced_sign(file: str, lines: list[str], row: int) -> Edits:
    """A dash in place of the bullet or long dash with which a line starts, and the space that is missing after it."""
    found = sign_in(lines[row])
    if found is None:
        return ()
    if found[3]:
        return (_edit(file, row, found.end(3), found.end(3), " "),)
    sign, gap = found.start(1), found[2]
    if "\t" in gap:
        return (_edit(file, row, sign, found.end(2), "- "),)
    return (_edit(file, row, sign, found.end(1), "-" if gap else "- "),)


def spaced(file: str, line: str, row: int, column: int) -> Edits:
    """A space in place of one that only looks like it; nothing where a space or the end of the line follows."""
    return (_edit(file, row, column, column + 1, " " if line[column + 1 : column + 2].strip() else ""),)


def _sentence(file: str, spot: Spot, span: Span) -> Edits:
    """The sentence that starts where the fault is."""
    if span.line > len(spot.lines) or spot.lines[span.line - 1][span.column - 1 : span.column] in (",", "]", "}", ""):
        return ()
    return quoting(file, spot.lines, span.line - 1, span.column - 1)


def _before(file: str, spot: Spot, _: Span) -> Edits:
    """The sentence that was read last and goes on where the fault is."""
    before = spot.text_before()
    return () if before is None else quoting(file, spot.lines, before.start_mark.line, before.start_mark.column)


def _colon(file: str, spot: Spot, span: Span) -> Edits:
    before = spot.text_before()
    if before is None:
        return ()
    if broken_fields.trailing_colon(spot):
        return _without_colon(file, spot)
    return _before(file, spot, span) if before.start_mark.line == spot.row else _glued(file, spot, span)


def _without_colon(file: str, spot: Spot) -> Edits:
    """``id: S5`` for ``id: S5:``; nothing where a group is written below, which may be what the colon is for."""
    below = next((line for line in spot.lines[spot.row + 1 :] if line.split("#")[0].strip()), "")
    field = _FIELD.match(spot.line)
    deeper = field is not None and len(below) - len(below.lstrip()) > field.end()
    return () if deeper else (_edit(file, spot.row, spot.column, spot.column + 1, ""),)


def _glued(file: str, spot: Spot, span: Span) -> Edits:
    """``title:Senior``, ``title = Senior``: the colon and its space after a known field's name."""
    line, row = spot.lines[span.line - 1], span.line - 1
    found = _NO_SPACE.match(line)
    if found and found[1] in EVERY and found.end() == span.column:
        return (_edit(file, row, span.column, span.column, " "),)
    other = _OTHER_SIGN.match(line)
    if other and other[1] in EVERY and other.start(1) + 1 == span.column:
        return (_edit(file, row, other.end(1), other.end(), ": "),)
    return ()


def _curly(file: str, spot: Spot, span: Span) -> Edits:
    row, column = span.line - 1, span.column - 1
    if name := _CURLY_NAME.match(spot.lines[row], column):
        end = name.end() - 1
        return _edit(file, row, column, column + 1, ""), _edit(file, row, end - 1, end, "")
    return straightened(file, spot.lines, row, column)


def _quote(file: str, spot: Spot, span: Span) -> Edits:
    """A text in quotes that do not fit around it, in one line."""
    before: Event = spot.text_before()
    if "quoted scalar" in spot.context or (before is not None and before.start_mark.line < before.end_mark.line):
        return _unclosed(file, spot.lines, span.line - 1, span.column - 1)
    if before is None:
        return ()
    row, column = before.start_mark.line, before.start_mark.column
    text = _only_line(spot.lines, row, column)
    quote, inner, last = text[:1], text[1:-1], text[-1:]
    if last != quote:
        return quoting(file, spot.lines, row, column)
    glued = spot.lines[row][before.end_mark.column : before.end_mark.column + 1].isalnum()
    apostrophe = glued or (inner.count("'") == 1 and inner[: inner.find("'")][-1:].isalnum())
    if quote == "'" and apostrophe and not any(sign in inner for sign in ('"', "''", "\\")):
        return _ends(file, row, column, len(text))
    return ()


def _unclosed(file: str, lines: list[str], row: int, column: int) -> Edits:
    """A double quote that is missing at the end of a text, or is a curly one there."""
    text = _only_line(lines, row, column)
    if text[:1] != '"' or any(sign in text[1:-1] for sign in '"“”„\\'):
        return ()
    end = column + len(text)
    if text[-1] in "“”":
        return (_edit(file, row, end - 1, end, '"'),)
    return (_edit(file, row, end, end, '"'),) if len(text) > 1 and text[-1] not in "\"„‘’\\'" else ()


def _only_line(lines: list[str], row: int, column: int) -> str:
    """The text from a row and column to the end of its line; empty if the text may go on below, or a remark follow."""
    own = extent(lines, row, column)
    return lines[row][column:].rstrip() if own is not None and own.end_line == row + 1 else ""


def _sign(file: str, spot: Spot, span: Span) -> Edits:
    return replaced_sign(file, spot.lines, span.line - 1)


def _space(file: str, spot: Spot, span: Span) -> Edits:
    return spaced(file, spot.lines[span.line - 1], span.line - 1, span.column - 1)


def _tab(file: str, spot: Spot, _: Span) -> Edits:
    return untabbed(file, spot.lines)


def _ends(file: str, row: int, column: int, length: int) -> Edits:
    """Straight double quotes in place of the first and the last character."""
    end = column + length
    return _edit(file, row, column, column + 1, '"'), _edit(file, row, end - 1, end, '"')


def _edit(file: str, row: int, start: int, end: int, text: str) -> Edit:
    return Edit(Place(file, span=Span(row + 1, start + 1, row + 1, end + 1)), text)


_FIELD = re.compile(r"[ ]*(?:- +)*")
_NO_SPACE = re.compile(r"[ ]*(?:- )*([A-Za-z_][\w-]*):(?=[\w\"'\[{>|])")
_OTHER_SIGN = re.compile(r"[ ]*(?:- )*([a-z][a-z_-]*)[ ]*[=;\uff1a][ ]*(?=\S)")
_CURLY_NAME = re.compile(r"[“„‘‚][A-Za-z0-9_.-]+[”“’‘]:(?= |$)")
_REMEDIES: Mapping[Callable[..., Any], Callable[[str, Spot, Span], Edits]] = {
    broken_lines.tab: _tab,
    broken_lines.hard_space: _space,
    broken_lines.remark: _before,
    broken_signs.sign: _sign,
    broken_quotes.curly: _curly,
    broken_quotes.open_quote: _quote,
    broken_starts.after_repeat: _sentence,
    broken_starts.unusable_start: _sentence,
    broken_starts.folded: _sentence,
    broken_starts.question: _sentence,
    broken_starts.after_bracket: _sentence,
    broken_fields.colon: _colon,
    broken_fields.no_colon: _glued,
}
