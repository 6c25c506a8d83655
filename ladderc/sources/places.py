"""Line and column of any spot in a file, found by reading the file again: only files with findings pay for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ladderc.finding import Finding
from ladderc.sources.characters import clean
from ladderc.sources.events import (
    DEEPEST,
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    parser,
)
from ladderc.span import Place, Span

_TOP = Span(1, 1, 1, 1)


class _Spot:
    """One wanted step of a route: where it is once found, and the wanted steps below it."""

    __slots__ = ("key", "steps", "value")

    def __init__(self) -> None:
        self.steps: dict[str | int, _Spot] = {}
        self.key: Span | None = None
        self.value: Span | None = None


def locate(content: bytes, places: Iterable[Place]) -> Mapping[Place, Span]:
    """Where each of ``places`` stands in its file; all must be of the one file that holds ``content``.

    A route that the file lacks stands for the nearest thing around it that is there: the name of that field,
    or the first line of that list item.
    The value of a route that leads through a repeat (``*name``) is the repeat.
    """
    wanted = tuple(places)
    found: dict[Place, Span] = {place: place.span for place in wanted if place.span}
    left = [place for place in wanted if not place.span]
    if left:
        bare = clean("", content)
        top, lines = _Spot(), [""]
        for place in left:
            spot = top
            for step in place.route:
                spot = spot.steps.setdefault(step, _Spot())
        if not isinstance(bare, Finding):
            lines = bare.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
            _find(bare, top, lines)
        for place in left:
            found[place] = _span(top, place, lines)
    return {place: found[place] for place in wanted}


def _span(top: _Spot, place: Place, lines: list[str]) -> Span:
    spot, path = top, [top]
    for step in place.route:
        spot = spot.steps[step]
        if spot.value is None and spot.key is None:
            break
        path.append(spot)
    nearest = path[-1]
    exact = len(path) == len(place.route) + 1
    if nearest.value is not None and exact and (place.on == "value" or nearest.key is None) and nearest is not top:
        return nearest.value if nearest.value[:2] != nearest.value[2:] or nearest.key is None else nearest.key
    if nearest.key is not None:
        return nearest.key
    if nearest.value is None:
        return _TOP
    return _first_line(nearest.value, lines)


def _first_line(span: Span, lines: list[str]) -> Span:
    if span.line == span.end_line and span.column < span.end_column:
        return span
    return Span(span.line, span.column, span.line, max(span.column, len(lines[span.line - 1].rstrip()) + 1))


def _find(content: bytes, top: _Spot, lines: list[str]) -> None:
    """Walk through the events along with the wanted steps; where nothing is wanted only the depth is counted."""
    next_event = parser(content)
    # Each open group: the wanted spot or None, whether it is a group of fields, its next step, its start.
    groups: list[list[Any]] = []
    try:
        while True:
            event = next_event()
            kind = event.__class__
            if kind is StreamEndEvent:
                return
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                spot, _, _, start, last = groups.pop()
                end = event.end_mark if event.end_mark.index > event.start_mark.index else last
                if spot is not None:
                    spot.value = _trimmed(start, end or start, lines)
                if not groups:
                    return
                _close(groups[-1], end or start)
                continue
            if kind not in _VALUES:
                continue
            group = groups[-1] if groups else None
            if group is not None and group[1] and group[2] is None:
                # A group of fields used as a name has no route; the reader refuses it.
                name = event.value if kind is ScalarEvent else None
                if name is None:
                    return
                group[2] = name
                group[4] = event.end_mark
                if group[0] is not None and (spot := group[0].steps.get(name)) is not None and spot.key is None:
                    spot.key = _trimmed(event.start_mark, event.end_mark, lines)
                continue
            spot = top if group is None else None if group[0] is None else group[0].steps.get(group[2])
            if spot is not None and spot.value is not None:
                spot = None  # the second of two fields of one name
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(groups) > DEEPEST:
                    return
                groups.append(
                    [spot, kind is MappingStartEvent, None if kind is MappingStartEvent else 0, event.start_mark, None]
                )
                if spot is not None:
                    spot.value = _trimmed(event.start_mark, event.end_mark, lines)
                continue
            if spot is not None:
                spot.value = _trimmed(event.start_mark, event.end_mark, lines)
                if kind is AliasEvent:
                    _all_below(spot, spot.value)
            if group is None:
                return
            _close(group, event.end_mark)
    except MarkedYAMLError:
        return  # what stands before the fault is found, the rest falls back on it


_VALUES = (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)


def _close(group: list[Any], end: Any) -> None:
    group[2] = None if group[1] else group[2] + 1
    group[4] = end


def _all_below(spot: _Spot, value: Span) -> None:
    for step in spot.steps.values():
        step.value = value
        _all_below(step, value)


def _trimmed(start: Any, end: Any, lines: list[str]) -> Span:
    """A span without the blank lines and spaces that the parser counts to the end of folded text."""
    # A file that ends in the middle of something can have marks past its last line.
    line, column = (end.line, end.column) if end.line < len(lines) else (len(lines) - 1, len(lines[-1]))
    if start.line >= len(lines):
        return Span(line + 1, column + 1, line + 1, column + 1)
    while line > start.line and not lines[line][:column].strip():
        line -= 1
        column = len(lines[line])
    if line > start.line or column > start.column:
        column = max(len(lines[line][:column].rstrip()), start.column if line == start.line else 0)
    return Span(start.line + 1, start.column + 1, line + 1, column + 1)
