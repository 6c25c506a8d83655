"""Where a sentence without quotes begins and ends in the lines of a file, and the mend that puts it in quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ladderc.finding import Edit
from ladderc.sources.events import MarkedYAMLError, ScalarEvent, StreamEndEvent, parser
from ladderc.sources.fieldnames import EVERY, LISTS_OF_SENTENCES, SENTENCES
from ladderc.sources.mend import quoted
from ladderc.span import Place, Span

_BEFORE = re.compile(r"""([ ]*)((?:- +)*)(?:([\w.-]+|"[^"]*"|'[^']*'):[ ]+)?""")
_STARTS = re.compile(r"""([ ]*)((?:- +)*)(?:([\w.-]+|"[^"]*"|'[^']*'):(?= |$))?""")
_ITEM_OR_FIELD = re.compile(r"- |#|[\w.-]+:(?: |$)")
_REMARK = re.compile(r"[ \t]#(?![0-9]+(?!\w))")
_BEFORE_COLON = re.compile(r"([\w-]+):(?=\s|$)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")


def quoting(file: str, lines: Sequence[str], row: int, column: int) -> tuple[Edit, ...]:
    """The mend that puts the sentence at a row and column (from 0) in quotes; none where it is not certain.

    It is certain where a text of the author's belongs there, where the sentence ends before the next field or
    item, where nothing in it may be a field or a remark, and where the file then reads it word for word.
    """
    span = extent(lines, row, column)
    if span is None or not holds_sentence(lines, row, column):
        return ()
    parts = list(lines[row : span.end_line])
    parts[-1] = parts[-1][: span.end_column - 1]
    parts[0] = parts[0][column:]
    raw = "\n".join(parts)
    sentence = " ".join(line.strip() for line in raw.split("\n"))
    # Two fields in one line look like a sentence with a colon.
    if any(word in EVERY for word in _BEFORE_COLON.findall(sentence)) or not _reads(lines, span, raw, sentence):
        return ()
    return (Edit(Place(file, span=span), quoted(sentence), quoted=True),)


def extent(lines: Sequence[str], row: int, column: int) -> Span | None:
    """The span of the text that starts at a row and column and ends before the next field or item, or None.

    None between brackets, where a remark or something like a field may be inside, and where a blank line is.
    """
    line = lines[row]
    before = _BEFORE.fullmatch(line, 0, column)
    if before is None or not (before[2] or before[3]) or _REMARK.search(line, column):
        return None
    parent = before.start(3) if before[3] else before.end(2) - len(before[2]) + before[2].rindex("-")
    end = row
    for below in range(row + 1, len(lines)):
        text = lines[below].lstrip(" ")
        if not text.strip():
            if _goes_on(lines, below + 1, parent):
                return None
            break
        if len(lines[below]) - len(text) <= parent or (text[0] == "#" and not text[1:2].isdigit()):
            break
        if _ITEM_OR_FIELD.match(text) or _REMARK.search(text) or "\t" in text:
            return None
        end = below
    return Span(row + 1, column + 1, end + 1, len(lines[end].rstrip()) + 1)


def holds_sentence(lines: Sequence[str], row: int, column: int) -> bool:
    """Whether a text of the author's belongs at a row and column, told by the names of the fields around it."""
    path = _path(lines, row, column)
    if path and path[0] not in EVERY and _LANGUAGE.fullmatch(path[0]):
        path = path[1:]  # one text of several, each in a language
    if not path:
        return False
    if path[0] != "-":
        return path[0] in SENTENCES
    if path[1:2] == ["requires"]:
        return path[2:3] == ["promotion"]  # those of a family are ids
    return (len(path) > 1 and path[1] in LISTS_OF_SENTENCES) or path[2:3] == ["expectations"]


def _path(lines: Sequence[str], row: int, column: int) -> list[str]:
    """The names of fields, and dashes, that a spot stands in, the innermost first."""
    path: list[str] = []
    limit = column
    for above in range(row, -1, -1):
        starts = _STARTS.match(lines[above][:column] if above == row else lines[above])
        text = lines[above].lstrip()
        if starts is None or not text or text.startswith("#"):
            continue
        first = len(starts[1])
        at = starts.start(3) if starts[3] else -1
        # A list may stand in the column of its field's name.
        if at >= 0 and (at < limit or (at == limit and path[-1:] == ["-"] and not starts[2])):
            path.append(starts[3].strip("\"'"))
            limit = at
        for dash in reversed([first + found.start() for found in re.finditer("-", starts[2])]):
            if dash < limit:
                path.append("-")
                limit = dash
    return path


def _goes_on(lines: Sequence[str], row: int, parent: int) -> bool:
    """Whether the next line that is not blank is indented further than ``parent``."""
    following = next((line for line in lines[row:] if line.strip()), "")
    return len(following) - len(following.lstrip(" ")) > parent


def _reads(lines: Sequence[str], span: Span, raw: str, sentence: str) -> bool:
    """Whether the text, once in quotes, is read word for word."""
    head = [*lines[: span.line - 1], lines[span.line - 1][: span.column - 1] + quoted(raw)]
    text = "\n".join(head) + lines[span.end_line - 1][span.end_column - 1 :] + "\n" + "\n".join(lines[span.end_line :])
    start, found = (span.line - 1, span.column - 1), False
    try:
        next_event = parser(text.encode())
        while True:
            event = next_event()
            kind = event.__class__
            if kind is StreamEndEvent or event.start_mark.line >= span.end_line:
                return found  # what stands further down is read as before
            if kind is ScalarEvent and (event.start_mark.line, event.start_mark.column) == start:
                found = event.value == sentence
    except MarkedYAMLError as error:  # something further down is broken as well
        return found and error.problem_mark is not None and error.problem_mark.line >= span.end_line
