"""What the engine hands on: every verdict with the finding made of it, if one was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ladderc.finding import Finding, Severity, Verdict

Outcome = Literal["holds", "fails", "waived", "not-judged"]


class Result(NamedTuple):
    """One verdict, how much its rule weighs here, and the finding where it fails."""

    category: str
    severity: Severity
    verdict: Verdict
    finding: Finding | None


class Judgement(NamedTuple):
    """All results in catalogue order, families in the order of the framework."""

    results: tuple[Result, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in the order of the results."""
        return tuple(result.finding for result in self.results if result.finding)


def outcome_of(results: Iterable[Result]) -> Outcome:
    """How one rule ended in one family: one failure fails it, one proof holds it."""
    results = list(results)
    failing = [result.finding for result in results if result.finding]
    if any(not finding.waived for finding in failing):
        return "fails"
    if failing:
        return "waived"
    return "holds" if any(result.verdict.state == "holds" for result in results) else "not-judged"
