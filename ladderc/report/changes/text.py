"""The answer of ``ladderc diff`` for a person: the story first, then what fails, then every change by what it means."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Finding
from ladderc.model.change import IMPACTS, Impact, Wording
from ladderc.report.changes.ack_block import ack_block
from ladderc.report.changes.report import ChangeItem, ChangeReport
from ladderc.report.log_text import for_log
from ladderc.report.styled import Line, Piece, Style, line
from ladderc.report.text import finding_lines
from ladderc.review.gaps import gaps, told
from ladderc.review.words import word_by_word
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import counted, english_day
from ladderc.wording.printable import printable

MOST = 40
"""Of the changes of one impact, how many are shown; the rest is counted."""
MOST_MOVED = 8
"""Of the ratios that moved, how many are shown, those that widened most first."""

HEADS: dict[Impact, tuple[str, Style]] = {
    "worse": ("Worse for people there", "error"),
    "unclear": ("Unclear: somebody has to judge", "warning"),
    "better": ("Better for people there", "good"),
    "neutral": ("Neither", "quiet"),
}


def as_text(report: ChangeReport, *, every: bool = False) -> tuple[Line, ...]:
    """The whole review in lines; ``every`` leaves nothing out."""
    return tuple(tuple(piece._replace(text=for_log(piece.text)) for piece in one) for one in _lines(report, every))


def _lines(report: ChangeReport, every: bool) -> Iterator[Line]:
    for sentence in report.story:
        yield line(Piece(printable(sentence), "strong"))
    if report.story:
        yield line()
    yield line(
        Piece(printable(report.name), "strong"),
        f", {printable(report.head)} against {printable(report.base)}, as of {english_day(report.today)}",
    )
    if not report.changes:
        yield line()
        yield line(Piece("Nothing changed that a person would notice.", "good"))
    yield line()
    for item in report.findings:
        yield from finding_lines(item, "")
        yield line()
    yield from _moved(report, every)
    for impact in IMPACTS:
        yield from _section(report, impact, every)
    yield from _mended(report.mended)
    yield from _closing(report)


def _section(report: ChangeReport, impact: Impact, every: bool) -> Iterator[Line]:
    items = report.of(impact)
    if not items:
        return
    head, style = HEADS[impact]
    yield line(Piece(f"{head} ({len(items)})", style))
    shown = items if every else items[:MOST]
    for item in shown:
        yield from _change(report, item)
    if len(items) > len(shown):
        yield line(f"  and {len(items) - len(shown)} more, which `ladderc diff --all` shows")
    yield line()


def _change(report: ChangeReport, item: ChangeItem) -> Iterator[Line]:
    change = item.change
    before = " before" if change.gone else ""
    where = f"{printable(report.path(change.place.file))}:{item.span.line}{before}"
    yield line("  ", printable(change.message))
    for wording in change.wordings:
        if wording.before and wording.after:
            yield _reworded(wording)
    facts = [where]
    if len(change.reaches) > 1:
        facts.append(f"reaches {counted(len(change.reaches), 'levels')}")
    yield line("    ", Piece(f"{change.kind}  {', '.join(facts)}", "quiet"))
    if change.impact in ("worse", "unclear"):
        yield line("    ", Piece(change.reason, "quiet"))
    if item.acknowledged and (waived := item.acknowledged.waived):
        said = f"Acknowledged by {printable(waived.owner)} until {waived.expires}: {printable(waived.reason)}"
        yield line("    ", Piece(said, "good"))


def _reworded(wording: Wording) -> Line:
    """Old and new in one row: ``[-gone-]{+new+}``, with colours where there are some."""
    pieces: list[str | Piece] = ["    "]
    for piece in word_by_word(" ".join(wording.before.split()), " ".join(wording.after.split())):
        text = printable(piece.text)
        if piece.fate == "same":
            pieces.append(text)
        else:
            pieces.append(Piece(f"[-{text}-]", "error") if piece.fate == "gone" else Piece(f"{{+{text}+}}", "good"))
    return line(*pieces)


def _moved(report: ChangeReport, every: bool) -> Iterator[Line]:
    """Ratios between the two sides that moved: those that widened, then those that closed."""
    found = gaps(report.moved)
    if not found:
        return
    yield line(Piece("Parity that moved", "strong"))
    shown = found if every else found[:MOST_MOVED]
    for gap in shown:
        style: Style = "error" if gap.widened else "good"
        yield line(
            "  ", Piece("wider   " if gap.widened else "closer  ", style), printable(told(report.framework, gap))
        )
    if len(found) > len(shown):
        yield line(f"  and {len(found) - len(shown)} more, which `ladderc diff --all` shows")
    yield line()


def _mended(mended: tuple[Finding, ...]) -> Iterator[Line]:
    if not mended:
        return
    yield line(Piece(f"Mended ({len(mended)})", "good"))
    for finding in mended:
        yield line(
            "  ",
            Piece(finding.rule, "strong"),
            f"  {printable(finding.message.splitlines()[0] if finding.message else '')}",
        )
    yield line()


def _closing(report: ChangeReport) -> Iterator[Line]:
    if report.pay_hidden:
        yield line("Pay is left out here, for logs and files are read by many. Show it with `--audience hr`.")
    open_ = report.unanswered()
    if open_:
        yield line("To stand by what is meant, add to acks.yaml, with a reason that the people concerned may read:")
        for text in ack_block(open_, report.framework, report.today).splitlines():
            yield line("  ", Piece(text, "quiet"))
        yield line()
    counts = [f"{count} {impact}" for impact, count in report.counts().items() if count]
    changes = f"{counted(len(report.changes), 'changes')}" + (f" ({listed(counts)})" if counts else "")
    failing = sum(1 for one in open_ if one.severity.rank >= report.fail_on.rank)
    style: Style = "error" if failing else "warning" if open_ else "good"
    said = f"{counted(len(open_), 'findings')} open" if open_ else "nothing open"
    yield line(f"{changes}: ", Piece(said, style), ".")
