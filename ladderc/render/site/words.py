"""The pages that list: all levels by track, the glossary, and the page for a wrong address."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.marks import LevelMark, Marks, TrackMark, family, html_without_links
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html
from ladderc.view.view import View
from ladderc.wording.texts import Texts


class TrackList(NamedTuple):
    """A track with its levels, lowest first."""

    track: TrackMark
    families: tuple[Markup, ...]
    levels: tuple[LevelMark, ...]


class Entry(NamedTuple):
    """One word of the glossary."""

    anchor: str
    name: Markup
    meaning: Markup


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
    context = {"tracks": tracks, "intro": t.say("all_intro", search_hint=t["search_hint"])}
    return Page(pages.LEVELS, "levels.md.j2", t["nav_levels"], pages.LEVELS, t["nav_levels"], context)


def glossary(view: View, t: Texts) -> Page:
    """Every word that the framework explains."""
    groups = tuple(
        Group(
            group.anchor,
            group.name,
            tuple(Entry(term.anchor, html_without_links(term.name), html(term.meaning)) for term in group.terms),
        )
        for group in view.glossary
        if group.terms
    )
    context = {"groups": groups}
    return Page(pages.GLOSSARY, "glossary.md.j2", t["nav_glossary"], pages.GLOSSARY, t["glossary_intro"], context)


def not_found(t: Texts) -> Page:
    """What a server shows for an address that does not exist; it stands at the site's root."""
    marks = Marks(pages.NOT_FOUND)
    context = {
        "map": marks.address(pages.HOME),
        "levels": marks.address(pages.LEVELS),
        "glossary": marks.address(pages.GLOSSARY),
    }
    return Page(pages.NOT_FOUND, "404.md.j2", t["missing_title"], "", t["missing_text"], context)
