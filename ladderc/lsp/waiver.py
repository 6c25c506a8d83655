"""A waiver begun for a finding: the author gives the reason, the owner and the last day."""

from __future__ import annotations

import re
from pathlib import Path

from lsprotocol import types

from ladderc.finding import Finding, Subject
from ladderc.lsp.desk import Desk, Spot
from ladderc.rules import catalog

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
SHOW = "ladderc.show"
"""The command that asks the editor to open a place: a waiver is begun in another file than its author looks at."""

_MODELINE = "# yaml-language-server: $schema=.ladderc/schema/waivers.schema.json\n"


def waiver_action(desk: Desk, root: Path, finding: Finding, diagnostic: types.Diagnostic) -> types.CodeAction | None:
    """The offer to begin a waiver at the end of waivers.yaml; None for what no waiver can excuse."""
    if finding.rule not in catalog.names() or catalog.load(finding.rule).scope == "waivers" or not finding.subjects:
        return None
    subject = _subject(finding.subjects[0])
    if not subject:
        return None
    spot = Spot(root, "waivers.yml" if (root / "waivers.yml").exists() else "waivers.yaml")
    new = desk.open_at(spot) is None and spot.file not in desk.look_at(root).contents
    text = desk.text(spot)
    first = _ITEM.search(text)
    bare = "".join(line for line in text.splitlines() if not line.lstrip().startswith(("#", "---")))
    if first is None and bare.strip():
        return None  # a list between brackets, or nothing that an item can follow
    indent = first[1] if first else ""
    stub = "".join(f"{indent}{line}\n" for line in _stub(finding.rule, subject))
    lines = desk.lines(spot)
    at = lines.end()
    before = "" if at.character == 0 else "\n"
    if new and (root / ".ladderc" / "schema" / "waivers.schema.json").exists():
        before = _MODELINE
    address = desk.address(spot)
    edit = types.TextEdit(types.Range(at, at), before + stub)
    return types.CodeAction(
        title=f"Write a waiver for {finding.rule}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=_workspace_edit(address, edit, new=new),
        command=types.Command("Show it", SHOW, arguments=[_first_gap(address, edit)]) if desk.can_show else None,
    )


def _first_gap(address: str, edit: types.TextEdit) -> types.Location:
    """Where the author writes on: the remark in the place of the reason, so that what is typed replaces it."""
    before, _, after = edit.new_text.partition("reason: ")
    line, column = edit.range.start.line + before.count("\n"), len(before.rpartition("\n")[2]) + len("reason: ")
    end = column + after.index("\n")
    return types.Location(address, types.Range(types.Position(line, column), types.Position(line, end)))


def _workspace_edit(address: str, edit: types.TextEdit, *, new: bool) -> types.WorkspaceEdit:
    if not new:
        return types.WorkspaceEdit(changes={address: [edit]})
    document = types.OptionalVersionedTextDocumentIdentifier(address, None)
    return types.WorkspaceEdit(
        document_changes=[
            types.CreateFile(address, options=types.CreateFileOptions(ignore_if_exists=True)),
            types.TextDocumentEdit(document, [edit]),
        ]
    )


def _subject(subject: Subject) -> list[str]:
    named = [f"{part}: {value}" for part, value in subject._asdict().items() if value and part != "grade"]
    return named or ([f"grade: {subject.grade}"] if subject.grade else [])


def _stub(rule: str, subject: list[str]) -> list[str]:
    return [
        f"- rule: {rule}",
        "  subject:",
        *(f"    {part}" for part in subject),
        "  reason: # why this is right for now",
        "  owner: # who answers for it",
        "  expires: # the last day on which it holds, as year-month-day",
    ]
