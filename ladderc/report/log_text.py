"""Text for the log of a build server, which takes some lines as commands to itself."""

from __future__ import annotations

import re

from ladderc.wording.printable import REPLACEMENT

_COMMAND = re.compile(r"^([ ]*:):(?=.)|##(?=\[)", re.MULTILINE)
"""``::name::`` at the start of a line, ``##[name]`` anywhere in it."""


def for_log(text: str) -> str:
    """The text, as long as before, with the second character of what begins a command replaced."""
    return _COMMAND.sub(lambda found: f"{found[1] or '#'}{REPLACEMENT}", text)


def marked_up_for_log(markup: str) -> str:
    """HTML or XML that says the same, with that character written as a reference."""
    return _COMMAND.sub(lambda found: f"{found[1]}&#58;" if found[1] else "#&#35;", markup)
