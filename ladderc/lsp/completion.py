"""What could be typed at the cursor: ids, words of a closed list, and fields that are not there yet."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ladderc.lsp.cursor import Gap, gap
from ladderc.lsp.desk import Desk, Spot
from ladderc.lsp.fields import Field, fields, values
from ladderc.lsp.look import Look
from ladderc.lsp.names import Name
from ladderc.lsp.references import Noun, nouns
from ladderc.rules import catalog
from ladderc.rules.explained import explain
from ladderc.wording.printable import printable

_AUDIENCES = ("public", "employees", "hr")


def completion(desk: Desk, spot: Spot, position: types.Position) -> types.CompletionList | None:
    """The offers at a position; None where sentences and remarks are written."""
    lines, seen = desk.lines(spot), desk.look_at(spot.root)
    row, column = lines.row_and_column(position)
    at = gap(lines, row, column)
    if at is None or spot.kind is None:
        return None
    place = lines.range_of(at.span)
    found = [
        types.CompletionItem(
            label=label,
            kind=kind,
            detail=detail or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, about) if about else None,
            sort_text=f"{number:05}",
            filter_text=label,
            text_edit=types.TextEdit(place, at.blanks + text),
        )
        for number, (label, text, kind, detail, about) in enumerate(_offers(spot, seen, at))
    ]
    return types.CompletionList(is_incomplete=False, items=found)


_Offer = tuple[str, str, types.CompletionItemKind, str, str]
"""Label, text to put, kind, a few words beside it, Markdown below it."""


def _offers(spot: Spot, seen: Look, at: Gap) -> Iterator[_Offer]:
    assert spot.kind is not None, "only files that are read have offers"
    if at.is_name:
        yield from _names(spot, seen, at, at.route, ": " if at.needs_colon else "")
        return
    for noun in nouns(spot.kind, at.route):
        for word, detail, about in _known(noun, spot, seen):
            yield word, word, types.CompletionItemKind.Reference, detail, about
    for value in values(spot.kind, at.route):
        yield value, value, types.CompletionItemKind.EnumMember, "", ""
    if at.alone:  # a fresh line: fields may begin here as well
        yield from _names(spot, seen, at, at.route, ": ")


def _names(spot: Spot, seen: Look, at: Gap, route: tuple[str | int, ...], after: str) -> Iterator[_Offer]:
    assert spot.kind is not None, "only files that are read have offers"
    offered = [one for one in fields(spot.kind, route) if one.name not in at.siblings]
    for one in sorted(offered, key=lambda field: not field.needed):
        yield one.name, _text(one, after), types.CompletionItemKind.Field, "needed" if one.needed else "", one.meaning
    for noun in nouns(spot.kind, (*route, "*"), is_name=True):
        if noun == "rule":
            continue  # the schema has every rule as a field
        for word, detail, about in _known(noun, spot, seen):
            if word not in at.siblings:
                colon = ":" if after else ""
                yield word, f"{word}{colon}", types.CompletionItemKind.Reference, detail, about


def _text(field: Field, after: str) -> str:
    return f"{field.name}{after.rstrip() if field.opens else after}"


def _known(noun: Noun, spot: Spot, seen: Look) -> Iterator[tuple[str, str, str]]:
    """Every id of a kind as this file would write it, what it is called, and what it is."""
    if noun == "rule":
        for rule in catalog.names():
            yield rule, "", explain(rule).claim
        return
    own = seen.names.track_of_file.get(spot.file)
    known = list(seen.names.all(noun))
    if noun == "level":
        known.sort(key=lambda one: one.track != own)  # those of this track first
    if noun == "zone":
        here = [one for one in known if one.place.file == spot.file]  # a pay structure knows its own zones only
        known = here if spot.kind == "pay" else list({one.id: one for one in known}.values())
    for name in known:
        word = name.id if noun == "zone" or (noun == "level" and name.track == own) else name.key
        yield word, _detail(name, seen), printable(name.about.in_language(seen.names.locale))
    if noun == "audience":
        yield from ((word, "", "") for word in _AUDIENCES)
    if noun == "family" and spot.kind == "track" and len(known) > 1:
        yield "all", "every family", ""


def _detail(name: Name, seen: Look) -> str:
    title = printable(name.title.in_language(seen.names.locale))
    return f"{title}, {name.grade}" if name.noun == "level" and name.grade else title
