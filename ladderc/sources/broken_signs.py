"""Signs that come with pasted text and start no item of a list, and the lines that a merge leaves behind."""

from __future__ import annotations

import re

from ladderc.sources.mend import short
from ladderc.sources.signs import replace, sign_in
from ladderc.sources.spot import Diagnosis, Spot
from ladderc.span import Span


def merge(spot: Spot) -> Diagnosis | None:
    """Two versions of a file, one under the other, as a merge leaves them."""
    marks = [row for row, line in enumerate(spot.lines) if _MARK.fullmatch(line)]
    if not marks:
        return None
    starts = {spot.lines[row][0] for row in marks}
    if starts >= {"<", ">"}:
        return (
            "syntax",
            "Git left two versions of these lines here, for you to choose.\n"
            "Keep one, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
            _whole(spot, marks[0]),
        )
    for row in (spot.context_row, spot.row):
        if row in marks:
            return (
                "syntax",
                f"`{short(spot.lines[row])}` is left over from two versions of this file.\nDelete the line.",
                _whole(spot, row),
            )
    return None


def sign(spot: Spot) -> Diagnosis | None:
    """``• Builds``, ``– id: S5`` or ``-Builds`` where an item of a list was meant."""
    for row in _rows(spot):
        line = spot.lines[row]
        if found := sign_in(line):
            return "syntax", replace(found, spot.lines[row + 1 :]), _whole(spot, row)
    return None


def _rows(spot: Spot) -> list[int]:
    """Lines whose beginning may be at fault: where the parser gave up, and fields of the text that it read last."""
    rows = [spot.context_row] if "could not find expected ':'" in spot.problem else []
    if ("'-' indicator" in spot.problem or "expected key" in spot.problem) and spot.is_first():
        rows.append(spot.row)
    before = spot.text_before()
    # After a remark at the end of the line with the sign, the parser stops at the next line's beginning.
    if (
        before is not None
        and not before.style
        and any(why in spot.problem for why in ("mapping values are not allowed", "expected key"))
    ):
        lines = range(before.start_mark.line, spot.row + 1)
        rows += [row for row in lines if row < len(spot.lines) and _FIELD.match(spot.lines[row])]
    return [row for row in rows if row < len(spot.lines)]


def _whole(spot: Spot, row: int) -> Span:
    line = spot.lines[row]
    return Span(row + 1, len(line) - len(line.lstrip()) + 1, row + 1, len(line.rstrip()) + 1)


_MARK = re.compile(r"(?:<{7}|>{7})(?: .*)?|={7}")
_FIELD = re.compile(r"[ ]*[^\w\s][ \t]*[a-z_]+:")
