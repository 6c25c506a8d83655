"""What stands before and after the findings: the five worst at a glance, or what was tested where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity
from ladderc.report.report import Item, Report
from ladderc.report.styled import Line, Piece, Style, line
from ladderc.rules import catalog
from ladderc.wording.numbers import counted
from ladderc.wording.printable import printable

GLANCE = 5
"""How many kinds of findings are named at a glance, where there are more findings than that."""

STYLES: dict[Severity, Style] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
    Severity.OFF: "plain",
}


def five_worst(report: Report) -> Iterator[Line]:
    """The first sentence of each of the worst, alike ones once; nothing where all are seen at one look anyway."""
    if len(report.items) <= GLANCE:
        return
    alike: dict[tuple[str, Severity], list[Item]] = {}
    for item in report.items:
        alike.setdefault((item.finding.rule, item.finding.severity), []).append(item)
    shown = list(alike.items())[:GLANCE]
    heading = "The five worst" if len(shown) == GLANCE else "The worst"
    yield line(Piece(heading, "strong"), f" of {len(report.items)} findings:")
    for (rule, severity), items in shown:
        said = printable(items[0].finding.message).split("\n")[0]
        more = f" (and {len(items) - 1} more like this)" if len(items) > 1 else ""
        yield line("  ", Piece(f"{severity.value:<7}", STYLES[severity]), " ", Piece(rule, "strong"), f"  {said}{more}")
    yield line()


def what_was_tested(report: Report) -> Iterator[Line]:
    """Where nothing is wrong, how many rules of each category were tested and kept."""
    kept = {result.verdict.rule for result in report.results if result.verdict.state == "holds"}
    kept -= {result.verdict.rule for result in report.results if result.finding}
    if report.items or report.baselined or not kept:
        return
    counts = {category: sum(rule in kept for rule in rules) for category, rules in catalog.CATEGORIES.items()}
    named = [(count, catalog.CATEGORY_NAMES[category].lower()) for category, count in counts.items() if count]
    (first, name), *others = named
    parts = [f"{counted(first, 'rules')} of {name}", *(f"{count} of {name}" for count, name in others)]
    yield line(Piece("Tested and kept", "strong"), f": {', '.join(parts)}.")
