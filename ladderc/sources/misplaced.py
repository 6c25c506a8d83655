"""Tracks that were put among the pay files, and pay files among the tracks, told by their fields."""

from __future__ import annotations

from ladderc.sources.document import Document, FileKind


def kind_meant(document: Document) -> FileKind:
    """The kind of file that a document was written as, whatever folder it stands in."""
    fields = document.data.keys() if isinstance(document.data, dict) else frozenset[str]()
    if document.kind == "pay" and "levels" in fields and not fields & {"bands", "currency"}:
        return "track"
    if document.kind == "track" and "bands" in fields and not fields & {"levels", "kind"}:
        return "pay"
    return document.kind
