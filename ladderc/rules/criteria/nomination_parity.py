"""Whoever may nominate a future manager may nominate a future expert at the same grade.

Why
---
Whoever holds the door decides who goes through.
If people may put themselves forward for management and must be discovered for expertise, those who like to be seen
become managers and those who like to work stay where they are.

Source
------
J: "choose how they grow".
Nominators are compared by kind: oneself, the manager, a colleague, a senior, a head, human resources; "anyone" is all of
them.
A text that the word lists do not know may mean any kind, so it excuses one that seems to be missing.

Bad
---
    # tracks/people-leadership.yaml
    levels:
      - id: M6
        promotion:
          nomination: [Yourself, Any colleague]
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion:
          nomination: [Any colleague]  # <- here
    # tracks/project-leadership.yaml
    levels:
      - id: P6
        promotion:
          nomination: [Yourself, Any colleague]

Good
----
    # tracks/people-leadership.yaml
    levels:
      - id: M6
        promotion:
          nomination: [Yourself, Any colleague]
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion:
          nomination: [Any colleague, Yourself]
    # tracks/project-leadership.yaml
    levels:
      - id: P6
        promotion:
          nomination: [Yourself, Any colleague]

When to waive
-------------
When a works agreement fixes who nominates for one side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.compare import Comparison, guessed_note
from ladderc.rules.phrases import grade_name, level_name, listed
from ladderc.rules.promotions import ANYONE, Nominators, nominators

Lack = tuple[tuple[str, ...], tuple[str, ...]]
"""Who may nominate for all of the managers at a grade, and who of them may not for the level."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level for which fewer may nominate, or one for the family."""
    facts = case.facts
    levels = (*facts.other_levels(), *facts.management_levels())
    named = {level.key: nominators(level, case.framework.locale) for level in levels if level.promotion}
    if not any(any(who) for who in named.values()):
        yield case.not_judged("`nomination` at any level that could be compared")
        return
    found = [_compared(case, level, named) for level in facts.other_levels() if level.key in named]
    judged = [one for one in found if one.outcome != "none"]
    if not judged:
        yield case.not_judged("a grade where a manager and somebody of another track both stand")
        return
    if case.framework.spine_assumed:
        yield (
            guessed_note(case, judged, "be nominated by fewer people than the managers at the same grade")
            or case.holds()
        )
        return
    failing = [_fails(case, one.level, one.gap) for one in judged if one.gap]
    yield from failing or [case.holds(figures=(Figure("levels compared", len(judged), "levels"),))]


def _compared(case: Case, level: Level, named: dict[str, Nominators]) -> Comparison[Lack]:
    """The level against all its references: what only one of several managers has proves nothing."""
    peers = [peer for peer in case.facts.references(level).levels if peer.key in named]
    if not peers:
        return Comparison(level, "none")
    shared = _shared([named[peer.key] for peer in peers])
    own = named[level.key]
    if ANYONE in own.kinds:
        return Comparison(level, "holds", peers[0])
    lacking = tuple(one for one in shared if one not in own.kinds and one not in own.others)
    unknown = sum(1 for one in own.others if one not in shared)
    short = len(lacking) > unknown
    return Comparison(level, "certain" if short else "holds", peers[0], (shared, lacking) if short else None)


def _shared(of_peers: Sequence[Nominators]) -> tuple[str, ...]:
    """Who may nominate for each of the managers, in a fixed order; "anyone" is everybody."""
    sets = [who.kinds | set(who.others) for who in of_peers if ANYONE not in who.kinds]
    if not sets:
        return (ANYONE,)
    return tuple(sorted(frozenset.intersection(*sets)))


def _fails(case: Case, level: Level, lack: Lack) -> Verdict:
    shared, lacking = lack
    peers = [peer for peer in case.facts.references(level).levels if peer.promotion]
    assert level.promotion is not None, "only levels with a promotion are compared"
    own = level.promotion
    grade = grade_name(level.grade)
    return case.fails(
        f"At {grade}, nominations for {listed(level_name(peer) for peer in peers)} may come from {listed(shared)}; "
        f"those for {level_name(level)} may not come from {listed(lacking, 'or')}.\n"
        "Expected that whoever may nominate a manager may nominate an expert.\n"
        f"Add {listed(lacking)} to `nomination` of {level.id}.",
        level.at("promotion", "nomination") if own.nomination else level.at("promotion"),
        case.subject(level=level),
        figures=(
            Figure("nominators", len(shared) - len(lacking), "kinds", "A"),
            Figure("nominators", len(shared), "kinds", "M"),
        ),
        related=tuple(
            Related(peer.at("promotion", "nomination"), f"nominations for {level_name(peer)}") for peer in peers
        ),
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
