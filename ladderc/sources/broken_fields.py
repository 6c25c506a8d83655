"""Colons, brackets and commas that break a field, or are missing from it."""

from __future__ import annotations

import re

from ladderc.sources.columns import blanks
from ladderc.sources.events import Event
from ladderc.sources.fieldnames import EVERY, LISTS_OF_SENTENCES, SENTENCES
from ladderc.sources.mend import in_quotes, short
from ladderc.sources.spot import Diagnosis, Spot, one, sentence_from
from ladderc.span import Span


def colon(spot: Spot) -> Diagnosis | None:
    """``text: Leads: the way``, ``id: S5:``, a field indented too far, a field without a space after its colon."""
    if "mapping values are not allowed" not in spot.problem:
        return None
    before = spot.text_before()
    if before is None:
        return (
            "syntax",
            "A colon stands where no field's name comes before it.\nDelete it, or put the sentence in quotes.",
            one(spot.row, spot.column),
        )
    start = before.start_mark
    if start.line == spot.row:
        if id := trailing_colon(spot):
            return (
                "syntax",
                f"A colon stands after `{id[2]}`, where none belongs.\nDelete it: `{id[1]}: {id[2]}`.",
                one(spot.row, spot.column),
            )
        return _colon_in(spot, before, sentence_from(spot.line, start.column))
    first = spot.lines[start.line]
    if (glued := _NO_SPACE.match(first)) and glued.start(1) == start.column:
        return (
            "syntax",
            f"A space is missing after the colon of `{glued[1]}`.\nType `{glued[1]}: {short(first[glued.end() :].strip())}`.",
            one(start.line, glued.end() - 1),
        )
    name = spot.line[: spot.column].strip()
    if not _NAME.fullmatch(name):
        return _colon_in(spot, before, "")
    column = len(spot.line) - len(spot.line.lstrip())
    return (
        "syntax",
        f"`{name}` is indented further than what stands above it, so it is read as part of that text.\n"
        + (blanks(spot, spot.row) or "Start it in the same column as the field that it belongs with."),
        Span(spot.row + 1, column + 1, spot.row + 1, spot.column + 1),
    )


def trailing_colon(spot: Spot) -> re.Match[str] | None:
    """The field and the id or word of ``id: S5:``, where the colon at fault ends the line and no sentence is meant."""
    found = _TRAILING.fullmatch(spot.line)
    return found if found and found.end(2) == spot.column and found[1] in _NO_SENTENCE else None


def no_colon(spot: Spot) -> Diagnosis | None:
    """A line that is neither field nor item."""
    if "could not find expected ':'" not in spot.problem:
        return None
    line = spot.context_line.strip()
    row, column = spot.context_row, spot.context_column
    if glued := _NO_SPACE.match(line):
        return (
            "syntax",
            f"A space is missing after the colon of `{glued[1]}`.\nType `{glued[1]}: {short(line[glued.end() :])}`.",
            one(row, spot.context_line.find(":", column)),
        )
    name = _NAME.match(line)
    if sign := _OTHER_SIGN.match(line):
        mend = f"Type a colon in place of `{sign[2]}`: `{sign[1]}: {short(line[sign.end() :])}`."
    elif name and name.end() == len(line):
        mend = f"If `{name[0]}` is a field, type `{name[0]}: ` and its value."
        if _is_in_list(spot):
            mend += "\nIf it is a text of its own, type `- ` before it."
    elif name and _is_field_elsewhere(spot, name[0]):
        mend = f"Type a colon after `{name[0]}`: `{name[0]}: {short(line[name.end() :].strip())}`."
    elif _is_in_list(spot):
        mend = (
            "If it is a sentence of its own, type `- ` before it.\n"
            "If it goes on with the sentence above, start it below the first word of that sentence."
        )
    else:
        mend = "If it belongs to the sentence above, indent it further than the field's name."
    return (
        "syntax",
        f"`{short(line)}` is neither a field with a colon nor an item with a dash.\n{mend}",
        Span(row + 1, column + 1, row + 1, len(spot.context_line.rstrip()) + 1),
    )


def open_bracket(spot: Spot) -> Diagnosis | None:
    """``{`` or ``[`` that nothing closes, and what is missing between the two."""
    if not spot.context.startswith("while parsing a flow"):
        return None
    opening = spot.context_line[spot.context_column : spot.context_column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "")
    before = spot.text_before()
    if not closing:
        return _ended(spot)
    if closing not in spot.line[spot.column :] or (opening == "[" and _is_field_below(spot)):
        return (
            "syntax",
            f"The `{opening}` that opens here is not closed.\nType `{closing}` where it ends, "
            f"or put the sentence in quotes if `{opening}` belongs to one.",
            one(spot.context_row, spot.context_column),
        )
    if spot.character == ":" and before is not None:
        return _colon_in(spot, before, "")
    missing = "A comma, a colon" if opening == "{" else "A comma"
    return "syntax", f"{missing} or `{closing}` is missing before this.\nType it.", one(spot.row, spot.column)


def _ended(spot: Spot) -> Diagnosis | None:
    """The file's end behind a bracket or a comma, which the parser does not set beside the bracket that is open."""
    if any(line.strip() for line in spot.lines[spot.row :]):
        return None
    row = max((row for row, line in enumerate(spot.lines) if line.split("#")[0].strip()), default=0)
    return (
        "syntax",
        "The file ends here, and a bracket is still open.\n"
        "Type the `]` or `}` that closes it, or put the sentence in quotes if the bracket belongs to one.",
        one(row, len(spot.lines[row].rstrip()) - 1),
    )


def _is_field_elsewhere(spot: Spot, name: str) -> bool:
    """Whether some line of the file has a field of that name."""
    return any(f"{line.lstrip(' -')} ".startswith(f"{name}: ") for line in spot.lines)


def _is_in_list(spot: Spot) -> bool:
    """Whether the nearest line above that starts in the same column or before it is an item of a list."""
    for line in reversed(spot.lines[: spot.context_row]):
        column = len(line) - len(line.lstrip())
        if line.strip() and column <= spot.context_column:
            return column == spot.context_column and line.startswith("- ", column)
    return False


def _is_field_below(spot: Spot) -> bool:
    """Whether the fault is the colon of a field in a line below the bracket, which so swallowed its name."""
    name = spot.line[: spot.column].strip()
    return spot.character == ":" and spot.row > spot.context_row and bool(_NAME.fullmatch(name))


def _colon_in(spot: Spot, before: Event, sentence: str) -> Diagnosis:
    after = f" after `{short(before.value)}`" if before.value else ""
    return (
        "syntax",
        f"The colon{after} breaks the sentence off.\n{in_quotes(sentence)}",
        one(spot.row, spot.column),
    )


_NO_SPACE = re.compile(r"[ ]*(?:- )*([A-Za-z_][\w-]*):(?=[^\s/])")
_OTHER_SIGN = re.compile(r"([a-z][a-z_-]*)[ ]*([=;\uff1a])[ ]*(?=\S)")
_TRAILING = re.compile(
    r"[ ]*(?:- +)*([a-z_]+): +([A-Za-z0-9][\w./-]*|\"[\w./-]+\"|'[\w./-]+'):[ ]*(?:[ ]#.*)?", re.ASCII
)
_NO_SENTENCE = EVERY - SENTENCES - LISTS_OF_SENTENCES - {"about"}
_NAME = re.compile(r"[A-Za-z0-9_][\w.-]*")
