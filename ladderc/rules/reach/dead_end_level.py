"""Every level below the managers' highest leads on to a higher grade, or is meant as a place to stay.

Why
---
A level with nothing above it tells its best people to leave.
Often nobody meant it so: the track was written as far as somebody needed it that year.
Where staying is meant, saying so is enough, and honest.

Source
------
J: "see a future".
A way on is a step to a higher grade, or steps at one grade that end in such a step; a step down is none.
In a family without managers the highest grade of its own tracks is what a way should lead towards.
Where the grades were paired by an import, all such levels are one note.

Bad
---
    # without tracks/people-leadership.yaml
    # tracks/specialist.yaml without S4 -> people-leadership/M4
    id: specialist
    # tracks/project-leadership.yaml without P6 and P7
    levels:
      - id: P5  # <- here
        grade: G5
    moves:
      - {from: P4, to: specialist/S4, kind: lateral, pay: protected}

Good
----
    # without tracks/people-leadership.yaml
    # tracks/specialist.yaml without S4 -> people-leadership/M4
    id: specialist
    # tracks/project-leadership.yaml without P6 and P7
    levels:
      - id: P5
        grade: G5
    moves:
      - {from: P5, to: specialist/S5, kind: lateral, pay: protected}

When to waive
-------------
When the level above is being written and the date is known; where one may stay for good, write `career_level: true`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import in_words, proof
from ladderc.rules.phrases import grade_name, level_name, listed, track_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that leads nowhere, or one for the family."""
    facts = case.facts
    tracks = tracks_judged_here(case)
    if not tracks:
        yield judged_elsewhere(case) or case.not_judged("a level in the family")
        return
    if facts.lacks_moves():
        yield case.not_judged("a move between two tracks (`no-moves-declared`)")
        return
    highest = _highest(case)
    top = facts.rank_of(highest)
    below = [level for track in tracks for level in track.levels if facts.rank_of(level) < top]
    ends = [level for level in below if not level.career_level and not _rises(case, level)]
    dead = _dead(case, ends) if ends else []
    if dead and case.framework.spine_assumed:
        yield _guessed(case, dead, highest)
        return
    yield from [_fails(case, level, highest) for level in dead] or [_holds(case, below, ends)]


def _holds(case: Case, below: list[Level], ends: list[Level]) -> Verdict:
    """How many lead on, and how many are careers of their own; drawn is how those go on that rise only sideways."""
    stay = sum(level.career_level for level in below)
    figures = [Figure("levels with a way on", len(below) - stay, "levels")]
    if stay:
        figures.append(Figure("levels where one may stay", stay, "levels"))
    rank, ladder = case.facts.rank_of, case.facts.ways.ladder
    proofs = []
    for level in ends:
        ahead = case.facts.ways.reachable([level.key])
        higher = {key for key in ahead if rank(case.framework.levels[key]) > rank(level)}
        way = case.facts.ways.shortest_path([level.key], higher)
        if way:
            words = f"{level_name(level)} has its way on over another track"
            passed = {step.target for step in way} & ladder
            proofs.append(proof(words, way, marked=passed, mark="manages people" if passed else ""))
    return case.holds(figures=tuple(figures), proofs=tuple(proofs))


def _highest(case: Case) -> Level:
    """The level that sets what is below: the managers' highest that is not executive, else the family's."""
    facts = case.facts
    ordinary = [level for level in facts.management_levels() if level.grade not in facts.executive]
    own = [track.levels[-1] for track in facts.own_tracks()]
    return max(ordinary or own, key=facts.rank_of)


def _steps(case: Case, level: Level) -> Sequence[Step]:
    return case.facts.ways.leaving.get(level.key, ())


def _rises(case: Case, level: Level) -> bool:
    rank, levels = case.facts.rank, case.framework.levels
    return any(rank[levels[step.target].grade] > rank[level.grade] for step in _steps(case, level))


def _dead(case: Case, ends: list[Level]) -> list[Level]:
    """Those of ``ends`` from which no steps at their own grade lead to a level that rises."""
    levels = case.framework.levels
    around = {level.key: level for level in ends}
    queue = deque(ends)
    while queue:
        here = queue.popleft()
        for step in _steps(case, here):
            there = levels[step.target]
            if there.grade == here.grade and there.key not in around:
                around[there.key] = there
                queue.append(there)
    rising = {key for key, level in around.items() if _rises(case, level)}
    waiting = deque(rising)
    while waiting:
        key = waiting.popleft()
        for step in case.facts.ways.entering.get(key, ()):
            if step.source in around and step.source not in rising and levels[step.source].grade == levels[key].grade:
                rising.add(step.source)
                waiting.append(step.source)
    return [level for level in ends if level.key not in rising]


def _fails(case: Case, level: Level, highest: Level) -> Verdict:
    facts, levels = case.facts, case.framework.levels
    steps = _steps(case, level)
    along = [levels[step.target] for step in steps if levels[step.target].grade == level.grade]
    if along:
        ways = "; ".join(in_words((step,), levels) for step in steps if levels[step.target] in along)
        ends = f"It leads only to {listed(level_name(one) for one in along)}, where the way ends too: {ways}."
    else:
        ends = "No step leads on from there." if not steps else "Its only steps lead down."
    message = "\n".join(
        (
            f"{level_name(level)} ({_track(case, level)}) stands at {grade_name(level.grade)} with no way on to a higher grade; "
            f"{level_name(highest)} stands at {grade_name(highest.grade)}.",
            ends,
            f"Add a level above it or a move from {level.id}, "
            "or write `career_level: true` there if one may stay for good.",
        )
    )
    managing = any(track.id == level.track for track in facts.management)
    return case.fails(
        message,
        level.place,
        *subjects_of(case.framework.tracks[level.track], [level]),
        figures=(
            Figure("grade at the end", level.grade, "grade", "M" if managing else "A"),
            Figure("highest grade", highest.grade, "grade", "limit"),
        ),
        related=tuple(Related(one.place, "leads no further") for one in along),
        proofs=_proofs(case, level, along),
        topic="top" if _is_top(case, level) else "",
    )


def _proofs(case: Case, level: Level, along: list[Level]) -> tuple[Proof, ...]:
    """The way to the level, which ends there, and its steps sideways, which end too."""
    ways = case.facts.ways
    sideways = [step for step in _steps(case, level) if any(step.target == one.key for one in along)]
    there = proof(
        "The way there", ways.way_to(level.key), start=level.key, marked=[level.key], mark="the way ends here"
    )
    ended = "the way ends here too"
    return (there, *(proof("What leads on", (one,), marked=[one.target], mark=ended) for one in sideways))


def _is_top(case: Case, level: Level) -> bool:
    """Whether the level is the highest that is reached off the management tracks, of which `ceiling-parity` speaks."""
    best = max((case.facts.rank_of(track.levels[-1]) for track in case.facts.others), default=-1)
    return case.facts.rank_of(level) == best and any(track.id == level.track for track in case.facts.others)


def _guessed(case: Case, dead: list[Level], highest: Level) -> Verdict:
    names = listed(f"{level.key} at {grade_name(level.grade)}" for level in dead)
    return case.fails(
        f"If the guessed order of grades is right, no way leads on from {names}, all below {grade_name(highest.grade)} "
        f"({level_name(highest)}).\n"
        "Check the grades, then write `spine: declared` in framework.yaml.",
        case.framework.at("spine"),
        *(case.subject(level=level) for level in sorted(dead, key=lambda level: level.key)),
        severity=Severity.NOTE,
        topic="guessed top" if all(_is_top(case, level) for level in dead) else "guessed",
        discriminator="guessed",
    )


def _track(case: Case, level: Level) -> str:
    return track_name(case.framework.tracks[level.track])


RULE = rule(__name__, check, severity=Severity.WARNING)
