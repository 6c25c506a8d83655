"""A small sound framework, as text, on which each test lays its own files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

import pytest
from linking import FILES, Link

from ladderc.link import Linked, link
from ladderc.sources.read import read_tree_contents


@pytest.fixture
def link_files() -> Link:
    def linked(
        changed: Mapping[str, str] | None = None, faulty: Iterable[str] = (), today: str = "2026-11-21"
    ) -> Linked:
        """Link the sound framework with some files replaced or added; an empty text takes a file away."""
        files = {file: text for file, text in {**FILES, **(changed or {})}.items() if text}
        reading = read_tree_contents({file: text.encode() for file, text in files.items()})
        return link(reading, frozenset(faulty), datetime.date.fromisoformat(today))

    return linked


@pytest.fixture
def sound() -> dict[str, str]:
    return dict(FILES)
