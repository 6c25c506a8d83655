"""The bands of a pay file in the order of the grades: each moves whole, with the remarks above it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ladderc.edit.edits import Source
from ladderc.sources.document import Data, Document
from ladderc.sources.places import locate
from ladderc.sources.read import read_file
from ladderc.span import Place

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class _Block(NamedTuple):
    """One band: lines ``first`` to ``end`` (counted from 0, ``end`` is one past), and how many of them are remarks."""

    rank: int
    first: int
    end: int
    remarks: int


def in_order(document: Document, content: bytes, rank: Mapping[str, int]) -> tuple[bytes, int]:
    """The bytes with the bands from the lowest grade to the highest, and the line of the first band moved.

    The same bytes and 0 where they stand so already, or where it is not certain what belongs to which band:
    a band in a line with others, a remark with a blank line below it, an unknown grade or one that comes twice.
    ``rank`` is each grade's position among the grades.
    """
    bands = document.data.get("bands") if isinstance(document.data, dict) else None
    if not isinstance(bands, list):
        return content, 0
    ranks = [_rank(document, band, position, rank) for position, band in enumerate(bands)]
    known = [one for one in ranks if one is not None]
    if len(known) != len(bands) or len(set(known)) != len(known) or known == sorted(known):
        return content, 0
    source = Source(content)
    lines = [line for line in _LINE.findall(source.text) if line]
    blocks = _blocks(document.file, content, lines, known)
    if not blocks:
        return content, 0
    moved = next(block for block, other in zip(blocks, sorted(blocks), strict=True) if block != other)
    after = _moved(content, source, lines, blocks)
    again, _ = read_file(document.file, document.kind, after)
    return (after, moved.first + moved.remarks + 1) if _same(document, again) else (content, 0)


def _rank(document: Document, band: Data, position: int, rank: Mapping[str, int]) -> int | None:
    written = band.get("grade") if isinstance(band, dict) else None
    return rank.get(document.typed.get(("bands", position, "grade"), str(written)))


def _blocks(file: str, content: bytes, lines: list[str], ranks: list[int]) -> list[_Block]:
    """The lines of each band with the remarks above it; nothing where that cannot be told."""
    places = [Place(file, ("bands", position)) for position in range(len(ranks))]
    spans = locate(content, places)
    blocks: list[_Block] = []
    before = spans[places[0]].line - 1
    while before and lines[before - 1].lstrip().startswith("#"):
        before -= 1
    for place, rank in zip(places, ranks, strict=True):
        start, end = spans[place].line - 1, spans[place].end_line
        if not re.match(r"[ \t]*- ", lines[start]) or start < before:
            return []  # two bands in one line, or between brackets
        between = lines[before:start]
        blank = max((at for at, line in enumerate(between) if not line.strip()), default=-1)
        if any(line.strip() for line in between[: blank + 1]):
            return []  # a remark that belongs to the band above, or to several below
        first = before + blank + 1
        blocks.append(_Block(rank, first, end, start - first))
        before = end
    if blocks[0].remarks and not any(block.remarks for block in blocks[1:]):
        heading = blocks[0]  # a remark above the first alone speaks of the list
        blocks[0] = heading._replace(first=heading.first + heading.remarks, remarks=0)
    return blocks


def _moved(content: bytes, source: Source, lines: list[str], blocks: list[_Block]) -> bytes:
    """Blank lines between bands stay where they are; the last line of a file keeps its missing end."""
    ending = next(line[len(line.rstrip("\r\n")) :] for line in lines)
    pieces: list[str] = []
    for number, (block, other) in enumerate(zip(blocks, sorted(blocks), strict=True)):
        text = "".join(lines[other.first : other.end]).rstrip("\r\n")
        last = lines[block.end - 1]
        pieces.append(text + last[len(last.rstrip("\r\n")) :])
        follows = blocks[number + 1].first if number + 1 < len(blocks) else block.end
        pieces += lines[block.end : follows]
    assert ending, "a file of several bands has several lines"
    start = sum(map(len, lines[: blocks[0].first]))
    end = sum(map(len, lines[: blocks[-1].end]))
    change = source.change(start, end, "".join(pieces))
    return content[: change.start] + change.text + content[change.end :]


def _same(before: Document, after: Document | None) -> bool:
    """Whether nothing but the order of bands differs."""
    if after is None or not isinstance(after.data, dict) or not isinstance(before.data, dict):
        return False
    old, new = before.data["bands"], after.data.get("bands")
    if not isinstance(old, list) or not isinstance(new, list) or len(old) != len(new):
        return False
    return all(band in new for band in old) and {**before.data, "bands": []} == {**after.data, "bands": []}
