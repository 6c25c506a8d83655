"""Runs the command as a user would, inside this process, and gives back all that it said."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ladderc.cli import main

BASE = Path(__file__).parent.parent / "rules" / "base"
"""A small framework without a finding."""

TODAY = "2026-11-21"


class Said(NamedTuple):
    """What a command printed and its exit code."""

    out: str
    err: str
    code: int


class Terminal(io.StringIO):
    """A stream that looks like a terminal."""

    def isatty(self) -> bool:
        return True


def run(*words: str | Path, inside: Path | None = None, terminal: bool = False) -> Said:
    """Type ``ladderc`` and these words, in the folder ``inside``; with ``terminal`` both streams are one."""
    out, err = (Terminal(), Terminal()) if terminal else (io.StringIO(), io.StringIO())
    heard = contextlib.redirect_stdout(out), contextlib.redirect_stderr(err)
    with _typed(words), _inside(inside), heard[0], heard[1], pytest.raises(SystemExit) as left:
        main()
    code = left.value.code
    return Said(out.getvalue(), err.getvalue(), code if isinstance(code, int) else 0 if code is None else 1)


@contextlib.contextmanager
def _typed(words: tuple[str | Path, ...]) -> Iterator[None]:
    before = sys.argv
    sys.argv = ["ladderc", *map(str, words)]
    try:
        yield
    finally:
        sys.argv = before


@contextlib.contextmanager
def _inside(folder: Path | None) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder or before)
    try:
        yield
    finally:
        os.chdir(before)
