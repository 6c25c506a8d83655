"""Of a list with a broken entry the entries that are whole: one that is broken covers nothing, and takes no other along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladderc.sources.document import Data, Document
from ladderc.validate.schemas import fits

_LISTS = ("waivers", "acks", "baseline")
"""The files whose entries stand alone; a release is one of a row, and the row is wrong without it."""


def sound_entries(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The lists among these documents, with nothing in the place of what is broken, so that positions stay."""
    return tuple(
        _with(one, (item if fits(one.kind, [item]) else None for item in entries)) for one, entries in _lists(documents)
    )


def broken_waivers(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The waivers among these documents that are broken and yet name rule and subject, with those two alone."""
    return tuple(_with(one, map(_named, entries)) for one, entries in _lists(documents) if one.kind == "waivers")


def _lists(documents: Iterable[Document]) -> Iterator[tuple[Document, list[Data]]]:
    return ((one, one.data) for one in documents if one.kind in _LISTS and isinstance(one.data, list))


def _with(document: Document, entries: Iterable[Data]) -> Document:
    return document._replace(data=list(entries))


def _named(entry: Data) -> Data:
    """Rule and subject of a broken waiver; None where it is whole, or nobody can tell what it is about."""
    if not isinstance(entry, dict) or fits("waivers", [entry]):
        return None
    named: dict[str, Data] = {field: entry[field] for field in ("rule", "subject") if field in entry}
    said: dict[str, Data] = {"reason": "…", "owner": "…", "expires": "…"}
    return named if fits("waivers", [named | said]) else None
