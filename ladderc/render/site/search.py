"""The search index: a script file that defines one list, so that it loads from a disk as well as from a server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.render.site import pages
from ladderc.render.site.encoded import encoded
from ladderc.render.site.prose import plain
from ladderc.view.level import LevelView
from ladderc.view.pay import PayLine
from ladderc.view.view import View
from ladderc.wording.texts import Texts


class Entry(NamedTuple):
    """One thing to be found.

    ``address`` is from the site's root, ``place`` says where it belongs, ``text`` is all else that can be found in it.
    ``also`` are other words that people type for it. ``part`` is "" for a thing by itself, "section" for a part of a
    level's page, which only its own words find, and "rule" for what stands behind all others.
    """

    kind: str
    address: str
    title: str
    place: str
    text: str
    also: str = ""
    part: str = ""


def index(view: View, t: Texts) -> str:
    """The script; of entries that are found alike the first is shown first: pages, sections of levels, levels."""
    rows = ",\n".join(encoded(entry) for entry in _entries(view, t))
    return f"window.ladderIndex = [\n{rows}\n];\n"


def _entries(view: View, t: Texts) -> Iterator[Entry]:
    yield from _pages(view, t)
    for level in view.levels:
        yield from _sections(level, t)
    for level in view.levels:
        belongs = f"{plain(level.ref.track.name)}, {plain(level.ref.grade.name) or level.ref.grade.id}"
        words = " ".join(_words(level))
        yield Entry(t["search_kind_level"], pages.level(level.ref.key), _name(level), belongs, words)
    for track in view.tracks:
        families = ", ".join(plain(family.name) for family in track.families if not family.implied)
        at, name = pages.track(track.ref.id), plain(track.ref.name)
        yield Entry(t["search_kind_track"], at, name, families, plain(track.purpose))
    for release in view.releases:
        title, notes = t.say("changes_title", id=release.id), f"{plain(release.title)} {plain(release.notes)}".strip()
        yield Entry(t["search_kind_release"], pages.release(release.id), title, release.date_text, notes)
    for group in view.glossary:
        for term in group.terms:
            at = f"{pages.GLOSSARY}#{term.anchor}"
            yield Entry(t["search_kind_term"], at, plain(term.name), group.name, plain(term.meaning))
    for rule in view.rules:
        yield Entry(t["search_kind_rule"], pages.rule(rule.name), plain(rule.claim), rule.name, "", part="rule")


def _pages(view: View, t: Texts) -> Iterator[Entry]:
    """The pages of the menu."""
    kind = t["search_kind_page"]
    if view.pay is not None:
        yield Entry(kind, pages.PAY, t["nav_pay"], "", t["pay_intro"], t["search_also_pay"])
    yield Entry(kind, pages.HOME, t["nav_map"], "", "")
    yield Entry(kind, pages.LEVELS, t["nav_levels"], "", "")
    yield Entry(kind, pages.PARITY, t["parity"], "", t["parity_intro"])
    if view.releases:
        yield Entry(kind, pages.CHANGES, t["nav_changes"], "", t["changes_intro"], t["search_also_changes"])
    yield Entry(kind, pages.GLOSSARY, t["nav_glossary"], "", t["glossary_intro"])


def _sections(level: LevelView, t: Texts) -> Iterator[Entry]:
    """What people look for on a level's page by the name of the thing: its pay, the way to it, its measures."""
    step = level.promotion
    said = {
        "pay": [_paid(line) for line in level.pay or ()],
        "promotion": [step.months, *step.evidence, *step.panel, step.approver] if step else [],
        "metrics": [metric.name for metric in level.metrics],
    }
    for name, written in said.items():
        if written:
            yield Entry(
                kind=t["search_kind_level"],
                address=f"{pages.level(level.ref.key)}#{name}",
                title=t.say("search_section", section=t[name], level=_name(level)),
                place=plain(level.ref.track.name),
                text=" · ".join(plain(part) for part in written if part),
                also=t[f"search_also_{name}"],
                part="section",
            )


def _paid(line: PayLine) -> str:
    amounts = f"{line.min} – {line.max} {line.period}"
    return f"{line.zone}: {amounts}" if line.zone else amounts


def _name(level: LevelView) -> str:
    return f"{level.ref.id} {plain(level.ref.title)}"


def _words(level: LevelView) -> Iterator[str]:
    """What the level asks and how it is measured: what people remember of a level and search for."""
    yield plain(level.summary)
    for row in level.expectations:
        yield from (plain(statement) for statement in row.asked.statements)
    yield from (plain(duty) for duty in level.duties)
    yield from (plain(metric.name) for metric in level.metrics)
