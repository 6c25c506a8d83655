"""Text on standard input that stands for one file of a framework: what an editor has not saved yet."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ladderc.errors import UsageError
from ladderc.sources.characters import LARGEST
from ladderc.sources.document import Reading
from ladderc.sources.names import kind_of
from ladderc.sources.read import read_over


def folder_of(file: Path) -> Path | None:
    """The nearest folder above the file that is there, from which its framework can be looked for."""
    here = next((folder for folder in file.absolute().parents if folder.is_dir()), None)
    return here if file.is_absolute() or (here and here != Path.cwd()) else None


def read_with_input(root: Path, file: Path) -> Reading:
    """The framework in ``root``, with standard input in the place of ``file``.

    ``file`` is a path from the current folder, from ``root``, or an absolute one.
    UsageError where it lies outside the framework, or where no file of that name is read.
    """
    path = _inside(root, file)
    if kind_of(path) is None:
        raise UsageError(
            f"{file} is no file of the framework {root.name}, so nothing would read it.\n"
            "Name one as `ladderc check` names it: --stdin-filename tracks/specialist.yaml"
        )
    if sys.stdin.isatty():
        raise UsageError(
            f"`--stdin-filename` reads the text of {file} from standard input, and nothing comes from there.\n"
            f"Type: ladderc check --stdin-filename {file} < {file}"
        )
    return read_over(root, {path: sys.stdin.buffer.read(LARGEST + 1)})


def _inside(root: Path, file: Path) -> str:
    home = _plain(root)
    from_here, from_root = _plain(file), _plain(home / file)
    path = from_here if from_here.is_relative_to(home) and (from_here.exists() or file.is_absolute()) else from_root
    if not path.is_relative_to(home):
        raise UsageError(f"{file} lies outside the framework {root.name}.\nName a file inside it.")
    return path.relative_to(home).as_posix()


def _plain(path: Path) -> Path:
    """The path without ``..``; links stay links, for following them would lead out of the framework."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` follows links
