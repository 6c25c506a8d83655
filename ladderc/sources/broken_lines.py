"""Lines that start in the wrong column or belong to nothing."""

from __future__ import annotations

import re

from ladderc.sources.columns import blanks
from ladderc.sources.mend import short
from ladderc.sources.spot import Diagnosis, Spot, one
from ladderc.span import Span


def tab(spot: Spot) -> Diagnosis | None:
    """A line indented with a tab."""
    indentation = spot.line[: len(spot.line) - len(spot.line.lstrip())]
    column = indentation.find("\t")
    if column < 0 and spot.character != "\t":
        return None
    return (
        "tab-indent",
        "A tab stands before the text of this line.\nType spaces in its place, as many as the lines beside it begin with.",
        one(spot.row, column if column >= 0 else spot.column),
    )


def hard_space(spot: Spot) -> Diagnosis | None:
    """A no-break space before a text or after a field's colon."""
    before = spot.text_before()
    first = before.start_mark.line if before is not None else spot.row
    if "document start" in spot.problem:
        first = 0  # the whole file was taken for a text, which ended above
    for row in range(min(first, spot.row), min(spot.row + 1, len(spot.lines))):
        if found := _GLUED.match(spot.lines[row]):
            return (
                "no-break-space",
                f"A no-break space (U+{ord(found[1]):04X}) stands here in place of a space.\n"
                "It looks like one and is another character: type the space again.",
                one(row, found.start(1)),
            )
    return None


def remark(spot: Spot) -> Diagnosis | None:
    """``text: issue #4 is`` and a second line: the sentence ended with the first."""
    before = spot.text_before()
    if before is None or before.style or not spot.is_first():
        return None
    end = before.end_mark
    found = _REMARK.match(spot.lines[end.line], end.column) if end.line < spot.row else None
    if not found or not before.value:
        return None
    return (
        "syntax",
        f"The text ends before `{short(found[1])}`: what stands after a space and `#` is a remark, "
        f"so line {spot.row + 1} belongs to nothing.\nPut the sentence in quotes.",
        one(end.line, found.start(1)),
    )


def indentation(spot: Spot) -> Diagnosis | None:
    """A line that starts where nothing above it starts."""
    in_list = "'-' indicator" in spot.problem
    if not in_list and "expected key" not in spot.problem:
        return None
    if not spot.is_first():
        return None
    if spot.character == ":":
        return (
            "syntax",
            "A field's name is missing before the colon.\nType it, or put the sentence in quotes if this is one.",
            one(spot.row, spot.column),
        )
    end = len(spot.line.rstrip())
    span = Span(spot.row + 1, spot.column + 1, spot.row + 1, max(end, spot.column + 1) + 1)
    if in_list and spot.column == spot.context_column:
        if item := _ITEM_OPENING.match(spot.line):
            below = spot.lines[spot.row + 1] if spot.row + 1 < len(spot.lines) else ""
            more = below.strip() and len(below) - len(below.lstrip()) == spot.column and below[spot.column] != "-"
            return (
                "syntax",
                "This line stands among the items of a list and has no dash.\n"
                f"If `{short(item[1])}` begins an item of its own, type `- ` before it"
                f"{', and 2 spaces before each other line of that item' if more else ''}.\n"
                "If not, indent it as the field is that it belongs with.",
                span,
            )
        return (
            "syntax",
            "This line stands among the items of a list and has no dash.\n"
            "Type `- ` before it, or indent it as the field is that it belongs with.",
            span,
        )
    if not in_list and spot.column == spot.context_column and spot.line[spot.column :].startswith("- "):
        named = "put the name of its field and a colon on the line before"
        sibling = blanks(spot, spot.row)
        mend = (
            f"{sibling}\nIf it begins a list of its own, {named}."
            if sibling
            else f"{named[0].upper()}{named[1:]}, or indent it further."
        )
        return ("syntax", f"This item of a list stands among fields.\n{mend}", span)
    mend = blanks(spot, spot.row) or "Start it in the same column as the line that it belongs with."
    return (
        "syntax",
        f"This line starts in column {spot.column + 1}, where nothing that it could belong with starts.\n{mend}",
        span,
    )


def after_end(spot: Spot) -> Diagnosis | None:
    """Text after the end of the file's only value."""
    if "document start" not in spot.problem:
        return None
    return (
        "syntax",
        "Something follows after the end of what this file holds.\n"
        "Delete it, or indent it as the lines that it belongs with.",
        one(spot.row, spot.column),
    )


_GLUED = re.compile(r"[ \t]*(?:- )*(?:-|[\w.-]+:)?([\u00a0\u202f])")
_REMARK = re.compile(r"[ \t]+(#.*)")
_ITEM_OPENING = re.compile(r"[ ]*((?:id|rule|name|grade|from|version|text|track): .*\S)")
