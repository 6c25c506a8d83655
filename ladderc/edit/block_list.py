"""One more entry in a list of a YAML file, every other byte left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ladderc.errors import UsageError
from ladderc.sources.document import FileKind
from ladderc.sources.places import locate
from ladderc.sources.read import read_file
from ladderc.span import Place, Span

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Entry(NamedTuple):
    """What is added: its fields, and lines below them that stand as remarks."""

    fields: Mapping[str, Any]
    remarks: Sequence[str] = ()


class Inserted(NamedTuple):
    """The whole new content of the file, and the line, counted from 1, on which the entry begins."""

    content: bytes
    line: int


def insert(
    file: str, kind: FileKind, content: bytes, field: str, at: int | None, entry: Entry, apart: bool
) -> Inserted:
    """The file with ``entry`` as number ``at`` of the list ``field`` at its top, which is made where it is missing.

    Without ``at`` it becomes the last one.

    Line ends and indentation follow the file. ``apart`` says whether a blank line goes before the entry
    where the list has fewer than two entries to learn that from.
    UsageError where the list stands between brackets, or where the result would not read back as meant.
    """
    document, _ = read_file(file, kind, content)
    before = document.data if document else None
    if not isinstance(before, dict):
        raise UsageError(f"{file} cannot be read.\nMend it first; `ladderc check` says what is wrong.")
    known = before.get(field)
    items = known if isinstance(known, list) else []
    at = len(items) if at is None else at
    text = _File(file, content, field, len(items))
    inserted = text.with_entry(at, entry, apart)
    again, _ = read_file(file, kind, inserted.content)
    expected = dict(before)
    written = again.data.get(field) if again and isinstance(again.data, dict) else None
    if isinstance(written, list) and at < len(written):
        # The entry itself is taken from the result: numbers and texts are what the reader makes of them.
        added = written[at]
        if isinstance(added, dict) and list(added) == list(entry.fields):
            expected[field] = [*items[:at], added, *items[at:]]
    if again is None or again.data != expected:
        raise _odd(file, field)
    return inserted


class _File:
    def __init__(self, file: str, content: bytes, field: str, length: int) -> None:
        self.name, self.field, self.length = file, field, length
        self.lines = _LINE.findall(content.decode())
        top, items = Place(file, (field,)), [Place(file, (field, number)) for number in range(length)]
        sample = Place(file, ("levels",))
        spans = locate(content, [top, top._replace(on="key"), *items, sample])
        self.is_there = self._is_key(spans[top._replace(on="key")])
        self.span = spans[top]
        self.spans = [spans[item] for item in items]
        self.sample = spans[sample]

    def with_entry(self, at: int, entry: Entry, apart: bool) -> Inserted:
        if any(line.lstrip("\ufeff").lstrip().startswith(("{", "[")) for line in self.lines[:1]):
            raise _bracketed(self.name, self.field)
        if not self.is_there:
            return self._new_list(entry)
        if not self.length:
            return self._fill(entry)
        first = self.span
        if self._line(first.line)[first.column - 1] != "-":
            raise _bracketed(self.name, self.field)
        edge = first.column - 1
        gap = self._gap(edge, apart)
        if at:
            row = self._end(at - 1, edge)
            return self._put(row, ([""] if gap else []) + _block(entry, edge), 1 if gap else 0)
        row = self._head(0, edge) - 1
        return self._put(row, _block(entry, edge) + ([""] if gap else []), 0)

    def _put(self, row: int, block: list[str], skipped: int) -> Inserted:
        """Put the lines of ``block`` behind line ``row`` (counted from 1; 0 puts them first)."""
        like = self.lines[row - 1] if row else self.lines[0]
        end = "\r\n" if like.endswith("\r\n") else "\r" if like.endswith("\r") else "\n"
        if like == like.rstrip("\r\n") and any(line.endswith("\r\n") for line in self.lines):
            end = "\r\n"
        before = "".join(self.lines[:row])
        if row and before == before.rstrip("\r\n"):
            before += end
        after = "".join(self.lines[row:])
        added = "".join(line + end for line in block)
        return Inserted((before + added + after).encode(), row + skipped + 1)

    def _new_list(self, entry: Entry) -> Inserted:
        """The list itself is missing: it goes to the end of the file."""
        offset = 2
        if self._line(self.sample.line)[self.sample.column - 1 :].startswith("-"):
            offset = self.sample.column - 1
        block = ["", f"{self.field}:", *_block(entry, offset)]
        return self._put(len(self.lines), block, 2)

    def _fill(self, entry: Entry) -> Inserted:
        """The list is there and empty: its brackets go, the entry comes below."""
        row = self.span.line
        line = self._line(row)
        rest = line[self.span.column - 1 :]
        if not re.match(r"\[ *\]", rest):
            raise _bracketed(self.name, self.field)
        tail = rest[rest.index("]") + 1 :]
        kept = line[: self.span.column - 1].rstrip()
        self.lines[row - 1] = kept + tail if tail.strip() else kept + _ending(line)
        offset = len(line) - len(line.lstrip()) + 2
        return self._put(row, _block(entry, offset), 0)

    def _gap(self, edge: int, apart: bool) -> bool:
        """Whether a blank line stands between entries."""
        if self.length < 2:
            return apart
        heads = [self._head(number, edge) for number in range(1, self.length)]
        return not self._line(heads[0] - 1).strip()

    def _head(self, number: int, edge: int) -> int:
        """The first line of an entry, remarks right above it included."""
        row = self.spans[number].line
        while row > 1 and not self._line(row).lstrip("\ufeff")[edge:].startswith("-"):
            row -= 1  # a dash may stand alone above its fields
        while row > 1 and self._is_remark(row - 1, edge):
            row -= 1
        return row

    def _end(self, number: int, edge: int) -> int:
        """The last line of an entry, remarks that are set in further than its dash included."""
        row = self.spans[number].end_line
        while row < len(self.lines) and self._is_remark(row + 1, edge + 1):
            row += 1
        return row

    def _is_remark(self, row: int, least: int) -> bool:
        line = self._line(row)
        return line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) >= least

    def _is_key(self, span: Span) -> bool:
        return self._line(span.line)[span.column - 1 : span.end_column - 1].strip("'\"") == self.field

    def _line(self, row: int) -> str:
        return self.lines[row - 1] if 0 < row <= len(self.lines) else ""


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _block(entry: Entry, edge: int) -> list[str]:
    """The lines of the entry, its dash at column ``edge`` (counted from 0)."""
    from ladderc.edit.yaml_text import dump  # ruamel.yaml takes 100 ms to import, and only writing needs it

    lines = dump([dict(entry.fields)], ()).rstrip("\n").split("\n")
    lines += [f"  # {remark}" if remark else "  #" for remark in entry.remarks]
    return [" " * edge + line for line in lines]


def _bracketed(file: str, field: str) -> UsageError:
    return UsageError(
        f"`{field}` of {file} stands between brackets, so nothing was added.\n"
        "Write each entry on a line of its own that begins with a dash, and try again."
    )


def _odd(file: str, field: str) -> UsageError:
    return UsageError(
        f"{file} is laid out in a way that leaves no sure place for one more of `{field}`, so nothing was added.\n"
        "Add it by hand; `ladderc check` says whether it is right."
    )
