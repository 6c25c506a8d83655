"""Managers do not sit a grade above work that weighs as much as theirs.

Why
---
Everything here is compared grade by grade.
If a first manager is put a grade above the experts whose work weighs as much, every comparison can come out even and
the manager is still a grade ahead.
It shows where whoever goes into management rises a grade by it, every time, or where managers are rated no higher than
the experts one grade below.

Source
------
The rule closes a way round parity: by grade it proves nothing where managers sit a grade high.
Managers count as rated no higher where that is so at each of their grades that can be compared,
on all of three dimensions or more, and the experts' own ratings do rise there.
That three dimensions are needed is our own choice.

Bad
---
    # tracks/specialist.yaml without S4 -> people-leadership/M4
    moves:
      - from: S4  # <- here
        to: people-leadership/M5
        kind: promotion
        pay: protected
        trial_months: 6
    # tracks/people-leadership.yaml
    moves:
      - {from: M5, to: specialist/S5, kind: return, pay: protected}

Good
----
    # tracks/specialist.yaml without S4 -> people-leadership/M4
    moves:
      - from: S4
        to: people-leadership/M4
        kind: lateral
        pay: protected
        trial_months: 6
    # tracks/people-leadership.yaml
    moves:
      - {from: M5, to: specialist/S5, kind: return, pay: protected}

When to waive
-------------
When the weight of both jobs was measured by a method that both sides accept, and it came out so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.content import Content
from ladderc.rules.phrases import family_name, grade_name, level_name, listed


class _Pair(NamedTuple):
    """A managers' level and those a grade below it, and whether it is rated no higher than any of them."""

    manager: Level
    below: tuple[Level, ...]
    no_higher: bool


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a family."""
    if not case.facts.management or not case.facts.others:
        yield case.not_judged("managers and a track beside them")
        return
    moves = _moves(case)
    pairs = _pairs(case)
    rising = [step for step in moves if _rises(case, step)]
    high = [pair for pair in pairs if pair.no_higher]
    if not moves and not pairs:
        yield case.not_judged("a move into management, or ratings of managers and of those a grade below them")
    elif (moves and len(rising) == len(moves)) or (pairs and len(high) == len(pairs)):
        yield _high(case, rising if len(rising) == len(moves) else [], high if len(high) == len(pairs) else [])
    else:
        yield case.holds(figures=_figures(moves, rising, pairs, high))


def _moves(case: Case) -> list[Step]:
    """The declared moves from other tracks of the family into its management."""
    managers = {level.key for level in case.facts.management_levels()}
    return [
        step
        for level in case.facts.other_levels()
        for step in case.facts.ways.leaving.get(level.key, ())
        if step.move and step.target in managers
    ]


def _rises(case: Case, step: Step) -> bool:
    levels = case.framework.levels
    return case.facts.rank_of(levels[step.target]) > case.facts.rank_of(levels[step.source])


def _pairs(case: Case) -> list[_Pair]:
    """Each managers' level that can be compared with the levels of other tracks one grade below."""
    facts, content, least = case.facts, case.content, case.number("least_dimensions")
    by_rank: dict[int, list[Level]] = {}
    for level in facts.other_levels():
        by_rank.setdefault(facts.rank_of(level), []).append(level)
    used = sorted({facts.rank[level.grade] for level in facts.at.values()})
    lower = dict(zip(used[1:], used, strict=False))
    found = []
    for manager in facts.management_levels():
        rank = facts.rank_of(manager)
        if manager.grade in facts.executive or rank not in lower:
            continue
        beside = {level.track: level for level in by_rank.get(rank, ())}
        below = tuple(
            level
            for level in by_rank.get(lower[rank], ())
            if len(_shared(content, manager, level)) >= least
            and not (level.track in beside and not _is_higher(content, beside[level.track], level))
        )
        if below:
            no_higher = not any(_is_higher(content, manager, level) for level in below)
            found.append(_Pair(manager, below, no_higher))
    return found


def _shared(content: Content, one: Level, other: Level) -> list[str]:
    theirs = content.ratings(other)
    return [name for name in content.ratings(one) if name in theirs]


def _is_higher(content: Content, level: Level, other: Level) -> bool:
    """Whether the level is rated higher on a dimension; where a track's own ratings do not rise, nothing is told by them."""
    theirs = content.ratings(other)
    return any(rating > theirs[name] for name, rating in content.ratings(level).items() if name in theirs)


def _high(case: Case, rising: list[Step], high: list[_Pair]) -> Verdict:
    levels = case.framework.levels
    lines = []
    related = []
    if rising:
        ways = listed(
            f"{level_name(source)} ({grade_name(source.grade)}) to {level_name(target)} ({grade_name(target.grade)})"
            for source, target in ((levels[step.source], levels[step.target]) for step in rising)
        )
        which = "The only move" if len(rising) == 1 else f"Each of the {len(rising)} moves"
        lines.append(f"{family_name(case.facts.family)}: {which.lower()} into management rises in grade: {ways}.")
    if high:
        pairs = listed(
            f"{level_name(pair.manager)} ({grade_name(pair.manager.grade)}) than {listed(map(level_name, pair.below))} "
            f"({grade_name(pair.below[0].grade)})"
            for pair in high
        )
        lines.append(f"{family_name(case.facts.family)}: managers are rated no higher a grade up: {pairs}.")
        related = [Related(pair.manager.place, f"rated no higher than {pair.below[0].id}") for pair in high]
    if case.framework.spine_assumed:
        lines.append("The grades were ordered or paired by us: check the pairing, then write `spine: declared`.")
    lines.append("If managers sit a grade high, comparing grade by grade proves nothing.")
    lines.append(_mend(case, rising))
    moves = [step.move for step in rising if step.move]
    return case.fails(
        "\n".join(lines),
        moves[0].place if moves else high[0].manager.at("grade"),
        figures=_figures(rising, rising, high, high),
        related=(*(Related(move.place, "rises too") for move in moves[1:]), *related),
        severity=Severity.NOTE if case.framework.spine_assumed else None,
        topic=" ".join(name for name, found in (("moves", rising), ("ratings", high)) if found),
    )


def _figures(moves: list[Step], rising: list[Step], pairs: list[_Pair], high: list[_Pair]) -> tuple[Figure, ...]:
    by_moves = (Figure("moves into management", len(moves), "moves"), Figure("of them rising", len(rising), "moves"))
    by_ratings = (
        Figure("managers' levels compared", len(pairs), "levels", "M"),
        Figure("of them rated no higher than a grade below", len(high), "levels", "M"),
    )
    return (*(by_moves if moves else ()), *(by_ratings if pairs else ()))


def _mend(case: Case, rising: list[Step]) -> str:
    """What to type: a level move where one can be written, else a lower grade."""
    for step in rising:
        source = case.framework.levels[step.source]
        level_with = next((level for level in case.facts.management_levels() if level.grade == source.grade), None)
        if level_with:
            return (
                f"Write a move that keeps the grade, e.g. `{{from: {source.id}, to: {level_with.key}, kind: lateral, "
                "pay: protected}`, or put the managers' levels one grade lower."
            )
    return "Put the managers' levels one grade lower, or record a waiver that says how the jobs were weighed."


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(Setting("least_dimensions", 3, "On how many dimensions both must be rated to be compared."),),
)
