r"""JSON's way to write an emoji: two halves, ``\ud83d\ude00``, which the parser refuses and we join.

The halves are spelt as other, unused characters of the same length before parsing, so that places stay true,
and become themselves again in each value afterwards.
"""

from __future__ import annotations

import re

_SMALL = re.compile(rb"\\ud(?=[89a-fA-F][0-9a-fA-F]{2})")
_LARGE = re.compile(rb"\\uD(?=[89a-fA-F][0-9a-fA-F]{2})")
# Each letter opens a stretch of 2,048 characters (\ue800 to \uefff, …) as long as that of the halves.
_STAND_INS = "ebac"
_LONE = re.compile("[\ud800-\udfff]")


def has_halves(content: bytes) -> bool:
    """Whether a half may be written in ``content``."""
    return b"\\u" in content and bool(_SMALL.search(content) or _LARGE.search(content))


def hide(content: bytes) -> tuple[bytes, str]:
    """``content`` with halves spelt by a stand-in, and its letter; an empty letter where there is nothing to do."""
    if not has_halves(content):
        return content, ""
    text = content.decode()
    for letter in _STAND_INS:
        first = int(f"{letter}800", 16)
        if re.search(f"[{chr(first)}-{chr(first + 0x7FF)}]|(?i:\\\\u(?:0000)?{letter}[89a-f])", text):
            continue
        small, large = f"\\\\u{letter}".encode(), f"\\\\u{letter.upper()}".encode()
        return _LARGE.sub(large, _SMALL.sub(small, content)), letter
    return content, ""


def restore(value: str, letter: str) -> tuple[str, bool]:
    """A value as it was written, halves joined, and whether a half stood alone: it becomes U+FFFD."""
    first = int(f"{letter}800", 16)
    shift = 0xD800 - first
    halves = re.sub(f"[{chr(first)}-{chr(first + 0x7FF)}]", lambda found: chr(ord(found[0]) + shift), value)
    joined = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    lone = _LONE.search(joined) is not None
    if lone:
        # Half a character could be neither printed nor written to a file.
        joined = _LONE.sub("\ufffd", joined)
    # Outside double quotes the six characters are what the author typed.
    as_typed = re.sub(
        f"\\\\u([{letter}{letter.upper()}])(?=[89a-fA-F][0-9a-fA-F]{{2}})",
        lambda found: "\\u" + ("d" if found[1].islower() else "D"),
        joined,
    )
    return as_typed, lone
