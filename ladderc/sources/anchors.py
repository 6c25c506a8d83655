"""Text that is reused: `&name` marks it, `*name` repeats it; with limits on what that may grow to."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from ladderc.finding import Finding
from ladderc.sources.events import Event, span
from ladderc.sources.faults import fault
from ladderc.span import Place, Route

MOST_REUSED = 100_000
"""Most values that all reuses in one file may add together."""


class Anchors:
    """The marked parts of one file, in the order in which they are met."""

    def __init__(self) -> None:
        self._marked: dict[str, tuple[Any, Route, Event, int]] = {}
        self._used: set[str] = set()
        self._unused: list[tuple[str, Route, Event]] = []
        self._sizes: dict[int, tuple[int, int]] = {}
        self._added = 0

    def mark(self, event: Event, value: Any, route: Route, typed: list[tuple[Route, str]]) -> None:
        """Remember that ``event`` marks ``value``; a later mark of the same name replaces the earlier."""
        self._drop(event.anchor)
        # Numbers inside the value come next in ``typed``, or last if it is a number itself.
        first = len(typed) - 1 if typed and typed[-1][0] == route else len(typed)
        self._marked[event.anchor] = (value, route, event, first)

    def reuse(self, name: str, open_boxes: list[Any]) -> tuple[Any, tuple[str, str] | None]:
        """What ``name`` stands for, or the rule it breaks and why; ``open_boxes`` are the groups it stands in."""
        self._used.add(name)
        if name not in self._marked:
            return None, (
                "unknown-alias",
                f"A value that starts with a star repeats another, and nothing above is marked `&{name}`.\n"
                "Put the sentence in quotes if the star belongs to it.",
            )
        value = self._marked[name][0]
        if any(box is value for box in open_boxes):
            return None, (
                "alias-in-itself",
                f"`*{name}` repeats the very part that it stands in, without end.\nWrite out what is meant here.",
            )
        self._added += self._measure(value)[0]
        if self._added > MOST_REUSED:
            return None, (
                "too-many-aliases",
                f"What is repeated with stars in this file adds up to more than {MOST_REUSED:,} values.\n"
                "Write out what is meant instead of repeating it.",
            )
        return value, None

    def depth(self, name: str) -> int:
        """How many groups stand one inside the other in what ``name`` marks."""
        return self._measure(self._marked[name][0])[1]

    def copy_typed(self, name: str, typed: list[tuple[Route, str]], to: Route) -> None:
        """Numbers whose characters differ are so wherever they are repeated."""
        _, start, _, first = self._marked[name]
        size = len(start)
        # What stands inside one value was met in one stretch, so nothing else need be looked at.
        behind = (typed[index] for index in range(first, len(typed)))
        inside = list(takewhile(lambda entry: entry[0][:size] == start, behind))
        typed += [(to + route[size:], text) for route, text in inside]

    def unused(self, file: str, most: int) -> list[Finding]:
        """At most ``most`` findings on marks that nothing repeats: most likely the first word of a sentence."""
        for name in tuple(self._marked):
            self._drop(name)
        return [
            fault(
                "unused-anchor",
                f"`&{name}` is left out of the text: a word that starts so marks the value for repeating.\n"
                "Put the sentence in quotes if the word belongs to it, or delete the word.",
                Place(file, route, span=span(event)),
            )
            for name, route, event in self._unused[:most]
        ]

    def _drop(self, name: str) -> None:
        if name in self._marked and name not in self._used:
            _, route, event, _ = self._marked[name]
            self._unused.append((name, route, event))
        self._used.discard(name)
        self._marked.pop(name, None)

    def _measure(self, value: Any) -> tuple[int, int]:
        """Values in ``value`` and its depth; each group is measured once, so repeats of repeats cost nothing."""
        if not isinstance(value, (dict, list)):
            return 1, 0
        known = self._sizes.get(id(value))
        if known is None:
            parts = [self._measure(part) for part in (value.values() if isinstance(value, dict) else value)]
            known = 1 + sum(size for size, _ in parts), 1 + max((depth for _, depth in parts), default=0)
            self._sizes[id(value)] = known
        return known
