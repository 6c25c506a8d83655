"""Runs the cases of every rule: `tests/rules/<stem>.yml`, a list of small frameworks and what is said of them.

A case has:

- `name`: what it shows.
- `files`: texts by path, laid over the base; a first line `# without S6 and S7` leaves things of that file out.
- `without`: files of the base to leave out.
- `expect`: `<rule> at <file>:<mark>` for each finding, and `… as note` where the severity is the point; [] for none.
- `message`, `message_without_pay`: the whole message of the one finding of the rule.
- `not_judged`: what the rule says it lacks (`lacking`), where that is the point.

- `alone`: true where the rule is judged by itself, so that a case of a boundary need not please every other rule.

The mark is the word after `# <-` on the line that the finding points at.
A case must name every finding, whichever rule it is of; consequences and waived findings do not count.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cases import HERE, cases_of, snippet
from overlay import Laid, alone, judged, judged_change, lay

from ladderc.finding import Finding
from ladderc.rules import catalog

CASES = [
    pytest.param(path.stem.replace("_", "-"), case, id=f"{path.stem}: {case['name']}")
    for path in sorted(HERE.glob("*.yml"))
    for case in cases_of(path.stem)
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert set(case) <= {"name", "files", "without", "expect", "message", "message_without_pay", "not_judged", "alone"}
    laid = lay(snippet(case))
    said = judged_change(laid) if catalog.load(rule).scope == "review" else judged(laid, tmp_path)
    if case.get("alone"):
        faults = tuple(finding for finding in said.findings if finding.rule not in catalog.names())
        own = tuple(result.finding for result in alone(catalog.load(rule), laid) if result.finding)
        said = said._replace(findings=(*faults, *own))
    expected = Counter(entry.split(" as ")[0] for entry in case["expect"])
    assert Counter(at(laid, finding) for finding in said.findings) == expected, told(said.findings)
    for entry in case["expect"]:
        if " as " in entry:
            where, severity = entry.split(" as ")
            assert severity in {str(finding.severity) for finding in said.findings if at(laid, finding) == where}
    own = tuple(finding for finding in said.findings if finding.rule == rule)
    if "message" in case:
        assert [finding.message for finding in own] == [case["message"].rstrip("\n")]
    if "message_without_pay" in case:
        assert [finding.message_without_pay for finding in own] == [case["message_without_pay"].rstrip("\n")]
    if "not_judged" in case:
        assert case["not_judged"] in [verdict.lacking for verdict in said.verdicts if verdict.rule == rule]


def at(laid: Laid, finding: Finding) -> str:
    return f"{finding.rule} at {finding.place.file}:{laid.marks.get(laid.line_of(finding), 'no mark')}"


def told(findings: tuple[Finding, ...]) -> str:
    return "\n".join(f"{finding.rule} {finding.severity} {finding.place}: {finding.message}" for finding in findings)
