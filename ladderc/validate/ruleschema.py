"""Writes the rules' part of ``framework.schema.json`` from a catalogue of rules, and every schema in one layout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Schema = dict[str, Any]

WIDTH = 110
"""Columns up to which a group or list stays on one line."""


def with_rules(framework: Schema, rules: Mapping[str, Schema]) -> Schema:
    """The framework schema with ``rules`` (name → what its settings may be) as all that ``rules:`` may hold.

    ``profile`` stays, everything else under ``definitions/rules/properties`` is replaced, in the order given.
    """
    part = framework["definitions"]["rules"]
    properties = {"profile": part["properties"]["profile"], **rules}
    definitions = framework["definitions"] | {"rules": part | {"properties": properties}}
    return framework | {"definitions": definitions}


def written(schema: Schema) -> str:
    """A schema as its file holds it: two spaces a step, short groups and lists on one line, a final line end."""
    return _block(schema, 0) + "\n"


def _block(value: Any, depth: int, used: int = 0) -> str:
    line = _line(value)
    if not isinstance(value, (dict, list)) or (depth > 1 and len(line) + 2 * depth + used <= WIDTH):
        return line
    inner = "  " * (depth + 1)
    if isinstance(value, list):
        parts = [inner + _block(item, depth + 1) for item in value]
        return "[\n" + ",\n".join(parts) + "\n" + "  " * depth + "]"
    parts = []
    for key, item in value.items():
        name = f"{json.dumps(key, ensure_ascii=False)}: "
        parts.append(inner + name + _block(item, depth + 1, len(name)))
    return "{\n" + ",\n".join(parts) + "\n" + "  " * depth + "}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
