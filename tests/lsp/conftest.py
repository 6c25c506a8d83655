"""One editor for most tests, and a firm of its own for each."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from speaking import Editor

from ladderc import resources


@pytest.fixture(scope="session")
def server() -> Iterator[Editor]:
    """One server for the whole run: that it serves many firms, one after the other, is part of the test."""
    needed = [name for name in ("pygls", "lsprotocol") if importlib.util.find_spec(name) is None]
    if needed:
        pytest.fail(f"The language server is not tested: {needed[0]} is missing. Type: pip install -e '.[dev]'")
    editor = Editor("--pause", "20")
    yield editor
    assert editor.leave() == 0
    assert editor.errors == []
    assert editor.said == []


@pytest.fixture
def editor(server: Editor) -> Iterator[Editor]:
    """The server with nothing open, before and after."""
    yield server
    for uri in list(server.versions):
        server.close(uri)
        del server.versions[uri]
    server.settle()


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """The example with faults, to write in."""
    return Path(shutil.copytree(resources.example("one-ladder"), tmp_path / "one-ladder"))


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """The example without faults, to write in."""
    return Path(shutil.copytree(resources.example("meridian"), tmp_path / "meridian"))
