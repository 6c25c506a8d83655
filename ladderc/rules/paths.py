"""Search over the career graph: what can be reached, by which steps, and which levels cut every way."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from ladderc.model.graph import CareerGraph, Step, StepKind

NEEDING_MOVES = (
    "reach-apex-without-managing",
    "dead-end-level",
    "way-back",
    "tracks-connected",
    "fork-has-choices",
)
"""Rules that prove nothing in a family that declares no move; ``no-moves-declared`` speaks for them."""

EVERY_KIND: frozenset[StepKind] = frozenset({"rung", "branch", "lateral", "return", "promotion"})

_NONE: frozenset[str] = frozenset()


def stations(path: Iterable[Step]) -> tuple[str, ...]:
    """The levels that a way passes, from where it starts to where it ends; empty for a way of no step."""
    steps = tuple(path)
    return (steps[0].source, *(step.target for step in steps)) if steps else ()


class Network(NamedTuple):
    """The career graph ready to be searched.

    ``leaving`` and ``entering`` are the steps that leave and that enter each level, by level key.
    ``moved`` are the levels that a declared move leaves or enters.
    ``ladder`` are the levels on the management ladder.
    ``reached`` are the levels that an entry leads to, ``free`` those that one leads to without touching the ladder.
    """

    leaving: Mapping[str, tuple[Step, ...]]
    entering: Mapping[str, tuple[Step, ...]]
    entries: tuple[str, ...]
    moved: frozenset[str]
    ladder: frozenset[str]
    reached: frozenset[str]
    free: frozenset[str]

    def reachable(self, starts: Iterable[str], avoid: Collection[str] = _NONE) -> frozenset[str]:
        """The levels that can be reached from ``starts`` (themselves included) without entering ``avoid``."""
        return frozenset(self._tree(starts, avoid))

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
        tree = self._tree(starts, avoid, kinds)
        goal = next((level for level in tree if level in goals), None)
        if goal is None:
            return None
        path: list[Step] = []
        step = tree[goal]
        while step is not None:
            path.append(step)
            step = tree[step.source]
        return tuple(reversed(path))

    def cut_levels(self, starts: Collection[str], goals: Collection[str]) -> tuple[str, ...]:
        """The levels between that every way from ``starts`` to ``goals`` passes, in the order they are passed.

        Empty where there is no way, or where two ways share no level between.
        """
        path = self.shortest_path(starts, goals)
        if not path:
            return ()
        between = (step.target for step in path[:-1])
        return tuple(level for level in between if self.shortest_path(starts, goals, avoid={level}) is None)

    def _tree(
        self, starts: Iterable[str], avoid: Collection[str], kinds: Collection[StepKind] = EVERY_KIND
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
        reached=_NONE,
        free=_NONE,
    )
    return ways._replace(reached=ways.reachable(graph.entries), free=ways.reachable(graph.entries, avoid=ladder))


def in_words(path: tuple[Step, ...]) -> str:
    """A path as a reader follows it, with the kind of each step that is not the next rung.

    ``specialist/S4 → people-leadership/M4 (lateral) → people-leadership/M5``.
    """
    if not path:
        return ""
    stops = [path[0].source]
    stops += [step.target if step.kind == "rung" else f"{step.target} ({step.kind})" for step in path]
    return " → ".join(stops)
