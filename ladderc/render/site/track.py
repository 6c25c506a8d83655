"""A track's page: its purpose, its rungs, and what each of its levels asks, side by side."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.guides.names import GuideNames
from ladderc.render.site import pages
from ladderc.render.site.level import AskedHtml
from ladderc.render.site.marks import LevelMark, Marks, TermMark, family, hue
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html, literal, plain
from ladderc.view.level import ExpectationRow, LevelView, TrackView
from ladderc.view.refs import Link
from ladderc.wording.texts import Texts


class Rung(NamedTuple):
    """One level in the list of rungs."""

    level: LevelMark
    summary: Markup


class Cell(NamedTuple):
    """What one level asks under one dimension; None where it says nothing."""

    level: LevelMark
    asked: AskedHtml | None


class MatrixRow(NamedTuple):
    """One dimension over all levels of the track."""

    dimension: TermMark
    question: Markup
    cells: tuple[Cell, ...]


def track(each: TrackView, guides: GuideNames, t: Texts) -> Page:
    """The page of one track."""
    here = pages.track(each.ref.id)
    marks = Marks(here)
    title = plain(each.ref.name)
    summaries = {level.ref.key: level.summary for level in each.levels}
    context = {
        "track": marks.track(each.ref),
        "kicker": tuple(name for name in (*map(family, each.families), _kind(each)) if name),
        "draft": each.draft,
        "purpose": html(each.purpose),
        "count": t.count("levels", len(each.levels)),
        "span": _span(each, t),
        "rungs": tuple(Rung(marks.level(rung), html(summaries.get(rung.key, ""))) for rung in each.rungs),
        "levels": tuple(marks.level(level.ref) for level in each.levels),
        "caption": t.say("track_matrix_caption", track=title),
        "matrix": tuple(_row(dimension, each, marks, t) for dimension in _dimensions(each)),
        "neighbours": tuple(marks.track(other) for other in each.neighbours),
        "booklet_a4": marks.address(guides.track(each.ref.id, "a4")),
        "booklet_letter": marks.address(guides.track(each.ref.id, "letter")),
    }
    about = plain(each.purpose) or title
    return Page(here, "track.md.j2", title, pages.HOME, about, context, hue(each.ref))


def _kind(each: TrackView) -> Markup:
    """The kind in words, unless the track is simply called by it."""
    return Markup() if plain(each.ref.name) == each.ref.kind_name else literal(each.ref.kind_name)


def _span(each: TrackView, t: Texts) -> str:
    if not each.levels:
        return ""
    first, last = each.levels[0].ref.id, each.levels[-1].ref.id
    return t.say("grades_from_to", first=first, last=last) if first != last else first


def _dimensions(each: TrackView) -> tuple[ExpectationRow, ...]:
    """The dimensions of the track in the order in which its levels first name them."""
    found: dict[Link, ExpectationRow] = {}
    for level in each.levels:
        for row in level.expectations:
            found.setdefault(row.dimension, row)
    return tuple(found.values())


def _row(named: ExpectationRow, each: TrackView, marks: Marks, t: Texts) -> MatrixRow:
    cells = tuple(Cell(marks.level(level.ref), _asked(level, named.dimension, t)) for level in each.levels)
    return MatrixRow(marks.term(named.dimension), html(named.question), cells)


def _asked(level: LevelView, dimension: Link, t: Texts) -> AskedHtml | None:
    for row in level.expectations:
        if row.dimension == dimension and (row.asked.rating or row.asked.statements):
            rating = t.say("rating", rating=row.asked.rating) if row.asked.rating else ""
            return AskedHtml(rating, tuple(html(statement) for statement in row.asked.statements))
    return None
