"""From the edits that findings carry to changes of bytes, and a file's bytes with them made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ladderc.finding import Edit, Finding
from ladderc.sources.places import locate
from ladderc.sources.resolve import resolve
from ladderc.span import Span

_BOM = b"\xef\xbb\xbf"
_WORD = re.compile(r"[A-Za-z0-9][\w./ -]*")
_FIGURE = re.compile(r"\d(?:[\d.,'’_/:\u00a0\u202f-]*\d)?")
_NO_FIGURES = frozenset({"unknown-reference", "unknown-rating"})
"""Rules about names: of a thing called “Band 4” the id may have no digit."""


class Change(NamedTuple):
    """Bytes ``start`` to ``end`` of a file (its byte order mark counts) become ``text``; equal ends insert."""

    start: int
    end: int
    text: bytes


class Mend(NamedTuple):
    """All changes that mend one finding of one file; ``span`` is where the first of them stands."""

    finding: Finding
    span: Span
    changes: tuple[Change, ...]


class Source:
    """The text of one file, with the byte at which each spot stands; raises UnicodeDecodeError if it is not UTF-8."""

    def __init__(self, content: bytes) -> None:
        self._mark = len(_BOM) if content.startswith(_BOM) else 0
        self.text = content[self._mark :].decode()
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]

    def index(self, line: int, column: int) -> int:
        """The character at a line and column, both counted from 1."""
        start = self._starts[line - 1] if line <= len(self._starts) else len(self.text)
        return min(start + column - 1, len(self.text))

    def slice(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[self.index(span.line, span.column) : self.index(span.end_line, span.end_column)]

    def change(self, start: int, end: int, text: str) -> Change:
        """The change that puts ``text`` in place of characters ``start`` to ``end``."""
        first = self._mark + len(self.text[:start].encode())
        return Change(first, first + len(self.text[start:end].encode()), text.encode())


def edits_for(findings: Iterable[Finding], contents: Mapping[str, bytes]) -> dict[str, list[Mend]]:
    """The mends of each file, in the order of the findings; findings without edits, or whose edits do not fit, have none.

    Whether a mend is certain is for the caller to ask of the finding's edits.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        files = {edit.place.file for edit in finding.fixes}
        if len(files) == 1 and (file := files.pop()) in contents:
            by_file.setdefault(file, []).append(finding)
    found: dict[str, list[Mend]] = {}
    for file, several in by_file.items():
        content = contents[file]
        try:
            source = Source(content)
        except UnicodeDecodeError:
            continue
        spans = locate(content, [edit.place for finding in several for edit in finding.fixes])
        for finding in several:
            changes = [_changes(source, finding.rule, edit, spans[edit.place]) for edit in finding.fixes]
            if all(changes):
                every = tuple(sorted(change for one in changes for change in one))
                first = min(spans[edit.place] for edit in finding.fixes)
                found.setdefault(file, []).append(Mend(finding, first, every))
    return found


def applied(content: bytes, changes: Iterable[Change]) -> bytes:
    """The bytes with all changes made; they must not overlap."""
    for change in sorted(changes, reverse=True):
        content = content[: change.start] + change.text + content[change.end :]
    return content


def apart(mends: Iterable[Mend]) -> list[Mend]:
    """The mends that do not touch one another: of two that do, the first."""
    chosen: list[Mend] = []
    for mend in mends:
        if not any(_touch(one, other) for taken in chosen for one in taken.changes for other in mend.changes):
            chosen.append(mend)
    return chosen


def quotes(source: Source, start: int, end: int) -> list[Change]:
    """The insertions that put characters ``start`` to ``end`` in quotes; the text itself keeps every character."""
    text = source.text[start:end]
    if '"' not in text and "\\" not in text:
        return [source.change(start, start, '"'), source.change(end, end, '"')]
    inner = [source.change(start + at, start + at, "'") for at, letter in enumerate(text) if letter == "'" and at]
    opening = "''" if text.startswith("'") else "'"
    return [source.change(start, start, opening), *inner, source.change(end, end, "'")]


def _changes(source: Source, rule: str, edit: Edit, span: Span) -> Sequence[Change]:
    """The changes of one edit; none where what stands there is not what the edit was made for."""
    start, end = source.index(*span[:2]), source.index(*span[2:])
    old, text = source.text[start:end], edit.text
    if edit.quoted:
        grouped = edit.place.span is None and old[:1] in (
            "{",
            "[",
        )  # braces around a field are no words of the sentence
        return quotes(source, start, end) if old and not grouped else []
    if edit.place.span is None:
        # Behind a mark or a repeat stands more than this one value, and a text of several lines is a sentence.
        if not old or old[0] in "&*!" or span.line != span.end_line:
            return []
        if old[0] in "\"'" and old[-1] == old[0] and len(old) > 1 and _WORD.fullmatch(text) and _is_text(text):
            start, end, old = start + 1, end - 1, old[1:-1]
    if rule not in _NO_FIGURES and _FIGURE.findall(old) != _FIGURE.findall(text):
        return []
    return [source.change(start, end, text)] if old != text else []


def _is_text(word: str) -> bool:
    return isinstance(resolve(word), str)


def _touch(one: Change, other: Change) -> bool:
    return one.start <= other.end and other.start <= one.end
