"""A small sound framework, and the type of the fixture that links it; a module of its own, since every folder of tests has a conftest."""

from __future__ import annotations

from collections.abc import Callable

from ladderc.link import Linked

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
