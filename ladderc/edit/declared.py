"""Whether it is the reference that is misspelt, or the id that it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladderc.finding import Edit, Finding
from ladderc.sources.document import Data, Document


def doubtful(findings: Iterable[Finding], documents: Iterable[Document]) -> frozenset[Edit]:
    """The edits of references that several places spell in one way, while nothing spells them as the id is declared.

    There the slip may well be in the declaration, which stands once, and ids are never changed here.
    """
    by_file = {document.file: document for document in documents}
    alike: dict[tuple[str, str], list[Edit]] = {}
    for finding in findings:
        if finding.rule == "unknown-reference" and len(finding.fixes) == 1 and finding.place.file in by_file:
            (edit,) = finding.fixes
            if change := _change(_written(by_file[finding.place.file], edit), edit.text):
                alike.setdefault(change, []).append(edit)
    several = {change: edits for change, edits in alike.items() if len(edits) > 1}
    if not several:
        return frozenset()
    used = {part for document in by_file.values() for word in _words(document.data) for part in word.split("/")}
    return frozenset(edit for (_, meant), edits in several.items() if meant not in used for edit in edits)


def _change(written: str, text: str) -> tuple[str, str] | None:
    """The one part of ``track/level`` that changes; None where a name becomes an id."""
    pairs = list(zip(written.split("/"), text.split("/"), strict=False))
    different = [pair for pair in pairs if pair[0] != pair[1]]
    return different[0] if len(different) == 1 and written.count("/") == text.count("/") else None


def _written(document: Document, edit: Edit) -> str:
    route = edit.place.route
    if edit.place.on == "key":
        return str(route[-1])
    value: Data = document.data
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return ""
    return document.typed.get(route, str(value))


def _words(data: Data) -> Iterator[str]:
    """Every text and every field's name of a document, but no id where it is declared."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield name
            if name != "id":
                yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
    elif data is not None:
        yield str(data)
