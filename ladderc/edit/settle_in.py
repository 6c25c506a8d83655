"""A new framework on disk: written whole or not at all, and never over something else."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ladderc import resources
from ladderc.errors import UnreadableError, UsageError


def refuse_taken(target: Path) -> None:
    """UsageError where ``target`` is a file, or a directory that holds something."""
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(f"{target} holds something already, and an import writes only into a new folder.\nName another with `--out`.")
    if target.exists() and not target.is_dir() or target.is_symlink() and not target.exists():
        raise UsageError(f"{target} is a file.\nName a folder that does not exist yet with `--out`.")


def settle(target: Path, files: Mapping[str, str]) -> None:
    """Write the files and the schemas into a new directory beside ``target``, then give it that name.

    UsageError where ``target`` is taken, UnreadableError where the disk refuses; nothing is left behind then.
    """
    staging: Path | None = None
    try:
        refuse_taken(target)
        home = target.absolute().parent
        home.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=home))
        framework = staging / target.absolute().name
        for path, text in files.items():
            place = framework / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="\n")
        schemas = framework / ".ladderc" / "schema"
        schemas.mkdir(parents=True)
        for schema in sorted(resources.schemas().glob("*.schema.json")):
            shutil.copyfile(schema, schemas / schema.name)
        if target.exists():
            target.rmdir()  # empty, or this refuses
        framework.rename(target)
    except OSError as error:
        raise UnreadableError(
            f"{error.filename or target} cannot be written: {error.strerror or error}.\nNothing was imported."
        ) from error
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
