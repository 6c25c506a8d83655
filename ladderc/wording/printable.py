"""Text that may safely stand on a terminal or in a log, whoever wrote it."""

from __future__ import annotations

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_CONTROL = {*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029} - {0x0A}
_LONE = {*range(0xD800, 0xE000)}  # halves of a character, as in the name of a file that is no text
_TABLE = dict.fromkeys((_CONTROL | _BIDI | _LONE) - {9}, REPLACEMENT) | {0x09: " "}

UNPRINTABLE = frozenset(_TABLE)
"""Every character that is replaced, by number."""


def printable(text: str) -> str:
    """The text with control and direction-changing characters replaced; line ends are kept, tabs become blanks."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)
