"""One page that stands alone, to mail or to print: no script, no request, nothing of anybody's that is not escaped."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.finding import Waived
from ladderc.report.page import Row, finding_row, finding_rows, pieces, rendered
from ladderc.report.report import FamilySummary, Item, Report
from ladderc.report.told import (
    SEVERITIES,
    by_weight,
    closing_text,
    part_of,
)
from ladderc.wording.numbers import counted, english_day
from ladderc.wording.printable import printable


class Group(NamedTuple):
    """The findings of one family, of the framework as a whole, or of the files."""

    anchor: str
    name: str
    counts: str
    rows: tuple[Row, ...]


def as_html(report: Report) -> str:
    """The whole page; findings that a waiver or the baseline covers stand last, in a part of their own."""
    many = [(severity.value, counted(report.count(severity), f"{severity.value}s")) for severity in SEVERITIES]
    return rendered(
        "check.html.j2",
        name=printable(report.name),
        day=english_day(report.today),
        counts=[(severity, said) for severity, said in many if not said.startswith("0 ")],
        known=bool(report.baselined),
        families=_families(report),
        groups=_groups(report, report.items),
        covered=[*_covered(report, report.waived), *_covered(report, report.baselined)],
        lacking=[
            (printable(one.name), pieces(printable(reason)), rules)
            for one in report.families
            for reason, rules in one.lacking
        ],
        closing=closing_text(report).split("\n"),
    )


def _families(report: Report) -> tuple[FamilySummary, ...]:
    judged = any(one.holds or one.fails or one.waived for one in report.families)
    return tuple(one._replace(name=printable(one.name)) for one in report.families) if judged else ()


def _groups(report: Report, items: tuple[Item, ...]) -> list[Group]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(part_of(report, item), []).append(item)
    return [
        Group(
            f"group-{number}",
            printable(name),
            by_weight(item.finding.severity for item in members),
            tuple(finding_rows(report, members)),
        )
        for number, (name, members) in enumerate(groups.items(), 1)
    ]


def _covered(report: Report, items: tuple[Item, ...]) -> list[tuple[Row, str, str]]:
    """A finding, why it does not count, and what was said for that."""
    return [(finding_row(report, item), *_why_covered(report, item.finding.waived)) for item in items]


def _why_covered(report: Report, waived: Waived | None) -> tuple[str, str]:
    if not waived:
        return "in the baseline", ""
    until = f"waived until {printable(waived.expires)}"
    return (f"{until} by {printable(waived.owner)}", printable(waived.reason)) if report.reasons_shown else (until, "")
