"""A rule's documentation, read from the docstring of the file that declares it."""

from __future__ import annotations

from importlib import import_module
from textwrap import dedent
from typing import NamedTuple

from ladderc.rules import catalog
from ladderc.rules.base import Rule

SECTIONS = ("Why", "Source", "Bad", "Good", "When to waive")
"""The sections of a rule's docstring, in their fixed order."""

ARTICLES = {
    "J:": "Jensen, “Why Management Isn't the Only Path” (2026):",
    "D:": "The article on the “Director without direct reports”:",
}


class Explanation(NamedTuple):
    """A rule explained; ``bad`` and ``good`` are YAML, the rest is Markdown with one sentence a line."""

    rule: Rule
    claim: str
    why: str
    source: str
    bad: str
    good: str
    waive: str


def explain(name: str) -> Explanation:
    """The documentation of a rule; KeyError where there is no such rule."""
    rule = catalog.load(name)
    sections = sections_of(import_module(rule.module).__doc__ or "")
    source = sections["Source"]
    for short, full in ARTICLES.items():
        source = source.replace(short, full)
    return Explanation(
        rule,
        sections["claim"],
        sections["Why"],
        source,
        dedent(sections["Bad"]).strip("\n"),
        dedent(sections["Good"]).strip("\n"),
        sections["When to waive"],
    )


def sections_of(docstring: str) -> dict[str, str]:
    """The sections of a rule's docstring by name; the text before the first is ``claim``."""
    sections: dict[str, list[str]] = {"claim": []}
    current = "claim"
    lines = docstring.splitlines()
    for position, line in enumerate(lines):
        following = lines[position + 1] if position + 1 < len(lines) else ""
        if line in SECTIONS and following == "-" * len(line):
            current = line
            sections[current] = []
        elif line and set(line) == {"-"} and position and lines[position - 1] == current:
            continue
        else:
            sections[current].append(line)
    return {name: "\n".join(lines).strip("\n") for name, lines in sections.items()}
