"""The files of a framework on disk, in an order that is the same on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ladderc.errors import UnreadableError
from ladderc.finding import Finding
from ladderc.sources.characters import LARGEST
from ladderc.sources.faults import fault
from ladderc.sources.folders import stray_folder
from ladderc.sources.names import is_framework_misnamed, is_ours, kind_of
from ladderc.span import Place, Span

_FOLDER_STARTS = ("track", "pay")


class Tree(NamedTuple):
    """The bytes of the files that are read, by path, and findings on those that cannot be.

    ``unread`` names files that should be read and are not: unreadable ones, and those of unknown name.
    """

    contents: Mapping[str, bytes]
    unread: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_tree(root: Path) -> Tree:
    """Read every file of the framework in ``root``; raises UnreadableError if the folder itself cannot be read."""
    contents: dict[str, bytes] = {}
    unread: list[str] = []
    findings: list[Finding] = []
    try:
        paths = _walk(root, "", findings)
    except OSError as error:
        raise UnreadableError(_folder_message(root, error)) from None
    for path in sorted(paths):
        if kind_of(path) is None:
            unread.append(path)
            continue
        try:
            contents[path] = _bytes(root / path)
        except OSError as error:
            unread.append(path)
            findings.append(_unreadable(path, f"This file cannot be read: {_reason(error)}."))
    return Tree(contents, tuple(unread), tuple(findings))


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that has a framework.yaml, or None."""
    # `../other` typed inside a framework has that framework among its parents, as long as the dots stand in it
    here = start.resolve() if ".." in start.parts else start.absolute()
    for folder in (here, *here.parents):
        if any((folder / name).exists() for name in ("framework.yaml", "framework.yml")):
            return folder
    return None


def misnamed_framework(folder: Path) -> str | None:
    """The file in ``folder`` that was meant to be framework.yaml (``Framework.yaml``, ``framework.yaml.txt``), or None."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return None  # whoever reads the folder says why
    return next((name for name in names if is_framework_misnamed(name)), None)


def _walk(root: Path, inside: str, findings: list[Finding]) -> list[str]:
    paths: list[str] = []
    with os.scandir(root / inside) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{inside}/{entry.name}" if inside else entry.name
        if entry.name.startswith("."):
            continue
        if not _is_folder(entry):
            if is_ours(path):
                paths.append(path)
            continue
        if not inside and not is_ours(f"{path}/any.yaml"):
            if is_ours(path):
                paths.append(path)
            elif not entry.is_symlink() and (stray := stray_folder(root, entry.name)):
                findings.append(stray)
            continue
        if entry.is_symlink():
            findings.append(
                _unreadable(
                    path, "This is a link to a folder, and links are not followed.\nPut the files themselves here."
                )
            )
            continue
        if is_ours(path):
            paths.append(path)
            continue
        try:
            paths += _walk(root, path, findings)
        except OSError as error:
            findings.append(_unreadable(path, f"This folder cannot be read: {_reason(error)}."))
    return paths


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # opening it will say why


def _bytes(path: Path) -> bytes:
    # A pipe or a device would never end: its kind is asked before it is opened.
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError
    if not stat.S_ISREG(kind):
        raise OSError("it is no ordinary file")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "you have no permission to open it.\nAsk its owner to allow it"
    if isinstance(error, IsADirectoryError):
        return "it is a folder.\nRename the folder so that it does not end in `.yaml`"
    if isinstance(error, FileNotFoundError):
        return "it is a link to a file that is not there.\nDelete it or put the file in its place"
    if error.errno is not None and "symbolic links" in os.strerror(error.errno):
        return "it is a link that leads back to itself.\nDelete it or put the file in its place"
    return f"{error.strerror or error}.\nPut an ordinary file in its place" if error.args else "nobody knows why"


def _unreadable(path: str, message: str) -> Finding:
    return fault("unreadable", message, Place(path, span=Span(1, 1, 1, 1)))


def _folder_message(root: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no folder `{root}`.\nName a folder that has a `framework.yaml`."
    if isinstance(error, NotADirectoryError):
        return f"`{root}` is a file.\nName the folder that has a `framework.yaml`."
    return f"The folder `{root}` cannot be read: {_reason(error)}."
