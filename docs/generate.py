"""Brings everything that is made from the rules and the schemas up to date: ``python docs/generate.py``.

With ``--check`` it writes nothing, names what is out of date and leaves with 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ladderc.report.rule_page import index, page
from ladderc.review.kinds import KINDS
from ladderc.rules import catalog
from ladderc.rules.base import Rule, SettingValue
from ladderc.rules.explained import explain
from ladderc.rules.rule_text import in_words
from ladderc.validate import fieldtable, ruleschema

ROOT = Path(__file__).resolve().parent.parent
SEVERITIES = ["off", "note", "warning", "error"]


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file with what it must hold; schemas first, for the field table is made from them."""
    schemas = ROOT / "schema"
    framework = json.loads((schemas / "framework.schema.json").read_text(encoding="utf-8"))
    rules = {name: _rule_node(catalog.load(name)) for name in catalog.names()}
    text = ruleschema.written(ruleschema.with_rules(framework, rules))
    yield schemas / "framework.schema.json", text
    for example in sorted((ROOT / "frameworks").iterdir()):
        for schema in sorted(schemas.glob("*.schema.json")):
            copy = example / ".ladderc" / "schema" / schema.name
            if copy.exists():
                yield copy, text if schema.name == "framework.schema.json" else schema.read_text(encoding="utf-8")
    language = ROOT / "docs" / "language.md"
    yield language, fieldtable.with_fields(language.read_text(encoding="utf-8"))
    yield ROOT / "docs" / "rules" / "README.md", index()
    for name in catalog.names():
        yield ROOT / "docs" / "rules" / f"{name}.md", page(explain(name))
    yield ROOT / "docs" / "decisions" / "README.md", _decisions()
    yield ROOT / "docs" / "changes.md", _changes()


def _decisions() -> str:
    """The list of all decisions, by their titles."""
    lines = ["# Decisions", "", "What a newcomer would question, why it was decided so, and what else was weighed.", ""]
    for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ").partition(". ")[2]
        lines.append(f"- [{path.stem[:4]}]({path.name}): {title}.")
    return "\n".join(lines) + "\n"


_CHANGES = """# Every kind of change

[`ladderc diff`](diff.md) names each change by its kind.
The group says what it means for the people whom the change reaches, and why; a single change may fall into another group where its figures say more, and then gives its own reason.
The mirror is the kind that is seen when the two states are swapped. A kind without one is its own mirror: the same happened, the other way round; it can be neither worse nor better.

| kind | group | why | mirror |
|---|---|---|---|
"""


def _changes() -> str:
    """The table of all kinds of change, in the order in which they are listed."""
    rows = (
        f"| `{name}` | {kind.impact} | {kind.reason} | {f'`{kind.undoes}`' if kind.undoes else 'its own'} |\n"
        for name, kind in KINDS.items()
    )
    return _CHANGES + "".join(rows)


def _rule_node(rule: Rule) -> dict[str, Any]:
    """What ``rules:`` may hold for one rule, with a title and an example for every setting."""
    claim = explain(rule.name).claim
    severity = {
        "title": "Severity",
        "description": f"How much a finding of this rule weighs; `off` switches it off. Default: {rule.severity.value} in profile `adopt`.",
        "type": "string",
        "enum": SEVERITIES,
        "examples": ["warning"],
    }
    own = {"severity": severity, **{one.name: _setting_node(one.default, one.meaning) for one in rule.settings}}
    family = {
        "title": "In one family",
        "description": "The same settings for one job family.",
        "type": "object",
        "properties": own,
        "additionalProperties": False,
        "examples": [{"severity": "note"}],
    }
    families = {
        "title": "For single families",
        "description": "Other settings for one job family, by the family's id.",
        "type": "object",
        "propertyNames": {"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"},
        "additionalProperties": family,
        "examples": [{"engineering": {"severity": "note"}}],
    }
    return {
        "title": rule.name,
        "description": claim,
        "type": "object",
        "properties": {**own, "families": families},
        "additionalProperties": False,
        "examples": [{"severity": "warning"}],
    }


def _setting_node(default: SettingValue, meaning: str) -> dict[str, Any]:
    node: dict[str, Any] = {
        "title": meaning.rstrip(".").split(";")[0],
        "description": f"{meaning} Default: {in_words(default)}.",
    }
    if isinstance(default, tuple):
        return {
            **node,
            "type": "array",
            "items": {"type": ["string", "number"]},
            "examples": [list(default) or ["Community Manager"]],
        }
    if isinstance(default, bool):
        return {**node, "type": "boolean", "examples": [default]}
    if isinstance(default, int):
        return {**node, "type": "integer", "minimum": 0, "examples": [default]}
    if isinstance(default, Decimal):
        # every such setting is a share: 95 for 95 % would mean something else, and no share of three is meant
        return {**node, "type": "number", "minimum": 0, "maximum": 3, "examples": [float(default)]}
    return {**node, "type": "string", "examples": [default]}


def main() -> int:
    """Write, or with ``--check`` compare."""
    stale = []
    for path, text in generated():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{'out of date' if '--check' in sys.argv else 'written'}: {name}")  # noqa: T201 - its answer
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
