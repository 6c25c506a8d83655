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
Levels that lie behind another unreachable one are named there.

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

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name, listed, track_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that no way leads to, with those behind it, or one for the family."""
    facts = case.facts
    levels = [level for track in tracks_judged_here(case) for level in track.levels]
    if not levels:
        yield judged_elsewhere(case) or case.not_judged("a level in the family")
        return
    barred = {level.key: level for level in levels if level.key not in facts.ways.reached}
    yield from [_fails(case, first, behind) for first, behind in _groups(case, barred)] or [
        case.holds(figures=(Figure("levels within reach", len(levels), "levels"),))
    ]


def _groups(case: Case, barred: dict[str, Level]) -> list[tuple[Level, list[Level]]]:
    """The barred levels that no other leads to, each with those behind it; of a ring, its lowest level."""
    ways = case.facts.ways
    by_grade = sorted(
        barred.values(), key=lambda level: (bool(ways.entering.get(level.key)), case.facts.rank_of(level))
    )
    told = set(ways.reached)
    groups = []
    for first in by_grade:
        if first.key in told:
            continue
        behind = ways.reachable([first.key], avoid=told)
        groups.append((first, [level for key, level in barred.items() if key in behind and level is not first]))
        told |= behind
    return groups


def _fails(case: Case, first: Level, behind: list[Level]) -> Verdict:
    framework, ways = case.framework, case.facts.ways
    also = f", and {listed(level_name(level) for level in behind)} behind it," if behind else ""
    before = [framework.levels[step.source] for step in ways.entering.get(first.key, ())]
    led = (
        f"Only {listed(level_name(level) for level in before)} leads there, which cannot be reached either."
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
        *subjects_of(framework.tracks[first.track], [first]),
        figures=(Figure("levels out of reach", len(behind) + 1, "levels"),),
        related=tuple(Related(track.at("branches"), "what the common track leads into") for track in stems),
    )


def _same_family(case: Case, key: str) -> bool:
    return case.facts.family.id in case.framework.tracks[case.framework.levels[key].track].families


RULE = rule(__name__, check, severity=Severity.WARNING)
