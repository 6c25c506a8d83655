"""What an editor says when the pointer rests on a word."""

from __future__ import annotations

from lsprotocol import types

from ladderc.lsp.cursor import Under, under
from ladderc.lsp.desk import Desk, Spot
from ladderc.lsp.fields import meaning
from ladderc.lsp.look import Look
from ladderc.lsp.names import Name
from ladderc.lsp.references import declared, nouns
from ladderc.lsp.telling import told, told_rule
from ladderc.report.report import Item
from ladderc.span import Span


def hover(desk: Desk, spot: Spot, position: types.Position, *, bands: bool) -> types.Hover | None:
    """What stands there, or what its field is for; then why each finding there is one."""
    lines = desk.lines(spot)
    row, column = lines.row_and_column(position)
    here, seen = under(desk.text(spot), row, column), desk.look_at(spot.root)
    parts: list[str] = []
    where: Span | None = here.span if here else None
    if here is not None and (said := _said(here, spot, seen, bands)):
        parts.append(said)
    for item in items_at(desk, spot, row, column):
        where = where if parts else lines.first_line_of(item.span)
        parts.append(told_rule(item.finding.rule))
    text = "\n\n---\n\n".join(dict.fromkeys(part for part in parts if part))
    if not text or where is None:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), lines.range_of(where))


def named_at(here: Under, spot: Spot, seen: Look) -> tuple[Name, ...]:
    """What the word under the cursor refers to, or gives its id to."""
    if spot.kind is None:
        return ()
    for noun in nouns(spot.kind, here.route, is_name=here.is_name):
        if found := seen.names.find(noun, here.text, spot.file):
            return found
    noun_here = None if here.is_name else declared(spot.kind, here.route)
    return seen.names.find(noun_here, here.text, spot.file) if noun_here else ()


def items_at(desk: Desk, spot: Spot, row: int, column: int) -> list[Item]:
    """The findings whose place the cursor is in; none while the text is newer than they are."""
    report = desk.look_at(spot.root).report
    if report is None or not desk.is_judged(spot):
        return []
    lines, found = desk.lines(spot), []
    for item in (one for cause in report.items for one in (cause, *cause.consequences)):
        shown = lines.first_line_of(item.span)
        if item.finding.place.file == spot.file and shown.line == row + 1 and _holds(shown, column + 1):
            found.append(item)
    return found


def _holds(span: Span, column: int) -> bool:
    return span.column <= column <= span.end_column


def _said(here: Under, spot: Spot, seen: Look, bands: bool) -> str:
    if spot.kind is None:
        return ""
    if "rule" in nouns(spot.kind, here.route, is_name=here.is_name) and (rule := told_rule(here.text)):
        return rule
    if found := named_at(here, spot, seen):
        return "\n\n".join(told(name, seen.names, seen.framework if bands else None) for name in found)
    return meaning(spot.kind, here.route) if here.is_name else ""
