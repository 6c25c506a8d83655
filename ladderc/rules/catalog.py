"""Every rule by name and category, loaded when it is first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ladderc.rules.base import Rule

REVIEW = "review"
"""The category whose rules judge a change between two states."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "structure": (
        "only-path-is-management",
        "managers-elsewhere",
        "executive-scope",
        "grade-slotting",
        "families-consistent",
        "grade-gap",
        "dimension-coverage",
        "three-measures",
        "placeholder-text",
        "section-parity",
        "definition-depth",
        "thinner-than-below",
        "adjacent-levels-differ",
        "rating-regression",
        "copied-counterpart",
        "expertise-stays-central",
        "track-kind-contract",
    ),
    "reach": (
        "no-moves-declared",
        "reach-apex-without-managing",
        "management-gate",
        "ceiling-parity",
        "dead-end-level",
        "unreachable-level",
        "promotion-cycle",
        "move-step",
        "equal-climb",
    ),
    "titles": (
        "manager-title-without-reports",
        "title-as-pay-workaround",
        "manager-without-reports",
        "title-spans-grades",
        "title-rank-parity",
        "gendered-title",
    ),
    "criteria": (
        "headcount-as-criterion",
        "rungs-by-headcount",
        "people-duties-outside-leadership",
        "manager-entry-criteria",
        "promotion-bar-parity",
        "promotion-basis-parity",
        "nomination-parity",
        "tenure-only-promotion",
        "anchor-parity",
        "factor-coverage",
        "observable-criterion",
    ),
    "metrics": (
        "metrics-present",
        "measurable-metric",
        "metric-parity",
    ),
    "pay": (
        "band-missing",
        "band-order",
        "band-spread",
        "midpoint-progression",
        "band-overlap",
        "band-gap",
        "pay-follows-grade",
        "band-parity",
        "target-pay-parity",
        "pay-ceiling-parity",
        "expert-can-outearn-manager",
        "eligibility-by-grade",
        "pay-capped-by-manager",
        "market-ratio",
        "stale-market-data",
    ),
    "recognition": (
        "recognition-parity",
        "award-eligibility",
        "decision-rights",
        "forum-access-parity",
    ),
    "mobility": (
        "way-back",
        "tracks-connected",
        "fork-has-choices",
    ),
    "language": (
        "management-as-promotion",
        "coded-language-gap",
        "readability-gap",
    ),
    "stewardship": (
        "sponsor-named",
        "review-overdue",
        "visibility-parity",
        "tracks-name-each-other",
        "outcome-tracked",
        "waiver-expired",
        "waiver-unused",
        "waiver-malformed",
    ),
    "review": (
        "parity-regression",
        "criteria-dilution",
        "raised-in-freeze",
        "worse-for-people",
        "ack-expired",
        "ack-unused",
    ),
}
"""The catalogue, in the order in which rules are listed and shown."""

CATEGORY_NAMES = {
    "structure": "Structure and visibility",
    "reach": "Reach",
    "titles": "Titles",
    "criteria": "Criteria",
    "metrics": "Metrics",
    "pay": "Pay",
    "recognition": "Recognition",
    "mobility": "Mobility",
    "language": "Wording",
    "stewardship": "Stewardship",
    "review": "Review of a change",
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
    """Every rule that judges one state of a framework, in catalogue order."""
    return tuple(load(name) for category, members in CATEGORIES.items() if category != REVIEW for name in members)


def load_review() -> tuple[Rule, ...]:
    """Every rule that judges a change, in catalogue order; a check has no need of them."""
    return tuple(load(name) for name in CATEGORIES[REVIEW])
