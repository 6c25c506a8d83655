"""A new framework on disk: written whole or not at all, and never over something else."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from ladderc import resources
from ladderc.errors import UnreadableError, UsageError

_NOT_IMPORTED = "Nothing was imported."


def refuse_taken(target: Path) -> None:
    """UsageError where ``target`` is a file, or a directory that holds something."""
    try:
        if target.is_dir():
            taken = any(target.iterdir())
        elif target.exists() or target.is_symlink():
            raise UsageError(f"{target} is a file.\nName a folder that does not exist yet with `--out`.")
        else:
            taken = False
    except OSError as error:
        raise _refused(target, error, _NOT_IMPORTED) from error
    if taken:
        raise UsageError(
            f"{target} holds something already, and an import writes only into a new folder.\nName another with `--out`."
        )


def settle(
    target: Path,
    files: Mapping[str, str],
    refuse: Callable[[Path], None] = refuse_taken,
    undone: str = _NOT_IMPORTED,
) -> None:
    """Write the files and the schemas into a new directory beside ``target``, then move it there.

    ``refuse`` raises where ``target`` may not be written into; ``undone`` ends the message when the disk refuses.
    UsageError where ``target`` is taken, UnreadableError where the disk refuses; nothing is left behind then.
    """
    refuse(target)
    staging: Path | None = None
    try:
        home = target.absolute().parent
        home.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".ladderc-new-", dir=home))
        framework = staging / "framework"
        _write(framework, files)
        if target.is_dir():
            _move_in(framework, target)
        else:
            framework.rename(target)
    except OSError as error:
        raise _refused(target, error, undone) from error
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)


def _write(framework: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        place = framework / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    schemas = framework / ".ladderc" / "schema"
    schemas.mkdir(parents=True)
    for schema in sorted(resources.schemas().glob("*.schema.json")):
        shutil.copyfile(schema, schemas / schema.name)


def _move_in(framework: Path, target: Path) -> None:
    """Fill an empty folder that is there: it may be the one that the user's shell stands in.

    framework.yaml comes last, so that a half-moved framework is none; on an error what was moved is taken out.
    """
    moved: list[Path] = []
    try:
        for part in sorted(framework.iterdir(), key=lambda part: (part.name == "framework.yaml", part.name)):
            moved.append(part.rename(target / part.name))  # noqa: PERF401 - what was moved before an error is needed
    except OSError:
        for part in moved:
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        raise


def _refused(target: Path, error: OSError, undone: str) -> UnreadableError:
    return UnreadableError(f"{error.filename or target} cannot be written: {error.strerror or error}.\n{undone}")
