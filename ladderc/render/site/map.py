"""The geometry of the career map: where stations, lines and labels stand, in the units of an SVG drawing."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.render.site.marks import grade_badge, grade_name
from ladderc.render.site.prose import plain
from ladderc.render.site.routes import Anchor, Line, Route
from ladderc.render.site.wrap import lines_of, width_of
from ladderc.view.refs import LevelRef
from ladderc.view.view import FamilyView, MapRow

LONGEST_PILL = 5
"""Ids up to this length stand inside their station; longer ones beside a dot."""

_LEADING = 18
_REACH = 13
_ASIDE = 18
_SMALL_LEADING = 15


class Size(NamedTuple):
    """A map's measures: the wide map carries titles, the compact one only ids."""

    font: float
    gutter: float
    column_least: float
    column_most: float
    width: float
    row_least: float
    titles: bool


WIDE = Size(font=14.5, gutter=226, column_least=184, column_most=300, width=1148, row_least=60, titles=True)
COMPACT = Size(font=13, gutter=34, column_least=48, column_most=84, width=354, row_least=40, titles=False)


class Label(NamedTuple):
    """Lines of text from ``x`` on, each with the height of its baseline."""

    x: float
    lines: tuple[tuple[float, str], ...]


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Station(NamedTuple):
    """A level on the map; ``pill`` where its id stands inside, else it is a dot with the id as a label."""

    level: LevelRef
    x: float
    y: float
    box: Box
    pill: bool
    id: Label
    title: Label


class Row(NamedTuple):
    """A grade's band: its upper edge and height, its number and words at the left."""

    top: float
    height: float
    middle: float
    number: Label
    name: Label
    scope: Label


class Head(NamedTuple):
    """A track's name over its column, which counts from 0."""

    column: int
    name: Label


class Rung(NamedTuple):
    """The line between two neighbouring levels of one track."""

    column: int
    x: float
    top: float
    bottom: float


class CareerMap(NamedTuple):
    """A whole drawing."""

    width: float
    height: float
    titles: bool
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    rungs: tuple[Rung, ...]
    lines: tuple[Line, ...]
    stations: tuple[Station, ...]


class _Words(NamedTuple):
    """What stands beside a station, in lines."""

    id: tuple[str, ...]
    title: tuple[str, ...]


def draw(family: FamilyView, size: Size) -> CareerMap:
    """The map of one family at one size; taller and wider where names are long, never with a label cut."""
    columns = range(len(family.columns))
    pills = fits_pills(family)
    half = _half(family, size, pills)
    step = min(max((size.width - size.gutter) / max(len(columns), 1), size.column_least), size.column_most)
    inset = half + _ASIDE if size.titles else step / 2
    at = [round(size.gutter + column * step + inset, 1) for column in columns]
    room = step - inset - half - 14

    heads = [lines_of(plain(track.name), step - 16, size.font, bold=True) for track in family.columns]
    head = max((len(lines) for lines in heads), default=0) * _LEADING + 14 if size.titles else 4
    words = [[_words(cell, room, size, pills) if cell else None for cell in row.cells] for row in family.rows]
    grades = [_grade_words(row, size) for row in family.rows]
    heights = [_height(cells, grade, size) for cells, grade in zip(words, grades, strict=True)]

    route = Route(family, at, half, beside=_ASIDE if size.titles else max(step / 2 - half, 0))
    tops: list[float] = []
    y = float(head)
    for number, height in enumerate(heights):
        tops.append(y)
        y += height + route.room(number)
    middles = [round(top + height / 2, 1) for top, height in zip(tops, heights, strict=True)]
    bottoms = [top + height for top, height in zip(tops, heights, strict=True)]

    stations = [
        _station(cell, at[c], middles[r], half, written, size, pills)
        for r, row in enumerate(family.rows)
        for c, (cell, written) in enumerate(zip(row.cells, words[r], strict=True))
        if cell is not None and written is not None
    ]
    return CareerMap(
        width=max(round(size.gutter + len(columns) * step, 1), size.width if size.titles else 0),
        height=round(y, 1),
        titles=size.titles,
        heads=tuple(
            Head(c, Label(round(at[c] - half, 1), tuple((16 + _LEADING * i, line) for i, line in enumerate(lines))))
            for c, lines in enumerate(heads)
        )
        if size.titles
        else (),
        rows=tuple(_row(row, tops[r], heights[r], middles[r], grades[r], size) for r, row in enumerate(family.rows)),
        rungs=tuple(
            Rung(e.source_column, at[e.source_column], middles[e.target_row], middles[e.source_row])
            for e in family.edges
            if e.kind == "rung"
        ),
        lines=route.lines(Anchor(middles, bottoms, _REACH if pills else 8)),
        stations=tuple(stations),
    )


def fits_pills(family: FamilyView) -> bool:
    """Whether every id of the family is short enough to stand inside its station."""
    return all(len(cell.id) <= LONGEST_PILL for row in family.rows for cell in row.cells if cell)


def _half(family: FamilyView, size: Size, pills: bool) -> float:
    """Half the width of a station: as wide as the longest id needs."""
    if not pills:
        return 8.0
    ids = [cell.id for row in family.rows for cell in row.cells if cell]
    widest = max((width_of(each, size.font, bold=True) for each in ids), default=20)
    return round(max(widest / 2 + 6, 18), 1)


def _words(level: LevelRef, room: float, size: Size, pills: bool) -> _Words:
    if not size.titles:
        return _Words((), ())
    beside = () if pills else tuple(lines_of(level.id, room, size.font, bold=True))
    return _Words(beside, tuple(lines_of(plain(level.title), room, size.font)))


def _grade_words(row: MapRow, size: Size) -> _Words:
    if not size.titles:
        return _Words((), ())
    name = lines_of(grade_name(row.grade), size.gutter - 62, 14, bold=True)
    return _Words(tuple(name), tuple(lines_of(plain(row.grade.scope), size.gutter - 58, 12)))


def _height(cells: list[_Words | None], grade: _Words, size: Size) -> float:
    beside = [len(cell.id + cell.title) * _LEADING + 20 for cell in cells if cell]
    at_left = len(grade.id) * _LEADING + len(grade.title) * _SMALL_LEADING + 18
    return max(size.row_least, at_left if size.titles else 0, *beside, 0)


def _station(level: LevelRef, x: float, y: float, half: float, words: _Words, size: Size, pills: bool) -> Station:
    drop = size.font * 0.36
    top = y - (len(words.id + words.title) - 1) * _LEADING / 2 + drop
    placed = [(round(top + _LEADING * i, 1), line) for i, line in enumerate(words.id + words.title)]
    beside = round(x + half + 9, 1)
    inside = Label(x, ((round(y + drop, 1), level.id),))
    name = inside if pills else Label(beside, tuple(placed[: len(words.id)]))
    box = Box(round(x - half, 1), round(y - _REACH, 1), round(half * 2, 1), _REACH * 2)
    return Station(level, x, y, box, pills, name, Label(beside, tuple(placed[len(words.id) :])))


def _row(row: MapRow, top: float, height: float, middle: float, words: _Words, size: Size) -> Row:
    number = grade_badge(row.grade)
    if not size.titles:
        label = Label(17, ((round(middle + 4.5, 1), number),))
        return Row(round(top, 1), height, middle, label, Label(0, ()), Label(0, ()))
    y = middle - (len(words.id) * _LEADING + len(words.title) * _SMALL_LEADING) / 2
    names = tuple((round(y + 14 + _LEADING * i, 1), line) for i, line in enumerate(words.id))
    y += len(words.id) * _LEADING
    scopes = tuple((round(y + 11 + _SMALL_LEADING * i, 1), line) for i, line in enumerate(words.title))
    label = Label(25, ((names[0][0] if names else round(middle + 5, 1), number),))
    return Row(round(top, 1), height, middle, label, Label(44, names), Label(44, scopes))
