"""A framework of one's own to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commenting import alone, comment, github, gitlab  # noqa: F401 - fixtures of the tests of `comment`
from running import BASE


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """A copy of the clean base framework, in a folder `firm`."""
    folder = tmp_path / "firm"
    shutil.copytree(BASE, folder)
    return folder


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
