"""A group whose fields start in its own column, so that nothing belongs to it: one slip, told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ladderc.finding import Finding
from ladderc.sources.document import Data
from ladderc.sources.naming import value_name
from ladderc.span import Route
from ladderc.validate.mistake import Mistake, finding, shortened, value_at
from ladderc.wording.nearest import listed


def same_column(by_route: dict[Route, list[Mistake]]) -> tuple[Finding, ...]:
    """One finding for each such group; what it explains is taken out of ``by_route``."""
    found: list[Finding] = []
    for route in [*by_route]:
        if route not in by_route or not route or not isinstance(route[-1], str) or by_route[route][0].value is not None:
            continue
        empty, around = by_route[route][0], route[:-1]
        children = [*_below(empty, by_route.get(around, []))]
        if not children:
            continue
        found.append(_finding(empty, children))
        for other in [*by_route]:
            if other == route or any(other[: len(around) + 1] == (*around, child) for child in children):
                del by_route[other]
        if around in by_route:
            by_route[around] = [_without(mistake, children) for mistake in by_route[around]]
    return tuple(found)


def _below(empty: Mistake, around: list[Mistake]) -> Iterator[str]:
    """The fields right below an empty group that only it can have."""
    holder = value_at(empty.document, empty.route[:-1])
    if not isinstance(holder, dict) or "object" not in empty.shape.get("type", ()):
        return
    known: dict[str, Any] = next(
        (mistake.shape["properties"] for mistake in around if "properties" in mistake.shape), {}
    )
    names = [*holder]
    for name in names[names.index(str(empty.route[-1])) + 1 :]:
        if name in known or not _can_hold(empty.shape, name, holder[name]):
            return
        yield name


def _can_hold(shape: dict[str, Any], name: str, value: Data) -> bool:
    if name in shape.get("properties", ()):
        return True
    return isinstance(shape.get("additionalProperties"), dict) and isinstance(value, (dict, list))


def _without(mistake: Mistake, children: list[str]) -> Mistake:
    if not isinstance(mistake.value, dict):
        return mistake
    return mistake._replace(value={name: value for name, value in mistake.value.items() if name not in children})


def _finding(empty: Mistake, children: list[str]) -> Finding:
    name = shortened(str(empty.route[-1]))
    names = listed([shortened(child) for child in children], last="and")
    start, them = ("starts", "it") if len(children) == 1 else ("start", "them")
    more = _holds_lines(empty, children)
    return finding(
        "nothing-written",
        empty,
        f"Nothing belongs to `{name}:` in {value_name(empty.document, empty.route[:-1])}, "
        f"for {names} below it {start} in the same column.",
        f"Put two spaces more before {names}" + (f", and before the lines that belong to {them}." if more else "."),
        on_key=True,
    )


def _holds_lines(empty: Mistake, children: list[str]) -> bool:
    holder = value_at(empty.document, empty.route[:-1])
    assert isinstance(holder, dict), "the children were found in it"
    return any(isinstance(holder[child], (dict, list)) for child in children)
