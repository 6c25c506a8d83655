"""The lines to paste into acks.yaml, for what somebody stands by."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable

from ladderc.finding import Finding, Severity
from ladderc.report.changes.report import ChangeReport
from ladderc.rules.baseline import about

UNTIL = datetime.timedelta(days=92)
"""How long an acknowledgement is proposed for: a quarter, our own choice."""


def ack_block(report: ChangeReport, findings: Iterable[Finding]) -> str:
    """One entry a finding, ready but for the reason and the name.

    Those about acknowledgements cannot be answered so, and notes ask nobody to, unless they are to fail.
    """
    least = min(report.fail_on.rank, Severity.WARNING.rank)
    kinds = {item.open.fingerprint: item.change for item in report.changes if item.open}
    entries = []
    for finding in findings:
        if finding.rule.startswith("ack-") or finding.severity.rank < least:
            continue
        change = kinds.get(finding.fingerprint)
        what = _rule(finding) if change is None else _part(change.kind, change.thing)
        entries.append(
            f"- fingerprint: {json.dumps(finding.fingerprint)}\n"
            f"  what: {json.dumps(f'{what}: {about(report.framework, finding.subjects)}', ensure_ascii=False)}\n"
            '  reason: "…"\n'
            '  who: "…"\n'
            f"  when: {report.today.isoformat()}\n"
            f"  until: {(report.today + UNTIL).isoformat()}"
        )
    return "\n".join(entries)


def _part(kind: str, thing: str) -> str:
    """What happened, with the dimension, field or grades that it happened to."""
    return f"{kind} ({thing})" if thing else kind


def _rule(finding: Finding) -> str:
    """The rule whose claim is broken: of a regression the one that it speaks for, in a freeze what is asked for."""
    if finding.rule == "raised-in-freeze":
        return f"{finding.rule} ({finding.discriminator.strip()})"
    return finding.discriminator.split()[0] if finding.rule == "parity-regression" else finding.rule
