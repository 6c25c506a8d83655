"""The mends that findings offer, as stretches of lines and columns, for formats that carry them along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.span import Span


class FixItem(NamedTuple):
    """One part of a mend: put ``text`` in the place of what the span covers; an empty span inserts."""

    file: str
    span: Span
    text: str


def mends_of(findings: Iterable[Finding], contents: Mapping[str, bytes]) -> Mapping[Finding, tuple[FixItem, ...]]:
    """The whole mend of each finding that has one."""
    with_fixes = [finding for finding in findings if finding.fixes]
    if not with_fixes:
        return {}
    from ladderc.edit.edits import edits_for  # only for files with faults that have a mend

    found: dict[Finding, tuple[FixItem, ...]] = {}
    for file, mends in edits_for(with_fixes, contents).items():
        for mend in mends:
            found[mend.finding] = tuple(
                FixItem(file, _span(contents[file], one.start, one.end), one.text.decode()) for one in mend.changes
            )
    return found


def _span(content: bytes, start: int, end: int) -> Span:
    return Span(*_spot(content, start), *_spot(content, end))


def _spot(content: bytes, position: int) -> tuple[int, int]:
    """Line and column of a byte, counted from 1 as an editor does."""
    before = content[:position].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
