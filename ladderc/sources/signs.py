"""Bullets, long dashes and dashes without a space: what people type or paste in place of the dash of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

BULLETS = "•◦▪▫‣⁃·●○■□➢✓"
DASHES = "–—−‐‑"
_SIGN = re.compile(rf"[ \t]*(?:([{BULLETS}{DASHES}])([ \t]*)(?=\S)|(-)(?=[A-Za-z]))")


def sign_in(line: str) -> re.Match[str] | None:
    """The sign with which ``line`` starts, where one stands in place of a dash and a space."""
    return _SIGN.match(line)


def replace(found: re.Match[str], below: Sequence[str] = ()) -> str:
    """What to say of a sign that ``sign_in`` found; ``below`` are the lines that follow, which may have it too."""
    again = any((other := sign_in(line)) and (other[1], other[3]) == (found[1], found[3]) for line in below)
    return _mend(found) + ("\nDo the same in the lines below that start so." if again else "")


def _mend(found: re.Match[str]) -> str:
    if found[3]:
        return "A space is missing after the dash, so this is no item of a list.\nType a space after the `-`."
    sign, gap = found[1], found[2]
    what = f"`{sign}` is no dash, so this is no item of a list."
    if "\t" in gap:
        return f"{what}\nReplace `{sign}` and the tab after it by `- `."
    return f"{what}\nReplace `{sign}` by `{'-' if gap else '- '}`."
