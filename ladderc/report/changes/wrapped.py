"""Breaks styled text into lines of a width that people read easily; words stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderc.report.styled import Line, Piece, Style, line

WIDTH = 100
"""Characters of a line, its indent included."""

_WORDS = re.compile(r"\S+(?: %\S*)?|\s+")
"""A figure and its percent sign are one word."""


def wrapped(indent: int, *pieces: str | Piece, hanging: int | None = None) -> Iterator[Line]:
    """The pieces, which follow on one another, in lines that begin ``indent`` blanks in, later ones ``hanging``."""
    words: list[list[Piece]] = [[]]
    for piece in line(*pieces):
        for run in _WORDS.findall(piece.text):
            if run.isspace():
                words.append([])
            else:
                words[-1].append(Piece(run, piece.style))
    start, later = " " * indent, " " * (indent if hanging is None else hanging)
    now: list[Piece] = [Piece(start)]
    used = indent
    for word in filter(None, words):
        length = sum(len(piece.text) for piece in word)
        first = len(now) == 1
        if not first and used + 1 + length > WIDTH:
            yield tuple(now)
            now, used, first = [Piece(later)], len(later), True
        if not first:
            now.append(Piece(" ", _between(now[-1].style, word[0].style)))
            used += 1
        now += word
        used += length
    yield tuple(now)


def _between(before: Style, after: Style) -> Style:
    """A blank inside a run of one style belongs to it."""
    return before if before == after else "plain"
