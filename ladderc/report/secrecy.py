"""What a log may say of a finding when pay may not be shown there."""

from __future__ import annotations

import re

from ladderc.finding import Finding, Verdict

_AMOUNT = re.compile(r"\d[\d.,_' ]*\d{2,}[\d.,]*|\d{3,}")


def without_pay(finding: Finding) -> Finding:
    """The finding without figures of pay, and without text in which pay could stand."""
    message = finding.message
    if finding.from_pay:
        message = finding.message_without_pay or f"`{finding.rule}` does not hold here."
    elif in_pay_file(finding) and finding.category == "language":
        message = _AMOUNT.sub("…", message)
    kept = tuple(figure for figure in finding.figures if not figure.pay)
    return finding._replace(message=message, figures=kept, fixes=() if in_pay_file(finding) else finding.fixes)


def verdict_without_pay(verdict: Verdict) -> Verdict:
    """The verdict without figures of pay."""
    return verdict._replace(figures=tuple(figure for figure in verdict.figures if not figure.pay))


def in_pay_file(finding: Finding) -> bool:
    """Whether the finding stands in a file whose lines hold pay."""
    return finding.place.file.startswith("pay/")
