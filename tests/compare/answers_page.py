"""The page that sets the answers beside each other: the broken files, the kept answers of the others and ours of now."""

from __future__ import annotations

import difflib
import json
import re
from itertools import groupby
from typing import Any

from broken_files import COMMAND, HERE, Mistake, findings, mistakes, our_answer
from other_tools import TOOLS, Tool

PAGE = HERE.parents[1] / "docs" / "answers-compared.md"
KEPT = HERE / "others.json"
LONGEST = 8
"""Lines of another tool's answer that are shown."""
AROUND = 2
"""Lines of a broken file that are shown before and after those that differ."""

_US = re.compile(r"^\w+ \S+  \S+:(\d+):\d+$", re.MULTILINE)


def page() -> str:
    """The page as it should be today."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    numbered = list(enumerate(mistakes(), 1))
    sections = []
    for group, members in groupby(numbered, key=lambda one: one[1].group):
        sections.append(f"## {group}\n\n")
        sections += [_section(number, mistake, kept["answers"][mistake.name]["told"]) for number, mistake in members]
    rows = [_row(number, mistake, kept["answers"][mistake.name]["told"]) for number, mistake in numbered]
    sound = (HERE / "firm" / "tracks" / "specialist.yaml").read_text(encoding="utf-8")
    frame = (HERE / "frame.md").read_text(encoding="utf-8")
    filled = {"rows": "\n".join(rows), "command": COMMAND, "longest": str(LONGEST), "sound": sound.rstrip("\n")}
    filled |= kept["versions"] | {name: kept[name] for name in ("date", "python", "node")}
    return re.sub(r"\{\{([^{}]+)\}\}", lambda found: filled[found[1]], frame) + "\n" + "".join(sections).rstrip() + "\n"


def _row(number: int, mistake: Mistake, told: dict[str, str]) -> str:
    cells = [_in_short(_places(tool, told[tool.name]), mistake.line) for tool in TOOLS]
    ours = [int(line) for line in _US.findall("".join(findings(our_answer(mistake))))]
    return " | ".join([f"| {number}", mistake.title, *cells, f"{_in_short(ours, mistake.line)} |"])


def _places(tool: Tool, told: str) -> list[int | None]:
    """The line that each message of an answer names."""
    lines = [tool.line.search(found[0]) for found in tool.message.finditer(told)]
    return [int(line[1]) if line else None for line in lines]


def _in_short(places: list[Any], line: int) -> str:
    if not places:
        return "silent"
    many = "1 message" if len(places) == 1 else f"{len(places)} messages"
    if line in places:
        first = places.index(line)
        return f"{many}, at the line" if first == 0 else f"{many}, the {_ORDINALS[first]} at the line"
    return f"{many}, no line" if places[0] is None else f"{many}, at line {places[0]}, not {line}"


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def _section(number: int, mistake: Mistake, told: dict[str, str]) -> str:
    meant = mistake.meant[0].lower() + mistake.meant[1:]
    parts = [
        f"### {number}. {mistake.title}\n\nWhat was meant: {meant}\n\n`{mistake.file}`:\n\n```text\n{_around(mistake)}```\n"
    ]
    parts += [_answered(tool.name, _places(tool, told[tool.name]), told[tool.name]) for tool in TOOLS]
    parts.append(f"**ladderc**\n\n```text\n{_our_part(our_answer(mistake))}\n```\n")
    parts.append(mistake.others.replace(". ", ".\n") + "\n")
    return "\n".join(parts) + "\n"


def _around(mistake: Mistake) -> str:
    """The lines of a broken file that are not as they should be, and some beside them."""
    lines = mistake.text.splitlines(keepends=True)
    sound = (HERE / "firm" / mistake.file).read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [
        one for one in difflib.SequenceMatcher(None, sound, lines, autojunk=False).get_opcodes() if one[0] != "equal"
    ]
    start, end = max(changed[0][3] - AROUND, 0), changed[-1][4] + AROUND
    return "".join(f"{number:3} | {line}" for number, line in enumerate(lines[start:end], start + 1))


def _answered(name: str, places: list[int | None], told: str) -> str:
    if not places:
        return f"**{name}**: " + (f"`{told}`" if told else "nothing") + "\n"
    lines = told.split("\n")
    left = len(lines) - LONGEST
    shown = lines if left <= 1 else [*lines[:LONGEST], f"… {left} more lines"]
    return "\n".join([f"**{name}**", "", "```text", *shown, "```", ""])


def _our_part(answer: str) -> str:
    """Our finding whole, and how many lines stand around it."""
    (finding,) = findings(answer)
    left = answer.strip("\n").count("\n") - finding.strip("\n").count("\n")
    return f"{finding.rstrip()}\n… {left} more lines around it"
