"""A rule in full: one text with its headings, which the terminal, the docs and the site print each in its own dress."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.rules import catalog
from ladderc.rules.base import Rule, SettingValue
from ladderc.rules.explained import Explanation
from ladderc.rules.settings import weight

OUR_OWN = "the default is our own choice"
"""What is said of a setting whose default nobody else has set."""


class SettingText(NamedTuple):
    """One setting in words."""

    name: str
    default: str
    meaning: str
    ours: bool


class Section(NamedTuple):
    """A part of a rule's text; ``settings`` follow the text in the section of that form."""

    title: str
    text: str
    form: Literal["prose", "yaml", "settings"] = "prose"
    settings: tuple[SettingText, ...] = ()


def sections(told: Explanation) -> tuple[Section, ...]:
    """Everything about a rule below its claim, in the order to read it."""
    name = told.rule.name
    settings = tuple(SettingText(one.name, in_words(one.default), one.meaning, one.ours) for one in told.rule.settings)
    where = f"In `framework.yaml` under `rules:`, `{name}:`."
    return (
        Section("Why", told.why),
        Section("Source", told.source),
        Section("Breaks it", told.bad, "yaml"),
        Section("Satisfies it", told.good, "yaml"),
        *((Section("Settings", where, "settings", settings),) if settings else ()),
        Section("When to waive", told.waive),
    )


def standing(rule: Rule) -> str:
    """Where a rule belongs and how much it weighs: ``Pay; warning in profile `adopt`, error in `standard`; …``."""
    adopt, standard, eu = weight(rule, "adopt"), weight(rule, "standard"), weight(rule, "adopt", "eu")
    weights = f"{adopt.value} in profile `adopt`"
    if standard is not adopt:
        weights += f", {standard.value} in `standard`"
    if eu is not adopt:
        weights += f", {eu.value} under `law: eu`"
    return f"{catalog.CATEGORY_NAMES[rule.category]}; {weights}; since {rule.since}."


def in_words(value: SettingValue) -> str:
    """A setting's value as a person writes it; a list without entries is ``none``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return (", ".join(value) or "none") if isinstance(value, tuple) else str(value)
