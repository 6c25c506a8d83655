"""From every level a way leads as high as the experts' grades go, and none of its steps manages people.

Why
---
A grade on a chart is no use to someone who cannot get there.
If every way up runs through a manager's job, the expert grades above it are for former managers only.
The finding names the levels that stand in every way.

Source
------
J: "a design problem — and it's entirely solvable".

Bad
---
    # tracks/specialist.yaml without S6 and S7
    levels:
      - id: S5  # <- here
        title: Staff Specialist
    moves:
      - {from: S5, to: people-leadership/M5, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    moves:
      - {from: M5, to: specialist/S5, kind: return, pay: protected}
      - {from: M6, to: project-leadership/P6, kind: return, pay: protected}

Good
----
    # tracks/specialist.yaml without S6 and S7
    levels:
      - id: S5
        title: Staff Specialist
    moves:
      - {from: S5, to: people-leadership/M5, kind: lateral, pay: protected}
      - {from: S5, to: project-leadership/P5, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    moves:
      - {from: M5, to: specialist/S5, kind: return, pay: protected}
      - {from: M6, to: project-leadership/P6, kind: return, pay: protected}

When to waive
-------------
When a licence or a law asks for a manager's post on the way, as for some medical chiefs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.facts import FamilyFacts
from ladderc.rules.paths import proof
from ladderc.rules.phrases import grade_name, level_name, listed, span_of, track_name
from ladderc.span import Place


class _Reach(NamedTuple):
    """What the family's levels should reach (``goals``), off the management ladder (``ladder`` is what to avoid)."""

    target: int
    goals: frozenset[str]
    ladder: frozenset[str]
    arriving: frozenset[str]


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track that cannot reach the top without managing, or one for the family."""
    facts = case.facts
    if facts.apex is None or facts.fork is None or not facts.others:
        yield case.not_judged("a managers' track and another one to compare their reach")
        return
    if len(facts.others) + len(facts.management) > 1 and not facts.declares_move():
        yield case.not_judged("a move between two tracks (`no-moves-declared`)")
        return
    reach = _reach(case, facts.fork, facts.apex)
    stuck = {
        track.id: levels
        for track in (*facts.others, *facts.stem)
        if (levels := _stuck(track, reach)) and not _behind_another(facts, track, reach)
    }
    tracks = [track for track in (*facts.others, *facts.stem) if track.id in stuck]
    yield from [_fails(case, track, stuck[track.id], reach) for track in tracks] or [_holds(case, reach)]


def _reach(case: Case, fork: int, apex: int) -> _Reach:
    facts = case.facts
    top = max(facts.rank_of(level) for level in facts.other_levels())
    target = max(fork, min(apex, top))
    ladder = facts.ways.ladder
    goals = frozenset(level.key for level in facts.other_levels() if facts.rank_of(level) >= target)
    return _Reach(target, goals, ladder, facts.ways.leading_to(goals - ladder, avoid=ladder))


def _stuck(track: Track, reach: _Reach) -> list[Level]:
    """The track's levels off the management ladder from which no such way leads to the goal."""
    return [level for level in track.levels if level.key not in reach.ladder and level.key not in reach.arriving]


def _behind_another(facts: FamilyFacts, track: Track, reach: _Reach) -> bool:
    """Whether a common track is stuck only because the tracks that it leads into are: told there, once."""
    if track.kind != "common":
        return False
    ahead = facts.ways.reachable([track.levels[-1].key], avoid=reach.ladder)
    return any(level.key in ahead for level in facts.other_levels() if level.key not in reach.arriving)


def _holds(case: Case, reach: _Reach) -> Verdict:
    facts = case.facts
    top = max(facts.rank_of(level) for level in facts.other_levels() if level.key in reach.goals)
    assert facts.apex is not None, "a family without managers is not judged"
    first = [level.key for level in facts.other_levels()][:1]
    starts = [key for key in facts.entries if key not in reach.ladder] or first
    way = facts.ways.shortest_path(starts, reach.goals, avoid=reach.ladder)
    goal = grade_name(case.framework.grades[min(top, facts.apex)].id)
    proofs = (proof(f"A way to {goal} without managing people", way, start=starts[0]),) if way is not None else ()
    return case.holds(figures=_figures(case, min(top, facts.apex)), proofs=proofs)


def _figures(case: Case, rank: int) -> tuple[Figure, ...]:
    assert case.facts.apex is not None, "a family without managers is not judged"
    return (
        Figure("highest grade within reach", case.framework.grades[rank].id, "grade", "A"),
        Figure("highest grade within reach", case.framework.grades[case.facts.apex].id, "grade", "M"),
    )


def _fails(case: Case, track: Track, stuck: list[Level], reach: _Reach) -> Verdict:
    facts, levels = case.facts, case.framework.levels
    last = stuck[-1]
    ahead = facts.ways.reachable([last.key], avoid=reach.ladder)
    reached = max(
        (facts.rank_of(levels[key]) for key in ahead if key in facts.level_keys()), default=facts.rank_of(last)
    )
    path = facts.ways.shortest_path([last.key], reach.goals)
    every = [key for key in _cut(facts, last.key, reach) if key in reach.ladder]
    on_path = [step.target for step in path or () if step.target in reach.ladder]
    cut = [levels[key] for key in every or on_path]
    goal = grade_name(case.framework.grades[reach.target].id)
    lines = [
        f"{track_name(track)}: from {span_of(stuck)} no way leads to {goal} without managing people; "
        f"without it the way ends at {grade_name(case.framework.grades[reached].id)}."
    ]
    if path is None:
        lines.append(f"No step of any kind leads on from {level_name(last)}.")
    else:
        way = "Every way" if every else "The shortest way"
        managing = listed(f"{level_name(level)} ({track_name(case.framework.tracks[level.track])})" for level in cut)
        lines.append(f"{way} passes {managing}, where one manages people.")
    lines.append(_mend(track, last, cut, goal))
    return case.fails(
        "\n".join(lines),
        _place(cut, track, last),
        case.subject(track=track),
        figures=(*_figures(case, reached), Figure("levels stuck", len(stuck), "levels", "A")),
        related=tuple(Related(level.place, "manages people, and stands in the way") for level in cut),
        proofs=(_proof(case, last, path, cut, goal),),
    )


def _proof(case: Case, last: Level, path: tuple[Step, ...] | None, cut: list[Level], goal: str) -> Proof:
    """The way that passes managers, or where there is none the way to the level that leads nowhere."""
    if path is None:
        to = case.facts.ways.way_to(last.key)
        return proof("The way there", to, start=last.key, marked=[last.key], mark="no step leads on")
    marked = [level.key for level in cut]
    return proof(f"The shortest way on to {goal}", path, start=last.key, marked=marked, mark="manages people")


def _cut(facts: FamilyFacts, start: str, reach: _Reach) -> tuple[str, ...]:
    """The levels that every way to the goal passes; the goal itself where only one level is it."""
    between = facts.ways.cut_levels([start], reach.goals)
    return (*between, *reach.goals) if len(reach.goals) == 1 else between


def _mend(track: Track, last: Level, cut: list[Level], goal: str) -> str:
    own = [level for level in cut if level.track == track.id]
    if own:
        return f"Take `reports` away from {listed(level.id for level in own)}, or add a way past it."
    return (
        f"Add a level above {last.id} to {track_name(track)}, or a move from {last.id} to a track that reaches {goal}."
    )


def _place(cut: list[Level], track: Track, last: Level) -> Place:
    """The reports that bar the way where the track's own level holds them, else the level that leads nowhere."""
    own = [level for level in cut if level.track == track.id and level.reports is not None]
    return own[0].at("reports") if own else last.place


RULE = rule(__name__, check, severity=Severity.ERROR)
