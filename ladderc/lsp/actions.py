"""What an editor offers to do about a finding: mend it, or write a waiver for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from ladderc.edit.edits import Change, Mend, apart, edits_for
from ladderc.finding import Finding
from ladderc.lsp.desk import Desk, Spot, as_bytes
from ladderc.lsp.positions import Lines
from ladderc.lsp.waiver import waiver_action

Range = tuple[types.Position, types.Position]

FIX_ALL = "source.fixAll.ladderc"
"""The kind under which an editor can be told to mend all that is certain, for instance on saving."""


def actions(
    desk: Desk, spot: Spot, wanted: types.Range, shown: list[types.Diagnostic], only: list[str] | None
) -> list[types.CodeAction]:
    """The offers for a stretch of a file; none while the text is newer than its findings.

    ``shown`` are the diagnostics that the editor has there, ``only`` the kinds of action that it asks for.
    """
    report = desk.look_at(spot.root).report
    if report is None or not desk.is_judged(spot):
        return []
    every = [one.finding for item in report.items for one in (item, *item.consequences)]
    here = [one for one in every if one.place.file == spot.file]
    found: list[types.CodeAction] = []
    if asked(only, types.CodeActionKind.QuickFix.value):
        found += _quick_fixes(desk, spot, here, wanted, shown)
        marks = {one.data: one for one in shown if one.source == "ladderc"}
        for finding in here:
            diagnostic = marks.get(finding.fingerprint)
            if diagnostic and (action := waiver_action(desk, spot.root, finding, diagnostic)):
                found.append(action)
    if only and asked(only, FIX_ALL):  # only where it is asked for: it belongs to saving, not to the bulb
        found += _fix_all(desk, spot, here)
    return found


def asked(only: list[str] | None, kind: str) -> bool:
    """Whether a kind is asked for: itself, one that it belongs to (``source``), or no kind at all."""
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _quick_fixes(
    desk: Desk, spot: Spot, findings: Iterable[Finding], wanted: types.Range, shown: list[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    lines = desk.lines(spot)
    for mend in _mends(desk, spot, findings):
        place = lines.range_of(mend.span)
        marked = [one for one in shown if one.data == mend.finding.fingerprint]
        if not marked and not _touch(place, wanted):
            continue
        yield types.CodeAction(
            title=_title(mend),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=marked or None,
            is_preferred=all(edit.certain for edit in mend.finding.fixes),
            edit=_edit(desk, spot, mend.changes),
        )


def _fix_all(desk: Desk, spot: Spot, findings: Iterable[Finding]) -> Iterator[types.CodeAction]:
    certain = [one for one in findings if all(edit.certain for edit in one.fixes)]
    changes = [change for mend in apart(_mends(desk, spot, certain)) for change in mend.changes]
    if changes:
        yield types.CodeAction("Mend all that has one right answer", FIX_ALL, edit=_edit(desk, spot, changes))


def _mends(desk: Desk, spot: Spot, findings: Iterable[Finding]) -> list[Mend]:
    return edits_for(findings, {spot.file: as_bytes(desk.text(spot))}).get(spot.file, [])


def _title(mend: Mend) -> str:
    edits = mend.finding.fixes
    if len(edits) > 1 or edits[0].quoted:
        return f"Mend {mend.finding.rule}"
    text = edits[0].text.strip()
    if not text:
        return f"Delete it ({mend.finding.rule})"
    return f"Write `{text}`" if len(text) <= 60 and "\n" not in text else f"Mend {mend.finding.rule}"


def _edit(desk: Desk, spot: Spot, changes: Iterable[Change]) -> types.WorkspaceEdit:
    content = as_bytes(desk.text(spot))

    def position(index: int) -> types.Position:
        return Lines(content[:index].decode("utf-8", "surrogatepass"), desk.units).end()

    edits = [
        types.TextEdit(types.Range(position(one.start), position(one.end)), one.text.decode())
        for one in sorted(changes)
    ]
    return types.WorkspaceEdit(changes={desk.address(spot): edits})


def _touch(left: types.Range, right: types.Range) -> bool:
    return left.start <= right.end and right.start <= left.end
