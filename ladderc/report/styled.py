"""Lines of a report as pieces of text with a style each, so that one layout serves terminals and plain files."""

from __future__ import annotations

from typing import Literal, NamedTuple

Style = Literal["plain", "strong", "quiet", "error", "warning", "note", "good"]


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Piece, ...]


def line(*pieces: str | Piece) -> Line:
    """A line of pieces; bare texts are plain."""
    return tuple(piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces)


def plain(lines: tuple[Line, ...]) -> str:
    """The lines without any style, each without blanks at its end."""
    return "\n".join("".join(piece.text for piece in pieces).rstrip() for pieces in lines)
