"""The published table of every field, made from the schemas: ``python -m ladderc.validate.fieldtable docs/language.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ladderc.validate.schemas import KINDS, schema

BEGIN = "<!-- fields: made by `python -m ladderc.validate.fieldtable docs/language.md` -->"
END = "<!-- end of fields -->"

_WORDS = {
    "text": "text",
    "line": "text, one language",
    "statement": "statement",
    "statementList": "list of statements",
    "requirement": "text or level",
    "levelRef": "`track/level`",
    "levelHere": "`level` or `track/level`",
}
_TYPES = {"boolean": "`true` or `false`", "integer": "whole number", "number": "number", "string": "text"}


def with_fields(page: str) -> str:
    """The page with all that stands between its two marks made anew."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page has no line {BEGIN} and {END}")
    return before + BEGIN + "\n\n" + "\n".join(_lines()) + "\n" + END + after


def _lines() -> Iterator[str]:
    for kind in KINDS:
        root = schema(kind)
        yield from (f"### {root['title']}", "", root["description"], "")
        if "properties" in root:
            yield from _table(root, root)
        for name, part in root["definitions"].items():
            # The shared definitions of one value are words in the column "Kind", not groups of fields.
            if "properties" in part:
                yield from (f"#### {part['title']}", "", part["description"], "")
                yield from _rules() if name == "rules" else _table(root, part)


def _table(root: dict[str, Any], part: dict[str, Any]) -> Iterator[str]:
    yield from ("| field | kind | default | meaning |", "|---|---|---|---|")
    for name, field in part["properties"].items():
        needed = name in part.get("required", ())
        meaning, _, default = field["description"].partition(" Default: ")
        shown = f"**{name}**" if needed else name
        filled = "required" if needed else default.rstrip(".") or "—"
        yield f"| {shown} | {_kind(root, field)} | {filled} | {meaning} |"
    if isinstance(part.get("additionalProperties"), dict):
        yield "| any setting of the rule | number, word, list, `true` or `false` | the rule's own | See the rule's page. |"
    yield ""


def _rules() -> Iterator[str]:
    """The rules' names are not repeated here: each has its page."""
    profile = schema("framework")["definitions"]["rules"]["properties"]["profile"]
    meaning, _, default = profile["description"].partition(" Default: ")
    yield from ("| field | kind | default | meaning |", "|---|---|---|---|")
    yield f"| profile | {_kind({}, profile)} | {default.rstrip('.')} | {meaning} |"
    yield "| the name of a rule | group: settings of one rule | the profile's | How this rule judges. |"
    yield ""


def _kind(root: dict[str, Any], field: dict[str, Any]) -> str:
    name = field.get("$ref", "").rpartition("/")[2]
    if name in _WORDS:
        return _WORDS[name]
    part = root["definitions"][name] if name else field
    if "enum" in part:
        values = [f"`{value}`" for value in part["enum"]]
        return " or ".join(values) if len(values) < 3 else ", ".join(values)
    types = [part["type"]] if isinstance(part["type"], str) else part["type"]
    if types == ["array"]:
        items = _kind(root, part["items"])
        return f"list: {items.removeprefix('group: ')}" if items.startswith("group: ") else f"list of: {items}"
    if "array" in types and "string" in types:
        return "id or list of ids"
    if "object" in types:
        inner = part.get("additionalProperties")
        if isinstance(inner, dict) and not name:
            return f"group: {root['definitions'][inner['$ref'].rpartition('/')[2]]['title'].lower()} by id"
        return f"group: {part['title'].lower()}"
    if name:
        return str(part["title"]).lower()
    return _TYPES.get(types[0], "number or word") if len(types) == 1 else "number or word"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(with_fields(page.read_text("utf-8")), "utf-8")
