"""The pages of releases: what each published state changed, and the list of such changes on a level's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.change import Told, told
from ladderc.render.site.marks import Marks, TrackMark, html_without_links
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html, plain
from ladderc.view.history import ImpactCount, ReleasePart, ReleaseView
from ladderc.view.level import LevelView
from ladderc.view.view import View
from ladderc.wording.texts import Texts


class Count(NamedTuple):
    """How many changes have an impact; ``number`` is empty for none."""

    impact: str
    name: str
    number: str


class Part(NamedTuple):
    """One part of a release's page; ``track`` is None where it has no page."""

    anchor: Markup
    href: Markup
    name: Markup
    track: TrackMark | None
    counts: tuple[Count, ...]
    changes: tuple[Told, ...]


class Release(NamedTuple):
    """One release in the list of all."""

    href: Markup
    name: str
    planned: bool
    title: Markup
    notes: Markup
    about: str
    counts: tuple[Count, ...]


class Side(NamedTuple):
    """What a release changed on one side of a level."""

    name: str
    changes: tuple[Told, ...]


class ReleaseHere(NamedTuple):
    """What one release changed at one level."""

    href: Markup
    name: str
    sides: tuple[Side, ...]


def changes(view: View, t: Texts) -> Page:
    """The list of all releases, the newest first."""
    marks = Marks(pages.CHANGES)
    releases = tuple(
        Release(
            marks.address(pages.release(each.id)),
            t.say("changes_release", id=each.id, date=each.date_text),
            each.planned,
            html(each.title),
            html(each.notes),
            _about(each, t),
            tuple(one for one in _counts(each.counts, t) if one.number),
        )
        for each in view.releases
    )
    return Page(
        pages.CHANGES, "changes.md.j2", t["nav_changes"], pages.CHANGES, t["changes_intro"], {"releases": releases}
    )


def release(view: View, each: ReleaseView, t: Texts) -> Page:
    """The page of one release: how much changed where, then track by track, the worst for people first."""
    here = pages.release(each.id)
    marks = Marks(here)
    position = view.releases.index(each)
    newer = view.releases[position - 1] if position else None
    older = view.releases[position + 1] if position + 1 < len(view.releases) else None
    title = t.say("changes_title", id=each.id)
    context = {
        "title": title,
        "date": each.date_text,
        "name": html(each.title),
        "notes": html(each.notes),
        "about": _about(each, t),
        "remarks": tuple(_remarks(each, t)),
        "heads": _counts(each.counts, t),
        "parts": tuple(_part(part, marks, t) for part in each.parts),
        "newer": _beside(newer, "changes_newer", marks, t),
        "older": _beside(older, "changes_older", marks, t),
        "all": marks.address(pages.CHANGES),
    }
    return Page(here, "release.md.j2", title, pages.CHANGES, plain(each.title) or title, context)


def changed(each: LevelView, marks: Marks, t: Texts) -> Iterator[ReleaseHere]:
    """What releases changed at a level, the newest first."""
    for here in each.changed:
        yield ReleaseHere(
            marks.address(pages.release(here.release)),
            t.say("level_changed_in", id=here.release, date=here.date_text),
            tuple(Side(group.name, tuple(told(one, marks, t) for one in group.changes)) for group in here.groups),
        )


def _part(part: ReleasePart, marks: Marks, t: Texts) -> Part:
    return Part(
        Markup(part.anchor),
        marks.address(marks.here, part.anchor),
        html_without_links(part.name),
        marks.track(part.track) if part.track else None,
        _counts(part.counts, t),
        tuple(told(one, marks, t) for one in part.changes),
    )


def _counts(counts: Iterable[ImpactCount], t: Texts) -> tuple[Count, ...]:
    return tuple(Count(one.impact, t[f"impact_{one.impact}"], str(one.number or "")) for one in counts)


def _about(each: ReleaseView, t: Texts) -> str:
    if not each.told:
        return t["changes_untold"]
    if each.first:
        return t["changes_first"]
    if not each.number:
        return t["changes_none"]
    return t["changes_one"] if each.number == 1 else t.say("changes_many", count=each.number)


def _remarks(each: ReleaseView, t: Texts) -> Iterator[str]:
    if each.planned:
        yield t["changes_planned_note"]
    if each.untagged:
        yield t["changes_untagged_note"]


def _beside(other: ReleaseView | None, name: str, marks: Marks, t: Texts) -> tuple[Markup, str] | None:
    return (marks.address(pages.release(other.id)), t.say(name, id=other.id)) if other else None
