"""Whoever tries management can come back at the same grade, with their pay protected.

Why
---
A door that opens one way makes every expert think twice, and makes every unhappy manager stay.
People try a team with a lighter heart if they know that they may return without a loss.
The firm keeps an expert whom it would otherwise lose twice: first to a job that does not suit them, then to another firm.

Source
------
J: the forced choice between managing and standing still.

Bad
---
    # tracks/people-leadership.yaml without M4 -> specialist/S4
    id: people-leadership
    # tracks/specialist.yaml
    moves:
      - from: S4  # <- here
        to: people-leadership/M4
        kind: lateral
        pay: protected

Good
----
    # tracks/people-leadership.yaml
    id: people-leadership
    moves:
      - {from: M4, to: specialist/S4, kind: return, pay: protected}
    # tracks/specialist.yaml
    moves:
      - from: S4
        to: people-leadership/M4
        kind: lateral
        pay: protected

When to waive
-------------
When a return needs a licence that lapses, and people are told so before they move.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.model.track import Move
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import proof
from ladderc.rules.phrases import grade_name, level_name, listed, track_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a managers' level that moves lead to and none leads back from, or one for the family."""
    facts = case.facts
    if not facts.management:
        yield case.not_judged("a managers' track to come back from")
        return
    if not facts.declares_move():
        yield case.not_judged("a move between two tracks (`no-moves-declared`)")
        return
    arrivals = _arrivals(case)
    failing = [verdict for arrival, moves in arrivals if (verdict := _arrival(case, arrival, moves))]
    yield from failing or [_holds(case, arrivals)]


def _holds(case: Case, arrivals: list[tuple[Level, list[Move]]]) -> Verdict:
    """Each way into management with a way back that keeps pay."""
    proofs = []
    for arrival, moves in arrivals:
        steps = case.facts.ways.leaving.get(arrival.key, ())
        backs = [
            step for step in steps if _leads_back(case, arrival, step) and step.move and step.move.pay == "protected"
        ]
        came_from = [case.framework.levels[move.source].track for move in moves]
        back = min(backs, key=lambda step: case.framework.levels[step.target].track not in came_from)
        there = _into(case, arrival, case.framework.levels[back.target].track)
        proofs.append(proof(f"Into {level_name(arrival)} and back, with pay protected", (there, back)))
    return case.holds(figures=(Figure("ways into management", len(arrivals), "levels"),), proofs=tuple(proofs))


def _into(case: Case, arrival: Level, track: str) -> Step:
    """A move into the level from off management: from this track where there is one."""
    here, levels = case.once(_off_management), case.framework.levels
    moves = [one for one in case.facts.ways.entering.get(arrival.key, ()) if one.move and one.source in here]
    return min(moves, key=lambda one: levels[one.source].track != track)


def _arrivals(case: Case) -> list[tuple[Level, list[Move]]]:
    """Every managers' level that moves from other tracks lead to, with those moves."""
    here = case.once(_off_management)
    found = []
    for level in case.facts.management_levels():
        steps = case.facts.ways.entering.get(level.key, ())
        moves = [step.move for step in steps if step.move and step.source in here]
        if moves:
            found.append((level, moves))
    return found


def _off_management(case: Case) -> frozenset[str]:
    facts = case.facts
    return frozenset(level.key for track in (*facts.others, *facts.stem) for level in track.levels)


def _arrival(case: Case, arrival: Level, moves: list[Move]) -> Verdict | None:
    back = [step for step in case.facts.ways.leaving.get(arrival.key, ()) if _leads_back(case, arrival, step)]
    if not back:
        return _absent(case, arrival, moves)
    if any(step.move and step.move.pay == "protected" for step in back):
        return None
    return _unprotected(case, arrival, back)


def _leads_back(case: Case, arrival: Level, step: Step) -> bool:
    """Whether a declared move leaves management at the grade at which it was entered."""
    if step.move is None or step.target not in case.once(_off_management):
        return False
    return case.framework.levels[step.target].grade == arrival.grade


def _absent(case: Case, arrival: Level, moves: list[Move]) -> Verdict:
    levels = case.framework.levels
    sources = listed(level_name(levels[move.source]) for move in moves)
    lower = [
        step.target
        for step in case.facts.ways.leaving.get(arrival.key, ())
        if step.target in case.once(_off_management)
    ]
    only = f"\nThe only way back from there leads to another grade ({listed(lower)})." if lower else ""
    target = _home(case, arrival, moves)
    track = case.framework.tracks[arrival.track]
    mend = (
        f"Write under `moves` of {track_name(track)}: "
        f"`{{from: {arrival.id}, to: {target.key}, kind: return, pay: protected}}`."
        if target
        else f"Add a level off the management ladder at {grade_name(arrival.grade)}, and a move to it from {arrival.id}."
    )
    return case.fails(
        f"{sources} can move to {level_name(arrival)} ({grade_name(arrival.grade)}), and no move leads back at {grade_name(arrival.grade)}.{only}\n{mend}",
        moves[0].place,
        case.subject(level=arrival),
        related=(
            *(Related(move.place, f"leads to {arrival.id} too") for move in moves[1:]),
            Related(arrival.place, "no move leads back from here"),
        ),
        figures=(Figure("ways in", len(moves), "moves", "A"), Figure("ways back", 0, "moves", "M")),
        severity=Severity.WARNING,
        topic="absent raised",
        proofs=(
            proof(
                "The way into management",
                (_into(case, arrival, case.framework.levels[moves[0].source].track),),
                marked=[arrival.key],
                mark=f"no move leads back at {grade_name(arrival.grade)}",
            ),
        ),
    )


def _home(case: Case, arrival: Level, moves: list[Move]) -> Level | None:
    """Where the way back should lead: the track that people came from, else another at that grade."""
    came_from = [case.framework.levels[move.source].track for move in moves]
    candidates = [
        level
        for track in (*case.facts.others, *case.facts.stem)
        for level in track.levels
        if level.grade == arrival.grade
    ]
    return min(candidates, key=lambda level: level.track not in came_from, default=None)


def _unprotected(case: Case, arrival: Level, back: list[Step]) -> Verdict:
    written = [step.move for step in back if step.move]
    move = written[0]
    target = case.framework.levels[move.target]
    unsaid = all(one.pay is None for one in written)
    what = "does not say what happens to pay" if unsaid else f"does not protect pay: it says `pay: {move.pay}`"
    place = move.place if move.pay is None else move.place._replace(route=(*move.place.route, "pay"))
    return case.fails(
        f"The way back from {level_name(arrival)} to {level_name(target)} {what}.\n"
        "Expected that nobody loses pay by coming back.\nWrite `pay: protected` in that move.",
        place,
        case.subject(level=arrival),
        related=(Related(arrival.place, "the level that people come back from"),),
        severity=Severity.WARNING if unsaid else Severity.ERROR,
        topic="unsaid" if unsaid else "reduced",
        proofs=(
            proof(
                "Into management and back",
                (_into(case, arrival, target.track), back[0]),
                marked=[target.key],
                mark="pay is not said to be protected" if unsaid else "pay is not protected",
            ),
        ),
    )


RULE = rule(__name__, check, severity=Severity.ERROR)
