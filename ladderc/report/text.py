"""The answer of a check for a person: first what was proved, then the findings, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ladderc.finding import Severity
from ladderc.report.log_text import for_log
from ladderc.report.overview import STYLES, five_worst, what_was_tested
from ladderc.report.report import FamilySummary, Item, Report
from ladderc.report.styled import Line, Piece, Style, line
from ladderc.wording.numbers import counted, english_day
from ladderc.wording.printable import printable

ALIKE = 3
"""Up to so many findings of one rule are all shown whole; of more, the first, and the others are named."""

MOST = 30
"""Of the entries of an answer, how many are shown; the rest, which weigh least, are counted."""

MOST_LINES = 20
"""Of faults alike, each of which has a mend of its own, how many lines are shown."""

MOST_NAMES = 12
"""Of the levels of one file of which the same is said, how many are named."""

MOST_REASONS = 12
"""Of the reasons why rules are not judged, how many are named: a framework that has just begun lacks dozens."""

NAMED = 5
"""Of the rules that one reason keeps back, how many are named; more are counted."""

WIDEST = 100
"""How many characters of a line of the author's are shown."""

_BLANKS = {0xA0: "␣", 0x202F: "␣"}
"""Spaces that are none, made visible in what the author wrote."""

BESIDE = 4
"""Of the places that a finding names beside its own, how many are shown; the data format has them all."""


def as_text(report: Report, *, every: bool = False) -> tuple[Line, ...]:
    """The whole report in lines; ``every`` shows each finding whole, however many they are."""
    return tuple(tuple(piece._replace(text=for_log(piece.text)) for piece in one) for one in _lines(report, every))


def _lines(report: Report, every: bool) -> Iterator[Line]:
    if report.name:
        yield line(Piece(printable(report.name), "strong"), f", as of {english_day(report.today)}")
        yield line()
    if any(family.holds or family.fails or family.waived for family in report.families):
        yield from _table(report.families)
        yield line()
    if not every:
        yield from five_worst(report)
    yield from _findings(report, every)
    yield from _not_judged(report.families, every)
    yield from what_was_tested(report)
    yield from closing(report)


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


def finding_lines(item: Item, indent: str) -> Iterator[Line]:
    """One finding with its place, its source line and what follows from it."""
    finding, span = item.finding, item.span
    yield line(
        indent,
        Piece(finding.severity.value, STYLES[finding.severity]),
        " ",
        Piece(finding.rule, "strong"),
        "  ",
        Piece(f"{printable(finding.place.file)}:{span.line}:{span.column}", "quiet"),
    )
    for sentence in printable(finding.message).splitlines():
        yield line(f"{indent}  {sentence}")
    yield from _frame(item, indent)
    for related in item.related[:BESIDE]:
        where = f"{printable(related.file)}:{related.span.line}:{related.span.column}"
        yield line(indent, Piece(f"  see {where} ({printable(related.message)})", "quiet"))
    if len(item.related) > BESIDE:
        yield line(indent, Piece(f"  and {counted(len(item.related) - BESIDE, 'more places')}", "quiet"))
    for consequence in item.consequences:
        yield line(f"{indent}  from this follows:")
        yield from finding_lines(consequence, indent + "    ")


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
    yield line(indent, Piece(blanks, "quiet"), Piece("^" * marks, STYLES[item.finding.severity]))


def _findings(report: Report, every: bool) -> Iterator[Line]:
    """The entries: a finding, or the first of many alike with the names of the others."""
    groups: dict[tuple[str, Severity], list[Item]] = {}
    for item in report.items:
        groups.setdefault((item.finding.rule, item.finding.severity), []).append(item)
    shown: Counter[tuple[str, Severity]] = Counter()
    entries = 0
    for item in report.items:
        kind = (item.finding.rule, item.finding.severity)
        alike = groups[kind]
        fold = len(alike) > ALIKE and not every
        if not every and (entries == MOST or shown[kind] == len(alike)):
            continue
        entries += 1
        shown[kind] += 1
        yield from finding_lines(item, "")
        if fold and item.finding.category != "language":
            yield from _named(alike[1:])
            shown[kind] = len(alike)
        yield line()
        if fold and shown[kind] == ALIKE:
            yield from _in_lines(alike[ALIKE:])
            shown[kind] = len(alike)
    yield from _left_out({kind: len(alike) - shown[kind] for kind, alike in groups.items()})


def _named(alike: list[Item]) -> Iterator[Line]:
    """Findings that say the same of others: file by file who they are, each with its line."""
    yield line(f"  and {len(alike)} more like this:")
    files: dict[str, list[str]] = {}
    for item in alike:
        files.setdefault(item.finding.place.file, []).append(_who(item))
    for file, names in files.items():
        more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
        yield line("    ", Piece(printable(file), "quiet"), f"  {', '.join(names[:MOST_NAMES])}{more}")


def _who(item: Item) -> str:
    subject = item.finding.subjects[0] if item.finding.subjects else None
    name = subject and (subject.level or subject.track or subject.grade or subject.family)
    return f"{printable(name)} (line {item.span.line})" if name else f"line {item.span.line}"


def _in_lines(alike: list[Item]) -> Iterator[Line]:
    """Faults alike, which differ in what to type: every one keeps its place and its first sentence."""
    first = alike[0].finding
    yield line(
        Piece(first.severity.value, STYLES[first.severity]),
        f" {len(alike)} more of ",
        Piece(first.rule, "strong"),
        ":",
    )
    for item in alike[:MOST_LINES]:
        where = f"{printable(item.finding.place.file)}:{item.span.line}"
        yield line("  ", Piece(where, "quiet"), f"  {printable(item.finding.message).splitlines()[0]}")
    if len(alike) > MOST_LINES:
        yield line(f"  and {len(alike) - MOST_LINES} more, which `ladderc check --all` shows")
    yield line()


def _left_out(left: dict[tuple[str, Severity], int]) -> Iterator[Line]:
    many: dict[Severity, list[str]] = {}
    total: Counter[Severity] = Counter()
    for (rule, severity), count in left.items():
        if count:
            many.setdefault(severity, []).append(f"{rule} {count}")
            total[severity] += count
    if not many:
        return
    yield line(Piece("Left out", "strong"), ", which `ladderc check --all` shows:")
    for severity, rules in many.items():
        yield line(f"  {counted(total[severity], severity.value + 's')} ", Piece(f"({', '.join(rules)})", "quiet"))
    yield line()


def _not_judged(families: tuple[FamilySummary, ...], every: bool) -> Iterator[Line]:
    """Each reason once, with the families and the rules that it keeps back; of very many those that keep back most."""
    names: dict[str, list[str]] = {}
    kept_back: dict[str, dict[str, None]] = {}
    for family in families:
        for reason, rules in family.lacking:
            names.setdefault(reason, []).append(printable(family.name))
            kept_back.setdefault(reason, {}).update(dict.fromkeys(rules))
    if not names:
        return
    yield line(Piece("Not judged", "strong"), ", for a rule can prove nothing about what it cannot see:")
    weightiest = sorted(kept_back, key=lambda reason: -len(kept_back[reason]))
    shown = frozenset(weightiest if every or len(weightiest) <= MOST_REASONS + 1 else weightiest[:MOST_REASONS])
    for reason, back in kept_back.items():
        if reason in shown:
            yield line(f"  {', '.join(names[reason])}: {printable(reason)} ", Piece(f"({_few(tuple(back))})", "quiet"))
    if left := len(kept_back) - len(shown):
        yield line(f"  and {left} more reasons, which `ladderc check --all` shows")
    yield line()


def _few(rules: tuple[str, ...]) -> str:
    """The names where they are few, else how many: nobody reads a list of twenty."""
    return ", ".join(rules) if len(rules) <= NAMED else f"{len(rules)} rules"


def closing(report: Report) -> Iterator[Line]:
    """What was left out, what a waiver or the baseline covers, and what was checked with what result."""
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
