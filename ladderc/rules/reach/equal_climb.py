"""Experts climb to the same height in about as many steps and months as managers.

Why
---
Two tracks may reach the same grade and still not be equal, if one gets there by a longer way.
An expert who needs two more promotions, or two more years, than the manager at the next desk will take the shorter way.

Source
------
J: "equally valued".
From each track's first level at or above the managers' lowest grade, up to the highest grade that both sides reach:
at most one step more than a manager who starts at the same grade, and at most a quarter more months.
Months are the `min_months` of the levels that the way is promoted into; sideways moves count as steps without months.
They are compared only where every such level on both ways says how many.
Where no manager stands at the grade that a track starts at, nothing is compared.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S7
        promotion:
          min_months: 48  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S7
        promotion:
          min_months: 36

When to waive
-------------
When a licence sets the time, as for a specialist doctor.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.climbs import Climb, Way, climbs_of, is_sideways, months_into
from ladderc.rules.compare import compare, guessed_note, possible_note
from ladderc.rules.paths import in_words, proof
from ladderc.rules.phrases import counted, grade_name, level_name, track_name

STEPS_MORE = 1
MONTHS_RATIO = Fraction(5, 4)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track that climbs by a longer way, or one for the family."""
    facts = case.facts
    if facts.fork is None or facts.apex is None or not facts.others:
        yield case.not_judged("a managers' track and another one to compare their climb")
        return
    fork = facts.fork
    firsts = (next((one for one in track.levels if facts.rank_of(one) >= fork), None) for track in facts.others)
    climb_of = climbs_of(case.framework, facts, facts.apex, lambda climb: not _is_longer(climb))
    longest: list[Climb] = []

    def longer(level: Level, peer: Level) -> Climb | None:
        climb = climb_of(level, peer)
        if climb is None:
            return None
        if not longest or _excess(climb) > _excess(longest[0]):
            longest[:] = [climb]
        return climb if _is_longer(climb) else None

    found = [compare(facts, level, longer, _excess) for level in firsts if level is not None]
    if not longest:
        yield case.not_judged("a grade where a track and managers start alike, with a higher one that both reach")
        return
    guessed = case.framework.spine_assumed
    certain = [one for one in found if one.outcome == "certain" and not guessed]
    failing = [_fails(case, one.level, one.peer, one.gap) for one in certain if one.peer and one.gap]
    note = (guessed_note if guessed else possible_note)(
        case, found, "have a longer way up than the managers who start beside it"
    )
    yield from [*failing, *([note] if note else [])] or [
        case.holds(figures=_figures(longest[0]), proofs=_proofs(case, longest[0]))
    ]


def _longer_by_steps(climb: Climb) -> bool:
    return climb.more_steps > STEPS_MORE


def _longer_by_months(climb: Climb) -> bool:
    ours, theirs = climb.ours.months, climb.theirs.months
    return ours is not None and theirs is not None and ours > theirs * MONTHS_RATIO


def _is_longer(climb: Climb) -> bool:
    return _longer_by_steps(climb) or _longer_by_months(climb)


def _excess(climb: Climb) -> tuple[int, int]:
    return climb.more_steps, (climb.ours.months or 0) - (climb.theirs.months or 0)


def _fails(case: Case, level: Level, peer: Level, climb: Climb) -> Verdict:
    by_steps = _longer_by_steps(climb)
    slowest = _slowest(case, climb)
    levels = case.framework.levels
    message = "\n".join(
        (
            f"From {level_name(level)} ({track_name(case.framework.tracks[level.track])}) it takes "
            f"{_length(climb.ours)} to {grade_name(climb.grade)}, from {level_name(peer)} {_length(climb.theirs)}.",
            f"Expected {_expected(climb)}.",
            f"The shortest way is {in_words(climb.ours.steps, levels)}; "
            f"the managers' is {in_words(climb.theirs.steps, levels)}.",
            "Add a promotion or a branch that spares a step."
            if by_steps
            else f"Lower `min_months` on the way, first of all into {slowest.id}.",
        )
    )
    return case.fails(
        message,
        level.place if by_steps else slowest.at("promotion", "min_months"),
        case.subject(level=level),
        figures=_figures(climb),
        related=(Related(peer.place, "where the managers' way begins"),),
        topic="steps" if by_steps else "months",
        proofs=_proofs(case, climb),
    )


def _proofs(case: Case, climb: Climb) -> tuple[Proof, Proof]:
    """Both ways, ours first."""
    track = case.framework.tracks[case.framework.levels[climb.ours.steps[0].source].track]
    return (
        proof(f"From {track_name(track)} to {grade_name(climb.grade)}, {_length(climb.ours)}", climb.ours.steps),
        proof(f"The managers' way to {grade_name(climb.grade)}, {_length(climb.theirs)}", climb.theirs.steps),
    )


def _length(way: Way) -> str:
    steps = counted(len(way.steps), "step")
    return steps if way.months is None else f"{steps} and {counted(way.months, 'month')}"


def _expected(climb: Climb) -> str:
    limits = []
    if _longer_by_steps(climb):
        limits.append(f"at most {counted(len(climb.theirs.steps) + STEPS_MORE, 'step')}")
    if _longer_by_months(climb) and climb.theirs.months is not None:
        limits.append(f"at most {counted(int(climb.theirs.months * MONTHS_RATIO), 'month')}")
    return " and ".join(limits)


def _slowest(case: Case, climb: Climb) -> Level:
    """The level on our way whose months exceed the managers' at that grade the most."""
    levels = case.framework.levels
    theirs = {levels[step.target].grade: months_into(case.framework, step) or 0 for step in climb.theirs.steps}
    slow = max(
        climb.ours.steps,
        key=lambda step: (
            not is_sideways(step),
            (months_into(case.framework, step) or 0) - theirs.get(levels[step.target].grade, 0),
        ),
    )
    return levels[slow.target]


def _figures(climb: Climb) -> tuple[Figure, ...]:
    steps = (
        Figure(f"steps to {climb.grade}", len(climb.ours.steps), "steps", "A"),
        Figure(f"steps to {climb.grade}", len(climb.theirs.steps), "steps", "M"),
    )
    if climb.ours.months is None or climb.theirs.months is None:
        return steps
    return (
        *steps,
        Figure(f"months to {climb.grade}", climb.ours.months, "months", "A"),
        Figure(f"months to {climb.grade}", climb.theirs.months, "months", "M"),
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
