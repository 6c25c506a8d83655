"""A comment on a pull request: counts and the story first, the worst open, the rest folded."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from ladderc.finding import Finding, Severity
from ladderc.model.change import IMPACTS, Impact, Wording
from ladderc.report.changes.ack_block import ack_block
from ladderc.report.changes.amounts import in_a_line, rows_of
from ladderc.report.changes.comment_room import Entry, Section, fitted
from ladderc.report.changes.report import ChangeItem, ChangeReport
from ladderc.report.changes.told import (
    HEADS,
    NOTHING,
    PAY_LEFT_OUT,
    TO_STAND_BY,
    acknowledged,
    answered,
    closing,
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
from ladderc.report.markdown_text import MOST, block, code, escaped, length, quoted
from ladderc.report.report import Item
from ladderc.review.gaps import gaps, told
from ladderc.review.words import word_by_word
from ladderc.wording.numbers import counted
from ladderc.wording.printable import printable

WIDEST = 300
"""Characters of a sentence that are kept where an entry has one line."""

LEAST = 90
"""Characters of a sentence that are kept where the worst alone are too many for lines of that length."""

MOST_ROWS = 12
"""Of the grades whose pay one change moves, how many are shown with their figures."""

MOST_WORDINGS = 12
"""Of the texts that one change words differently, how many are shown."""

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_COLOURS: dict[Impact, str] = {"worse": "🔴", "unclear": "🟡", "better": "🟢", "neutral": "⚪"}


def marker(prefix: str) -> str:
    """The first line, by which a job finds the comment that it made before: one for each framework of a repository."""
    path = quote(prefix.strip("/"), safe="/")  # nothing that could end the remark
    return f"<!-- ladderc diff {path} -->" if path else "<!-- ladderc diff -->"


def as_markdown(report: ChangeReport, most: int = MOST) -> str:
    """The comment, of at most ``most`` characters; what did not fit is counted, and the worst are never left out."""
    head, foot = _head(report), _foot(report)
    sections = fitted(_sections(report), most - length(head) - length(foot) - 4)
    return "\n\n".join([head, *sections, foot]) + "\n"


def _head(report: ChangeReport) -> str:
    open_ = report.unanswered()
    said = findings_said(open_)
    changes = counted(len(report.changes), "changes") if report.changes else "no changes"
    lines = [
        marker(report.prefix),
        f"### {_SIGNS.get(report.worst(), '✅')} Career framework: {changes}{f', {said} open' if said else ''}",
        "",
    ]
    if report.changes:
        counts = report.counts()
        heads = [f"{_COLOURS[impact]} {impact}" for impact in IMPACTS]
        lines += [
            f"| {' | '.join(heads)} |",
            "|--:|--:|--:|--:|",
            f"| {' | '.join(str(counts[impact]) for impact in IMPACTS)} |",
            "",
        ]
    lines += [f"- {_brief(sentence)}" for sentence in report.story] or [NOTHING]
    return "\n".join([*lines, "", escaped(f"{report.name[:WIDEST]}: {states(report)[: 2 * WIDEST]}.")])


def _foot(report: ChangeReport) -> str:
    lines = [PAY_LEFT_OUT] if report.pay_hidden else []
    return "<br>".join(quoted(line) for line in [*lines, closing(report)])


def _sections(report: ChangeReport) -> list[Section]:
    """The parts of the comment in reading order; those that weigh least give way first."""
    found = [item.finding for item in report.findings]
    sections = [
        Section(
            "findings",
            f"❗ Findings: {findings_said(found)}",
            _findings(report, report.findings),
            9,
            open_=True,
            counted=False,
        ),
        _changes(report, "worse", 9, open_=True),
        Section("gaps", "↔️ Parity that moved", _gaps(report), 5),
        _changes(report, "unclear", 6),
        _changes(report, "better", 2),
        _changes(report, "neutral", 1),
        Section("mended findings", "🧩 Mended", tuple(map(_mended, report.mended)), 3),
        Section("acknowledged findings", "🖋️ Acknowledged", _findings(report, answered(report)), 7),
        Section("lines for acks.yaml", "Lines for acks.yaml", _acks(report), 4, counted=False),
    ]
    return [section for section in sections if section.entries]


def _changes(report: ChangeReport, impact: Impact, weight: int, *, open_: bool = False) -> Section:
    entries = tuple(_change(report, item) for item in report.of(impact))
    return Section(f"{impact} changes", f"{_COLOURS[impact]} {HEADS[impact]}", entries, weight, open_=open_)


def _change(report: ChangeReport, item: ChangeItem) -> Entry:
    change = item.change
    rows = rows_of(report, change)
    lines = [quoted(change.message)]
    texts = wordings(change)
    lines += [_worded(wording) for wording in texts[:MOST_WORDINGS]]
    if len(texts) > MOST_WORDINGS:
        lines.append(f"and {counted(len(texts) - MOST_WORDINGS, 'more texts')}")
    lines += [escaped(f"{row.at}: {in_a_line(row)}") for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines.append(f"and {counted(len(rows) - MOST_ROWS, 'grades' if change.pay else 'levels')} more")
    if why := reason(change):
        lines.append(quoted(why))
    beside = [escaped(said) for said in (reaches(report, item), unchanged(report, item)) if said]
    lines.append(
        f"<sub>{', '.join([escaped(change.kind), _place(report, item)])}{''.join(f'; {said}' for said in beside)}</sub>"
    )
    if item.acknowledged:
        lines.append(f"🖋️ {escaped(acknowledged(item.acknowledged))}")
    brief = f"- {_brief(change.message)} {_place(report, item)}"
    return Entry(change.kind, "- " + "<br>\n  ".join(lines), brief, f"- {_brief(change.message, LEAST)}")


def _place(report: ChangeReport, item: ChangeItem) -> str:
    return code(where(report, item)) + (" before" if item.change.gone else "")


def _worded(wording: Wording) -> str:
    """Old and new in one row, what went struck out and what came underlined."""
    parts = [f"{code(wording.language)} "] if wording.language else []
    for piece in word_by_word(" ".join(wording.before.split()), " ".join(wording.after.split())):
        text = escaped(piece.text)
        if not text:
            parts.append(" ")
            continue
        before, after = (" " if blank else "" for blank in (piece.text[:1].isspace(), piece.text[-1:].isspace()))
        tag = {"same": "", "gone": "del", "new": "ins"}[piece.fate]
        parts.append(f"{before}<{tag}>{text}</{tag}>{after}" if tag else f"{before}{text}{after}")
    return "".join(parts).strip()


def _findings(report: ChangeReport, items: Sequence[Item]) -> tuple[Entry, ...]:
    return tuple(_finding(report, item) for item in items)


def _finding(report: ChangeReport, item: Item) -> Entry:
    finding = item.finding
    at = code(f"{printable(report.path(finding.place.file))}:{item.span.line}:{item.span.column}")
    head = f"{_SIGNS.get(finding.severity, '')} {finding.severity.value} **{escaped(finding.rule)}** {at}"
    beside = [
        f"See {code(f'{printable(report.path(one.file))}:{one.span.line}:{one.span.column}')} ({quoted(one.message)})"
        for one in item.related
    ]
    answer = [f"🖋️ {escaped(acknowledged(finding))}"] if finding.waived else []
    whole = "<br>\n  ".join([f"- {head}", quoted(finding.message), *beside, *answer])
    least = f"- {_SIGNS.get(finding.severity, '')} {_brief(telling(finding), LEAST)}"
    return Entry(finding.rule, whole, f"- {head} {_brief(telling(finding))}", least)


def _gaps(report: ChangeReport) -> tuple[Entry, ...]:
    entries = []
    for gap in gaps(report.moved):
        line = f"- {'**wider**' if gap.widened else 'closer'}: "
        sentence = told(report.framework, gap)
        entries.append(Entry("gap", line + quoted(sentence), line + _brief(sentence), line + _brief(sentence, LEAST)))
    return tuple(entries)


def _mended(finding: Finding) -> Entry:
    line = f"- **{escaped(finding.rule)}** "
    said = first_sentence(finding)
    return Entry(finding.rule, line + quoted(said), line + _brief(said), line + _brief(said, LEAST))


def _acks(report: ChangeReport) -> tuple[Entry, ...]:
    lines = ack_block(report, report.unanswered())
    if not lines:
        return ()
    text = f"{quoted(TO_STAND_BY)}\n\n{block(lines, 'yaml')}"
    short = "`ladderc diff` prints them; there is no room for them here."
    return (Entry("ack", text, short, short),)


def _brief(sentence: str, most: int = WIDEST) -> str:
    """A sentence on one line, cut where it is too long for that."""
    line = " ".join(printable(sentence).split())
    return quoted(line if len(line) <= most else f"{line[:most].replace('`', '')}…")
