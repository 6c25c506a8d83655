"""Search over the career graph: what can be reached, by which steps, and which levels cut every way."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Set
from typing import NamedTuple

from ladderc.finding import Proof
from ladderc.model.graph import CareerGraph, Step, StepKind
from ladderc.model.level import Level
from ladderc.rules.phrases import level_name

NEEDING_MOVES = (
    "reach-apex-without-managing",
    "dead-end-level",
    "way-back",
    "tracks-connected",
    "fork-has-choices",
)
"""Rules that prove nothing in a family that declares no move; ``no-moves-declared`` speaks for them."""

FOLLOWING_WAYS = (
    "no-moves-declared",
    "reach-apex-without-managing",
    "management-gate",
    "dead-end-level",
    "unreachable-level",
    "promotion-cycle",
    "equal-climb",
    "way-back",
    "tracks-connected",
    "fork-has-choices",
)
"""Rules that would say something false of a family some of whose ways are hidden."""

EVERY_KIND: frozenset[StepKind] = frozenset({"rung", "branch", "lateral", "return", "promotion"})

_NONE: frozenset[str] = frozenset()


def proof(words: str, path: Iterable[Step], *, start: str = "", marked: Iterable[str] = (), mark: str = "") -> Proof:
    """A way as the proof of a verdict; ``start`` is the level that a way of no step stands on."""
    steps = tuple(path)
    levels = (steps[0].source if steps else start, *(step.target for step in steps))
    barring = frozenset(marked)
    return Proof(
        words,
        levels,
        tuple(step.kind for step in steps),
        tuple(dict.fromkeys(level for level in levels if level in barring)),
        mark,
    )


class Network(NamedTuple):
    """The career graph ready to be searched.

    ``leaving`` and ``entering`` are the steps that leave and that enter each level, by level key.
    ``moved`` are the levels that a declared move leaves or enters.
    ``ladder`` are the levels on the management ladder.
    ``came`` has the levels that an entry leads to, nearest first, each with the last step of the shortest way;
    ``came_free`` those that one leads to without touching the ladder.
    """

    leaving: Mapping[str, tuple[Step, ...]]
    entering: Mapping[str, tuple[Step, ...]]
    entries: tuple[str, ...]
    moved: frozenset[str]
    ladder: frozenset[str]
    came: Mapping[str, Step | None]
    came_free: Mapping[str, Step | None]

    @property
    def reached(self) -> Set[str]:
        """The levels that an entry leads to."""
        return self.came.keys()

    @property
    def free(self) -> Set[str]:
        """The levels that an entry leads to without touching the management ladder."""
        return self.came_free.keys()

    def way_to(self, level: str, *, free: bool = False) -> tuple[Step, ...]:
        """The shortest way from where people start, with ``free`` off the ladder; empty where they start or none leads."""
        return _back(self.came_free if free else self.came, level)

    def reachable(self, starts: Iterable[str], avoid: Collection[str] = _NONE) -> frozenset[str]:
        """The levels that can be reached from ``starts`` (themselves included) without entering ``avoid``."""
        return frozenset(self.shortest_ways(starts, avoid))

    def leading_to(self, goals: Iterable[str], avoid: Collection[str] = _NONE) -> frozenset[str]:
        """The levels from which a way leads to one of ``goals`` (themselves included) outside ``avoid``."""
        seen = {goal for goal in goals if goal not in avoid}
        queue = deque(seen)
        while queue:
            for step in self.entering.get(queue.popleft(), ()):
                if step.source not in seen and step.source not in avoid:
                    seen.add(step.source)
                    queue.append(step.source)
        return frozenset(seen)

    def shortest_path(
        self,
        starts: Iterable[str],
        goals: Collection[str],
        avoid: Collection[str] = _NONE,
        kinds: Collection[StepKind] = EVERY_KIND,
    ) -> tuple[Step, ...] | None:
        """The fewest steps from a start to a goal, all of these ``kinds``.

        Empty where a start is a goal, None where no way leads there.
        """
        tree = self.shortest_ways(starts, avoid, kinds)
        goal = next((level for level in tree if level in goals), None)
        if goal is None:
            return None
        return _back(tree, goal)

    def cut_levels(self, starts: Collection[str], goals: Collection[str]) -> tuple[str, ...]:
        """The levels between that every way from ``starts`` to ``goals`` passes, in the order they are passed.

        Empty where there is no way, or where two ways share no level between.
        """
        path = self.shortest_path(starts, goals)
        if not path:
            return ()
        between = (step.target for step in path[:-1])
        return tuple(level for level in between if self.shortest_path(starts, goals, avoid={level}) is None)

    def shortest_ways(
        self, starts: Iterable[str], avoid: Collection[str] = _NONE, kinds: Collection[StepKind] = EVERY_KIND
    ) -> dict[str, Step | None]:
        """Breadth first: each level reached, nearest first, with the step that reached it."""
        tree: dict[str, Step | None] = {start: None for start in starts if start not in avoid}
        queue = deque(tree)
        while queue:
            for step in self.leaving.get(queue.popleft(), ()):
                if step.target not in tree and step.target not in avoid and step.kind in kinds:
                    tree[step.target] = step
                    queue.append(step.target)
        return tree


def network(graph: CareerGraph, ladder: frozenset[str]) -> Network:
    """The graph indexed by level; steps keep their order, so the path found is always the same one."""
    leaving: dict[str, list[Step]] = {}
    entering: dict[str, list[Step]] = {}
    for step in graph.steps:
        leaving.setdefault(step.source, []).append(step)
        entering.setdefault(step.target, []).append(step)
    ways = Network(
        leaving={key: tuple(steps) for key, steps in leaving.items()},
        entering={key: tuple(steps) for key, steps in entering.items()},
        entries=graph.entries,
        moved=frozenset(key for step in graph.steps if step.move for key in (step.source, step.target)),
        ladder=ladder,
        came={},
        came_free={},
    )
    return ways._replace(
        came=ways.shortest_ways(graph.entries), came_free=ways.shortest_ways(graph.entries, avoid=ladder)
    )


def in_words(path: Iterable[Step], levels: Mapping[str, Level]) -> str:
    """A path as a reader follows it, by name, with the kind of each step that is not the next rung.

    ``S4 Senior Specialist → M4 Team Lead (lateral) → M5 Manager``; empty for a path of no step.
    """
    steps = tuple(path)
    stops = [level_name(levels[steps[0].source])] if steps else []
    for step in steps:
        name = level_name(levels[step.target])
        stops.append(name if step.kind == "rung" else f"{name} ({step.kind})")
    return " → ".join(stops)


def _back(tree: Mapping[str, Step | None], goal: str) -> tuple[Step, ...]:
    """The way by which a search came to a level."""
    path: list[Step] = []
    step = tree.get(goal)
    while step is not None:
        path.append(step)
        step = tree[step.source]
    return tuple(reversed(path))
