"""Puts mended files in the place of the old ones, each in one step, and never over what somebody else has written since."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from ladderc.errors import UnreadableError
from ladderc.sources.characters import LARGEST


def replace(root: Path, file: str, before: bytes, after: bytes) -> None:
    """Give one file of the framework new bytes; whoever reads it meanwhile sees the old ones or the new ones.

    UnreadableError, with the file as it was, where it no longer holds ``before``, is a link, or may not be written.
    """
    path = root / file
    try:
        kind = path.lstat()
        if stat.S_ISLNK(kind.st_mode):
            raise UnreadableError(
                f"{file} is a link to another file, and links are left alone.\nMend that file itself."
            )
        if not os.access(path, os.W_OK):
            raise UnreadableError(
                f"{file} may not be written, so it is as it was.\nAllow writing, then run this again."
            )
        _unchanged(path, file, before)
        _swap(path, file, before, after, kind)
    except OSError as error:
        raise UnreadableError(f"{file} cannot be written, so it is as it was: {error.strerror or error}.") from None


def _swap(path: Path, file: str, before: bytes, after: bytes, kind: os.stat_result) -> None:
    handle, name = tempfile.mkstemp(prefix=".ladderc-fix-", dir=path.parent)
    staged = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(after)
            out.flush()
            os.fsync(out.fileno())
        staged.chmod(stat.S_IMODE(kind.st_mode))
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):  # only its owner and root can give a file away
                os.chown(staged, kind.st_uid, kind.st_gid)
        _unchanged(path, file, before)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)


def _unchanged(path: Path, file: str, before: bytes) -> None:
    with path.open("rb") as now:
        if now.read(LARGEST + 1) != before:
            raise UnreadableError(
                f"{file} was changed by another program just now, so it was left alone.\nRun this again."
            )
