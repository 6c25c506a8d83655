"""The copies of the schemas from which an editor explains and completes a framework's fields."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Literal, NamedTuple

from ladderc import resources
from ladderc.errors import UnreadableError

FOLDER = ".ladderc/schema"


class Copied(NamedTuple):
    """One copy, by name, and what became of it."""

    name: str
    became: Literal["new", "changed", "same"]


def refresh(root: Path) -> tuple[Copied, ...]:
    """Bring the copies in the framework ``root`` up to date; UnreadableError where the disk refuses.

    Each file is replaced whole or not at all. Files that are no copies of ours are left alone.
    """
    folder = root / FOLDER
    schemas = sorted(resources.schemas().glob("*.schema.json"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(Copied(schema.name, _refresh(folder / schema.name, schema.read_bytes())) for schema in schemas)
    except OSError as error:
        raise UnreadableError(
            f"{error.filename or folder} cannot be written: {error.strerror or error}.\n"
            "The files that were up to date are untouched."
        ) from error


def _refresh(copy: Path, content: bytes) -> Literal["new", "changed", "same"]:
    was_there = copy.exists()
    if was_there and copy.read_bytes() == content:
        return "same"
    handle, staged = tempfile.mkstemp(dir=copy.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(staged).chmod(0o644)  # mkstemp gives it to its owner alone, and a repository is shared
        Path(staged).replace(copy)
    except OSError:
        Path(staged).unlink(missing_ok=True)
        raise
    return "changed" if was_there else "new"
