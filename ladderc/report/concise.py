"""One line a finding, for editors, grep and other programs that read lines."""

from __future__ import annotations

from ladderc.report.log_text import for_log
from ladderc.report.report import Report
from ladderc.report.told import closing_text, first_sentence, where, with_consequences


def as_concise(report: Report) -> str:
    """``file:line:column: severity rule: first sentence`` for every finding, then what was checked."""
    lines = []
    for item in report.items:
        for one in with_consequences(item):
            finding = one.finding
            follows = "" if one is item else f" (follows from {item.finding.rule})"
            lines.append(
                f"{where(report, one)}: {finding.severity.value} {finding.rule}: {first_sentence(one)}{follows}"
            )
    return for_log("\n".join([*lines, closing_text(report)]))
