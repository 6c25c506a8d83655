"""A level has about as many metrics as the managers at its grade.

Why
---
Four figures for the manager and none for the expert mean that one of them can show what they achieved.
The other way round, the expert is measured and the manager trusted.
The rule counts metrics and does not weigh them: two good ones are worth more than six poor ones.

Source
------
J: "the same structure and visibility".
The numbers differ where the smaller is under two thirds of the larger.
That a difference of one does not count is our own choice.
Managers are compared with the middle of the levels that are compared with them.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        metrics:  # <- here
          - {name: Revenue from the new line, type: outcome, unit: share of revenue, direction: up, source: Ledger, cadence: yearly}
          - {name: Decisions that stood after a year, type: output, unit: share of decisions, direction: up, source: Design archive, cadence: yearly}
    # tracks/people-leadership.yaml
    levels:
      - id: M6
        metrics:
          - {name: Posts with a successor, type: outcome, unit: share of posts, direction: up, source: Personnel records, cadence: yearly}
          - {name: Line results against plan, type: output, unit: share of plan, direction: up, source: Ledger, cadence: yearly}
          - {name: Offers accepted, type: output, unit: share of offers, direction: up, source: Personnel records, cadence: yearly}
          - {name: Moves between teams, type: activity, unit: moves, direction: up, source: Personnel records, cadence: yearly}
    # tracks/project-leadership.yaml
    levels:
      - id: P6
        metrics:
          - {name: Seasons met by the line, type: outcome, unit: share of seasons, direction: up, source: Order book, cadence: yearly}
          - {name: Suppliers on the shared calendar, type: output, unit: share of suppliers, direction: up, source: Supplier records, cadence: yearly}
          - {name: Trials begun in time, type: activity, unit: share of trials, direction: up, source: Order book, cadence: yearly}

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        metrics:
          - {name: Revenue from the new line, type: outcome, unit: share of revenue, direction: up, source: Ledger, cadence: yearly}
          - {name: Decisions that stood after a year, type: output, unit: share of decisions, direction: up, source: Design archive, cadence: yearly}
    # tracks/people-leadership.yaml
    levels:
      - id: M6
        metrics:
          - {name: Posts with a successor, type: outcome, unit: share of posts, direction: up, source: Personnel records, cadence: yearly}
          - {name: Line results against plan, type: output, unit: share of plan, direction: up, source: Ledger, cadence: yearly}
          - {name: Offers accepted, type: output, unit: share of offers, direction: up, source: Personnel records, cadence: yearly}
    # tracks/project-leadership.yaml
    levels:
      - id: P6
        metrics:
          - {name: Seasons met by the line, type: outcome, unit: share of seasons, direction: up, source: Order book, cadence: yearly}
          - {name: Suppliers on the shared calendar, type: output, unit: share of suppliers, direction: up, source: Supplier records, cadence: yearly}
          - {name: Trials begun in time, type: activity, unit: share of trials, direction: up, source: Order book, cadence: yearly}

When to waive
-------------
When a law or a licence prescribes figures for one side only.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare, guessed_note, possible_note
from ladderc.rules.measures import any_metric, metrics_of
from ladderc.rules.phrases import counted, grade_name, level_name

SHARE = Fraction(2, 3)
"""The smaller number of metrics is at least this share of the larger."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that has far fewer metrics than its peers, or one for the family."""
    facts = case.facts
    levels = (*facts.other_levels(), *facts.management_levels())
    if not any_metric(levels):
        yield case.not_judged("`metrics` at any level that could be compared")
        return
    least = int(case.number("least_difference"))
    count = {level.key: len(metrics_of(level)) for level in levels}

    def gap(level: Level, peer: Level) -> int | None:
        own, theirs = count[level.key], count[peer.key]
        return theirs - own if theirs - own >= least and own < SHARE * theirs else None

    forward = [compare(facts, level, gap, lambda missing: missing) for level in facts.other_levels()]
    compared = [comparison for comparison in forward if comparison.outcome != "none"]
    if not compared:
        yield case.not_judged("a grade where a manager and somebody of another track both stand")
        return
    backward = [found for level in facts.management_levels() if (found := _reverse(case, level, count, least))]
    if case.framework.spine_assumed:
        note = guessed_note(case, (*compared, *backward), "have fewer metrics than those at the same grade")
        yield note or case.holds()
        return
    failing = [_fails(case, found, count, "A") for found in compared if found.outcome == "certain"]
    failing += [_fails(case, found, count, "M") for found in backward]
    possible = possible_note(case, compared, "have fewer metrics than the managers at the same grade")
    yield from (*failing, *([possible] if possible else ())) or [
        case.holds(figures=(Figure("levels compared", len(compared), "levels"),))
    ]


def _reverse(case: Case, level: Level, count: dict[str, int], least: int) -> Comparison[int] | None:
    """A manager's level that has far fewer metrics than the middle of its counterparts."""
    peers = case.facts.counterparts(level)
    if not peers:
        return None
    from statistics import median  # 2 ms, and many a firm has no metrics

    own, theirs = count[level.key], Fraction(median(Fraction(count[peer.key]) for peer in peers))
    if theirs - own < least or own >= SHARE * theirs:
        return None
    nearest = min(peers, key=lambda peer: (abs(count[peer.key] - theirs), peer.key))
    return Comparison(level, "certain", nearest, count[nearest.key] - own)


def _fails(case: Case, comparison: Comparison[int], count: dict[str, int], side: str) -> Verdict:
    level, peer = comparison.level, comparison.peer
    assert peer is not None, "only levels with a peer fall short"
    own, theirs = count[level.key], count[peer.key]
    message = "\n".join(
        (
            f"At {grade_name(level.grade)}, {level_name(level)} has {counted(own, 'metric')}, {level_name(peer)} {theirs}.",
            "Expected about as many: two thirds or more of the larger number.",
            f"Add metrics to {level.id}, or take out those of {peer.id} that nobody looks at.",
        )
    )
    return case.fails(
        message,
        level.at("metrics") if own else level.place,
        case.subject(level=level),
        figures=(
            Figure("metrics", own, "metrics", side),
            Figure("metrics", theirs, "metrics", "M" if side == "A" else "A"),
        ),
        related=(Related(peer.at("metrics"), f"has {counted(theirs, 'metric')}"),),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(Setting("least_difference", 2, "How many metrics the two numbers must differ by to count."),),
)
