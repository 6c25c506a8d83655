"""What changed in a text, word by word."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """A stretch of text that stayed, went or came."""

    text: str
    fate: Literal["same", "gone", "new"]


def word_by_word(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one row of pieces: without the new ones it is the older text, without the gone ones the newer."""
    from difflib import SequenceMatcher  # only where something was reworded

    if before > after:  # the matcher prefers one side: asked in one order only, both directions mirror each other
        fates: dict[str, Literal["same", "gone", "new"]] = {"same": "same", "gone": "new", "new": "gone"}
        turned = [Piece(piece.text, fates[piece.fate]) for piece in word_by_word(after, before)]
        return tuple(_gone_first(turned))
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for what, start, end, start_new, end_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(old[start:end]), "same"))
            continue
        if start < end:
            pieces.append(Piece("".join(old[start:end]), "gone"))
        if start_new < end_new:
            pieces.append(Piece("".join(new[start_new:end_new]), "new"))
    return tuple(pieces)


def _gone_first(pieces: list[Piece]) -> list[Piece]:
    """Of two neighbours the one that went comes first, as people strike out before they write."""
    for position in range(len(pieces) - 1):
        first, second = pieces[position : position + 2]
        if first.fate == "new" and second.fate == "gone":
            pieces[position : position + 2] = [second, first]
    return pieces
