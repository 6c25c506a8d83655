"""The mends of faults that are seen while a file is read, where there is one right answer."""

from __future__ import annotations

import re

from ladderc.finding import Edit
from ladderc.sources.events import Event
from ladderc.sources.fieldnames import EVERY, SENTENCES
from ladderc.span import Place, Span

_NAME = re.compile(r"[\w.-]+", re.ASCII)
_VALUE = re.compile(r"""(?:[{,] *)([\w-]+): +([^\s"'{}\[\],:#&*!][^"'{}\[\],:#]*), *""")
_NEXT = re.compile(r" *(?:}|, *[\w.-]+: )")


def fixes_of(rule: str, place: Place, content: bytes, event: Event) -> tuple[Edit, ...]:
    """The mend of a fault of ``rule`` at an event; none where it is not certain."""
    known = rule in ("no-break-space", "curly-quote", "syntax", "swallowed-comma", "unknown-tag", "unknown-alias")
    if not known or event.start_mark.line != event.end_mark.line:
        return ()
    # Only for a broken file: these build their patterns first, and the lines are split once more.
    from ladderc.sources.quoting import quoting
    from ladderc.sources.remedies import replaced_sign

    lines = content.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    row, column = event.start_mark.line, event.start_mark.column
    if rule == "swallowed-comma":
        return _between_braces(place, lines[row], event)
    if rule == "syntax":
        return replaced_sign(place.file, lines, row) if not lines[row][:column].strip(" -") else ()
    if rule == "unknown-tag":
        return quoting(place.file, lines, row, column) if event.tag.startswith("!") else ()
    if rule == "unknown-alias":
        return quoting(place.file, lines, row, column) if b"&" not in content else ()
    if place.on != "key":
        return ()
    name = lines[row][column : event.end_mark.column]
    bare = name[1:-1] if rule == "curly-quote" else name.strip("\u00a0\u202f\u2007\u200b")
    return (Edit(place, bare),) if name == event.value and _NAME.fullmatch(bare) else ()


def _between_braces(place: Place, line: str, word: Event) -> tuple[Edit, ...]:
    """``{text: hard, new problems}``: a text of the author's with one comma, and nothing else that may be a field."""
    start, end = word.start_mark.column, word.end_mark.column
    before = next((found for found in _VALUE.finditer(line[:start]) if found.end() == start), None)
    if before is None or before[1] not in SENTENCES or not _NEXT.match(line, end) or line[start:end] in EVERY:
        return ()
    row = word.start_mark.line + 1
    whole = line[before.start(2) : end]
    return (Edit(Place(place.file, span=Span(row, before.start(2) + 1, row, end + 1)), f'"{whole}"', quoted=True),)
