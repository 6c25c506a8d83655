"""Employees see base pay: no rule may tell them, by what it concludes, of equity, market figures or reasons."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from overlay import TODAY, lay

from ladderc.audience.redact import redact
from ladderc.finding import Verdict
from ladderc.link import link
from ladderc.rules.engine import judge
from ladderc.sources.read import read

EXCEPTION = """
# pay/2026.yaml
bands:
  - {grade: G5, bonus: 10%%, equity: %s, market: {value: %s, percentile: %s, as_of: "%s"}}
exceptions:
  - {track: people-leadership, grade: G5, min: 63000, midpoint: 75000, max: 87000, bonus: 10%%, equity: %s%s}
"""


def verdicts(directory: Path, audience: str, *figures: object) -> tuple[Verdict, ...]:
    for name, data in lay(EXCEPTION % figures).files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    framework = link(read(directory), frozenset(), datetime.date.fromisoformat(TODAY)).framework
    assert framework is not None
    return tuple(result.verdict for result in judge(redact(framework, audience), TODAY).results)


def states(said: tuple[Verdict, ...], *rules: str) -> dict[str, list[str]]:
    return {rule: [one.lacking or one.state for one in said if one.rule == rule] for rule in rules}


RULES = ("pay-follows-grade", "target-pay-parity", "market-ratio", "stale-market-data", "eligibility-by-grade")
PLAIN = (5000, 75000, 50, "2026-03", 5000, ", because: market, reason: Supply is short.")
TELLING = (1000, 20000, 90, "2019-03", 60000, ", reason: A bonus is for managers only.")


def test_what_employees_may_not_see_changes_no_verdict_of_theirs(tmp_path: Path) -> None:
    plain = verdicts(tmp_path / "plain", "employees", *PLAIN)
    telling = verdicts(tmp_path / "telling", "employees", *TELLING)
    assert plain == telling


def test_hr_is_told(tmp_path: Path) -> None:
    assert states(verdicts(tmp_path / "plain", "hr", *PLAIN), *RULES) == {
        "pay-follows-grade": ["holds"],
        "target-pay-parity": ["holds"],
        "market-ratio": ["holds", "`market` for G1, G2, G3, G4, G6, G7 and G5 of People leadership in pay/2026.yaml"],
        "stale-market-data": ["holds"],
        "eligibility-by-grade": ["holds"],
    }
    telling = states(verdicts(tmp_path / "telling", "hr", *TELLING), *RULES)
    assert {rule for rule, said in telling.items() if "fails" in said} == set(RULES)


def test_employees_are_told_what_is_not_judged_for_them(tmp_path: Path) -> None:
    assert states(verdicts(tmp_path, "employees", *PLAIN), *RULES) == {
        "pay-follows-grade": ["the reasons of exceptions, which are not shown here"],
        "target-pay-parity": ["holds"],
        "market-ratio": ["`market` in pay/2026.yaml"],
        "stale-market-data": ["`market` in pay/2026.yaml"],
        "eligibility-by-grade": ["holds"],
    }
