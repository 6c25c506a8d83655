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

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.compare import compare, guessed_note, possible_note
from ladderc.rules.paths import in_words
from ladderc.rules.phrases import counted, level_name, track_name

STEPS_MORE = 1
MONTHS_RATIO = Fraction(5, 4)

Path = tuple[Step, ...]


class _Side(NamedTuple):
    """Where the levels of one side stand, by key, and what its way must not pass."""

    ranks: Mapping[str, int]
    avoid: frozenset[str]


class _Climb(NamedTuple):
    """A way up from a level of A and one from a manager's, to the same grade; months None where one is not written."""

    grade: str
    ours: Path
    theirs: Path
    our_months: int | None
    their_months: int | None

    def longer_by(self) -> tuple[bool, bool]:
        """Whether ours is longer by steps, and by months."""
        steps = len(self.ours) > len(self.theirs) + STEPS_MORE
        if self.our_months is None or self.their_months is None:
            return steps, False
        return steps, self.our_months > self.their_months * MONTHS_RATIO


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track that climbs by a longer way, or one for the family."""
    facts = case.facts
    if facts.fork is None or facts.apex is None or not facts.others:
        yield case.not_judged("a managers' track and another one to compare their climb")
        return
    firsts = (next((one for one in track.levels if facts.rank_of(one) >= facts.fork), None) for track in facts.others)
    climbs: dict[tuple[str, str], _Climb] = {}
    search = _search(case, facts.apex)

    def longer(level: Level, peer: Level) -> _Climb | None:
        climb = search(level, peer)
        if climb is None:
            return None
        climbs[level.key, peer.key] = climb
        return climb if any(climb.longer_by()) else None

    found = [compare(facts, level, longer, _excess) for level in firsts if level is not None]
    if not climbs:
        yield case.not_judged("a grade where a track and managers start alike, with a higher one that both reach")
        return
    judge = guessed_note if case.framework.spine_assumed else possible_note
    note = judge(case, found, "have a longer way up than the managers who start beside it")
    failing = (
        []
        if case.framework.spine_assumed
        else [
            _fails(case, one.level, one.peer, one.gap)
            for one in found
            if one.outcome == "certain" and one.peer and one.gap
        ]
    )
    yield from [*failing, *([note] if note else [])] or [
        case.holds(figures=_figures(max(climbs.values(), key=_excess)))
    ]


def _search(case: Case, apex: int) -> Callable[[Level, Level], _Climb | None]:
    """Finds how a level and a manager climb to the highest grade that both reach, None where there is none above."""
    facts = case.facts
    ours = _Side({level.key: facts.rank_of(level) for level in facts.other_levels()}, facts.ways.ladder)
    theirs = _Side({level.key: facts.rank_of(level) for level in facts.management_levels()}, frozenset())
    tops: dict[str, int] = {}
    known: dict[tuple[str, int], Path | None] = {}

    def way(side: _Side, start: Level, rank: int) -> Path | None:
        if (start.key, rank) not in known:
            goals = {key for key, stands in side.ranks.items() if stands >= rank}
            known[start.key, rank] = facts.ways.shortest_path([start.key], goals, side.avoid)
        return known[start.key, rank]

    def top(side: _Side, start: Level) -> int:
        if start.key not in tops:
            ahead = facts.ways.reachable([start.key], side.avoid)
            tops[start.key] = max((side.ranks[key] for key in ahead if key in side.ranks), default=-1)
        return tops[start.key]

    def climb(level: Level, peer: Level) -> _Climb | None:
        rank = min(apex, top(theirs, peer))
        rungs = _rungs(case, level, rank)
        if rungs is None:
            rank = min(rank, top(ours, level))
        if rank <= facts.rank_of(level):
            return None
        second = way(theirs, peer, rank)
        quick = _compared(case, rank, rungs, second)
        if quick is not None and not any(quick.longer_by()):
            return quick  # the track's own rungs are good enough, so that no shorter way has to be looked for
        return _compared(case, rank, way(ours, level, rank), second)

    return climb


def _rungs(case: Case, start: Level, rank: int) -> Path | None:
    """The way up by the track's own rungs, None where it ends below ``rank`` or manages people on the way."""
    path: list[Step] = []
    here = start
    while case.facts.rank_of(here) < rank:
        rung = next((step for step in case.facts.ways.leaving.get(here.key, ()) if step.kind == "rung"), None)
        if rung is None or rung.target in case.facts.ways.ladder:
            return None
        path.append(rung)
        here = case.framework.levels[rung.target]
    return tuple(path)


def _compared(case: Case, rank: int, ours: Path | None, theirs: Path | None) -> _Climb | None:
    if ours is None or theirs is None:
        return None
    return _Climb(case.framework.grades[rank].id, ours, theirs, _months(case, ours), _months(case, theirs))


def _months(case: Case, path: Path) -> int | None:
    """What the way's promotions take at least, None where one of them does not say."""
    months = [_months_into(case, step) for step in path if step.kind not in ("lateral", "return")]
    return None if None in months else sum(one for one in months if one is not None)


def _months_into(case: Case, step: Step) -> int | None:
    promotion = case.framework.levels[step.target].promotion
    return promotion.min_months if promotion else None


def _excess(climb: _Climb) -> tuple[int, int]:
    return len(climb.ours) - len(climb.theirs), (climb.our_months or 0) - (climb.their_months or 0)


def _fails(case: Case, level: Level, peer: Level, climb: _Climb) -> Verdict:
    by_steps, by_months = climb.longer_by()
    expected = f"at most {counted(len(climb.theirs) + STEPS_MORE, 'step')}" if by_steps else ""
    if by_months and climb.their_months is not None:
        most = int(climb.their_months * MONTHS_RATIO)
        expected += f"{' and ' if by_steps else ''}at most {counted(most, 'month')}"
    slowest = _slowest(case, climb)
    message = "\n".join(
        (
            f"From {level_name(level)} ({track_name(case.framework.tracks[level.track])}) it takes "
            f"{_length(climb.ours, climb.our_months)} to {climb.grade}, from {level_name(peer)} "
            f"{_length(climb.theirs, climb.their_months)}.",
            f"Expected {expected}.",
            f"The shortest way is {in_words(climb.ours)}; the managers' is {in_words(climb.theirs)}.",
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
    )


def _length(path: Path, months: int | None) -> str:
    steps = counted(len(path), "step")
    return steps if months is None else f"{steps} and {counted(months, 'month')}"


def _slowest(case: Case, climb: _Climb) -> Level:
    """The level on our way whose months exceed the managers' at that grade the most."""
    levels = case.framework.levels
    theirs = {levels[step.target].grade: _months_into(case, step) or 0 for step in climb.theirs}
    slow = max(
        (step for step in climb.ours if step.kind not in ("lateral", "return")),
        key=lambda step: (_months_into(case, step) or 0) - theirs.get(levels[step.target].grade, 0),
    )
    return levels[slow.target]


def _figures(climb: _Climb) -> tuple[Figure, ...]:
    steps = (
        Figure(f"steps to {climb.grade}", len(climb.ours), "steps", "A"),
        Figure(f"steps to {climb.grade}", len(climb.theirs), "steps", "M"),
    )
    if climb.our_months is None or climb.their_months is None:
        return steps
    return (
        *steps,
        Figure(f"months to {climb.grade}", climb.our_months, "months", "A"),
        Figure(f"months to {climb.grade}", climb.their_months, "months", "M"),
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
