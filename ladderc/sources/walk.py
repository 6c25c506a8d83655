"""A second, slower reading of a file that knows at each event where it stands: for faults that are rare."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.sources.events import (
    DEEPEST,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    parser,
)
from ladderc.span import Route

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


class Group:
    """A list or a group of fields that is being read; ``start`` is None for what stands around the whole file."""

    def __init__(self, route: Route, start: Event) -> None:
        self.route = route
        self.start = start
        self.is_map = start.__class__ is MappingStartEvent
        self.names: list[Event] = []
        self.values: list[Event] = []
        self.awaits_name = self.is_map

    def value_route(self) -> Route:
        """Where the value that comes next stands."""
        if self.start is None:
            return ()
        return (*self.route, self.names[-1].value if self.is_map else len(self.values))


def walk(content: bytes) -> Iterator[tuple[Event, bool, list[Group]]]:
    """Each event of a name, value, start or end, whether it is a name, and the open groups, innermost last.

    An end comes while its group is still open. Stops without a word where the text cannot be parsed.
    """
    next_event = parser(content)
    groups = [Group((), None)]
    try:
        while True:
            event = next_event()
            kind, group = event.__class__, groups[-1]
            if kind is DocumentEndEvent or kind is StreamEndEvent:
                return
            if kind is ScalarEvent and group.awaits_name:
                group.names.append(event)
                yield event, True, groups
                group.awaits_name = False
            elif kind in _STARTS:
                if group.awaits_name or len(groups) > DEEPEST:
                    return  # a group as a name, or too deep: the first reading refuses both
                yield event, False, groups
                groups.append(Group(group.value_route(), event))
            elif kind in _ENDS:
                yield event, False, groups
                _close(groups[-2], groups.pop().start)
            elif hasattr(event, "anchor"):
                yield event, False, groups
                if group.awaits_name:
                    return
                _close(group, event)
    except MarkedYAMLError:
        return  # the first reading has said why


def _close(group: Group, value: Event) -> None:
    group.values.append(value)
    group.awaits_name = group.is_map
