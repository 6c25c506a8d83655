"""Writes an answer to a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ladderc.errors import UnreadableError


def write_whole(path: Path, text: str) -> None:
    """Put the text in the place of whatever the file held; UnreadableError, with the file as it was, where that fails."""
    try:
        target = path.resolve()  # a link stays a link
        if target.exists() and not target.is_file():
            _not_a_file(path, target, text)
        else:
            _swap(target, text)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be written: {error.strerror or error}.") from None


def _not_a_file(path: Path, target: Path, text: str) -> None:
    """A pipe or a device is written to as it is; nothing can stand in its place."""
    if target.is_dir():
        raise UnreadableError(f"{path} is a folder.\nName a file in it, for example {path / 'check.html'}.")
    target.write_text(text, encoding="utf-8", newline="\n")


def _swap(target: Path, text: str) -> None:
    if not target.parent.is_dir():
        raise UnreadableError(f"There is no folder {target.parent.name}.\nMake it first, or name another.")
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask()
    handle, name = tempfile.mkstemp(prefix=".ladderc-", dir=target.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n", errors="replace") as file:
            file.write(text)
        staged.chmod(mode)
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)


def _mask() -> int:
    """What the user's settings keep from others, which can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
