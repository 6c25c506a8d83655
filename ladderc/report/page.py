"""What the pages to mail have in common: how they are made, and findings as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ladderc.finding import Severity
from ladderc.report.log_text import marked_up_for_log
from ladderc.report.report import Item, Report
from ladderc.report.told import first_sentence, lacks_pay, sentences, where
from ladderc.resources import templates
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


def rendered(template: str, **values: object) -> str:
    """A page of ``templates/report``: whatever is put into it is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only pages are made with templates

    pages = Environment(
        loader=FileSystemLoader(templates() / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return marked_up_for_log(pages.get_template(template).render(**values))  # for whoever prints it into a log


def finding_rows(report: Report, items: Iterable[Item]) -> list[Row]:
    """The findings, each followed by what follows from it."""
    rows = []
    for item in items:
        rows.append(finding_row(report, item))
        stack = [(below, item.finding.rule) for below in item.consequences]
        while stack:
            below, cause = stack.pop(0)
            rows.append(finding_row(report, below, cause))
            stack = [(one, below.finding.rule) for one in below.consequences] + stack
    return rows


def finding_row(report: Report, item: Item, cause: str = "") -> Row:
    """One finding; ``cause`` is the rule that it follows from."""
    finding = item.finding
    return Row(
        finding.severity.value if finding.severity is not Severity.OFF else "note",
        finding.rule,
        place_parts(where(report, item)),
        tuple(pieces(line) for line in sentences(item)),
        _source(item),
        tuple(
            (
                place_parts(f"{printable(report.path(one.file))}:{one.span.line}:{one.span.column}"),
                printable(one.message),
            )
            for one in item.related
        ),
        lacks_pay(report, item),
        cause,
        first_sentence(item),
    )


def place_parts(where: str) -> tuple[str, ...]:
    """File, line and column in parts between which a narrow column may break them."""
    return tuple(re.findall(r"[^/]*/|[^/]+$", where))


def pieces(line: str) -> tuple[tuple[str, bool], ...]:
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
