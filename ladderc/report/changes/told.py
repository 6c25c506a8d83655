"""What several formats say of a review in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ladderc.finding import Finding, Severity
from ladderc.model.change import Change, Impact, Wording
from ladderc.report.changes.report import ChangeItem, ChangeReport
from ladderc.report.report import Item
from ladderc.review.kinds import KINDS
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import counted, english_day
from ladderc.wording.printable import printable

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The worst first."""

HEADS: dict[Impact, str] = {
    "worse": "Worse for people there",
    "unclear": "Unclear: somebody has to judge",
    "better": "Better for people there",
    "neutral": "Neither better nor worse",
}
"""What the changes of one impact are headed with."""

NOTHING = "Nothing changed that a person would notice."
PAY_LEFT_OUT = "Pay is left out here, for logs and files are read by many. Show it with `--audience hr`."
TO_STAND_BY = "To stand by what is meant, add to acks.yaml, with a reason that the people concerned may read:"

MOST_NAMES = 6
"""Of the levels that a change reaches, how many are named."""


def where(report: ChangeReport, item: ChangeItem) -> str:
    """File, line and column of a change, as ``tracks/specialist.yaml:12:5``."""
    return f"{printable(report.path(item.change.place.file))}:{item.span.line}:{item.span.column}"


def states(report: ChangeReport) -> str:
    """Which two states were compared, and for which day."""
    compared = f"{printable(report.head)}, compared with {printable(report.base)}"
    return f"{compared}, as of {english_day(report.today)}"


def counts(report: ChangeReport) -> str:
    """How many changes there are of each impact: ``2 worse, 1 unclear and 4 neutral``; empty where there is none."""
    return listed(f"{count} {impact}" for impact, count in report.counts().items() if count)


def findings_said(findings: Iterable[Finding]) -> str:
    """How many findings there are: ``2 errors, 1 warning``; empty where there is none."""
    many = Counter(finding.severity for finding in findings)
    return ", ".join(counted(many[one], f"{one.value}s") for one in SEVERITIES if many[one])


def wordings(change: Change) -> tuple[Wording, ...]:
    """The texts to show under a change: what was reworded, and what came or went where the message has no room for it."""
    return tuple(
        wording
        for wording in change.wordings
        if (wording.before and wording.after)
        or " ".join((wording.before or wording.after).split()).removesuffix(".") not in change.message
    )


def reason(change: Change) -> str:
    """Why a change is worse or unclear, and why it falls into another group than its kind; else it goes without saying."""
    usual = KINDS.get(change.kind)
    unusual = usual is not None and (usual.impact, usual.reason) != (change.impact, change.reason)
    return change.reason if unusual or change.impact in ("worse", "unclear") else ""


def reaches(report: ChangeReport, item: ChangeItem) -> str:
    """Whom a change of several levels reaches: ``reaches 3 levels: M4 …``; empty where the message says it all."""
    keys = item.change.reaches
    said = item.change.message
    if len(keys) < 2 or all(_is_named(report.names.get(key, key), key, said) for key in keys):
        return ""
    return f"reaches {counted(len(keys), 'levels')}: {_names(report, keys)}"


def unchanged(report: ChangeReport, item: ChangeItem) -> str:
    """Which counterparts stay as they were: ``unchanged: S4 …``; empty where that is no part of the story."""
    return f"unchanged: {_names(report, item.change.unchanged)}" if item.change.unchanged else ""


def acknowledged(finding: Finding) -> str:
    """Who stands by a finding, until when and why; the reason is left out where it may speak of hidden pay."""
    if not finding.waived:
        return ""
    said = f"Acknowledged by {printable(finding.waived.owner)} until {printable(finding.waived.expires)}"
    reason = " ".join(printable(finding.waived.reason).split())
    return f"{said}: {reason}" if reason else f"{said}."


def first_sentence(finding: Finding) -> str:
    """What is wrong, in one line."""
    return next((line for line in printable(finding.message).split("\n") if line.strip()), finding.rule)


def telling(finding: Finding) -> str:
    """The sentence that says what a finding is about: of a regression the one after that it is new."""
    lines = [line for line in printable(finding.message).split("\n") if line.strip()]
    return lines[1] if finding.rule == "parity-regression" and len(lines) > 1 else first_sentence(finding)


def answered(report: ChangeReport) -> tuple[Item, ...]:
    """Acknowledged findings but for those about worse changes, which stand with the change."""
    return tuple(item for item in report.acknowledged if item.finding.rule != "worse-for-people")


def closing(report: ChangeReport) -> str:
    """How many changes there are, and how many findings are open."""
    said = counts(report)
    open_ = report.unanswered()
    findings = findings_said(open_)
    changes = "No changes" if not report.changes else f"{counted(len(report.changes), 'changes')} ({said})"
    return f"{changes}: {f'{findings} open' if findings else 'nothing open'}."


def _is_named(name: str, key: str, message: str) -> bool:
    """Whether a sentence names a level; one about its title begins with its id alone."""
    return name in message or message.startswith(f"{key.rpartition('/')[2]} ")


def _names(report: ChangeReport, keys: tuple[str, ...]) -> str:
    names = [printable(report.names.get(key, key)) for key in keys]
    return listed(names, most=MOST_NAMES)
