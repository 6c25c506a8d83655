"""One page that stands alone, to mail or to print: no script, no request, nothing of anybody's that is not escaped."""

from __future__ import annotations

import re
from typing import NamedTuple

from ladderc.finding import Severity, Waived
from ladderc.report.log_text import marked_up_for_log
from ladderc.report.report import FamilySummary, Item, Report
from ladderc.report.told import (
    SEVERITIES,
    by_weight,
    closing_text,
    first_sentence,
    lacks_pay,
    part_of,
    sentences,
    where,
)
from ladderc.resources import templates
from ladderc.wording.numbers import counted, english_day
from ladderc.wording.printable import printable


class Source(NamedTuple):
    """A line of a file, cut where the part that is meant begins and ends."""

    number: int
    before: str
    meant: str
    after: str


class Row(NamedTuple):
    """One finding of the page; ``lines`` are its sentences, each in pieces of text and code."""

    severity: str
    rule: str
    where: tuple[str, ...]
    lines: tuple[tuple[tuple[str, bool], ...], ...]
    source: Source | None
    related: tuple[tuple[tuple[str, ...], str], ...]
    without_pay: bool
    follows_from: str
    told: str


class Group(NamedTuple):
    """The findings of one family, of the framework as a whole, or of the files."""

    anchor: str
    name: str
    counts: str
    rows: tuple[Row, ...]


def as_html(report: Report) -> str:
    """The whole page; findings that a waiver or the baseline covers stand last, in a part of their own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only this format is made with a template

    pages = Environment(
        loader=FileSystemLoader(templates() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    many = [(severity.value, counted(report.count(severity), f"{severity.value}s")) for severity in SEVERITIES]
    page = pages.get_template("check.html.j2").render(
        name=printable(report.name),
        day=english_day(report.today),
        counts=[(severity, said) for severity, said in many if not said.startswith("0 ")],
        known=bool(report.baselined),
        families=_families(report),
        groups=_groups(report, report.items),
        covered=[*_covered(report, report.waived), *_covered(report, report.baselined)],
        lacking=[
            (printable(one.name), _pieces(printable(reason)), rules)
            for one in report.families
            for reason, rules in one.lacking
        ],
        closing=closing_text(report).split("\n"),
    )
    return marked_up_for_log(page)  # for whoever prints it into a log


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
            tuple(_rows(report, members)),
        )
        for number, (name, members) in enumerate(groups.items(), 1)
    ]


def _rows(report: Report, items: list[Item]) -> list[Row]:
    rows = []
    for item in items:
        rows.append(_row(report, item, ""))
        stack = [(below, item.finding.rule) for below in item.consequences]
        while stack:
            below, cause = stack.pop(0)
            rows.append(_row(report, below, cause))
            stack = [(one, below.finding.rule) for one in below.consequences] + stack
    return rows


def _row(report: Report, item: Item, cause: str) -> Row:
    finding = item.finding
    return Row(
        finding.severity.value if finding.severity is not Severity.OFF else "note",
        finding.rule,
        _place(where(report, item)),
        tuple(_pieces(line) for line in sentences(item)),
        _source(item),
        tuple(
            (_place(f"{printable(report.path(one.file))}:{one.span.line}:{one.span.column}"), printable(one.message))
            for one in item.related
        ),
        lacks_pay(report, item),
        cause,
        first_sentence(item),
    )


def _place(where: str) -> tuple[str, ...]:
    """File, line and column in parts between which a narrow column may break them."""
    return tuple(re.findall(r"[^/]*/|[^/]+$", where))


def _pieces(line: str) -> tuple[tuple[str, bool], ...]:
    """Text and code in turn: what a message quotes in backticks is code."""
    parts = line.split("`")
    if len(parts) % 2 == 0:
        return ((line, False),)
    return tuple((part, bool(number % 2)) for number, part in enumerate(parts) if part)


def _source(item: Item) -> Source | None:
    if not item.lines or not item.lines[0].strip():
        return None
    span, text = item.span, printable(item.lines[0])
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    end = max(end, min(start + 1, len(text)))
    return Source(span.line, text[:start], text[start:end], text[end:])


def _covered(report: Report, items: tuple[Item, ...]) -> list[tuple[Row, str, str]]:
    """A finding, why it does not count, and what was said for that."""
    return [(_row(report, item, ""), *_why_covered(report, item.finding.waived)) for item in items]


def _why_covered(report: Report, waived: Waived | None) -> tuple[str, str]:
    if not waived:
        return "in the baseline", ""
    until = f"waived until {printable(waived.expires)}"
    return (f"{until} by {printable(waived.owner)}", printable(waived.reason)) if report.reasons_shown else (until, "")
