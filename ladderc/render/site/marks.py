"""How levels, tracks, grades and terms are printed on one page: names ready for HTML and addresses relative to it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.prose import html, literal, plain
from ladderc.view.level import Way
from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Link, TrackRef

_LONGEST_BADGE = 3

HUES = 8
"""How many colours the style sheet has; tracks beyond them begin again."""


class GradeMark(NamedTuple):
    """A grade; ``badge`` is its id, or its place in the spine where that is too long; ``name`` may be empty.

    ``full`` is its id and its name, each once.
    """

    badge: str
    id: Markup
    name: Markup
    scope: Markup
    full: Markup


class TrackMark(NamedTuple):
    """A track with its address and the class of its colour."""

    href: Markup
    name: Markup
    kind: Markup
    hue: str


class LevelMark(NamedTuple):
    """A level with its address."""

    href: Markup
    key: Markup
    id: Markup
    title: Markup
    hue: str
    track: TrackMark
    grade: GradeMark
    manages: bool


class TermMark(NamedTuple):
    """A word with the address of its meaning."""

    href: Markup
    name: Markup


class WayMark(NamedTuple):
    """One step to or from a level; ``conditions`` are short phrases."""

    kind: str
    kind_name: str
    level: LevelMark
    conditions: tuple[Markup, ...]
    note: Markup


class Marks:
    """Prints names on the page ``here``."""

    def __init__(self, here: str) -> None:
        self.here = here

    def address(self, target: str, anchor: str = "") -> Markup:
        """The relative address of another page."""
        return pages.address(self.here, target, anchor)

    def level(self, ref: LevelRef) -> LevelMark:
        """A level as this page prints it."""
        return LevelMark(
            href=self.address(pages.level(ref.key)),
            key=literal(ref.key),
            id=literal(ref.id),
            title=html_without_links(ref.title),
            hue=hue(ref.track),
            track=self.track(ref.track),
            grade=grade(ref.grade),
            manages=ref.manages,
        )

    def track(self, ref: TrackRef) -> TrackMark:
        """A track as this page prints it."""
        return TrackMark(
            href=self.address(pages.track(ref.id)),
            name=html_without_links(ref.name),
            kind=literal(ref.kind_name),
            hue=hue(ref),
        )

    def term(self, link: Link) -> TermMark:
        """A word that the glossary explains."""
        return TermMark(href=self.address(pages.GLOSSARY, link.anchor), name=html_without_links(link.name))

    def way(self, way: Way) -> WayMark:
        """One step as a level's page prints it."""
        return WayMark(
            kind=way.kind,
            kind_name=way.kind_name,
            level=self.level(way.level),
            conditions=tuple(literal(condition) for condition in way.conditions),
            note=html(way.note),
        )


def grade(ref: GradeRef) -> GradeMark:
    """A grade as every page prints it; ``name`` is its id where it has no name and the badge does not say it."""
    return GradeMark(
        badge=literal(grade_badge(ref)),
        id=literal(ref.id),
        name=html_without_links(grade_name(ref)),
        scope=html(ref.scope),
        full=html_without_links(" ".join(dict.fromkeys((ref.id, plain(ref.name) or ref.id)))),
    )


def grade_badge(ref: GradeRef) -> str:
    """What stands beside a grade: its id, for texts speak of ``G5``; two different numbers for one would confuse."""
    return ref.id if ref.id.isdecimal() or len(ref.id) <= _LONGEST_BADGE else str(ref.number)


def grade_name(ref: GradeRef) -> str:
    """A grade's name, or its id, unless the badge says the same."""
    name = plain(ref.name) or ref.id
    return "" if name == grade_badge(ref) else name


def family(ref: FamilyRef) -> Markup:
    """A family's name; empty where the framework declares no families."""
    return Markup() if ref.implied else html_without_links(ref.name)


def hue(ref: TrackRef) -> str:
    """The class of the track's colour."""
    return f"hue-{ref.hue % HUES}"


def html_without_links(name: str) -> Markup:
    """A name for places that are a link themselves, where a link inside would break the page."""
    return literal(plain(name))
