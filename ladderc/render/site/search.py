"""The search index: a script file that defines one list, so that it loads from a disk as well as from a server."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.render.site import pages
from ladderc.render.site.encoded import encoded
from ladderc.render.site.prose import plain
from ladderc.view.level import LevelView
from ladderc.view.view import View
from ladderc.wording.texts import Texts

Entry = tuple[str, str, str, str, str]
"""Kind in words, address from the site's root, title, where it belongs, all other text."""


def index(view: View, t: Texts) -> str:
    """The script; entries of one kind stand together in the order of the View."""
    rows = ",\n".join(encoded(entry) for entry in _entries(view, t))
    return f"window.ladderIndex = [\n{rows}\n];\n"


def _entries(view: View, t: Texts) -> Iterator[Entry]:
    for level in view.levels:
        title = f"{level.ref.id} {plain(level.ref.title)}"
        belongs = f"{plain(level.ref.track.name)}, {plain(level.ref.grade.name) or level.ref.grade.id}"
        yield t["search_kind_level"], pages.level(level.ref.key), title, belongs, " ".join(_words(level))
    for track in view.tracks:
        families = ", ".join(plain(family.name) for family in track.families if not family.implied)
        yield t["search_kind_track"], pages.track(track.ref.id), plain(track.ref.name), families, plain(track.purpose)
    for group in view.glossary:
        for term in group.terms:
            at = f"{pages.GLOSSARY}#{term.anchor}"
            yield t["search_kind_term"], at, plain(term.name), group.name, plain(term.meaning)
    for rule in view.rules:
        yield t["search_kind_rule"], pages.rule(rule.name), plain(rule.claim), rule.name, ""


def _words(level: LevelView) -> Iterator[str]:
    """What the level asks and how it is measured: what people remember of a level and search for."""
    yield plain(level.summary)
    for row in level.expectations:
        yield from (plain(statement) for statement in row.asked.statements)
    yield from (plain(duty) for duty in level.duties)
    yield from (plain(metric.name) for metric in level.metrics)
