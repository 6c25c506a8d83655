"""The summary on the page of a GitHub run, to which a step appends."""

from __future__ import annotations

from pathlib import Path

MOST_BYTES = 1024 * 1024
"""What GitHub shows of one step; of more it shows nothing at all."""

CUT = "**The end of this is left out: the summary of a step has room for 1 MiB.**"


def add_to_summary(path: Path, text: str) -> bool:
    """Append the text, cut at the end of a line where it does not fit; False where there is no room or no such file."""
    try:
        taken = path.stat().st_size if path.exists() else 0
        shown = _fitted(text, MOST_BYTES - taken - 2)
        if not shown:
            return False
        with path.open("ab") as file:
            file.write(f"\n{shown}\n".encode() if taken else f"{shown}\n".encode())
    except OSError:
        return False
    return True


def _fitted(text: str, room: int) -> str:
    whole = text.rstrip("\n").encode()
    if len(whole) <= room:
        return whole.decode()
    # What was left out is told first: the cut may fall into a block of code, and leave it open.
    head = f"{CUT}\n\n"
    kept = whole[: max(0, room - len(head.encode()))].decode(errors="ignore").rpartition("\n")[0]
    return head + kept if kept else ""
