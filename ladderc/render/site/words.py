"""The pages that list: all levels by track, the glossary, and the page for a wrong address."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.marks import LevelMark, Marks, TrackMark, family, html_without_links
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html
from ladderc.view.refs import LevelRef
from ladderc.view.view import Term, View
from ladderc.wording.texts import Texts

_MOST_LEVELS = 60
"""A word that more levels share than this says nothing about any of them."""


class TrackList(NamedTuple):
    """A track with its levels, lowest first."""

    track: TrackMark
    families: tuple[Markup, ...]
    levels: tuple[LevelMark, ...]


class Use(NamedTuple):
    """The levels that have a word's thing, and in which way (empty where there is but one)."""

    way: str
    levels: tuple[LevelMark, ...]


class Entry(NamedTuple):
    """One word of the glossary, with the levels that it is written for."""

    anchor: str
    name: Markup
    meaning: Markup
    uses: tuple[Use, ...]


class Group(NamedTuple):
    """Words of one kind."""

    anchor: str
    name: str
    entries: tuple[Entry, ...]


def levels(view: View, t: Texts) -> Page:
    """All levels on one page: what search offers, without a script."""
    marks = Marks(pages.LEVELS)
    tracks = tuple(
        TrackList(
            marks.track(track.ref),
            tuple(name for name in map(family, track.families) if name),
            tuple(marks.level(level.ref) for level in track.levels),
        )
        for track in view.tracks
        if track.levels
    )
    context = {"tracks": tracks}
    return Page(pages.LEVELS, "levels.md.j2", t["nav_levels"], pages.LEVELS, t["nav_levels"], context)


def glossary(view: View, t: Texts) -> Page:
    """Every word that the framework explains."""
    marks = Marks(pages.GLOSSARY)
    uses = _uses(view, t)
    groups = tuple(
        Group(group.anchor, group.name, tuple(_entry(term, uses.get(term.anchor, {}), marks) for term in group.terms))
        for group in view.glossary
        if group.terms
    )
    context = {"groups": groups}
    return Page(pages.GLOSSARY, "glossary.md.j2", t["nav_glossary"], pages.GLOSSARY, t["glossary_intro"], context)


def _entry(term: Term, uses: dict[str, list[LevelRef]], marks: Marks) -> Entry:
    shown = tuple(
        Use(way, tuple(marks.level(ref) for ref in refs)) for way, refs in uses.items() if len(refs) <= _MOST_LEVELS
    )
    return Entry(term.anchor, html_without_links(term.name), html(term.meaning), shown)


def _uses(view: View, t: Texts) -> dict[str, dict[str, list[LevelRef]]]:
    """By a word's anchor: the levels that decide on it, sit in it or are recognised by it."""
    found: dict[str, dict[str, list[LevelRef]]] = {}
    for level in view.levels:
        for decision in level.decisions:
            found.setdefault(decision.domain.anchor, {}).setdefault(decision.role_name, []).append(level.ref)
        for link in (*level.forums, *level.recognition):
            found.setdefault(link.anchor, {}).setdefault(t["glossary_open_to"], []).append(level.ref)
    return found


def not_found(t: Texts) -> Page:
    """What a server shows for an address that does not exist; it stands at the site's root."""
    marks = Marks(pages.NOT_FOUND)
    context = {
        "map": marks.address(pages.HOME),
        "levels": marks.address(pages.LEVELS),
        "glossary": marks.address(pages.GLOSSARY),
    }
    return Page(pages.NOT_FOUND, "404.md.j2", t["missing_title"], "", t["missing_text"], context)
