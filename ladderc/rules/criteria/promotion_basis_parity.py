"""Experts do not wait for a vacancy where managers rise by what they can do.

Why
---
A managers' post often falls vacant; an expert's seldom does, because nobody counts them.
If experts may rise only into a place that is free, while managers rise when they are ready, the second path exists only
on paper.

Source
------
J: "trusted rather than" … "consolation options".
Compared are levels whose basis is written on both sides; that both wait for a vacancy is no finding here.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion:
          basis: vacancy  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion:
          basis: capability

When to waive
-------------
When the number of such posts is fixed by law or by a budget that the firm does not set.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.compare import Comparison, compare, guessed_note, possible_note
from ladderc.rules.phrases import level_name

_CLAIM = "wait for a vacancy where the managers at the same grade do not"


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that alone waits for a vacancy, or one for the family."""
    facts = case.facts
    compared = [
        compare(facts, level, _gap, lambda waits: waits)
        for level in facts.other_levels()
        if _basis(level) and any(_basis(peer) for peer in facts.references(level).levels)
    ]
    if not compared:
        yield case.not_judged("`basis` of promotion on both sides at one grade")
        return
    if case.framework.spine_assumed:
        yield guessed_note(case, compared, _CLAIM) or case.holds()
        return
    failing = [_fails(case, found) for found in compared if found.outcome == "certain"]
    possible = possible_note(case, compared, _CLAIM)
    yield from (*failing, *([possible] if possible else ())) or [
        case.holds(figures=(Figure("levels compared", len(compared), "levels"),))
    ]


def _basis(level: Level) -> str | None:
    return level.promotion.basis if level.promotion else None


def _gap(level: Level, peer: Level) -> bool | None:
    return True if _basis(level) == "vacancy" and _basis(peer) == "capability" else None


def _fails(case: Case, comparison: Comparison[bool]) -> Verdict:
    level, peer = comparison.level, comparison.peer
    assert peer is not None, "whoever waits alone is compared with somebody"
    return case.fails(
        f"{level_name(level)} waits for a vacancy, {level_name(peer)} at the same grade rises by capability.\n"
        "Expected that experts depend on a vacancy no more than managers do.\n"
        f"Write `basis: capability` for {level.id}, or say in a waiver what limits the number of posts.",
        level.at("promotion", "basis"),
        case.subject(level=level),
        related=(Related(peer.at("promotion", "basis"), "rises by capability"),),
    )


RULE = rule(__name__, check, severity=Severity.NOTE)
