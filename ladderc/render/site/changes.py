"""The pages of releases: what each published state changed, and the list of such changes on a level's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.marks import LevelMark, Marks
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html, literal, plain
from ladderc.view.history import ChangeView, ReleaseView, Reworded
from ladderc.view.level import LevelView
from ladderc.view.view import View
from ladderc.wording.texts import Texts


class Words(NamedTuple):
    """A text before and after, and the row in which what went is struck out and what came is marked."""

    before: Markup
    after: Markup
    row: Markup


class Told(NamedTuple):
    """One change; ``levels`` only where the sentence names fewer than it reaches."""

    message: Markup
    reason: Markup
    impact: str
    words: tuple[Words, ...]
    levels: tuple[LevelMark, ...]


class Group(NamedTuple):
    """Changes of one impact; ``folded`` where a reader opens them."""

    impact: str
    name: str
    changes: tuple[Told, ...]
    folded: bool


class Release(NamedTuple):
    """One release in the list of all."""

    href: Markup
    name: str
    title: Markup
    notes: Markup
    about: str
    counts: tuple[tuple[str, str, int], ...]


class ReleaseHere(NamedTuple):
    """What one release changed at one level."""

    href: Markup
    name: str
    changes: tuple[Told, ...]


def changes(view: View, t: Texts) -> Page:
    """The list of all releases, the newest first."""
    marks = Marks(pages.CHANGES)
    releases = tuple(
        Release(
            marks.address(pages.release(each.id)),
            t.say("changes_release", id=each.id, date=each.date_text),
            html(each.title),
            html(each.notes),
            _about(each, t),
            tuple((group.impact, group.name, len(group.changes)) for group in each.groups),
        )
        for each in view.releases
    )
    return Page(
        pages.CHANGES, "changes.md.j2", t["nav_changes"], pages.CHANGES, t["changes_intro"], {"releases": releases}
    )


def release(view: View, each: ReleaseView, t: Texts) -> Page:
    """The page of one release: the worst for people first, what is neither better nor worse folded."""
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
        "groups": tuple(
            Group(
                group.impact,
                t.say("changes_neutral", name=group.name, count=len(group.changes)),
                tuple(_told(one, marks) for one in group.changes),
                group.impact == "neutral",
            )
            for group in each.groups
        ),
        "newer": _beside(newer, "changes_newer", marks, t),
        "older": _beside(older, "changes_older", marks, t),
        "all": marks.address(pages.CHANGES),
    }
    return Page(here, "release.md.j2", title, pages.CHANGES, plain(each.title) or title, context)


def changed(each: LevelView, marks: Marks, t: Texts) -> Iterator[ReleaseHere]:
    """What releases changed at a level, the newest first."""
    for release in each.changed:
        yield ReleaseHere(
            marks.address(pages.release(release.release)),
            t.say("level_changed_in", id=release.release, date=release.date_text),
            tuple(_told(one, marks, named=False) for one in release.changes),
        )


def _about(each: ReleaseView, t: Texts) -> str:
    if each.missing:
        return each.missing
    if each.first:
        return t["changes_first"]
    if not each.count:
        return t["changes_none"]
    return t["changes_one"] if each.count == 1 else t.say("changes_many", count=each.count)


def _told(change: ChangeView, marks: Marks, *, named: bool = True) -> Told:
    levels = tuple(marks.level(level) for level in change.levels) if named else ()
    return Told(
        html(change.message),
        literal(change.reason),
        change.impact,
        tuple(_words(one) for one in change.wordings if one.before and one.after),
        levels,
    )


def _words(text: Reworded) -> Words:
    marks = {"gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>"), "same": ("", "")}
    row = Markup("").join(
        Markup(marks[piece.fate][0]) + literal(piece.text) + Markup(marks[piece.fate][1]) for piece in text.pieces
    )
    return Words(html(text.before), html(text.after), row)


def _beside(other: ReleaseView | None, name: str, marks: Marks, t: Texts) -> tuple[Markup, str] | None:
    return (marks.address(pages.release(other.id)), t.say(name, id=other.id)) if other else None
