"""A file that was not there before, whole or not at all."""

from __future__ import annotations

import contextlib
from pathlib import Path

from ladderc.errors import UnreadableError


def write_new(root: Path, file: str, content: bytes) -> None:
    """Write ``file`` of the framework in ``root``; UnreadableError, with nothing written, where it exists or the disk refuses."""
    path = root / file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        out = path.open("xb")  # x: whoever made the file meanwhile keeps it
    except FileExistsError:
        raise UnreadableError(f"{file} is there already, so it was left alone.") from None
    except OSError as error:
        raise _refused(file, error) from None
    try:
        with out:
            out.write(content)
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink()
        raise _refused(file, error) from None


def _refused(file: str, error: OSError) -> UnreadableError:
    return UnreadableError(f"{file} cannot be written: {error.strerror or error}.\nNothing was added.")
