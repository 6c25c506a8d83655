"""Cells without what only a spreadsheet needs: blanks around them, and signs that nobody sees."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]|_x000D_\n")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b\u2060\ud800-\udfff]")
_AROUND = " \t\n\u00a0\u202f\u2007\u3000"


def holds_unseen(text: str) -> bool:
    """Whether the text has signs that nobody sees and that `tidy` takes out."""
    return bool(_UNSEEN.search(text))


def tidy(text: str) -> str:
    """The text with one kind of line end, without invisible signs and without blanks around it or at line ends."""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    return "\n".join(line.rstrip(_AROUND) for line in text.split("\n")).strip(_AROUND)
