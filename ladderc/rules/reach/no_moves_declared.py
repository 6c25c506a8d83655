"""A family with several tracks says how people cross between them.

Why
---
Two ladders side by side are two cages if nobody wrote a way across.
People cannot see whether they may try management and come back, or leave it without a loss.
Until the ways are written, the checks that follow them have nothing to follow.

Source
------
J: "one path forward, not the only one".

Bad
---
    # tracks/specialist.yaml without moves
    id: specialist
    # tracks/project-leadership.yaml without moves
    id: project-leadership  # <- here
    # tracks/people-leadership.yaml without moves
    id: people-leadership

Good
----
    # tracks/specialist.yaml
    id: specialist
    moves:
      - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    id: people-leadership
    moves:
      - {from: M4, to: specialist/S4, kind: return, pay: protected}

When to waive
-------------
When the tracks need different licences and nobody can cross, as between nurses and accountants.
They are then better off as two families.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.facts import FamilyFacts
from ladderc.rules.paths import NEEDING_MOVES
from ladderc.rules.phrases import coded, counted, family_name, track_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    facts = case.facts
    tracks = (*facts.others, *facts.management)
    if len(tracks) < 2 or not facts.others:
        yield case.not_judged("a second track, beside the common one, to move to")
    elif facts.declares_move():
        yield case.holds()
    else:
        message = "\n".join(
            (
                f"{family_name(facts.family)} has {counted(len(tracks), 'track')} and no way written between them, "
                f"so {counted(len(NEEDING_MOVES), 'check')} {'were' if len(NEEDING_MOVES) > 1 else 'was'} not judged "
                f"({coded(NEEDING_MOVES)}).",
                *_what_to_type(facts),
            )
        )
        yield case.fails(message, _first(facts).place, figures=(Figure("tracks", len(tracks), "tracks"),))


def _what_to_type(facts: FamilyFacts) -> Iterator[str]:
    pair = _pair(facts)
    if pair is None:
        yield "No two of them share a grade: write the way across as `kind: promotion`, to the next grade up."
        return
    here, there = pair
    names = {track.id: track_name(track) for track in (*facts.others, *facts.management)}
    yield f"Write at least under `moves` of {names[here.track]}: {_move(here, there, 'lateral')}"
    yield f"And its return under `moves` of {names[there.track]}: {_move(there, here, 'return')}"


def _move(source: Level, target: Level, kind: str) -> str:
    return f"`{{from: {source.id}, to: {target.key}, kind: {kind}, pay: protected}}`"


def _pair(facts: FamilyFacts) -> tuple[Level, Level] | None:
    """The lowest two levels at one grade: one of management and one beside it, or else two beside it."""
    for tracks in (facts.management, facts.others):
        for here in sorted(facts.other_levels(), key=facts.rank_of):
            for track in tracks:
                there = facts.level_at(track, here.grade)
                if there is not None and there.track != here.track:
                    return here, there
    return None


def _first(facts: FamilyFacts) -> Track:
    """The track that should have held the first move."""
    pair = _pair(facts)
    return next((track for track in facts.others if pair and track.id == pair[0].track), facts.others[0])


RULE = rule(__name__, check, severity=Severity.WARNING)
