"""What a rule, or a fault of a file, means: the text of its page, for formats that carry it along."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.finding import Severity


class RuleHelp(NamedTuple):
    """``claim`` and ``why`` are whole sentences, ``text`` is everything in Markdown."""

    claim: str
    why: str
    text: str
    category: str
    severity: Severity


def rule_help(name: str) -> RuleHelp:
    """The help of a rule or a fault by name; KeyError where there is neither."""
    from ladderc.rules import catalog

    if name in catalog.names():
        from ladderc.report.rule_page import page
        from ladderc.rules.explained import explain

        told = explain(name)
        return RuleHelp(told.claim, told.why, page(told), told.rule.category, told.rule.severity)
    from ladderc.link.explained import FAULTS as LINKING  # only for files with faults
    from ladderc.sources.faults import FAULTS as READING
    from ladderc.validate.faults import FAULTS as SHAPE

    fault = {**READING, **SHAPE, **LINKING}[name]
    text = f"# {name}\n\n{fault.claim}\n\n## Why\n\n{fault.why}\n\n## Breaks it\n\n```yaml\n{fault.example}\n```\n"
    return RuleHelp(fault.claim, fault.why, text, "language", fault.severity)
