"""A rule in full: one text, which the terminal, its page and the list of all rules print each in its own dress."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.rules import catalog
from ladderc.rules.base import Rule, SettingValue
from ladderc.rules.explained import Explanation, explain
from ladderc.rules.settings import weight


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


def page(told: Explanation) -> str:
    """A rule's page, in Markdown."""
    parts = [f"# {told.rule.name}", told.claim, f"*{standing(told.rule)}*"]
    return "\n\n".join([*parts, *(_markdown(section) for section in sections(told))]) + "\n"


def index() -> str:
    """The list of all rules, in Markdown."""
    lines = [
        "# The rules",
        "",
        "What `ladderc check` proves.",
        "Each page is what `ladderc explain` prints, and its examples are compiled by a test.",
    ]
    for category, members in catalog.CATEGORIES.items():
        lines += ["", f"## {catalog.CATEGORY_NAMES[category]}", "", "| rule | claim | in `adopt` |", "|---|---|---|"]
        for name in members:
            told = explain(name)
            lines.append(f"| [`{name}`]({name}.md) | {told.claim} | {told.rule.severity.value} |")
    return "\n".join(lines) + "\n"


def _markdown(section: Section) -> str:
    head = f"## {section.title}\n\n"
    if section.form == "yaml":
        return f"{head}```yaml\n{section.text}\n```"
    if section.form == "prose":
        return head + section.text
    rows = "\n".join(
        f"| `{one.name}` | {one.default} | {one.meaning} | {'our own choice' if one.ours else ''} |"
        for one in section.settings
    )
    return f"{head}{section.text}\n\n| setting | default | meaning | the default is |\n|---|---|---|---|\n{rows}"
