"""The lines to paste into acks.yaml, for what somebody stands by."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable

from ladderc.finding import Finding
from ladderc.model.framework import Framework
from ladderc.rules.baseline import about

UNTIL = datetime.timedelta(days=92)
"""How long an acknowledgement is proposed for: a quarter, our own choice."""


def ack_block(findings: Iterable[Finding], framework: Framework, today: datetime.date) -> str:
    """One entry a finding, ready but for the reason and the name; those about acknowledgements cannot be answered so."""
    entries = []
    for finding in findings:
        if finding.rule.startswith("ack-"):
            continue
        entries.append(
            f"- fingerprint: {json.dumps(finding.fingerprint)}\n"
            f"  what: {json.dumps(f'{_rule(finding)}: {about(framework, finding.subjects)}', ensure_ascii=False)}\n"
            '  reason: "…"\n'
            '  who: "…"\n'
            f"  when: {today.isoformat()}\n"
            f"  until: {(today + UNTIL).isoformat()}"
        )
    return "\n".join(entries)


def _rule(finding: Finding) -> str:
    """The rule whose claim is broken: of a regression the one that it speaks for."""
    return finding.discriminator.split()[0] if finding.rule == "parity-regression" else finding.rule
