"""What changed in a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Fate = Literal["same", "gone", "new"]

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_KEPT = 0.5
"""Which share of the longer text must have stayed; below, two whole texts are easier to read than a patchwork."""


class Piece(NamedTuple):
    """A stretch of text that stayed, went or came."""

    text: str
    fate: Fate


def word_by_word(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one row of pieces: without the new ones it is the older text, without the gone ones the newer.

    Where little stayed, the older text as a whole is followed by the newer.
    """
    if before > after:  # the matcher prefers one side: asked in one order only, both directions mirror each other
        return tuple(_pieces((right, left) for left, right in _aligned(after, before)))
    return tuple(_pieces(_aligned(before, after)))


def _aligned(before: str, after: str) -> list[tuple[str, str]]:
    """Stretches of both texts side by side: the same on both sides, or what stands in the place of what."""
    from difflib import SequenceMatcher  # only where something was reworded

    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[tuple[str, str]] = []
    for what, start, end, start_new, end_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = "".join(old[start:end]), "".join(new[start_new:end_new])
        if what == "equal" and left.strip() and any(letter.isalnum() for letter in left):
            found.append((left, right))
        elif found and found[-1][0] != found[-1][1]:  # blanks and signs between two changes belong to both
            found[-1] = (found[-1][0] + left, found[-1][1] + right)
        else:
            found.append((left, right))
    stayed = sum(len(left) for left, right in found if left == right)
    return found if stayed >= _KEPT * max(len(before), len(after)) else [(before, after)]


def _pieces(stretches: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    """What went comes before what came in its place, as people strike out before they write."""
    for gone, new in stretches:
        if gone == new:
            yield Piece(gone, "same")
            continue
        if gone:
            yield Piece(gone, "gone")
        if new:
            yield Piece(new, "new")
