"""Folders beside tracks/ and pay/ whose files look as if they should be read, told by their first lines."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ladderc.finding import Finding
from ladderc.sources.faults import fault
from ladderc.span import Place, Span

_OTHERS = frozenset({"build", "dist", "env", "node_modules", "site", "templates", "venv", "__pycache__"})
"""Folders known to hold something else, some of them thousands of files."""

_MOST_FILES, _FIRST_BYTES = 20, 16_384
_TRACK = re.compile(rb"^levels:", re.MULTILINE), re.compile(rb"^(?:kind|family):", re.MULTILINE)
_PAY = re.compile(rb"^bands:", re.MULTILINE), re.compile(rb"^(?:currency|period|effective):", re.MULTILINE)


def stray_folder(root: Path, name: str) -> Finding | None:
    """A finding on the folder ``name`` of ``root``, which is not read, if one of its files looks like one of ours."""
    if name in _OTHERS:
        return None
    try:
        kinds = {kind for start in _starts(root / name, 2) if (kind := _kind(start))}
    except OSError:
        return None  # nothing is read from it, so it may well be closed
    if not kinds:
        return None
    if "pay" not in kinds:
        what, mend = "track files", "Move it into `tracks/`."
    elif "track" in kinds:
        what, mend = "track files and pay files", "Move the track files into `tracks/` and the pay files into `pay/`."
    else:
        mend = "Move them into `pay/`." if (root / "pay").exists() else "Rename the folder to `pay`."
        what = "pay files"
    return fault(
        "unknown-file",
        f"Nothing is read from a folder named `{name}`, and its files look like {what}.\n{mend}\n"
        "If it is no part of the framework, start its name with a dot.",
        Place(name, span=Span(1, 1, 1, 1)),
    )


def _starts(folder: Path, deep: int) -> Iterator[bytes]:
    """The first bytes of the YAML files in ``folder``, ``deep`` folders down; none of another framework."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    if any(entry.name in ("framework.yaml", "framework.yml") for entry in entries):
        return
    files = [entry for entry in entries if entry.name.endswith((".yaml", ".yml")) and not entry.name.startswith(".")]
    for entry in files[:_MOST_FILES]:
        if entry.is_file():
            with Path(entry.path).open("rb") as file:
                yield file.read(_FIRST_BYTES)
    for entry in entries:
        named = not entry.name.startswith(".") and entry.name not in _OTHERS
        if deep > 1 and named and entry.is_dir(follow_symlinks=False):
            yield from _starts(folder / entry.name, deep - 1)


def _kind(start: bytes) -> str | None:
    for kind, marks in (("track", _TRACK), ("pay", _PAY)):
        if all(mark.search(start) for mark in marks):
            return kind
    return None
