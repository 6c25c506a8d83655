"""Sentences that start with a character that means something to YAML."""

from __future__ import annotations

from ladderc.sources.events import AliasEvent, MappingEndEvent, SequenceEndEvent
from ladderc.sources.mend import in_quotes
from ladderc.sources.spot import Diagnosis, Spot, one, sentence_from


def unusable_start(spot: Spot) -> Diagnosis | None:
    """A sentence that starts with a character that means something to YAML."""
    if "cannot start any token" in spot.problem or "expected node content" in spot.problem:
        row, column = spot.row, spot.column
    elif spot.context.endswith(_MARKS):
        row, column = spot.context_row, spot.context_column
    elif "incompatible" in spot.problem or "directive" in spot.problem:
        return "syntax", "A line cannot start with `%`.\nDelete it, or put the sentence in quotes.", one(spot.row, 0)
    else:
        return None
    return _start(spot, row, column)


def folded(spot: Spot) -> Diagnosis | None:
    """``text: > 50 %``: the sign for a text on the next lines."""
    if "block scalar" not in spot.context:
        return None
    sign = spot.context_line[spot.context_column : spot.context_column + 1]
    if "indentation" in spot.problem or "tab" in spot.problem:
        return (
            "syntax",
            f"The text that `{sign}` opens in line {spot.context_row + 1} is not indented as its first line.\n"
            "Start all its lines in the same column.",
            one(spot.row, spot.column),
        )
    return (
        "syntax",
        f"`{sign}` stands for a text that begins on the next line, and here the text follows at once.\n"
        f"{in_quotes(sentence_from(spot.context_line, spot.context_column))}",
        one(spot.context_row, spot.context_column),
    )


def dash(spot: Spot) -> Diagnosis | None:
    """``text: - more``: the sign for an item of a list."""
    if "block sequence entries" not in spot.problem:
        return None
    return (
        "syntax",
        "A dash and a space start an item of a list, which cannot stand here.\n"
        f"Begin the list on a line of its own. {_or(in_quotes(sentence_from(spot.line, spot.column)))}",
        one(spot.row, spot.column),
    )


def question(spot: Spot) -> Diagnosis | None:
    """``text: ? what``: the sign for a long field name."""
    if "mapping keys are not allowed" not in spot.problem:
        return None
    return (
        "syntax",
        f"No text can start with `?` and a space unless it is in quotes.\n{in_quotes(sentence_from(spot.line, spot.column))}",
        one(spot.row, spot.column),
    )


def after_bracket(spot: Spot) -> Diagnosis | None:
    """``text: [Draft] Leads``: a list, and text behind it."""
    kind = spot.last.__class__
    if kind not in (SequenceEndEvent, MappingEndEvent) or spot.is_first():
        return None
    end = spot.last.end_mark
    if end.line != spot.row:
        return None
    column = end.column
    if end.index == spot.last.start_mark.index:  # a list in the column of its field's name has no sign at its end
        column = len(spot.line[: spot.column].rstrip())
    bracket = spot.line[column - 1 : column] if column else ""
    if spot.character in _OPENING:
        return "syntax", f"This `{spot.character}` closes nothing.\nDelete it.", one(spot.row, spot.column)
    opening = _OPENING.get(bracket, "")
    column = spot.line.find(opening) if opening else -1
    if column < 0 or spot.character == ":":
        return None
    return (
        "syntax",
        f"The text starts with `{opening}`, which opens a list or a group of fields, and goes on after `{bracket}`.\n"
        f"{in_quotes(sentence_from(spot.line, column))}",
        one(spot.row, column),
    )


def after_repeat(spot: Spot) -> Diagnosis | None:
    """``*Important stuff``: a word with a star, which repeats another value, and more behind it."""
    kind = spot.last.__class__
    if kind is not AliasEvent or spot.last.start_mark.line != spot.row:
        return None
    return _start(spot, spot.row, spot.last.start_mark.column)


def _start(spot: Spot, row: int, column: int) -> Diagnosis | None:
    line = spot.lines[row] if row < len(spot.lines) else ""
    character = line[column : column + 1]
    if not character.strip():
        return None
    if character in ",]}" and spot.context.startswith("while parsing a flow"):
        return (
            "syntax",
            f"Nothing stands before this `{character}`.\nDelete it, or write what is missing.",
            one(row, column),
        )
    shown = "a backtick" if character == "`" else f"`{character}`"
    return (
        "syntax",
        f"No text can start with {shown} unless it is in quotes.\n{in_quotes(sentence_from(line, column))}",
        one(row, column),
    )


def _or(mend: str) -> str:
    return f"Or put{mend.removeprefix('Put')}"


_MARKS = ("scanning an alias", "scanning an anchor", "parsing a tag", "scanning a tag", "scanning a directive")
_OPENING = {"]": "[", "}": "{"}
