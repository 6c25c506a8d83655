"""What calls for a second, slower look at a file: told quickly, so that most files need none."""

from __future__ import annotations

import re

PAIRS = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "”": "”", "’": "’"}
"""Curly quotes by the sign that opens; some languages close with what others open with."""

CURLY = frozenset(PAIRS)
"""A text without quotes that starts with one of these deserves a look."""

_HARD_SPACE = re.compile(rb"[-:] ?(?:\xc2\xa0|\xe2\x80\xaf)|(?:\xc2\xa0|\xe2\x80\xaf)[ \t]*(?:[\r\n,}\]#]|$)")
# A line that starts with a bullet, a long dash, or a dash without a space and a capital: signs.py looks closer.
_SIGN = re.compile(
    rb"\n *(?:-[A-Z]|\xe2(?:\x80[\x90-\x94\xa2\xa3]|\x81\x83|\x88\x92|\x96|\x97|\x9e\xa2|\x9c\x93)|\xc2\xb7)"
)
_REMARK = re.compile(rb"[ \t]#[^\s#!-]")


def is_doubtful(content: bytes) -> bool:
    """Whether the bytes alone call for a second, slower look."""
    if (b"\xc2\xa0" in content or b"\xe2\x80\xaf" in content) and _HARD_SPACE.search(content):
        return True
    if _SIGN.search(content):
        return True
    return b" #" in content and _REMARK.search(content) is not None


def may_be_sentence(name: str) -> bool:
    """Whether a field's name looks like the start of a sentence, which calls for a second look."""
    return " " in name or "A" <= name[:1] <= "Z"
