"""Which characters the shipped fonts can print, read from the fonts themselves."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from ladderc import resources

FAMILY = "Source Sans 3"


def folder() -> Path:
    """The directory of the fonts that guides are set in; no other font is ever used."""
    return resources.templates() / "fonts"


@cache
def printable() -> frozenset[int]:
    """The code points that every style of the family has, so that emphasis never loses a character."""
    files = sorted(folder().glob("*.otf"))
    return frozenset.intersection(*(_code_points(file.read_bytes()) for file in files))


def _code_points(font: bytes) -> frozenset[int]:
    """What an OpenType font maps to a glyph, from its ``cmap`` table (subtable format 12: all of Unicode)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    directory = {}
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        directory[tag] = offset
    cmap = directory[b"cmap"]
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    for number in range(subtables):
        _, _, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", font, cmap + offset)
        if form == 12:
            return _groups(font, cmap + offset)
    raise ValueError("a shipped font has no map of all its characters (cmap format 12)")


def _groups(font: bytes, at: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">L", font, at + 12)
    points: set[int] = set()
    for number in range(count):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * number)
        points.update(range(first, last + 1))
    return frozenset(points)
