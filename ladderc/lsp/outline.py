"""The outline of a file: a track with its levels, the lists of framework.yaml, a pay structure's bands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from ladderc.link.part import Part, root, rows
from ladderc.lsp.desk import Desk, Spot, as_bytes
from ladderc.sources.document import Document
from ladderc.sources.places import locate
from ladderc.sources.read import read_file
from ladderc.span import Place
from ladderc.wording.printable import printable


class _Entry(NamedTuple):
    name: str
    detail: str
    whole: Place
    head: Place
    below: tuple[_Entry, ...] = ()


def outline(desk: Desk, spot: Spot) -> list[types.DocumentSymbol]:
    """What a file holds; while it cannot be read, what it held, as far as that is still there."""
    if spot.kind is None:
        return []
    content = as_bytes(desk.text(spot))
    document, _ = read_file(spot.file, spot.kind, content)
    document = document or desk.look_at(spot.root).documents.get(spot.file)
    if document is None:
        return []
    entries = tuple(_entries(document))
    places = [place for entry in entries for one in (entry, *entry.below) for place in (one.whole, one.head)]
    found = locate(content, places)
    lines = desk.lines(spot)

    def symbol(entry: _Entry, kind: types.SymbolKind) -> types.DocumentSymbol:
        whole, head = found[entry.whole], found[entry.head]
        if head[:2] < whole[:2]:
            whole = whole._replace(line=head.line, column=head.column)
        if (head.end_line, head.end_column) > (whole.end_line, whole.end_column):
            head = whole
        return types.DocumentSymbol(
            name=entry.name or "(no name)",
            detail=entry.detail or None,
            kind=kind,
            range=lines.range_of(whole),
            selection_range=lines.range_of(head),
            children=[symbol(one, types.SymbolKind.Field) for one in entry.below] or None,
        )

    return [symbol(entry, types.SymbolKind.Class) for entry in entries]


def _entries(document: Document) -> Iterator[_Entry]:
    whole = root(document)
    if document.kind == "track":
        levels = tuple(_level(part) for part in whole.parts("levels"))
        name = whole.line("id") or ""
        yield _Entry(
            _title(whole, "name") or name, whole.line("kind") or "", Place(document.file), whole.at("name"), levels
        )
    elif document.kind in ("framework", "pay"):
        for field, value in whole.data.items():
            if isinstance(value, list):
                below = tuple(_item(part) for part in whole.parts(field))
                yield _Entry(field, "", whole.at(field), whole.key(field), below)
    else:
        for part in rows(document):
            yield _Entry(part.line("rule") or part.line("id") or "", "", part.place, part.place)


def _level(part: Part) -> _Entry:
    name = f"{part.line('id') or ''} {_title(part, 'title')}".strip()
    return _Entry(printable(name), part.line("grade") or "", part.place, part.at("title"))


def _item(part: Part) -> _Entry:
    name = part.line("id") or part.line("grade") or part.line("track") or ""
    return _Entry(printable(name), _title(part, "name"), part.place, part.place)


def _title(part: Part, field: str) -> str:
    text = part.text(field)
    return printable(text.plain) if text else ""
