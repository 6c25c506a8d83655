"""The career map: every family's grades and tracks as a drawing, as cards and as a list of steps."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.map import COMPACT, WIDE, CareerMap, Head, Rung, Station, draw, fits_pills
from ladderc.render.site.marks import GradeMark, LevelMark, Marks, TrackMark, family, grade, hue
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html, plain
from ladderc.render.site.routes import Line
from ladderc.view.view import FamilyView, MapEdge, View
from ladderc.wording.texts import Texts

_COMPACT_COLUMNS = 6
"""More tracks than this make the small map unreadable on a telephone; the cards say the same."""

_LEAST_SCALE = 0.8


class StationShape(NamedTuple):
    """A station with the level that it stands for."""

    shape: Station
    level: LevelMark


class LineShape(NamedTuple):
    """A step with the colour of the track that it leads to."""

    shape: Line
    hue: str


class RungShape(NamedTuple):
    """A rung with its track's colour."""

    shape: Rung
    hue: str


class HeadShape(NamedTuple):
    """A track's name over its column."""

    shape: Head
    track: TrackMark


class Drawing(NamedTuple):
    """A map with everything that its template prints; narrower than ``least_width`` it would not be readable."""

    map: CareerMap
    least_width: int
    heads: tuple[HeadShape, ...]
    rungs: tuple[RungShape, ...]
    lines: tuple[LineShape, ...]
    stations: tuple[StationShape, ...]


class CardRow(NamedTuple):
    """One grade with its levels, for narrow screens."""

    grade: GradeMark
    levels: tuple[LevelMark, ...]


class Step(NamedTuple):
    """One step between tracks in words."""

    source: LevelMark
    target: LevelMark
    words: str


class FamilyMap(NamedTuple):
    """One family on the page; ``compact`` is None where it would not be readable."""

    anchor: str
    name: Markup
    heading: str
    tracks: tuple[TrackMark, ...]
    wide: Drawing
    wide_note: str
    compact: Drawing | None
    cards: tuple[CardRow, ...]
    steps: tuple[Step, ...]
    steps_title: str


def home(view: View, t: Texts) -> Page:
    """The first page of the site."""
    marks = Marks(pages.HOME)
    families = tuple(_family(each, number, marks, t) for number, each in enumerate(view.families) if each.columns)
    context = {
        "heading": t.say("site_title", name=plain(view.name)),
        "summary": html(view.summary),
        "sentence": html(view.sentence),
        "families": families,
    }
    title = t.say("site_title", name=plain(view.name))
    return Page(pages.HOME, "home.md.j2", title, pages.HOME, plain(view.summary) or plain(view.sentence), context)


def _family(view: FamilyView, number: int, marks: Marks, t: Texts) -> FamilyMap:
    name = family(view.ref)
    wide = draw(view, WIDE)
    steps = tuple(_step(edge, marks, t) for edge in view.edges if edge.kind != "rung")
    small = fits_pills(view) and len(view.columns) <= _COMPACT_COLUMNS
    return FamilyMap(
        anchor=f"map-{number + 1}",
        name=name,
        heading=t.say("map_title", family=plain(view.ref.name)) if name else t["map_alone"],
        tracks=tuple(marks.track(track) for track in view.columns),
        wide=_drawing(view, wide, marks),
        wide_note=t.say("map_wide", count=len(view.columns)) if wide.width * _LEAST_SCALE > WIDE.width else "",
        compact=_drawing(view, draw(view, COMPACT), marks) if small else None,
        cards=tuple(
            CardRow(grade(row.grade), tuple(marks.level(cell) for cell in row.cells if cell)) for row in view.rows
        ),
        steps=steps,
        steps_title=t.say("map_moves", count=len(steps)),
    )


def _drawing(view: FamilyView, drawn: CareerMap, marks: Marks) -> Drawing:
    hues = [hue(track) for track in view.columns]
    return Drawing(
        map=drawn,
        least_width=round(drawn.width * _LEAST_SCALE) if drawn.titles else 0,
        heads=tuple(HeadShape(head, marks.track(view.columns[head.column])) for head in drawn.heads),
        rungs=tuple(RungShape(rung, hues[rung.column]) for rung in drawn.rungs),
        lines=tuple(LineShape(line, hues[line.column]) for line in drawn.lines),
        stations=tuple(StationShape(station, marks.level(station.level)) for station in drawn.stations),
    )


def _step(edge: MapEdge, marks: Marks, t: Texts) -> Step:
    words = t[f"step_{edge.kind}"]
    return Step(
        marks.level(edge.source), marks.level(edge.target), t.say("step_both", step=words) if edge.both_ways else words
    )
