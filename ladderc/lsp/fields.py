"""What the schemas say of a spot in a file: which fields it may have, which values, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ladderc.sources.document import FileKind
from ladderc.span import Route
from ladderc.validate.schemas import schema

Part = dict[str, Any]


class Field(NamedTuple):
    """A field that may stand somewhere; ``opens`` says whether its value starts on the next line."""

    name: str
    meaning: str
    needed: bool
    opens: bool


def meaning(kind: FileKind, route: Route) -> str:
    """What the field at a route is for, empty where no one field is meant."""
    for part in _at(kind, route[:-1]):
        if route and (found := _below(part, route[-1])):
            written = found.get("description") or _followed(schema(kind), found).get("description")
            if isinstance(written, str):
                return written
    return ""


def fields(kind: FileKind, route: Route) -> tuple[Field, ...]:
    """The fields that the group at a route may have, in the order of the schema."""
    known: dict[str, Field] = {}
    for part in _at(kind, route):
        for name, field in part.get("properties", {}).items():
            inner = _followed(schema(kind), field)
            says = field.get("description") or inner.get("description") or ""
            opens = inner.get("type") in ("object", "array")
            known.setdefault(name, Field(name, says, name in part.get("required", ()), opens))
    return tuple(known.values())


def values(kind: FileKind, route: Route) -> tuple[str, ...]:
    """The words that may stand at a route where the list of them is closed."""
    found: dict[str, None] = {}
    for part in _at(kind, route):
        found.update(dict.fromkeys(str(value) for value in part.get("enum", ())))
        if part.get("type") == "boolean":
            found.update(dict.fromkeys(("true", "false")))
    return tuple(found)


def _at(kind: FileKind, route: Route) -> list[Part]:
    """The parts of the schema that hold for a route; several where it leaves a choice."""
    whole = schema(kind)
    parts = list(_choices(whole, whole))
    for step in route:
        below = [found for part in parts if (found := _below(part, step))]
        parts = [choice for part in below for choice in _choices(whole, part)]
    return parts


def _below(part: Part, step: str | int) -> Part | None:
    """The part for one step down, before a reference in it is followed."""
    if isinstance(step, int):
        items = part.get("items")
        return items if isinstance(items, dict) else None
    if step in part.get("properties", {}):
        found: Part = part["properties"][step]
        return found
    for pattern, inner in part.get("patternProperties", {}).items():
        if re.search(pattern, step):
            return inner if isinstance(inner, dict) else None
    others = part.get("additionalProperties")
    return others if isinstance(others, dict) else None


def _choices(whole: Part, part: Part) -> Iterator[Part]:
    followed = _followed(whole, part)
    yield followed
    for choice in (*followed.get("anyOf", ()), *followed.get("oneOf", ())):
        yield from _choices(whole, choice)


def _followed(whole: Part, part: Part) -> Part:
    while "$ref" in part:
        part = whole["definitions"][part["$ref"].rpartition("/")[2]]
    return part
