"""Every level can be reached from a level where people start.

Why
---
A level that no step leads to is filled by exception or from outside, and people inside cannot aim for it.
The chart shows it, so everyone believes that it is open.
It is usually a branch or a move that somebody forgot to write.

Source
------
Every reading of a career as steps; J: "clearly defined".
People start at the first level of a common track, of every track where a family has none, and where `entry: true` says so.
Levels that lie behind another unreachable one are named there; of those that lead only to each other, the lowest.

Bad
---
    # tracks/stem.yaml
    branches: [specialist/S4, people-leadership/M4]
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    moves:
      - {from: S5, to: project-leadership/P5, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    levels:
      - id: P4  # <- here
        grade: G4

Good
----
    # tracks/stem.yaml
    branches: [specialist/S4, people-leadership/M4, project-leadership/P4]
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    moves:
      - {from: S5, to: project-leadership/P5, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    levels:
      - id: P4
        grade: G4

When to waive
-------------
When the level is being closed and those who hold it may stay.
Where people are hired straight into it, write `entry: true` instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import proof
from ladderc.rules.phrases import counted, level_name, listed, track_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that no way leads to, with those behind it, or one for the family."""
    facts = case.facts
    levels = [level for track in tracks_judged_here(case) for level in track.levels]
    if not levels:
        yield judged_elsewhere(case) or case.not_judged("a level in the family")
        return
    barred = {level.key: level for level in levels if level.key not in facts.ways.reached}
    yield from [_fails(case, group) for group in (_groups(case, barred) if barred else ())] or [
        case.holds(figures=(Figure("levels within reach", len(levels), "levels"),), proofs=_farthest(case, levels))
    ]


def _farthest(case: Case, levels: list[Level]) -> tuple[Proof]:
    """The way to the level that is farthest from where people start."""
    ways = {level.key: case.facts.ways.way_to(level.key) for level in levels}
    key = max(ways, key=lambda key: len(ways[key]))
    steps = counted(len(ways[key]), "step")
    return (proof(f"The farthest level from where people start, {steps} on", ways[key], start=key),)


class _Group(NamedTuple):
    """Levels that no other barred level leads to, of a ring the lowest ones (``first``), and those behind them."""

    first: list[Level]
    behind: list[Level]


def _groups(case: Case, barred: dict[str, Level]) -> list[_Group]:
    ways = case.facts.ways
    told = set(ways.reached)
    groups = []
    for key in sorted(barred, key=lambda key: (bool(ways.entering.get(key)), case.facts.rank_of(barred[key]), key)):
        if key in told:
            continue
        ring = [one for one in _first_ring(case, key) if one in barred] or [key]
        behind = ways.reachable(ring, avoid=told)
        lowest = min(case.facts.rank_of(case.framework.levels[one]) for one in ring)
        first = [one for one in sorted(ring) if case.facts.rank_of(case.framework.levels[one]) == lowest]
        others = [level for one, level in barred.items() if one in behind and one not in first]
        groups.append(_Group([case.framework.levels[one] for one in first], others))
        told |= behind
    return groups


def _first_ring(case: Case, key: str) -> frozenset[str]:
    """The levels that lead to each other and that no other barred level leads to, from which ``key`` is reached."""
    ways = case.facts.ways
    while True:
        before = ways.leading_to([key], avoid=ways.reached)
        outside = before - ways.reachable([key], avoid=ways.reached)
        if not outside:
            return before
        key = min(outside)


def _fails(case: Case, group: _Group) -> Verdict:
    framework, ways = case.framework, case.facts.ways
    first, behind = group.first[0], [*group.first[1:], *group.behind]
    also = f", and {listed(level_name(level) for level in behind)} behind it," if behind else ""
    before = [framework.levels[step.source] for step in ways.entering.get(first.key, ())]
    led = (
        f"What leads there cannot be reached either: {listed(level_name(level) for level in before)}."
        if before
        else "No step leads there."
    )
    starts = [framework.levels[key] for key in ways.entries if _same_family(case, key)]
    stems = [track for track in case.facts.stem if track.branches is not None]
    message = "\n".join(
        (
            f"{level_name(first)} ({track_name(framework.tracks[first.track])}){also} cannot be reached from where "
            f"people start ({listed(level_name(level) for level in starts)}).",
            led,
            f"Add a branch or a move to {first.key}, or write `entry: true` there if people are hired into it.",
        )
    )
    return case.fails(
        message,
        first.place,
        *(one for level in group.first for one in subjects_of(framework.tracks[level.track], [level])),
        figures=(Figure("levels out of reach", len(behind) + 1, "levels"),),
        related=tuple(Related(track.at("branches"), "what the common track leads into") for track in stems),
        proofs=(_barred(case, group, before),),
    )


def _barred(case: Case, group: _Group, before: list[Level]) -> Proof:
    """The longest of the ways to those behind the first: all that leads on from there."""
    first, ways = group.first[0].key, case.facts.ways
    behind = [ways.shortest_path([first], {level.key}, avoid=ways.reached) or () for level in group.behind]
    farthest: tuple[Step, ...] = max(behind, key=len, default=())
    mark = "only levels out of reach lead here" if before else "no step leads here"
    return proof("What nobody comes to", farthest, start=first, marked=[first], mark=mark)


def _same_family(case: Case, key: str) -> bool:
    return case.facts.family.id in case.framework.tracks[case.framework.levels[key].track].families


RULE = rule(__name__, check, severity=Severity.WARNING)
