"""Untrusted text for XML 1.0, which forbids some characters however they are written."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from ladderc.wording.printable import REPLACEMENT, printable

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """The text between two tags."""
    return escape(_allowed(text))


def attribute(text: str) -> str:
    """The text as a quoted value, its line ends kept."""
    return quoteattr(_allowed(text), {"\n": "&#10;"})


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub(REPLACEMENT, printable(text))
