"""What the engine hands on: every verdict with the finding made of it, if one was."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.finding import Finding, Severity, Verdict


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
