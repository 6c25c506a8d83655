"""Workflow commands for GitHub Actions, which show findings beside the lines of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ladderc.finding import Severity
from ladderc.report.log_text import for_log
from ladderc.report.report import Item, Report
from ladderc.report.told import SEVERITIES, closing_text, first_sentence, lacks_pay, sentences
from ladderc.wording.numbers import counted
from ladderc.wording.printable import printable

MOST = 10
"""Annotations of one kind that GitHub shows of one step; three kinds stay below the 50 that it shows of a job."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report) -> str:
    """A command for each finding that GitHub will show, the worst first, and last what was left out."""
    lines = []
    left = []
    for severity in SEVERITIES:
        alike = [item for item in report.items if item.finding.severity is severity]
        shown = _chosen(alike)
        lines += [_command(report, item) for item in shown]
        if len(alike) > len(shown):
            left.append(counted(len(alike) - len(shown), f"{severity.value}s"))
    ending = [for_log(closing_text(report))]
    if left:
        ending.append(
            f"Not shown above: {', '.join(left)}, for GitHub shows {MOST} of each kind. "
            "`ladderc check --format concise` names them all."
        )
    return "\n".join([*lines, *ending])


def _chosen(items: list[Item]) -> list[Item]:
    """As many as are shown: the first of every rule before the second of any, then in the order to read them."""
    met: Counter[str] = Counter()
    order = []
    for position, item in enumerate(items):
        met[item.finding.rule] += 1
        order.append((met[item.finding.rule], position))
    return [items[position] for position in sorted(position for _, position in sorted(order)[:MOST])]


def _command(report: Report, item: Item) -> str:
    finding, span = item.finding, item.span
    fields: dict[str, str | int] = {
        "file": report.path(finding.place.file),
        "line": span.line,
        "endLine": span.line,  # over several lines GitHub refuses columns, and would show the finding under the last
        "col": span.column,
    }
    if span.end_line == span.line and span.end_column > span.column:
        fields["endColumn"] = span.end_column
    fields["title"] = finding.rule
    said = ",".join(f"{name}={_field(str(value))}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(chr(10).join(_message(report, item)))}"


def _message(report: Report, item: Item) -> Iterable[str]:
    yield from sentences(item)
    for one in item.related:
        yield f"See {printable(report.path(one.file))}:{one.span.line} ({printable(one.message)})."
    for below in item.consequences:
        yield f"From this follows ({below.finding.rule}): {first_sentence(below)}"
    if lacks_pay(report, item):
        yield "Pay is left out here."


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "#%23[")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
