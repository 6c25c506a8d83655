"""The parity scorecard and the page of each rule, with the results side by side by family."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.marks import LevelMark, Marks, html_without_links
from ladderc.render.site.page import Page
from ladderc.render.site.prose import article, html, literal
from ladderc.view.parity import (
    Outcome,
    ParityCell,
    ParityCount,
    ParityDetail,
    ParityGroup,
    ParityRow,
    RuleSection,
    RuleText,
)
from ladderc.view.refs import FamilyRef
from ladderc.view.view import View
from ladderc.wording.texts import Texts

_SHOWN = 3
_DRAWN = 4
_OUTCOMES: tuple[Outcome, ...] = ("fails", "waived", "not-judged", "holds")


class WayDrawn(NamedTuple):
    """A way through the career map: each level, how it is come to, and what bars it in words."""

    words: Markup
    stations: tuple[tuple[LevelMark, str, str], ...]


class Detail(NamedTuple):
    """One verdict; ``message`` a line a sentence; ``more_ways`` are ways beyond the first few."""

    outcome: Outcome
    about: Markup
    message: tuple[Markup, ...]
    figures: tuple[tuple[Markup, Markup, Markup], ...]
    waived: str
    reason: Markup
    because: str
    because_href: Markup
    ways: tuple[WayDrawn, ...]
    more_ways: tuple[WayDrawn, ...]
    more_ways_name: str


class Cell(NamedTuple):
    """A rule in one family; ``folded`` are details beyond the first few."""

    family: Markup
    outcome: Outcome
    outcome_name: str
    lacking: str
    details: tuple[Detail, ...]
    folded: tuple[Detail, ...]
    folded_name: str


class Row(NamedTuple):
    """A rule with its results; ``marks`` are the class names that the filter goes by.

    ``severity`` is empty unless the rule fails: beside a rule that holds it would look like a fault.
    """

    href: Markup
    rule: Markup
    claim: Markup
    severity: str
    marks: str
    cells: tuple[Cell, ...]


class SettingRow(NamedTuple):
    """One setting of a rule."""

    name: Markup
    default: Markup
    meaning: Markup
    ours: bool


class Section(NamedTuple):
    """A part of a rule's text, ready to print."""

    form: str
    anchor: str
    title: Markup
    text: Markup
    settings: tuple[SettingRow, ...]


class Group(NamedTuple):
    """The rules of one category; ``nothing`` stands for outcomes that it does not have."""

    anchor: str
    name: str
    marks: str
    caption: str
    rows: tuple[Row, ...]


class Count(NamedTuple):
    """How many rules ended how in one family."""

    family: Markup
    results: tuple[tuple[str, str, int], ...]


class Filter(NamedTuple):
    """One choice of the filter: the outcome, its name, how often it occurs."""

    outcome: str
    name: str
    times: int


def parity(view: View, t: Texts) -> Page:
    """The scorecard."""
    marks = Marks(pages.PARITY)
    shown = view.parity
    outcomes = [cell.outcome for group in shown.groups for row in group.rows for cell in row.cells]
    context = {
        "purpose": "" if view.audience == "hr" else t["parity_purpose"],
        "counts": tuple(_count(count, t) for count in shown.counts),
        "outcomes": tuple((outcome, t[_name(outcome)]) for outcome in _OUTCOMES),
        "filters": (
            Filter("all", t["parity_all"], len(outcomes)),
            *(Filter(each, t[_name(each)], outcomes.count(each)) for each in _OUTCOMES),
        ),
        "groups": tuple(_group(group, marks, t) for group in shown.groups if group.rows),
    }
    return Page(pages.PARITY, "parity.md.j2", t["parity"], pages.PARITY, t["parity_intro"], context)


def rule(text: RuleText, judged: ParityRow | None, t: Texts) -> Page:
    """One rule explained; ``judged`` is its row of the scorecard."""
    here = pages.rule(text.name)
    marks = Marks(here)
    context = {
        "name": literal(text.name),
        "claim": html(text.claim),
        "standing": html(text.standing),
        "sections": tuple(_section(section) for section in text.sections),
        "settings_caption": t.say("rule_settings_caption", rule=text.name),
        "row": _row(judged, marks, t) if judged else None,
        "back": marks.address(pages.PARITY),
    }
    return Page(here, "rule.md.j2", text.claim, pages.PARITY, text.claim, context)


def _section(section: RuleSection) -> Section:
    rows = tuple(
        SettingRow(literal(one.name), literal(one.default), html(one.meaning), one.ours) for one in section.settings
    )
    text = _code(section.text) if section.form == "yaml" else article(section.text)
    return Section(section.form, section.anchor, literal(section.title), text, rows)


def _name(outcome: str) -> str:
    return f"outcome_{outcome.replace('-', '_')}"


def _family(ref: FamilyRef | None, t: Texts) -> Markup:
    return literal(t["whole_framework"]) if ref is None else html_without_links(ref.name)


def _count(count: ParityCount, t: Texts) -> Count:
    numbers = {"fails": count.fails, "waived": count.waived, "not-judged": count.not_judged, "holds": count.holds}
    return Count(_family(count.family, t), tuple((each, t[_name(each)], number) for each, number in numbers.items()))


def _group(group: ParityGroup, marks: Marks, t: Texts) -> Group:
    rows = tuple(_row(row, marks, t) for row in group.rows)
    found = {mark for row in rows for mark in row.marks.split()}
    return Group(
        anchor=f"rules-{group.category}",
        name=group.name,
        marks=" ".join(sorted(found)),
        caption=t.say("parity_group_caption", group=group.name),
        rows=rows,
    )


def _row(row: ParityRow, marks: Marks, t: Texts) -> Row:
    return Row(
        href=marks.address(pages.rule(row.rule)),
        rule=literal(row.rule),
        claim=html_without_links(row.claim),
        severity=row.severity if any(cell.outcome == "fails" for cell in row.cells) else "",
        marks=" ".join(sorted({f"has-{cell.outcome}" for cell in row.cells})),
        cells=tuple(_cell(cell, marks, t) for cell in row.cells),
    )


def _cell(cell: ParityCell, marks: Marks, t: Texts) -> Cell:
    details = tuple(_detail(detail, marks, t) for detail in cell.details)
    first, folded = (details, ()) if len(details) <= _SHOWN + 1 else (details[:_SHOWN], details[_SHOWN:])
    return Cell(
        family=_family(cell.family, t),
        outcome=cell.outcome,
        outcome_name=t[_name(cell.outcome)],
        lacking=t.say("parity_lacking", lacking=cell.lacking) if cell.lacking else "",
        details=first,
        folded=folded,
        folded_name=t.count("parity_more", len(folded)),
    )


def _detail(detail: ParityDetail, marks: Marks, t: Texts) -> Detail:
    waiver = detail.waiver
    waived = ""
    if waiver:
        key = "parity_waived_until_by" if waiver.owner else "parity_waived_until"
        waived = t.say(key, date=waiver.expires, owner=waiver.owner)
    ways = tuple(
        WayDrawn(literal(way.words), tuple((marks.level(one.level), one.step, one.mark) for one in way.stations))
        for way in detail.ways
    )
    return Detail(
        outcome=detail.outcome,
        about=literal(detail.about),
        message=tuple(html(line) for line in detail.message.splitlines() if line.strip()),
        figures=tuple((literal(f.name), literal(f.side), literal(f.value)) for f in detail.figures),
        waived=waived,
        reason=html(waiver.reason) if waiver else Markup(),
        because=t.say("parity_because", rule=detail.because) if detail.because else "",
        because_href=marks.address(pages.rule(detail.because)) if detail.because else Markup(),
        ways=ways[:_DRAWN],
        more_ways=ways[_DRAWN:],
        more_ways_name=t.count("parity_more_ways", len(ways[_DRAWN:])),
    )


def _code(text: str) -> Markup:
    """An example as it is typed; line ends as references, so that no engine takes an indent for its own."""
    lines = text.strip("\n").split("\n")
    return Markup("&#10;").join(literal(line) for line in lines)
