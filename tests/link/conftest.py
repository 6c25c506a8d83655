"""A small sound framework, as text, on which each test lays its own files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping

import pytest

from ladderc.link import Linked, link
from ladderc.sources.read import read_tree_contents

Link = Callable[..., Linked]

FILES = {
    "framework.yaml": """
language: 1
name: Meridian
grades:
  - id: G1
  - id: G2
  - id: G3
  - id: G4
    executive: true
dimensions:
  - {id: craft, name: Craft}
  - {id: delivery, name: Delivery}
families:
  - {id: engineering, name: Engineering}
  - {id: care, name: Customer care}
recognition:
  - {id: fellow, name: Fellow}
forums:
  - {id: architecture, name: Architecture board}
domains:
  - {id: design, name: System design}
""",
    "tracks/specialist.yaml": """
id: specialist
name: Specialist
kind: specialist
family: engineering
levels:
  - {id: S2, grade: G2, title: Senior Engineer}
  - {id: S3, grade: G3, title: Principal Engineer}
""",
    "tracks/people.yaml": """
id: people
name: People leadership
kind: people-leadership
family: engineering
levels:
  - {id: M2, grade: G2, title: Engineering Manager}
  - {id: M3, grade: G3, title: Director of Engineering}
""",
    "tracks/common.yaml": """
id: common
name: Common
kind: common
family: engineering
levels:
  - {id: C1, grade: G1, title: Engineer}
""",
}


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
