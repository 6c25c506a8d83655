"""Every rule's own examples: Bad breaks exactly that rule on exactly the marked lines, Good breaks nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from overlay import Judged, Laid, judged, judged_change, lay, pointed_at

from ladderc.finding import Finding
from ladderc.rules import catalog
from ladderc.rules.explained import explain


@pytest.mark.parametrize("name", catalog.names())
def test_bad_breaks_exactly_its_rule_on_the_marked_lines(name: str, tmp_path: Path) -> None:
    laid = lay(explain(name).bad)
    assert laid.marks, "the example marks no line with `# <- here`"
    findings = said_of(name, laid, tmp_path, only=name).findings
    assert pointed_at(laid, findings) == Counter((name, line) for line in laid.marks), told(findings)


@pytest.mark.parametrize("name", catalog.names())
def test_good_breaks_no_rule(name: str, tmp_path: Path) -> None:
    findings = said_of(name, lay(explain(name).good), tmp_path).findings
    assert findings == (), told(findings)


def test_the_base_breaks_no_rule(tmp_path: Path) -> None:
    findings = judged(lay(""), tmp_path).findings
    assert findings == (), told(findings)


def said_of(name: str, laid: Laid, directory: Path, only: str = "") -> Judged:
    """What is said of an example; of a rule about changes, what is said of the step from the base to it.

    Whatever a change breaks is worse for somebody, too: there a Bad is asked for its own rule alone.
    """
    if catalog.load(name).scope == "review":
        return judged_change(laid, only)
    return judged(laid, directory)


def told(findings: tuple[Finding, ...]) -> str:
    return "\n".join(f"{finding.rule} {finding.severity} {finding.place}: {finding.message}" for finding in findings)
