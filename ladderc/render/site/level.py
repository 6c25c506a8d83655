"""A level's page: what is expected now beside what the next level asks, and every way to it and from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.guides.names import GuideNames
from ladderc.render.site import pages
from ladderc.render.site.changes import changed
from ladderc.render.site.level_pay import pay_of_level
from ladderc.render.site.level_promotion import promotion, reached
from ladderc.render.site.marks import LevelMark, Marks, TermMark, family, grade, hue
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html, literal, plain
from ladderc.view.level import Asked, Comparison, LevelView, MetricView, TrackView
from ladderc.view.refs import GradeRef, LevelRef
from ladderc.view.view import View
from ladderc.wording.texts import Texts


class AskedHtml(NamedTuple):
    """What is asked under one dimension; both parts empty where nothing is written."""

    rating: str
    statements: tuple[Markup, ...]


class Row(NamedTuple):
    """One dimension; ``next`` is None where there is no next level to show."""

    dimension: TermMark
    question: Markup
    now: AskedHtml
    next: AskedHtml | None
    rises: bool


class Table(NamedTuple):
    """What one level asks, beside another where ``next_head`` is not empty."""

    summary: str
    caption: str
    now_head: str
    next_head: str
    next: LevelMark | None
    rows: tuple[Row, ...]


class Metric(NamedTuple):
    """One measure of success, each part ready to print and perhaps empty."""

    name: Markup
    unit: Markup
    kind: str
    target: Markup
    source: Markup


class Decision(NamedTuple):
    """The level's part in one domain."""

    role: str
    domain: TermMark


def level(
    view: View, each: LevelView, levels: Mapping[str, LevelView], track: TrackView, guides: GuideNames, t: Texts
) -> Page:
    """The page of one level; ``levels`` are all by key, ``track`` is its own."""
    here = pages.level(each.ref.key)
    marks = Marks(here)
    mark = marks.level(each.ref)
    title = f"{each.ref.id} {plain(each.ref.title)}"
    tables = tuple(_tables(each, marks, t))
    context = {
        "level": mark,
        "rail": tuple(marks.level(rung) for rung in track.rungs),
        "rail_label": t.say("rail", track=plain(each.ref.track.name)),
        "families": tuple(name for name in map(family, each.families) if name),
        "spine": tuple(step.number <= each.ref.grade.number for step in reversed(view.grades)),
        "grade": grade(each.ref.grade),
        "grade_of": _grade_of(each.ref.grade, len(view.grades), t),
        "draft": each.draft,
        "reports": each.reports,
        "summary": html(each.summary),
        "builds_on": _builds_on(each.builds_on, marks, t) if each.builds_on else "",
        "counterparts": tuple(marks.level(peer) for peer in each.counterparts),
        "expected_title": _title(each, t),
        "tables": tables,
        "reached": tuple(reached(each, levels, marks, t)),
        "top": each.above is None and not each.comparisons,
        "ways_on": tuple(marks.way(way) for way in each.ways_on),
        "ways_in": tuple(marks.way(way) for way in each.ways_in),
        "promotion": tuple(promotion(each.promotion, t)) if each.promotion else (),
        "metrics": tuple(_metric(metric) for metric in each.metrics),
        "metrics_caption": t.say("metrics_caption", level=title),
        "decisions": tuple(Decision(made.role_name, marks.term(made.domain)) for made in each.decisions),
        "forums": tuple(marks.term(forum) for forum in each.forums),
        "recognition": tuple(marks.term(form) for form in each.recognition),
        "duties": tuple(html(duty) for duty in each.duties),
        **pay_of_level(each.pay, each.ref, title, t),
        "pay_page": marks.address(pages.PAY),
        "changed": tuple(changed(each, marks, t)),
        "not_written": _not_written(each, t),
        "below": marks.level(each.below) if each.below else None,
        "above": marks.level(each.above) if each.above else None,
        "guide_a4": marks.address(guides.level(each.ref.key, "a4")),
        "guide_letter": marks.address(guides.level(each.ref.key, "letter")),
        "booklet_a4": marks.address(guides.track(each.ref.track.id, "a4")),
        "booklet_letter": marks.address(guides.track(each.ref.track.id, "letter")),
    }
    about = plain(each.summary) or f"{title}, {plain(each.ref.track.name)}"
    return Page(here, "level.md.j2", title, pages.LEVELS, about, context, hue(each.ref.track))


def _grade_of(ref: GradeRef, count: int, t: Texts) -> str:
    if ref.id.isdecimal():
        return ""  # "7, 6 of 9" would be two numbers for one grade
    return t.say("grade_of", number=ref.number, count=count)


def _builds_on(base: LevelRef, marks: Marks, t: Texts) -> Markup:
    mark = marks.level(base)
    link = Markup('<a href="{}">{} {}</a>').format(mark.href, mark.id, mark.title)
    return literal(t["level_builds_on"]).replace("&#123;level&#125;", link)


def _title(each: LevelView, t: Texts) -> str:
    if len(each.comparisons) > 1:
        return t["level_expected_choice"]
    if each.comparisons:
        return t.say("level_expected_next", level=each.comparisons[0].target.id)
    return t["level_expected"]


def _tables(each: LevelView, marks: Marks, t: Texts) -> Iterator[Table]:
    """One table a step up; the level alone where no step has anything to compare."""
    for comparison in each.comparisons:
        if comparison.rows:
            yield _compared(each, comparison, marks, t)
    if each.expectations and not any(comparison.rows for comparison in each.comparisons):
        caption = t.say("level_expected_caption", level=each.ref.id)
        rows = tuple(
            Row(marks.term(row.dimension), html(row.question), _asked(row.asked, t), None, False)
            for row in each.expectations
        )
        yield Table("", caption, t.say("now_at", level=each.ref.id), "", None, rows)


def _compared(each: LevelView, comparison: Comparison, marks: Marks, t: Texts) -> Table:
    target = f"{comparison.target.id} {plain(comparison.target.title)}"
    return Table(
        summary=f"{plain(comparison.target.title)} ({plain(comparison.target.track.name)})",
        caption=t.say("level_compare_caption", now=each.ref.id, next=target),
        now_head=t.say("now_at", level=each.ref.id),
        next_head=t.say("next_at", level=target),
        next=marks.level(comparison.target),
        rows=tuple(
            Row(marks.term(row.dimension), html(row.question), _asked(row.now, t), _asked(row.next, t), row.rises)
            for row in comparison.rows
        ),
    )


def _asked(asked: Asked, t: Texts) -> AskedHtml:
    rating = t.say("rating", rating=asked.rating) if asked.rating else ""
    return AskedHtml(rating, tuple(html(statement) for statement in asked.statements))


def _metric(metric: MetricView) -> Metric:
    kind = ", ".join(word for word in (metric.type_name, metric.about_name) if word)
    way = metric.direction if metric.target else metric.direction[:1].upper() + metric.direction[1:]
    aim = Markup(", ").join(html(text) for text in (metric.target, way) if text)
    source = Markup(", ").join(html(text) for text in (metric.source, metric.cadence) if text)
    return Metric(html(metric.name), html(metric.unit), kind, aim, source)


def _not_written(each: LevelView, t: Texts) -> str:
    """One sentence where none of the smaller parts is written; a list left empty beside others is no gap."""
    parts = {
        "metrics": each.metrics,
        "decisions": each.decisions,
        "forums": each.forums,
        "recognition": each.recognition,
        "duties": each.duties,
    }
    if any(parts.values()):
        return ""
    return t.say("not_written", parts=", ".join(t[name].lower() for name in parts))
