"""Fields written twice: a second reading of a file known to have some, to show both places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ladderc.finding import Finding, Related
from ladderc.sources.events import Event, span
from ladderc.sources.faults import fault
from ladderc.sources.walk import Group, walk
from ladderc.span import Place


def duplicates(file: str, content: bytes, most: int) -> list[Finding]:
    """At most ``most`` findings, one for each repeated name, with the place of the first."""
    return list(islice(_repeats(file, content), most))


def _repeats(file: str, content: bytes) -> Iterator[Finding]:
    firsts: dict[tuple[int, str], Event] = {}
    # Groups are kept so that no two have one identity.
    kept: list[Group] = []
    for event, is_name, groups in walk(content):
        if not is_name:
            continue
        group = groups[-1]
        if len(group.names) == 1:
            kept.append(group)
        first = firsts.setdefault((id(group), event.value), event)
        if first is not event:
            yield _finding(file, group, first, event)


def _finding(file: str, group: Group, first: Event, again: Event) -> Finding:
    route = group.value_route()
    return fault(
        "duplicate-key",
        f"`{again.value}` is written twice here; the first stands in line {first.start_mark.line + 1}.\n"
        "Keep one of the two.",
        Place(file, route, "key", span(again)),
        (Related(Place(file, route, "key", span(first)), "written here first"),),
    )
