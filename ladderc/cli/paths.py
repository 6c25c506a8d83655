"""From where the reader of an answer stands to the framework: the folder of the command, or the repository's."""

from __future__ import annotations

import os
from pathlib import Path

SURROUNDINGS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where a build server says that the repository lies, for a copy of it that has no history."""


def from_here(root: Path) -> str:
    """The way from the current folder, with ``/`` at its end; empty where it is the framework's."""
    return _way(root, Path.cwd())


def from_repository(root: Path) -> str:
    """The way from the top folder of the repository; empty where there is none, or it is the framework's."""
    real = root.resolve()
    for folder in (real, *real.parents):
        if (folder / ".git").exists():
            return _way(real, folder)
    named = (Path(os.environ[name]).resolve() for name in SURROUNDINGS if os.environ.get(name))
    return next((_way(real, folder) for folder in named if real.is_relative_to(folder)), "")


def _way(root: Path, start: Path) -> str:
    try:
        way = Path(os.path.relpath(root.resolve(), start.resolve())).as_posix()
    except ValueError:  # two drives of Windows have no way between them
        return ""
    return "" if way == "." else f"{way}/"
