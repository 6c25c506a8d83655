"""Breaks labels into lines by an estimate of their width that errs on the wide side, so that none is ever cut."""

from __future__ import annotations

import unicodedata

_NARROW = set("iljI.,:;|!'()[] ")
_WIDE = set("mwMW@%&—")


def width_of(text: str, font: float, *, bold: bool = False) -> float:
    """The width of a text in the widest of the usual system fonts, in the unit of ``font``."""
    return sum(_share(char) for char in text) * font * (1.09 if bold else 1.0)


def lines_of(text: str, width: float, font: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``width``; a word that is wider is broken with a hyphen."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, width, font, bold):
            longer = f"{line} {piece}" if line else piece
            if line and width_of(longer, font, bold=bold) > width:
                lines.append(line)
                line = piece
            else:
                line = longer
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, font: float, bold: bool) -> list[str]:
    """The word whole, or cut after hyphens where it has some, else where the line ends."""
    if width_of(word, font, bold=bold) <= width:
        return [word]
    pieces, rest = [], ""
    for char in word:
        if rest and width_of(f"{rest}{char}-", font, bold=bold) > width:
            cut = rest.rfind("-") + 1 or len(rest)
            pieces.append(rest[:cut] if rest[:cut].endswith("-") else f"{rest}-")
            rest = rest[cut:]
        rest += char
    return [*pieces, rest] if rest else pieces


def _share(char: str) -> float:
    """A character's width as a share of the font's size."""
    if char in _NARROW:
        return 0.38
    if char in _WIDE:
        return 0.98
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if unicodedata.combining(char):
        return 0.0
    return 0.72 if char.isupper() else 0.635
