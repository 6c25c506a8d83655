"""Fields written twice: a second reading of a file known to have some, to show both places."""

from __future__ import annotations

from ladderc.finding import Finding, Related
from ladderc.sources.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    parser,
    span,
)
from ladderc.sources.faults import fault
from ladderc.span import Place, Route


class _Group:
    """A group of fields or a list that is being read."""

    def __init__(self, route: Route, is_map: bool) -> None:
        self.route = route
        self.is_map = is_map
        self.names: dict[str, Event] = {}
        self.name: str | None = None
        self.count = 0

    def value_route(self) -> Route:
        """Where the value that starts now stands."""
        if self.is_map:
            return (*self.route, self.name or "")
        return (*self.route, self.count)

    def close_value(self) -> None:
        """A value is complete."""
        self.name = None
        self.count += 1


def duplicates(file: str, content: bytes, most: int) -> list[Finding]:
    """At most ``most`` findings, one for each repeated name, with the place of the first."""
    findings: list[Finding] = []
    next_event = parser(content)
    outermost = _Group((), False)
    groups = [outermost]
    try:
        while len(findings) < most:
            event = next_event()
            group = groups[-1]
            kind = event.__class__
            if kind is StreamEndEvent:
                break
            if kind is ScalarEvent and group.is_map and group.name is None:
                group.name = event.value
                first = group.names.setdefault(event.value, event)
                if first is not event:
                    findings.append(_finding(file, group.value_route(), first, event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                route = () if group is outermost else group.value_route()
                groups.append(_Group(route, kind is MappingStartEvent))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                groups.pop()
                groups[-1].close_value()
            else:
                group.close_value()
    except MarkedYAMLError:
        pass  # said by the first reading already
    return findings


def _finding(file: str, route: Route, first: Event, again: Event) -> Finding:
    return fault(
        "duplicate-key",
        f"`{again.value}` is written twice here; the first stands in line {first.start_mark.line + 1}.\n"
        "Keep one of the two.",
        Place(file, route, "key", span(again)),
        (Related(Place(file, route, "key", span(first)), "written here first"),),
    )
