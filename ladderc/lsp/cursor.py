"""What stands under the cursor, or could be typed there, told from the events of the text as far as it can be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.lsp.positions import Lines
from ladderc.sources.characters import clean
from ladderc.sources.events import ScalarEvent, span
from ladderc.sources.walk import walk
from ladderc.span import Route, Span

_BEFORE, _AFTER = re.compile(r"[\w./-]*$"), re.compile(r"^[\w./-]*")
_DASH = re.compile(r"( *)- +(?=\S)")
_STAND_IN = "ladderc0stands0here"
"""A word that nobody writes, put where the cursor is so that a half-typed line can be read."""


class Under(NamedTuple):
    """A name or a value and its route."""

    route: Route
    is_name: bool
    text: str
    span: Span


class Gap(NamedTuple):
    """Where something is being typed: ``span`` is the part of the word that is there already.

    ``alone`` says that nothing stands before it in its line but blanks and dashes, so that fields may follow.
    ``needs_colon`` is true for a name that has no colon yet; ``siblings`` are the other names of its group.
    ``blanks`` must be put before it, where it stands too far to the left to belong to anything.
    """

    route: Route
    is_name: bool
    alone: bool
    needs_colon: bool
    siblings: frozenset[str]
    span: Span
    blanks: str = ""


def under(text: str, row: int, column: int) -> Under | None:
    """What stands in a row and column, both from 0; None in remarks, blanks, and after what cannot be read."""
    bare = clean("", text.encode("utf-8", "surrogatepass"))
    if isinstance(bare, Finding):
        return None
    for event, is_name, groups in walk(bare):
        if event.__class__ is not ScalarEvent:
            continue
        where = span(event)
        if (where.line, where.column) > (row + 1, column + 1):
            return None
        if (row + 1, column + 1) <= (where.end_line, where.end_column):
            return Under(groups[-1].value_route(), is_name, event.value, where)
    return None


def gap(lines: Lines, row: int, column: int) -> Gap | None:
    """What could be typed in a row and column, both from 0; None inside sentences and remarks."""
    line = lines.line(row)
    before, after = _BEFORE.search(line[:column]), _AFTER.search(line[column:])
    assert before is not None, "an empty word is one"
    assert after is not None, "an empty word is one"
    start, end = before.start(), column + after.end()
    where = Span(row + 1, start + 1, row + 1, end + 1)
    alone = not line[:start].strip(" -")
    rest = line[end:]
    # An editor that knows no YAML puts the line after `- id: S4` below the dash, where nothing can stand.
    for blanks in ("", _to_item(lines, row, line[:start])):
        for word in (_STAND_IN, f"{_STAND_IN}:"):
            if word.endswith(":") and rest.lstrip().startswith(":"):
                continue
            tried = f"{line[:start]}{blanks}{word}{rest}"
            found = _stand_in("\n".join([*lines.lines[:row], tried, *lines.lines[row + 1 :]]), where, alone)
            if found:
                return found._replace(needs_colon=found.is_name and not rest.lstrip().startswith(":"), blanks=blanks)
    return None


def _to_item(lines: Lines, row: int, before: str) -> str:
    """The blanks that lead from a dash right above, past what is in its item, to the fields of the item."""
    if before.strip(" "):
        return ""
    above = (lines.line(number) for number in range(row - 1, -1, -1))
    written = (line for line in above if line.strip() and not line.lstrip().startswith("#"))
    near = next((line for line in written if len(line) - len(line.lstrip(" ")) <= len(before)), "")
    dash = _DASH.match(near)
    return " " * (dash.end() - len(before)) if dash and dash.end(1) == len(before) else ""


def _stand_in(text: str, where: Span, alone: bool) -> Gap | None:
    bare = clean("", text.encode("utf-8", "surrogatepass"))
    if isinstance(bare, Finding):
        return None
    found: tuple[Route, bool] | None = None
    group = None
    for event, is_name, groups in walk(bare):
        if found is None and event.__class__ is ScalarEvent and event.value == _STAND_IN:
            group = groups[-1]
            route = group.route if is_name else group.value_route()
            found = route, is_name
            # The walk goes on to the end of the group, for the names that stand below.
        elif group is not None and group not in groups:
            break
    if found is None or group is None:
        return None
    names = frozenset(event.value for event in group.names if event.value != _STAND_IN) if found[1] else frozenset()
    return Gap(found[0], found[1], alone, False, names, where)
