"""Outputs replaced whole or not at all: staged beside their place, then swapped in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ladderc.errors import UnreadableError, UsageError

MARK = ".ladderc-build"
"""A file in every output directory that says that ladderc made it, and so may replace it."""


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A fresh directory that takes the place of ``target`` when the block ends well.

    On any error ``target`` stays as it was. A swap that a crash cut in half is healed first.
    UsageError where ``target`` holds something that ladderc did not make;
    UnreadableError where the disk refuses.
    """
    target = target.absolute()  # MkDocs reads a relative path as one below its own folder
    staging = target.with_name(f".{target.name}.new")
    retired = target.with_name(f".{target.name}.old")
    try:
        _heal(target, staging, retired)
        _refuse_foreign(target)
        staging.mkdir(parents=True)
        (staging / MARK).write_text("Made by ladderc, which replaces this whole directory at the next build.\n")
        # A build for HR holds pay, and nobody should publish it by adding a folder to git.
        (staging / ".gitignore").write_text("*\n")
        yield staging
        if target.exists():
            target.rename(retired)
        try:
            staging.rename(target)
        except OSError:
            if retired.exists():
                retired.rename(target)
            raise
        shutil.rmtree(retired, ignore_errors=True)
    except OSError as error:
        raise UnreadableError(
            f"{error.filename or target} cannot be written: {error.strerror or error}.\n"
            "What stood there before is untouched."
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _heal(target: Path, staging: Path, retired: Path) -> None:
    """Undo what a crashed run left: an old build without its successor comes back."""
    if retired.exists() and not target.exists():
        retired.rename(target)
    for leftover in (staging, retired):
        if leftover.exists():
            shutil.rmtree(leftover)


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file.\nName a directory with `--out`.")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).exists():
        raise UsageError(
            f"{target} holds files that ladderc did not make, and a build would remove them.\n"
            "Name another directory with `--out`."
        )
