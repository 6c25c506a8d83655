"""Fields written twice: a second reading of a file known to have some, to show both places."""

from __future__ import annotations

from ladderc.finding import Finding, Related
from ladderc.sources.events import Event, ScalarEvent, span
from ladderc.sources.faults import fault
from ladderc.sources.mend import short
from ladderc.sources.signs import sign_in
from ladderc.sources.walk import Group, walk
from ladderc.span import Place, Route
from ladderc.wording.nearest import listed


def duplicates(file: str, content: bytes, most: int) -> list[Finding]:
    """At most ``most`` findings: one for each repeated name, or for each item that lost its dash, with the place of the first."""
    found = [one for group, in_list in _groups(content) for one in _repeats(file, group, in_list)]
    return sorted(found, key=lambda one: one.place.span or (0, 0, 0, 0))[:most]


def _groups(content: bytes) -> list[tuple[Group, bool]]:
    """Every group of fields, and whether it is an item of a list."""
    found: dict[int, tuple[Group, bool]] = {}
    for _, is_name, groups in walk(content):
        if is_name:
            found.setdefault(id(groups[-1]), (groups[-1], groups[-2].start is not None and not groups[-2].is_map))
    return list(found.values())


def _repeats(file: str, group: Group, in_list: bool) -> list[Finding]:
    firsts: dict[str, Event] = {}
    again: list[int] = []
    for number, name in enumerate(group.names):
        # A bullet before a field's name has been told already.
        if firsts.setdefault(name.value, name) is not name and not sign_in(name.value):
            again.append(number)
    repeated = {group.names[number].value for number in again}
    opening = group.names[0]
    if len(repeated) > 1 and opening.value in repeated and not group.start.flow_style:
        starts = [number for number in again if group.names[number].value == opening.value]
        if starts[0] == again[0] and in_list:
            return [_dash(file, group, number) for number in starts]
        if starts[0] == again[0] and not group.route and len(repeated) > 2:
            return [_second(file, group, starts[0], sorted(repeated, key=[*firsts].index))]
    return [_twice(file, group, firsts[group.names[number].value], group.names[number]) for number in again]


def _route(group: Group, name: Event) -> Route:
    return (*group.route, name.value)


def _twice(file: str, group: Group, first: Event, again: Event) -> Finding:
    route = _route(group, again)
    return fault(
        "duplicate-key",
        f"`{again.value}` is written twice here; the first stands in line {first.start_mark.line + 1}.\n"
        "Keep one of the two.",
        Place(file, route, "key", span(again)),
        (Related(Place(file, route, "key", span(first)), "written here first"),),
    )


def _dash(file: str, group: Group, number: int) -> Finding:
    """An item whose first field comes again: the dash before it was forgotten."""
    first, name = group.names[0], group.names[number]
    value = group.values[number] if number < len(group.values) else None
    shown = f"{name.value}: {short(value.value)}" if value.__class__ is ScalarEvent else f"{name.value}:"
    route = _route(group, name)
    return fault(
        "duplicate-key",
        f"Is a `- ` missing before `{shown}`?\n"
        f"Without it this goes on with what begins in line {first.start_mark.line + 1}, "
        f"which has `{name.value}` already.\n"
        "Type `- ` in place of the last two spaces before it, "
        f"so that its dash stands below the dash of line {first.start_mark.line + 1}.",
        Place(file, route, "key", span(name)),
        (Related(Place(file, route, "key", span(first)), "written here first"),),
    )


def _second(file: str, group: Group, number: int, repeated: list[str]) -> Finding:
    """The text of a second file below the first."""
    first, name = group.names[0], group.names[number]
    route = _route(group, name)
    return fault(
        "duplicate-key",
        f"A second text seems to begin here: {listed(repeated, 4, 'and')} are written again, "
        f"and the first begin in line {first.start_mark.line + 1}.\n"
        "Move it into a file of its own, or delete it.",
        Place(file, route, "key", span(name)),
        (Related(Place(file, route, "key", span(first)), "written here first"),),
    )
