"""A Code Quality report for GitLab, which shows findings in a merge request."""

from __future__ import annotations

from ladderc.finding import Finding, Severity
from ladderc.report.json_text import as_json_text
from ladderc.report.report import Report
from ladderc.report.told import identities, lacks_pay, sentences
from ladderc.wording.printable import printable

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report) -> str:
    """One entry for every finding that counts; what follows from another is left to that one."""
    return as_json_text(
        [
            {
                "description": " ".join(
                    [*sentences(item), *(["Pay is left out here."] if lacks_pay(report, item) else [])]
                ),
                "check_name": item.finding.rule,
                "fingerprint": identity,
                "severity": _severity(item.finding),
                "location": {
                    "path": printable(report.path(item.finding.place.file)),
                    "lines": {"begin": item.span.line},
                },
            }
            for item, identity in zip(report.items, identities(report, report.items), strict=True)
        ]
    )


def _severity(finding: Finding) -> str:
    """A fault of a file outweighs all else: what it hides cannot be judged."""
    if finding.severity is Severity.ERROR and finding.category == "language":
        return "critical"
    return _SEVERITIES[finding.severity]
