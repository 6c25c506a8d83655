"""What several formats say of a finding in the same words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from ladderc.finding import Severity
from ladderc.report.report import Item, Report
from ladderc.report.secrecy import in_pay_file
from ladderc.report.styled import plain
from ladderc.report.text import closing
from ladderc.wording.numbers import counted
from ladderc.wording.printable import printable

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The worst first."""

FILES = "Files"
WHOLE = "Whole framework"
"""Names of parts of an answer that are no family."""


def first_sentence(item: Item) -> str:
    """What is wrong, in one line; what to do about it follows in the whole message."""
    return next(iter(sentences(item)), item.finding.rule)


def sentences(item: Item) -> tuple[str, ...]:
    """The message, one sentence each, without characters that could deceive."""
    return tuple(line for line in printable(item.finding.message).split("\n") if line.strip())


def where(report: Report, item: Item) -> str:
    """File, line and column of a finding, as ``tracks/specialist.yaml:12:5``."""
    return f"{printable(report.path(item.finding.place.file))}:{item.span.line}:{item.span.column}"


def with_consequences(item: Item) -> Iterator[Item]:
    """The finding, then what follows from it, and what follows from that."""
    yield item
    for below in item.consequences:
        yield from with_consequences(below)


def counts(report: Report) -> str:
    """How many findings count: ``2 errors, 1 warning``; empty where none does."""
    return by_weight(item.finding.severity for item in report.items)


def by_weight(severities: Iterable[Severity]) -> str:
    """How many of each: ``2 errors, 1 warning``."""
    many = Counter(severities)
    return ", ".join(counted(many[severity], f"{severity.value}s") for severity in SEVERITIES if many[severity])


def part_of(report: Report, item: Item) -> str:
    """The part of an answer that a finding stands in: its family, the whole framework, or the files."""
    if item.finding.category == "language":
        return FILES
    family = item.finding.subjects[0].family if item.finding.subjects else None
    return next((one.name for one in report.families if one.family == family), WHOLE)


def closing_text(report: Report) -> str:
    """The lines that end every answer: what was left out, what is covered, what was checked."""
    return plain(tuple(closing(report)))


def lacks_pay(report: Report, item: Item) -> bool:
    """Whether something of pay was left out of a finding, and its own message does not say so."""
    finding = item.finding
    return report.pay_hidden and (finding.from_pay or in_pay_file(finding)) and "--audience hr" not in finding.message


def identities(report: Report, items: tuple[Item, ...]) -> tuple[str, ...]:
    """One fingerprint for each of the items, no two alike, and none made of lines, texts or figures.

    Two faults of one kind at one spot share the finding's own fingerprint; they are told apart by their order.
    """
    seen: dict[str, int] = {}
    made = []
    for item in items:
        own = item.finding.fingerprint
        seen[own] = seen.get(own, 0) + 1
        made.append(hashlib.sha256(f"{report.prefix}\n{own}\n{seen[own]}".encode()).hexdigest()[:32])
    return tuple(made)
