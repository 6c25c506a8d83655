"""What goes wrong outside a framework's own text: wrong usage and files that cannot be reached."""

from __future__ import annotations


class LaddercError(Exception):
    """Something the user can mend; ``str()`` is the whole message and needs no traceback."""

    exit_code = 2


class UsageError(LaddercError):
    """A command was called with something that it cannot work with (exit code 2)."""


class UnreadableError(LaddercError):
    """A file or directory cannot be read or written (exit code 3)."""

    exit_code = 3
