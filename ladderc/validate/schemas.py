"""The schemas, loaded once, and the two validators: a fast one that says whether, a slow one that says why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from ladderc import resources
from ladderc.sources.document import Data, FileKind
from ladderc.validate.formats import FORMATS

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema import ValidationError

KINDS: tuple[FileKind, ...] = ("framework", "track", "pay", "waivers", "releases", "baseline", "acks")


@cache
def schema(kind: FileKind) -> dict[str, Any]:
    """The schema of one kind of file; its decimals are exact."""
    loaded: dict[str, Any] = json.loads(resources.schema(kind), parse_float=Decimal)
    return loaded


def fits(kind: FileKind, data: Data) -> bool:
    """Whether the data has the shape that its kind of file must have."""
    return _fast(kind).is_valid(data)


def errors(kind: FileKind, data: Data) -> Iterator[ValidationError]:
    """Why it has not; empty exactly when ``fits`` is true, which a property test holds both to."""
    found: Iterator[ValidationError] = _slow(kind).iter_errors(data)
    return found


@cache
def _fast(kind: FileKind) -> jsonschema_rs.Draft7Validator:
    # Imported here because its 32 ms are wasted on commands that check nothing.
    import jsonschema_rs

    return jsonschema_rs.Draft7Validator(schema(kind), formats=dict(FORMATS), validate_formats=True)


@cache
def _slow(kind: FileKind) -> Any:
    # Imported here because its 100 ms are spent only on a file that has a fault.
    from jsonschema import Draft7Validator, FormatChecker, validators

    def is_integer(_: object, value: object) -> bool:
        if isinstance(value, Decimal):
            return value == value.to_integral_value()
        return isinstance(value, int) and not isinstance(value, bool)

    checker = FormatChecker(formats=())
    for name, holds in FORMATS.items():
        checker.checks(name)(holds)
    kinds = Draft7Validator.TYPE_CHECKER.redefine("integer", is_integer)
    exact = validators.extend(Draft7Validator, type_checker=kinds)  # type: ignore[no-untyped-call] # stubs lack it
    return exact(_anchored(schema(kind)), format_checker=checker)


def _anchored(part: Any) -> Any:
    """The schema with ``$`` at a pattern's end as Python must have it, where ``$`` also stands before a line end."""
    if isinstance(part, list):
        return [_anchored(item) for item in part]
    if not isinstance(part, dict):
        return part
    done = {}
    for key, value in part.items():
        if key == "pattern" and isinstance(value, str):
            value = _at_end(value)
        elif key == "patternProperties":
            value = {_at_end(pattern): inner for pattern, inner in value.items()}
        done[key] = _anchored(value)
    return done


def _at_end(pattern: str) -> str:
    return pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern
