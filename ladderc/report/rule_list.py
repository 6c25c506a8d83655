"""Every rule in a list: for a person, and as versioned data (see docs/rules-json.md)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from ladderc.report.styled import Line, Piece, line
from ladderc.rules import catalog
from ladderc.rules.base import Setting
from ladderc.rules.explained import explain
from ladderc.rules.settings import weight

VERSION = 1
PROFILES = ("adopt", "standard", "strict")
LAWS = ("eu",)


def as_text() -> tuple[Line, ...]:
    """Name, weight in profile ``adopt`` and claim, category by category."""
    width = max(map(len, catalog.names()))
    lines: list[Line] = []
    for category, members in catalog.CATEGORIES.items():
        lines.append(line(Piece(catalog.CATEGORY_NAMES[category], "strong")))
        for name in members:
            told = explain(name)
            lines.append(line(f"  {name:<{width}}  {told.rule.severity.value:<8} {told.claim}"))
        lines.append(line())
    lines.append(line("Type `ladderc explain RULE` to read why a rule is there and how to satisfy it."))
    return tuple(lines)


def as_json() -> str:
    """The whole catalogue; keys stand in one order, rules in that of the catalogue."""
    rules = [_rule(name) for name in catalog.names()]
    return json.dumps({"version": VERSION, "rules": rules}, indent=2, ensure_ascii=False)


def _rule(name: str) -> dict[str, Any]:
    told = explain(name)
    rule = told.rule
    return {
        "name": rule.name,
        "category": rule.category,
        "claim": told.claim,
        "severities": {profile: weight(rule, profile).value for profile in PROFILES},
        "severities_under_law": {
            law: {profile: weight(rule, profile, law).value for profile in PROFILES} for law in LAWS
        },
        "settings": [_setting(setting) for setting in rule.settings],
        "pay": rule.pay,
        "scope": rule.scope,
        "since": rule.since,
    }


def _setting(setting: Setting) -> dict[str, Any]:
    default = setting.default
    exact = str(default) if isinstance(default, Decimal) else default
    return {"name": setting.name, "default": exact, "meaning": setting.meaning, "ours": setting.ours}
