"""Why a file cannot be read as YAML, told from the text around the spot where the parser gave up."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ladderc.finding import Finding
from ladderc.sources.events import Event, MappingEndEvent, MarkedYAMLError, ScalarEvent, SequenceEndEvent
from ladderc.sources.faults import fault
from ladderc.sources.mend import in_quotes, short
from ladderc.span import Place, Span

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

    def text_before(self) -> Event:
        """The text read last, or None if it was no text."""
        return self.last if self.last.__class__ is ScalarEvent else None


def diagnose(file: str, text: str, error: MarkedYAMLError, last: Event) -> Finding:
    """The one finding on a file that cannot be parsed; ``last`` is the last event before the error."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mark = error.problem_mark or error.context_mark
    begin = error.context_mark or mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    begin_row, begin_column = (begin.line, begin.column) if begin else (row, column)
    spot = Spot(lines, error.problem or "", row, column, error.context or "", begin_row, begin_column, last)
    for look in _LOOKS:
        if diagnosis := look(spot):
            rule, message, span = diagnosis
            return fault(rule, message, Place(file, span=span))
    message = "This line cannot be read.\nIf it holds a sentence, put the sentence in quotes."
    return fault("syntax", message, Place(file, span=_one(row, column)))


def _tab(spot: Spot) -> Diagnosis | None:
    indentation = spot.line[: len(spot.line) - len(spot.line.lstrip())]
    column = indentation.find("\t")
    if column < 0 and spot.character != "\t":
        return None
    return (
        "tab-indent",
        "A tab stands before the text of this line.\nIndent it with spaces, as the lines around it are.",
        _one(spot.row, column if column >= 0 else spot.column),
    )


def _hard_space(spot: Spot) -> Diagnosis | None:
    before = spot.text_before()
    first = before.start_mark.line if before is not None else spot.row
    for row in range(min(first, spot.row), min(spot.row + 1, len(spot.lines))):
        if found := _GLUED.match(spot.lines[row]):
            return (
                "no-break-space",
                f"A no-break space (U+{ord(found[1]):04X}) stands here in place of a space.\n"
                "It looks like one and is another character: type the space again.",
                _one(row, found.start(1)),
            )
    return None


def _curly(spot: Spot) -> Diagnosis | None:
    found = _CURLY_VALUE.search(spot.line)
    if not found or found.start(1) > spot.column:
        return None
    return (
        "curly-quote",
        f'Curly quotes ({found[1]}) do not hold a text together.\nType straight quotes around it: `"…"`.',
        _one(spot.row, found.start(1)),
    )


def _open_quote(spot: Spot) -> Diagnosis | None:
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
            _one(end.line, end.column - 1),
        )
    if spot.character == ":":
        return None
    return (
        "syntax",
        f"The text ends with the quote after `{short(before.value)}`, and more follows.\n"
        f"Put the whole sentence in {other} quotes.",
        _one(spot.row, spot.column),
    )


def _unclosed(spot: Spot, row: int, column: int) -> Diagnosis:
    quote = spot.lines[row][column]
    if any(curly in spot.lines[row][column:] for curly in "“”„‘’") and quote == '"':
        return (
            "curly-quote",
            "This text starts with a straight quote and ends with a curly one, which does not close it.\n"
            f"Type `{quote}` at its end.",
            _one(row, column),
        )
    return (
        "syntax",
        f"The quote that opens here is not closed.\nType `{quote}` at the end of the text.",
        _one(row, column),
    )


def _unusable_start(spot: Spot) -> Diagnosis | None:
    """A sentence that starts with a character that means something to YAML."""
    if "cannot start any token" in spot.problem or "expected node content" in spot.problem:
        row, column = spot.row, spot.column
    elif spot.context.endswith(_MARKS):
        row, column = spot.context_row, spot.context_column
    elif "incompatible" in spot.problem or "directive" in spot.problem:
        return "syntax", "A line cannot start with `%`.\nDelete it, or put the sentence in quotes.", _one(spot.row, 0)
    else:
        return None
    line = spot.lines[row] if row < len(spot.lines) else ""
    character = line[column : column + 1]
    if not character.strip():
        return None
    return (
        "syntax",
        f"No text can start with `{character}` unless it is in quotes.\n{in_quotes(_sentence(line, column))}",
        _one(row, column),
    )


def _folded(spot: Spot) -> Diagnosis | None:
    if "block scalar" not in spot.context:
        return None
    sign = spot.context_line[spot.context_column : spot.context_column + 1]
    if "indentation" in spot.problem or "tab" in spot.problem:
        return (
            "syntax",
            f"The text that `{sign}` opens in line {spot.context_row + 1} is not indented as its first line.\n"
            "Start all its lines in the same column.",
            _one(spot.row, spot.column),
        )
    return (
        "syntax",
        f"`{sign}` stands for a text that begins on the next line, and here the text follows at once.\n"
        f"{in_quotes(_sentence(spot.context_line, spot.context_column))}",
        _one(spot.context_row, spot.context_column),
    )


def _dash(spot: Spot) -> Diagnosis | None:
    if "block sequence entries" not in spot.problem:
        return None
    return (
        "syntax",
        "A dash and a space start an item of a list, which cannot stand here.\n"
        f"Begin the list on a line of its own. {_or(in_quotes(_sentence(spot.line, spot.column)))}",
        _one(spot.row, spot.column),
    )


def _question(spot: Spot) -> Diagnosis | None:
    if "mapping keys are not allowed" not in spot.problem:
        return None
    return (
        "syntax",
        f"No text can start with `?` and a space unless it is in quotes.\n{in_quotes(_sentence(spot.line, spot.column))}",
        _one(spot.row, spot.column),
    )


def _after_bracket(spot: Spot) -> Diagnosis | None:
    if spot.last.__class__ not in (SequenceEndEvent, MappingEndEvent) or spot.is_first():
        return None
    end: Any = spot.last.end_mark
    if end.line != spot.row or end.index == spot.last.start_mark.index:
        return None
    bracket = spot.line[end.column - 1]
    opening = _OPENING.get(bracket, "")
    column = spot.line.find(opening) if opening else -1
    if column < 0 or spot.character == ":":
        return None
    return (
        "syntax",
        f"The text starts with `{opening}`, which opens a list or a group of fields, and goes on after `{bracket}`.\n"
        f"{in_quotes(_sentence(spot.line, column, nested=False))}",
        _one(spot.row, column),
    )


def _open_bracket(spot: Spot) -> Diagnosis | None:
    if not spot.context.startswith("while parsing a flow"):
        return None
    opening = spot.context_line[spot.context_column : spot.context_column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "")
    before = spot.text_before()
    if not closing:
        return None
    if closing not in spot.line[spot.column :]:
        return (
            "syntax",
            f"The `{opening}` that opens here is not closed.\nType `{closing}` where it ends, "
            f"or put the sentence in quotes if `{opening}` belongs to one.",
            _one(spot.context_row, spot.context_column),
        )
    if spot.character == ":" and before is not None:
        return _colon_in(spot, before, "")
    return "syntax", f"A comma or `{closing}` is missing before this.\nType it.", _one(spot.row, spot.column)


def _colon(spot: Spot) -> Diagnosis | None:
    if "mapping values are not allowed" not in spot.problem:
        return None
    before = spot.text_before()
    if before is None:
        return (
            "syntax",
            "A colon stands where no field's name comes before it.\nDelete it, or put the sentence in quotes.",
            _one(spot.row, spot.column),
        )
    start = before.start_mark
    if start.line == spot.row:
        return _colon_in(spot, before, _sentence(spot.line, start.column))
    first = spot.lines[start.line]
    if (glued := _NO_SPACE.match(first)) and glued.start(1) == start.column:
        return (
            "syntax",
            f"A space is missing after the colon of `{glued[1]}`.\nType `{glued[1]}: {short(first[glued.end() :].strip())}`.",
            _one(start.line, glued.end() - 1),
        )
    name = spot.line[: spot.column].strip()
    if not _NAME.fullmatch(name):
        return _colon_in(spot, before, "")
    column = len(spot.line) - len(spot.line.lstrip())
    return (
        "syntax",
        f"`{name}` is indented further than the field above it, so it is read as part of that field's text.\n"
        "Start it in the same column as that field.",
        Span(spot.row + 1, column + 1, spot.row + 1, spot.column + 1),
    )


def _colon_in(spot: Spot, before: Event, sentence: str) -> Diagnosis:
    return (
        "syntax",
        f"The colon after `{short(before.value)}` breaks the sentence off.\n{in_quotes(sentence)}",
        _one(spot.row, spot.column),
    )


def _no_colon(spot: Spot) -> Diagnosis | None:
    if "could not find expected ':'" not in spot.problem:
        return None
    line = spot.context_line.strip()
    column = spot.context_column
    name = _NAME.match(line)
    mend = (
        f"If `{name[0]}` is a field, type `{name[0]}: ` and its value"
        if name and name.end() == len(line)
        else "If it belongs to the sentence above, indent it further than the field's name"
    )
    return (
        "syntax",
        f"`{short(line)}` is neither a field with a colon nor an item with a dash.\n{mend}.",
        Span(spot.context_row + 1, column + 1, spot.context_row + 1, len(spot.context_line.rstrip()) + 1),
    )


def _remark(spot: Spot) -> Diagnosis | None:
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
        _one(end.line, found.start(1)),
    )


def _indentation(spot: Spot) -> Diagnosis | None:
    in_list = "'-' indicator" in spot.problem
    if not in_list and "expected key" not in spot.problem:
        return None
    if not spot.is_first():
        return None
    end = len(spot.line.rstrip())
    span = Span(spot.row + 1, spot.column + 1, spot.row + 1, max(end, spot.column + 1) + 1)
    if in_list and spot.column == spot.context_column:
        return (
            "syntax",
            "This line stands among the items of a list and has no dash.\n"
            "Type `- ` before it, or indent it as the field is that it belongs with.",
            span,
        )
    if not in_list and spot.column == spot.context_column and spot.line[spot.column :].startswith("- "):
        return (
            "syntax",
            "This item of a list stands among fields.\nPut the name of its field and a colon on the line before, "
            "or indent it further.",
            span,
        )
    return (
        "syntax",
        f"This line starts in column {spot.column + 1}, where nothing that it could belong with starts.\n"
        "Start it in the same column as the line that it belongs with.",
        span,
    )


def _escape(spot: Spot) -> Diagnosis | None:
    if "quoted scalar" not in spot.context:
        return None
    if "escape" not in spot.problem and "hex" not in spot.problem:
        return None
    column = spot.line.find("\\", min(spot.column, max(spot.line.rfind("\\", 0, spot.column + 1), 0)))
    return (
        "syntax",
        "Between double quotes a backslash changes what the letters after it mean.\n"
        "Put the text in single quotes, or type the backslash twice.",
        _one(spot.row, max(column, 0)),
    )


def _after_end(spot: Spot) -> Diagnosis | None:
    if "document start" not in spot.problem:
        return None
    return (
        "syntax",
        "Something follows after the end of what this file holds.\n"
        "Delete it, or indent it as the lines that it belongs with.",
        _one(spot.row, spot.column),
    )


_LOOKS = (
    _tab, _hard_space, _curly, _escape, _open_quote, _unusable_start, _folded, _dash, _question,
    _after_bracket, _open_bracket, _colon, _no_colon, _remark, _indentation, _after_end,
)  # fmt: skip

_MARKS = ("scanning an alias", "scanning an anchor", "parsing a tag", "scanning a tag", "scanning a directive")
_OPENING = {"]": "[", "}": "{"}
_GLUED = re.compile(r"[ \t]*(?:- )*(?:-|[\w.-]+:)?([\u00a0\u202f])")
_CURLY_VALUE = re.compile(r"(?:: |- |[\[{,] ?|^ *)([“„‘‚])")
_NO_SPACE = re.compile(r"[ ]*(?:- )*([A-Za-z_][\w-]*):(?=[^\s/])")
_NAME = re.compile(r"[A-Za-z0-9_][\w.-]*")
_REMARK = re.compile(r"[ \t]+(#.*)")


def _one(row: int, column: int) -> Span:
    return Span(row + 1, column + 1, row + 1, column + 2)


def _sentence(line: str, column: int, nested: bool = True) -> str:
    """The sentence that starts in ``column``; empty between brackets, where its end cannot be told."""
    if nested and re.search(r"[\[{]", line[:column]):
        return ""
    return line[column:].strip()


def _or(mend: str) -> str:
    return f"Or put{mend.removeprefix('Put')}"
