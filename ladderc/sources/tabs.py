"""Tabs before a line, as spaces: mended only where every width of a tab reads the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ladderc.finding import Edit
from ladderc.sources.events import AliasEvent, ScalarEvent
from ladderc.sources.reach import END, reach
from ladderc.sources.signs import sign_in
from ladderc.sources.walk import walk
from ladderc.span import Place, Route, Span

_INDENTATION = re.compile(r"[ \t]*\t[ \t]*(?=\S)")
_WIDTHS = (2, 4, 8)
_Read = list[tuple[Route, bool, str]]


def untabbed(file: str, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Spaces in place of all tabs before lines, as many as the file indents by; none where that could be read in two ways."""
    rows = [row for row, line in enumerate(lines) if _INDENTATION.match(line)]
    if not rows:
        return ()
    readings = {width: _reading(lines, rows, width) for width in dict.fromkeys((_step(lines), *_WIDTHS))}
    sound = {width: read for width, read in readings.items() if read is not None}
    if not sound or any(read != next(iter(sound.values())) for read in sound.values()):
        return ()
    width = next(iter(sound))
    return tuple(_edit(file, lines[row], row, width) for row in rows)


def _reading(lines: Sequence[str], rows: Sequence[int], width: int) -> _Read | None:
    """All that is read with tabs of a width, or None where one of these lines cannot be."""
    spaced = [_with_dash(line) for line in lines]
    for row in rows:
        spaced[row] = _spaced(lines[row], width)
    content = "\n".join(spaced).encode()
    end = reach(content)
    if end != END and end[0] <= _next_row(lines, rows[-1]):
        return None
    read: _Read = []
    for event, is_name, groups in walk(content):
        kind = event.__class__
        if kind is ScalarEvent and not is_name:
            read.append((groups[-1].value_route(), True, event.value))
        elif kind is AliasEvent:
            read.append((groups[-1].value_route(), False, event.anchor))
    return read


def _next_row(lines: Sequence[str], row: int) -> int:
    """The next line that holds more than a remark: where the parser stops if the line above it stands wrong."""
    below = range(row + 1, len(lines))
    return next((at for at in below if lines[at].strip() and not lines[at].lstrip().startswith("#")), len(lines))


def _with_dash(line: str) -> str:
    """The line with a dash in place of a bullet: the one is not to be read by the other, whichever is mended first."""
    sign = sign_in(line)
    return f"{line[: sign.end() - len(sign[0].lstrip())]}- {line[sign.end() :]}" if sign else line


def _step(lines: Sequence[str]) -> int:
    """By how many spaces the file indents: the smallest indentation there is, two where there is none."""
    found = [
        len(line) - len(line.lstrip(" ")) for line in lines if line.startswith(" ") and not _INDENTATION.match(line)
    ]
    return min((count for count in found if count > 1), default=2)


def _spaced(line: str, width: int) -> str:
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].replace("\t", " " * width) + text


def _edit(file: str, line: str, row: int, width: int) -> Edit:
    end = len(line) - len(line.lstrip(" \t"))
    start = line.index("\t")
    span = Span(row + 1, start + 1, row + 1, end + 1)
    return Edit(Place(file, span=span), line[start:end].replace("\t", " " * width))
