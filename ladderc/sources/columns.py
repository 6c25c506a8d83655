"""The column in which a line should start, told from the lines above and below it."""

from __future__ import annotations

import re

from ladderc.sources.spot import Spot

_STARTS = re.compile(r"""([ ]*)((?:- +)*)(?:([\w.-]+|"[^"]*"|'[^']*'):(?= |$))?""")


def blanks(spot: Spot, row: int) -> str | None:
    """What to type so that the field or item in ``row`` starts below its siblings, or None where that cannot be told."""
    line = spot.lines[row]
    own = len(line) - len(line.lstrip())
    is_item = line.startswith("- ", own)
    name = _name(line)
    if not (is_item or name):
        return None
    above = _open_columns(spot.lines[:row], is_item)
    if not above:
        return None
    below = next((text for text in spot.lines[row + 1 :] if text.strip() and not text.lstrip().startswith("#")), "")
    next_column = len(below) - len(below.lstrip())
    deeper, lower = [column for column in above if column > own], [column for column in above if column < own]
    likely = [*([min(deeper)] if deeper else []), *([max(lower)] if lower else [])]
    if deeper and below.startswith("- ", next_column) == is_item and next_column == likely[0]:
        likely = likely[:1]
    elif len(likely) == 2 and likely[0] - own != own - likely[1]:
        likely = [min(likely, key=lambda column: abs(column - own))]
    what = "this dash" if is_item else f"`{name}`"
    ways = [f"{_spaces(column)} before {what if number == 0 else 'it'}, so that it starts below {above[column]}"
            for number, column in enumerate(likely)]  # fmt: skip
    return f"Put {', or '.join(ways)}."


def _open_columns(lines: list[str], is_item: bool) -> dict[int, str]:
    """The columns in which a sibling of fields (or items) above may start, with the nearest line that starts there."""
    found: dict[int, str] = {}
    limit = 10_000
    for row in range(len(lines) - 1, -1, -1):
        starts = _STARTS.match(lines[row])
        if starts is None or not lines[row].strip() or lines[row].lstrip().startswith("#"):
            continue
        column = len(starts[1])
        if column >= limit and not starts[2]:
            continue
        if starts[2] and is_item and column < limit:
            found.setdefault(column, f"the dash of line {row + 1}")
        if starts[3] and not is_item and starts.start(3) < limit:
            found.setdefault(starts.start(3), f"`{starts[3]}` of line {row + 1}")
        if starts[2] or starts[3]:
            limit = min(limit, column)
    return found


def _name(line: str) -> str:
    starts = _STARTS.match(line)
    return starts[3] or "" if starts else ""


def _spaces(count: int) -> str:
    return "no space" if count == 0 else "1 space" if count == 1 else f"{count} spaces"
