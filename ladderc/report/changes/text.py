"""The answer of ``ladderc diff`` for a person: the story first, then what fails, then every change by what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ladderc.finding import Finding, Severity
from ladderc.model.change import IMPACTS, Impact, Wording
from ladderc.report.changes.ack_block import ack_block
from ladderc.report.changes.amounts import in_a_line, rows_of
from ladderc.report.changes.report import ChangeItem, ChangeReport
from ladderc.report.changes.told import (
    HEADS,
    NOTHING,
    PAY_LEFT_OUT,
    TO_STAND_BY,
    acknowledged,
    answered,
    closing,
    first_sentence,
    reaches,
    reason,
    states,
    telling,
    unchanged,
    where,
    wordings,
)
from ladderc.report.changes.wrapped import wrapped
from ladderc.report.log_text import for_log
from ladderc.report.report import Item
from ladderc.report.styled import Line, Piece, Style, line
from ladderc.report.text import finding_lines
from ladderc.review.gaps import gaps, told
from ladderc.review.words import word_by_word
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import counted
from ladderc.wording.printable import printable

MOST: dict[Impact, int] = {"worse": 40, "unclear": 20, "better": 12, "neutral": 8}
"""Of the changes of one impact, how many are shown; the rest is counted by kind."""
MOST_MOVED = 8
"""Of the ratios that moved, how many are shown, those that widened most first."""
MOST_FINDINGS = 8
"""Of the findings, how many are shown whole; others have a line each."""
MOST_ROWS: dict[Impact, int] = {"worse": 9, "unclear": 9, "better": 6, "neutral": 0}
"""Of the grades whose pay one change moves, how many are shown with their figures."""
MOST_WORDINGS = 6
"""Of the texts that one change words differently, how many are shown."""
MOST_ACKS = 5
"""Of the findings that can be acknowledged, how many are written out to be pasted."""

ALL = "which `ladderc diff --all` shows"

_STYLES: dict[Impact, Style] = {"worse": "error", "unclear": "warning", "better": "good", "neutral": "quiet"}
_WEIGHTS: dict[Severity, Style] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_text(report: ChangeReport, *, every: bool = False) -> tuple[Line, ...]:
    """The whole review in lines; ``every`` leaves nothing out."""
    return tuple(tuple(piece._replace(text=for_log(piece.text)) for piece in one) for one in _lines(report, every))


def _lines(report: ChangeReport, every: bool) -> Iterator[Line]:
    for sentence in report.story:
        yield line(Piece(printable(sentence), "strong"))
    if report.story:
        yield line()
    yield line(Piece(printable(report.name), "strong"), f": {states(report)}.")
    if not report.changes:
        yield line(Piece(NOTHING, "good"))
        if not report.findings:
            return
    yield line()
    yield from _findings(report.findings, every)
    for impact in IMPACTS:
        yield from _section(report, impact, every)
        if impact == "worse":  # what is taken from people comes before figures, many of which stay within bounds
            yield from _moved(report, every)
    yield from _mended(report.mended)
    yield from _acknowledged(answered(report))
    yield from _closing(report, every)


def _findings(items: Sequence[Item], every: bool) -> Iterator[Line]:
    shown = items if every else items[:MOST_FINDINGS]
    for item in shown:
        yield from finding_lines(item, "")
        yield line()
    rest = items[len(shown) :]
    if not rest:
        return
    yield line(Piece(f"and {counted(len(rest), 'more findings')}", "strong"), f", {ALL} whole:")
    for item in rest:
        finding = item.finding
        place = f"{printable(finding.place.file)}:{item.span.line}:{item.span.column}"
        yield line(
            "  ", Piece(finding.severity.value, _WEIGHTS[finding.severity]), Piece(f" {finding.rule}  {place}", "quiet")
        )
        yield from wrapped(4, telling(finding))
    yield line()


def _section(report: ChangeReport, impact: Impact, every: bool) -> Iterator[Line]:
    items = report.of(impact)
    if not items:
        return
    yield line(Piece(f"{HEADS[impact]} ({len(items)})", _STYLES[impact]))
    shown = items if every else items[: MOST[impact]]
    for item in shown:
        yield from _change(report, item, every)
    if rest := items[len(shown) :]:
        kinds = Counter(item.change.kind for item in rest)
        named = listed((f"{count} {kind}" for kind, count in kinds.items()), most=6)
        yield from wrapped(2, f"and {len(rest)} more, {ALL}: {named}", hanging=4)
    yield line()


def _change(report: ChangeReport, item: ChangeItem, every: bool) -> Iterator[Line]:
    change = item.change
    yield from wrapped(2, printable(change.message), hanging=4)
    texts = wordings(change)
    shown = texts if every else texts[:MOST_WORDINGS]
    for wording in shown:
        yield from _reworded(wording)
    if len(texts) > len(shown):
        yield line(f"    and {counted(len(texts) - len(shown), 'more texts')}, {ALL}")
    rows = rows_of(report, change)
    most = len(rows) if every else MOST_ROWS[change.impact]
    for row in rows[:most]:
        yield from wrapped(4, f"{row.at}  {in_a_line(row)}", hanging=8)
    if 0 < most < len(rows):
        yield line(f"    and {counted(len(rows) - most, 'grades' if change.pay else 'levels')} more, {ALL}")
    if why := reason(change):
        yield from wrapped(4, Piece(why, "quiet"))
    yield line("    ", Piece(f"{change.kind}  {where(report, item)}{' before' if change.gone else ''}", "quiet"))
    for said in (reaches(report, item), unchanged(report, item)):
        if said:
            yield from wrapped(4, Piece(said, "quiet"), hanging=6)
    if item.acknowledged:
        yield from wrapped(4, Piece(acknowledged(item.acknowledged), "good"), hanging=6)


def _reworded(wording: Wording) -> Iterator[Line]:
    """Old and new in one row: ``[-gone-]{+new+}``, with colours where there are some."""
    pieces: list[str | Piece] = [f"{printable(wording.language)}: "] if wording.language else []
    for piece in word_by_word(" ".join(wording.before.split()), " ".join(wording.after.split())):
        text = printable(piece.text)
        core = text.strip() or text
        if piece.fate == "same":
            pieces.append(text)
            continue
        before, _, after = text.partition(core)
        marked = Piece(f"[-{core}-]", "error") if piece.fate == "gone" else Piece(f"{{+{core}+}}", "good")
        pieces += [before, marked, after]
    yield from wrapped(4, *pieces)


def _moved(report: ChangeReport, every: bool) -> Iterator[Line]:
    """Ratios between the two sides that moved: those that widened, then those that closed."""
    found = gaps(report.moved)
    if not found:
        return
    yield line(Piece("Parity that moved", "strong"))
    shown = found if every else found[:MOST_MOVED]
    for gap in shown:
        style: Style = "good" if not gap.widened else "error" if gap.opened else "warning"
        yield from wrapped(
            2,
            Piece("wider:" if gap.widened else "closer:", style),
            f" {printable(told(report.framework, gap))}",
            hanging=4,
        )
    if len(found) > len(shown):
        yield line(f"  and {len(found) - len(shown)} more, {ALL}")
    yield line()


def _mended(mended: tuple[Finding, ...]) -> Iterator[Line]:
    if not mended:
        return
    yield line(Piece(f"Mended ({len(mended)})", "good"))
    for finding in mended:
        yield from wrapped(2, Piece(finding.rule, "strong"), f" {first_sentence(finding)}", hanging=4)
    yield line()


def _acknowledged(items: Sequence[Item]) -> Iterator[Line]:
    if not items:
        return
    yield line(Piece(f"Acknowledged ({len(items)})", "good"))
    for item in items:
        finding = item.finding
        place = f"{printable(finding.place.file)}:{item.span.line}:{item.span.column}"
        yield line("  ", Piece(finding.rule, "strong"), Piece(f"  {place}", "quiet"))
        yield from wrapped(4, telling(finding))
        yield from wrapped(4, Piece(acknowledged(finding), "good"), hanging=6)
    yield line()


def _closing(report: ChangeReport, every: bool) -> Iterator[Line]:
    open_ = report.unanswered()
    shown = open_ if every else open_[:MOST_ACKS]
    if block := ack_block(report, shown):
        yield line(TO_STAND_BY)
        for text in block.splitlines():
            yield line("  ", Piece(printable(text), "quiet"))
        if len(open_) > len(shown):
            yield line(f"  and {len(open_) - len(shown)} more, {ALL}")
        yield line()
    if report.pay_hidden:
        yield line(PAY_LEFT_OUT)
    failing = any(one.severity.rank >= report.fail_on.rank for one in open_)
    said, _, result = closing(report).rpartition(": ")
    style: Style = "error" if failing else "warning" if open_ else "good"
    yield line(f"{said}: ", Piece(result.removesuffix("."), style), ".")
