"""A table on disk, and the import of it as somebody types it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from ladderc.cli.app import app
from ladderc.errors import LaddercError

DAY = "2026-11-21"


class Answer(NamedTuple):
    """What stood on the terminal, and the exit code."""

    text: str
    code: int


Import = Callable[..., Answer]


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Import a table (text or bytes) named ``grades.csv`` into the folder ``ours``; further arguments as typed."""
    monkeypatch.chdir(tmp_path)

    def run(table: str | bytes, *arguments: str, file: str = "grades.csv", out: str = "ours") -> Answer:
        Path(file).write_bytes(table.encode() if isinstance(table, str) else table)
        return typed("import", file, "--out", out, "--today", DAY, *arguments)

    return run


def typed(*arguments: str) -> Answer:
    """The answer to a command, errors told as ``main`` tells them."""
    result = CliRunner().invoke(app, list(arguments))
    if isinstance(result.exception, LaddercError):
        return Answer(str(result.exception), result.exception.exit_code)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.output, result.exit_code)
