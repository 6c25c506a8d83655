"""The answer of a check for a person: first what was proved, then the findings, the worst first."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity
from ladderc.report.report import FamilySummary, Item, Report
from ladderc.report.styled import Line, Piece, Style, line
from ladderc.wording.numbers import counted, english_day
from ladderc.wording.printable import printable

ALIKE = 3
"""Of findings of one rule, how many are shown in full; the rest are named in a line each."""

NAMED = 5
"""Of the rules that one reason keeps back, how many are named; more are counted."""

WIDEST = 100
"""How many characters of a line of the author's are shown."""

_BLANKS = {0xA0: "␣", 0x202F: "␣"}
"""Spaces that are none, made visible in what the author wrote."""

BESIDE = 4
"""Of the places that a finding names beside its own, how many are shown; the data format has them all."""

_STYLES: dict[Severity, Style] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
    Severity.OFF: "plain",
}


def as_text(report: Report) -> tuple[Line, ...]:
    """The whole report in lines."""
    return tuple(_lines(report))


def _lines(report: Report) -> Iterator[Line]:
    if report.name:
        yield line(Piece(printable(report.name), "strong"), f", as of {english_day(report.today)}")
        yield line()
    if any(family.holds or family.fails or family.waived for family in report.families):
        yield from _table(report.families)
        yield line()
    shown: dict[tuple[str, Severity], int] = {}
    for item in report.items:
        alike = (item.finding.rule, item.finding.severity)
        shown[alike] = shown.get(alike, 0) + 1
        if shown[alike] <= ALIKE:
            yield from _finding(item, "")
            yield line()
    yield from _folded(report, shown)
    yield from _not_judged(report.families)
    yield from _closing(report)


def _table(families: tuple[FamilySummary, ...]) -> Iterator[Line]:
    heads = ("holds", "fails", "waived", "not judged")
    width = max(len(printable(family.name)) for family in families)
    yield line(Piece(" " * width + "".join(f"{head:>12}" for head in heads), "quiet"))
    for family in families:
        counts = (family.holds, family.fails, family.waived, family.not_judged)
        styles: tuple[Style, ...] = ("good", "error", "plain", "quiet")
        cells = (
            Piece(f"{count:>12}", style if count else "quiet") for count, style in zip(counts, styles, strict=True)
        )
        yield line(f"{printable(family.name):<{width}}", *cells)


def _finding(item: Item, indent: str) -> Iterator[Line]:
    finding, span = item.finding, item.span
    yield line(
        indent,
        Piece(finding.severity.value, _STYLES[finding.severity]),
        " ",
        Piece(finding.rule, "strong"),
        "  ",
        Piece(f"{finding.place.file}:{span.line}:{span.column}", "quiet"),
    )
    for sentence in printable(finding.message).splitlines():
        yield line(f"{indent}  {sentence}")
    yield from _frame(item, indent)
    for related in item.related[:BESIDE]:
        where = f"{related.file}:{related.span.line}:{related.span.column}"
        yield line(indent, Piece(f"  see {where} ({printable(related.message)})", "quiet"))
    if len(item.related) > BESIDE:
        yield line(indent, Piece(f"  and {counted(len(item.related) - BESIDE, 'more places')}", "quiet"))
    for consequence in item.consequences:
        yield line(f"{indent}  from this follows:")
        yield from _finding(consequence, indent + "    ")


def _frame(item: Item, indent: str) -> Iterator[Line]:
    """The source line with its number, and marks under the part that is meant; of a long line the part around it."""
    if not item.lines or not item.lines[0].strip():
        return
    span, text = item.span, printable(item.lines[0]).translate(_BLANKS)
    gutter = f"{span.line:>5} | "
    end = span.end_column if span.end_line == span.line else len(text) + 1
    start = 0 if span.column <= WIDEST else span.column - WIDEST // 2
    shown = text[start : start + WIDEST]
    before, after = "…" * (start > 0), "…" * (start + WIDEST < len(text))
    marks = max(1, min(end - 1, start + WIDEST, len(text)) - span.column + 1)
    blanks = " " * (len(gutter) - 2) + "| " + " " * (len(before) + span.column - 1 - start)
    yield line(indent, Piece(gutter, "quiet"), before + shown + after)
    yield line(indent, Piece(blanks, "quiet"), Piece("^" * marks, _STYLES[item.finding.severity]))


def _folded(report: Report, shown: dict[tuple[str, Severity], int]) -> Iterator[Line]:
    """What was left out above: every finding keeps its place and its first sentence."""
    for (rule, severity), count in shown.items():
        if count <= ALIKE:
            continue
        alike = [item for item in report.items if (item.finding.rule, item.finding.severity) == (rule, severity)]
        yield line(Piece(severity.value, _STYLES[severity]), f" {count - ALIKE} more of ", Piece(rule, "strong"), ":")
        for item in alike[ALIKE:]:
            where = f"{item.finding.place.file}:{item.span.line}"
            first = printable(item.finding.message).splitlines()[0]
            yield line("  ", Piece(where, "quiet"), f"  {first}")
        yield line()


def _not_judged(families: tuple[FamilySummary, ...]) -> Iterator[Line]:
    """Each reason once, with the families and the rules that it keeps back."""
    names: dict[str, list[str]] = {}
    kept_back: dict[str, dict[str, None]] = {}
    for family in families:
        for reason, rules in family.lacking:
            names.setdefault(reason, []).append(printable(family.name))
            kept_back.setdefault(reason, {}).update(dict.fromkeys(rules))
    if not names:
        return
    yield line(Piece("Not judged", "strong"), ", for a rule can prove nothing about what it cannot see:")
    for reason, back in kept_back.items():
        yield line(f"  {', '.join(names[reason])}: {printable(reason)} ", Piece(f"({_few(tuple(back))})", "quiet"))
    yield line()


def _few(rules: tuple[str, ...]) -> str:
    """The names where they are few, else how many: nobody reads a list of twenty."""
    return ", ".join(rules) if len(rules) <= NAMED else f"{len(rules)} rules"


def _closing(report: Report) -> Iterator[Line]:
    if report.pay_hidden:
        yield line("Pay is left out here, for logs and files are read by many. Show it with `--audience hr`.")
    if report.baselined:
        one = len(report.baselined) == 1
        yield line(f"{counted(len(report.baselined), 'findings')} {'is' if one else 'are'} in the baseline.")
    if report.waived:
        names = ", ".join(dict.fromkeys(item.finding.rule for item in report.waived))
        yield line(f"A waiver covers {counted(len(report.waived), 'findings')} ({names}).")
    counts = [
        (report.count(Severity.ERROR), "errors"),
        (report.count(Severity.WARNING), "warnings"),
        (report.count(Severity.NOTE), "notes"),
    ]
    said = ", ".join(counted(count, unit) for count, unit in counts if count)
    checked = f"Checked {counted(report.tracks, 'tracks')}, {counted(report.levels, 'levels')}"
    if not report.name:
        checked = f"Read {counted(report.files, 'files')}"
    style: Style = "error" if report.count(Severity.ERROR) else "warning" if said else "good"
    yield line(f"{checked}: ", Piece(said or ("nothing new" if report.baselined else "no problems"), style), ".")
