"""How long the ways up are: from a level off the management ladder and from a manager beside it, to one grade."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from ladderc.model.framework import Framework
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.rules.facts import FamilyFacts


class Way(NamedTuple):
    """Steps from a level upwards; ``months`` is what their promotions take at least, None where one does not say."""

    steps: tuple[Step, ...]
    months: int | None


class Climb(NamedTuple):
    """A way up from a level of A and one from a manager's, to the same grade."""

    grade: str
    ours: Way
    theirs: Way

    @property
    def more_steps(self) -> int:
        """How many steps more ours has."""
        return len(self.ours.steps) - len(self.theirs.steps)


class _Side(NamedTuple):
    """Where the levels of one side stand, by key, and what its way must not pass."""

    ranks: Mapping[str, int]
    avoid: frozenset[str]


def climbs_of(
    framework: Framework, facts: FamilyFacts, apex: int, enough: Callable[[Climb], bool]
) -> Callable[[Level, Level], Climb | None]:
    """Finds how a level and a manager climb to the highest grade that both reach, up to ``apex``; None if none is above.

    Ours avoids the management ladder. A track's own rungs are taken as they are where they are good ``enough``,
    so that no shorter way has to be looked for.
    """
    levels = framework.levels
    ours = _Side({level.key: facts.rank_of(level) for level in facts.other_levels()}, facts.ways.ladder)
    theirs = _Side({level.key: facts.rank_of(level) for level in facts.management_levels()}, frozenset())

    @cache
    def shortest(start: str, rank: int, managing: bool) -> Way | None:
        side = theirs if managing else ours
        goals = {key for key, stands in side.ranks.items() if stands >= rank}
        path = facts.ways.shortest_path([start], goals, side.avoid)
        return None if path is None else Way(path, _months(framework, path))

    @cache
    def top(start: str, managing: bool) -> int:
        side = theirs if managing else ours
        ahead = facts.ways.reachable([start], side.avoid)
        return max((side.ranks[key] for key in ahead if key in side.ranks), default=-1)

    @cache
    def rungs(start: str, rank: int) -> Way | None:
        path: list[Step] = []
        here = start
        while facts.rank_of(levels[here]) < rank:
            rung = next((step for step in facts.ways.leaving.get(here, ()) if step.kind == "rung"), None)
            if rung is None or rung.target in facts.ways.ladder:
                return None
            path.append(rung)
            here = rung.target
        return Way(tuple(path), _months(framework, path))

    def climb(level: Level, peer: Level) -> Climb | None:
        rank = min(apex, top(peer.key, True))
        own = rungs(level.key, rank)
        if own is None:
            rank = min(rank, top(level.key, False))
        other = shortest(peer.key, rank, True)
        if rank <= facts.rank_of(level) or other is None:
            return None
        quick = Climb(framework.grades[rank].id, own, other) if own else None
        if quick is not None and enough(quick):
            return quick
        way = shortest(level.key, rank, False)
        return Climb(framework.grades[rank].id, way, other) if way else None

    return climb


def months_into(framework: Framework, step: Step) -> int | None:
    """What the promotion into the step's target takes at least, None where it is not written."""
    promotion = framework.levels[step.target].promotion
    return promotion.min_months if promotion else None


def is_sideways(step: Step) -> bool:
    """Whether no promotion belongs to the step."""
    return step.kind in ("lateral", "return")


def _months(framework: Framework, path: tuple[Step, ...] | list[Step]) -> int | None:
    months = [months_into(framework, step) for step in path if not is_sideways(step)]
    return None if None in months else sum(one for one in months if one is not None)
