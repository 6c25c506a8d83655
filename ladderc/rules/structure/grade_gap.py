"""A track skips no grade that another track of its family uses between its first and last.

Why
---
Where one track climbs in small steps and another must jump, people on the second wait longer for less.
They cannot see the next rung, and their manager has nothing to name when they ask for it.

Source
------
J: "see a future".

Bad
---
    # tracks/specialist.yaml without S5
    levels:
      - id: S6  # <- here
        title: Principal Specialist

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        title: Staff Specialist
      - id: S6
        title: Principal Specialist

When to waive
-------------
When the jump is meant and the waiting time is made up for, say by a wider band.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import counted, family_name, grade_name, level_name, listed, track_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that jumps, or one for the family."""
    assert case.family is not None, "the rule judges families"
    tracks = case.facts.tracks
    if len(tracks) < 2:
        yield case.not_judged("a second track in the family to compare grades with")
        return
    first: dict[str, Level] = {}
    for track in tracks:
        for level in track.levels:
            first.setdefault(level.grade, level)
    jumps = [
        case.fails(
            _message(case, track, below, level, skipped),
            level.at("grade"),
            case.subject(level=level),
            figures=(Figure("grades skipped", len(skipped), "grades"),),
            related=tuple(Related(peer.place, f"{grade_name(peer.grade)} is used here") for peer in skipped),
            topic="managers" if track in case.facts.management else "",
        )
        for track in tracks
        for below, level in zip(track.levels, track.levels[1:], strict=False)
        if (skipped := _between(case, first, below, level))
    ]
    yield from _folded(case, jumps) or [case.holds()]


def _folded(case: Case, jumps: list[Verdict]) -> list[Verdict]:
    """Where the order of the grades is a guess, a jump may be our own doing: one note instead of many."""
    if not jumps or not case.framework.spine_assumed:
        return jumps
    subjects = [jump.subjects[0] for jump in jumps]
    tracks = listed(dict.fromkeys(track_name(case.framework.tracks[subject.track or ""]) for subject in subjects))
    message = (
        f"If the guessed order of grades is right, {counted(len(jumps), 'step')} of {tracks} may skip a grade "
        f"that another track of {family_name(case.facts.family)} uses.\n"
        "Check the order of `grades`, then write `spine: declared` in framework.yaml."
    )
    place = case.framework.at("spine")
    return [case.fails(message, place, *subjects, severity=Severity.NOTE, topic="guessed", discriminator="guessed")]


def _between(case: Case, first: Mapping[str, Level], below: Level, level: Level) -> list[Level]:
    """For each grade between two rungs that some track of the family uses, the ``first`` level that stands there."""
    rank = case.facts.rank
    low, high = rank[below.grade], rank[level.grade]
    if high - low < 2:
        return []
    return sorted(
        (other for grade, other in first.items() if low < rank[grade] < high), key=lambda other: rank[other.grade]
    )


def _message(case: Case, track: Track, below: Level, level: Level, skipped: list[Level]) -> str:
    grades = listed(grade_name(peer.grade) for peer in skipped)
    used = listed(f"{level_name(peer)} at {grade_name(peer.grade)}" for peer in skipped)
    count = counted(len(skipped), "grade")
    return (
        f"{track_name(track)} jumps from {level_name(below)} ({grade_name(below.grade)}) to {level_name(level)} ({grade_name(level.grade)}) "
        f"and skips {count} that {family_name(case.facts.family)} uses in between: {used}.\n"
        f"Add a level at {grades} to {track_name(track)}."
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
