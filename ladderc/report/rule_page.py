"""A rule's page and the list of all rules, in Markdown."""

from __future__ import annotations

from ladderc.rules import catalog
from ladderc.rules.explained import Explanation, explain
from ladderc.rules.rule_text import Section, sections, standing


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
