"""Every rule by name and category, loaded when it is first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ladderc.rules.base import Rule

CATEGORIES: dict[str, tuple[str, ...]] = {
    "structure": (
        "only-path-is-management",
        "managers-elsewhere",
        "executive-scope",
        "grade-gap",
        "dimension-coverage",
        "placeholder-text",
        "section-parity",
    ),
    "reach": (
        "no-moves-declared",
        "reach-apex-without-managing",
        "management-gate",
        "ceiling-parity",
    ),
    "titles": (
        "manager-title-without-reports",
        "title-as-pay-workaround",
    ),
    "criteria": ("headcount-as-criterion",),
    "pay": (
        "band-missing",
        "band-order",
        "band-parity",
        "pay-ceiling-parity",
    ),
    "mobility": ("way-back",),
    "stewardship": (
        "waiver-expired",
        "waiver-unused",
        "waiver-malformed",
    ),
}
"""The catalogue, in the order in which rules are listed and shown."""

CATEGORY_NAMES = {
    "structure": "Structure and visibility",
    "reach": "Reach",
    "titles": "Titles",
    "criteria": "Criteria",
    "pay": "Pay",
    "mobility": "Mobility",
    "stewardship": "Stewardship",
}


def names() -> tuple[str, ...]:
    """The name of every rule, in catalogue order."""
    return tuple(name for members in CATEGORIES.values() for name in members)


@cache
def category_of(name: str) -> str:
    """The category of a rule; KeyError where there is no such rule."""
    for category, members in CATEGORIES.items():
        if name in members:
            return category
    raise KeyError(name)


@cache
def load(name: str) -> Rule:
    """The rule of that name; KeyError where there is none."""
    module = import_module(f"ladderc.rules.{category_of(name)}.{name.replace('-', '_')}")
    loaded: Rule = module.RULE
    return loaded


def load_all() -> tuple[Rule, ...]:
    """Every rule, in catalogue order."""
    return tuple(load(name) for name in names())
