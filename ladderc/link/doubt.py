"""Which families a file with a mistake may touch: nothing is proved about those until it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from ladderc.link.catalogue import Catalogue
from ladderc.link.faults import Faults
from ladderc.link.part import as_typed
from ladderc.sources.document import Data, Document, FileKind, Reading
from ladderc.sources.misplaced import kind_meant
from ladderc.sources.names import kind_meant_by
from ladderc.wording.nearest import nearest

_ITEM = re.compile(r"[ \t]*-[ \t]*(\S.*)")


class Unusable(NamedTuple):
    """A file of tracks or pay that is left out whole: it could not be read, its shape is wrong, or its name."""

    file: str
    kind: FileKind
    document: Document | None
    text: str


def unusable(reading: Reading, faulty: frozenset[str]) -> tuple[Unusable, ...]:
    """The files left out whole, in the order of their names."""
    left_out = [
        Unusable(document.file, kind_meant(document), document, "")
        for document in reading.documents
        if document.file in faulty
    ]
    left_out += [
        Unusable(file, kind, None, reading.contents.get(file, b"").decode("utf-8", "replace"))
        for file, kind in reading.broken
    ]
    left_out += [
        Unusable(finding.place.file, kind, None, "")
        for finding in reading.findings
        if finding.rule == "unknown-file" and (kind := kind_meant_by(finding.place.file))
    ]
    return tuple(sorted(left_out, key=lambda one: one.file))


def lost_tracks(files: Iterable[Unusable]) -> tuple[dict[str, str], str | None]:
    """The tracks that references may name although their files are left out, and a file whose id cannot be told."""
    lost: dict[str, str] = {}
    hidden: str | None = None
    for one in files:
        if one.kind == "track":
            ids = words(one, "id")
            if len(ids) == 1 and ids[0].isascii() and " " not in ids[0]:  # else nobody knows what id is meant
                lost.setdefault(ids[0], one.file)
            else:
                hidden = hidden or one.file
    return lost, hidden


def doubtful(
    files: Iterable[Unusable], documents: Iterable[Document], lists: Catalogue, faults: Faults
) -> tuple[dict[str, str], dict[str, str]]:
    """Each family that a mistake may touch with the file to mend; the same for pay alone.

    ``documents`` are those that were linked, of which some lost a part.
    A mistake among waivers or releases touches no family.
    """
    every = tuple(lists.families)
    parity: dict[str, str] = {}
    pay: dict[str, str] = {}
    touched = [(one, one.file) for one in files]
    touched += [
        (Unusable(one.file, one.kind, one, ""), faults.lossy[one.file]) for one in documents if one.file in faults.lossy
    ]
    for one, cause in touched:
        if one.kind == "track":
            _add(parity, _told(one, "family", every), cause)
        elif one.kind == "pay":
            _add(pay, _told(one, "families", every), cause)
        elif one.kind == "framework":
            _add(parity, every, cause)
    return ({id: parity[id] for id in every if id in parity}, {id: pay[id] for id in every if id in pay})


def _add(doubts: dict[str, str], families: Iterable[str], cause: str) -> None:
    for family in families:
        doubts.setdefault(family, cause)


def _told(one: Unusable, field: str, every: tuple[str, ...]) -> tuple[str, ...]:
    """The families that a file names or nearly names; every one where that cannot be told, or where it leads others."""
    if words(one, "leads"):
        return every
    found = [word if word in every else nearest(word, every) for word in words(one, field)]
    known = tuple(word for word in found if word)
    return known if known and len(known) == len(found) else every


def words(one: Unusable, field: str) -> tuple[str, ...]:
    """The ids under a top-level field, from the data or, where there is none, from the look of the lines."""
    if one.document is None:
        return _seen(one.text, field)
    data = one.document.data
    value = data.get(field) if isinstance(data, dict) else None
    if isinstance(value, list):
        items = [(item, (field, position)) for position, item in enumerate(value)]
        return tuple(as_typed(one.document, item, route) for item, route in items if _is_word(item))
    return (as_typed(one.document, value, (field,)),) if _is_word(value) else ()


def _is_word(value: Data) -> bool:
    return isinstance(value, str | int | Decimal)


def _seen(text: str, field: str) -> tuple[str, ...]:
    lines = text.splitlines()
    for position, line in enumerate(lines):
        if not line.startswith(f"{field}:"):
            continue
        written = line.partition(":")[2].split(" #")[0].strip()
        if written:
            return tuple(filter(None, (_bare(word) for word in written.strip("[]").split(","))))
        found: list[str] = []
        for below in lines[position + 1 :]:
            item = _ITEM.match(below)
            if not item:
                break
            found.append(_bare(item[1].split(" #")[0]))
        return tuple(found)
    return ()


def _bare(word: str) -> str:
    return word.strip().strip("'\"")
