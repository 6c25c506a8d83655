"""One page to mail or to print: the story, parity before and after, and every change with both sides beside each other."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from markupsafe import Markup

from ladderc.model.change import IMPACTS, Change, Wording
from ladderc.model.framework import Framework
from ladderc.report.changes.ack_block import ack_block
from ladderc.report.changes.amounts import NOT_WRITTEN, rows_of, staying
from ladderc.report.changes.report import ChangeItem, ChangeReport
from ladderc.report.changes.told import (
    HEADS,
    NOTHING,
    PAY_LEFT_OUT,
    TO_STAND_BY,
    acknowledged,
    answered,
    findings_said,
    first_sentence,
    reaches,
    reason,
    states,
    telling,
    unchanged,
    where,
    wordings,
)
from ladderc.report.page import finding_rows, pieces, place_parts, rendered
from ladderc.report.report import Report
from ladderc.review.gaps import Gap, gaps, told
from ladderc.review.words import Piece, word_by_word
from ladderc.rules.phrases import capital
from ladderc.wording.numbers import counted
from ladderc.wording.printable import printable

Prose = tuple[tuple[str, bool], ...]
"""Text and code in turn; code is marked."""

MOST_NAMES = 3
"""Of the levels that stand at a grade of a table, how many are named."""

_FULL = {"min": "minimum", "max": "maximum"}


class Bar(NamedTuple):
    """One share of parity: ``width`` and ``limit`` are percent of the widest bar, ``limit`` empty where none is."""

    name: str
    share: str
    width: str
    limit: str


class GapRow(NamedTuple):
    """Figures of parity that moved alike; ``state`` is ``opened``, ``wider`` or ``closer``."""

    state: str
    sentence: Prose
    bars: tuple[Bar, Bar]


class Side(NamedTuple):
    """A text before and after; each side has its own words and those of both, marked by what became of them."""

    language: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


class Amounts(NamedTuple):
    """The figures of one grade: who stands there, what moved, and who stays as before."""

    at: str
    who: str
    figures: tuple[tuple[str, str, str, str], ...]
    staying: tuple[tuple[str, str, str], ...]


class Entry(NamedTuple):
    """One change of the page."""

    kind: str
    message: Prose
    reason: Prose
    where: tuple[str, ...]
    gone: bool
    sides: tuple[Side, ...]
    amounts: tuple[Amounts, ...]
    beside: tuple[str, ...]
    acknowledged: str


class Section(NamedTuple):
    """The changes of one impact."""

    impact: str
    head: str
    entries: tuple[Entry, ...]


def as_html(report: ChangeReport) -> str:
    """The whole page; nothing is left out, for a page may be long."""
    open_ = report.unanswered()
    said = findings_said(open_)
    plain = _as_check(report)
    return rendered(
        "diff.html.j2",
        name=printable(report.name),
        own=_own(report.framework.locale),
        states=capital(states(report)),
        story=[_prose(sentence) for sentence in report.story],
        nothing="" if report.changes else NOTHING,
        counts=[(impact, f"{count} {impact}") for impact, count in report.counts().items() if count],
        severity=report.worst().value if open_ else "good",
        found=f"{said} open" if said else "nothing open",
        gaps=[_gap(report, gap) for gap in gaps(report.moved)],
        to_answer=findings_said(item.finding for item in report.findings),
        findings=finding_rows(plain, report.findings),
        sections=[
            Section(impact, HEADS[impact], tuple(_entry(report, item) for item in report.of(impact)))
            for impact in IMPACTS
            if report.of(impact)
        ],
        mended=[(finding.rule, _prose(first_sentence(finding))) for finding in report.mended],
        answered=[
            (item.finding.rule, _prose(telling(item.finding)), acknowledged(item.finding)) for item in answered(report)
        ],
        to_stand_by=TO_STAND_BY,
        acks=printable(ack_block(report, open_)),
        left_out=pieces(PAY_LEFT_OUT) if report.pay_hidden else (),
    )


def _own(locale: str) -> Markup:
    """What marks a text of the authors for a reader aloud: nothing where they write the language of the page."""
    return Markup() if locale.partition("-")[0] == "en" else Markup(' lang="{}"').format(locale)


def _as_check(report: ChangeReport) -> Report:
    """What the rows of a check ask of their report."""
    return Report(
        report.name, report.today, report.findings, (), (), (), (), 0, 0, 0, 0, report.pay_hidden, report.prefix,
        report.fail_on,
    )  # fmt: skip


def _prose(text: str) -> Prose:
    """Text and code in turn, no figure parted from its percent sign."""
    return pieces(printable(text).replace(" %", "\N{NO-BREAK SPACE}%"))


def _gap(report: ChangeReport, gap: Gap) -> GapRow:
    first = gap.first
    assert first.before is not None, "a ratio that moved has both values"
    assert first.after is not None, "a ratio that moved has both values"
    widest = max(Decimal(1), first.before, first.after)
    limit = f"{first.limit / widest * 100:.1f}" if first.limit is not None else ""
    before, after = (
        Bar(name, f"{(share * 100).quantize(Decimal(1), ROUND_HALF_UP)} %", f"{share / widest * 100:.1f}", limit)
        for name, share in (("before", first.before), ("after", first.after))
    )
    state = "opened" if gap.opened else "wider" if gap.widened else "closer"
    return GapRow(state, _prose(told(report.framework, gap)), (before, after))


def _entry(report: ChangeReport, item: ChangeItem) -> Entry:
    change = item.change
    return Entry(
        change.kind,
        _prose(change.message),
        pieces(reason(change)),
        place_parts(where(report, item)),
        change.gone,
        tuple(_side(wording) for wording in wordings(change)),
        _amounts(report, change),
        tuple(said for said in (reaches(report, item), unchanged(report, item)) if said),
        acknowledged(item.acknowledged) if item.acknowledged else "",
    )


def _side(wording: Wording) -> Side:
    row = [
        piece._replace(text=printable(piece.text))
        for piece in word_by_word(" ".join(wording.before.split()), " ".join(wording.after.split()))
    ]
    return Side(
        printable(wording.language),
        tuple(piece for piece in row if piece.fate != "new"),
        tuple(piece for piece in row if piece.fate != "gone"),
    )


def _amounts(report: ChangeReport, change: Change) -> tuple[Amounts, ...]:
    rows = rows_of(report, change)
    told_by = _told_by({figure.name for row in rows for figure in row.figures})
    beside: dict[str, list[tuple[str, str, str]]] = {}
    for one in staying(report, change):
        figure = dict(one.figures).get(told_by)
        if figure:
            beside.setdefault(one.grade, []).append((one.level, _FULL.get(told_by, told_by), figure))
    return tuple(
        Amounts(
            row.at,
            _who(report, change, row.at),
            tuple(
                (_FULL.get(one.name, one.name), _shown(one.before), _shown(one.after), one.growth)
                for one in row.figures
            ),
            tuple(beside.get(row.at, ())),
        )
        for row in rows
    )


def _told_by(names: set[str]) -> str:
    """The figure by which those who stay are shown: the midpoint where it moved."""
    return next((name for name in ("midpoint", "max", "min") if name in names), "midpoint")


def _shown(figure: str) -> str:
    return "–" if figure == NOT_WRITTEN else figure


def _who(report: ChangeReport, change: Change, grade: str) -> str:
    """Which of the levels reached stand at a grade."""
    levels = _levels(report.framework, change, grade)
    names = [printable(report.names.get(key, key)) for key in levels]
    return ", ".join(names) if len(names) <= MOST_NAMES else counted(len(names), "levels")


def _levels(framework: Framework, change: Change, grade: str) -> list[str]:
    return [key for key in change.reaches if key in framework.levels and framework.levels[key].grade == grade]
