"""What a log may say of a finding when pay may not be shown there."""

from __future__ import annotations

import re

from ladderc.finding import Finding, Verdict

_PLAIN_FIELDS = frozenset(
    [
        "name",
        "currency",
        "period",
        "effective",
        "families",
        "track",
        "grade",
        "zone",
        "because",
        "model",
        "as_of",
        "percentile",
        "policy_percentile",
        "hours_per_week",
        "id",
        "source",
    ]
)
"""Fields of a pay file whose values tell nobody what somebody earns."""

_PIECE = re.compile(
    r"(?P<kept>“[^”]*”|(?:like|such as|for example) `[^`]*`|lines? \d+)"
    r"|`(?P<quoted>[^`]*)`"
    r"|(?<![\w./-])\d[\d.,_']{2,}"
)
"""In a message: names, examples and line numbers, which are no pay; what is quoted; other figures of some length."""


def without_pay(finding: Finding) -> Finding:
    """The finding without figures of pay, and without text in which pay could stand."""
    message = finding.message
    if finding.from_pay:
        message = finding.message_without_pay or f"`{finding.rule}` does not hold here."
    elif in_pay_file(finding) and finding.category == "language" and not _is_plain(finding):
        message = _PIECE.sub(_masked, message)
    waived = finding.waived
    if waived and finding.from_pay:
        waived = waived._replace(reason="")
    return finding._replace(
        message=message,
        figures=tuple(figure for figure in finding.figures if not figure.pay),
        fixes=() if in_pay_file(finding) else finding.fixes,
        waived=waived,
    )


def verdict_without_pay(verdict: Verdict) -> Verdict:
    """The verdict without figures of pay."""
    return verdict._replace(figures=tuple(figure for figure in verdict.figures if not figure.pay))


def in_pay_file(finding: Finding) -> bool:
    """Whether the finding stands in a file whose lines hold pay."""
    return finding.place.file.startswith("pay/")


def _is_plain(finding: Finding) -> bool:
    if finding.rule == "unknown-file":
        return True  # such a file was not looked into: all that is told is its name
    names = [step for step in finding.place.route if isinstance(step, str)]
    return bool(names) and names[-1] in _PLAIN_FIELDS


def _masked(piece: re.Match[str]) -> str:
    """The piece, or three dots where it may be an amount."""
    if piece["kept"]:
        return piece[0]
    if piece["quoted"] is None:
        return "…"
    return "`…`" if any(letter.isdigit() for letter in piece["quoted"]) else piece[0]
