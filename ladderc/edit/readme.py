"""The README of an imported framework: what came from where, and what to type next."""

from __future__ import annotations

from ladderc.edit.plan import Plan
from ladderc.edit.told import arrived, guessed, unplaced


def readme(plan: Plan) -> str:
    """Markdown, short, with everything that was guessed or could not be placed."""
    lines = [
        f"# {plan.name}",
        "",
        f"This career framework was imported from `{plan.table}` by `ladderc import`.",
        "",
        *(f"- {line}" for line in arrived(plan)),
        "",
        "## What came from where",
        "",
        "| column of the table | here |",
        "|---|---|",
        *(f"| {_cell(theirs)} | {ours} |" for theirs, ours in plan.columns),
        *(f"| {_cell(name)} | left out |" for name in plan.left_out),
    ]
    if guesses := guessed(plan):
        lines += ["", "## What was guessed", "", "Check each of these.", "", *(f"- {guess}" for guess in guesses)]
    if lost := unplaced(plan):
        lines += ["", "## What could not be placed", "", *(f"- {line}" for line in lost)]
    lines += [
        "",
        "## Next",
        "",
        "Type these in this folder:",
        "",
        "    ladderc check",
        "    ladderc serve --audience hr",
        "    ladderc build --audience hr",
        "",
    ]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
