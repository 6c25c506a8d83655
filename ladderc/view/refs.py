"""How one thing points at another in a View: enough to print a link, nothing more."""

from __future__ import annotations

from typing import NamedTuple

Prose = str
"""Author text in one language, inline Markdown not yet rendered: every renderer escapes it for its own format."""


class GradeRef(NamedTuple):
    """A grade; ``number`` counts from 1 at the lowest, ``name`` may be empty."""

    id: str
    number: int
    name: Prose
    scope: Prose


class TrackRef(NamedTuple):
    """A track; ``kind_name`` is the kind in words (``Specialist``).

    ``hue`` numbers its colour from 0: the kind's, or another for a second track of the kind in its family.
    """

    id: str
    name: Prose
    kind: str
    kind_name: str
    hue: int


class FamilyRef(NamedTuple):
    """A job family; ``implied`` where the framework declares none (then its name is not worth printing)."""

    id: str
    name: Prose
    implied: bool


class LevelRef(NamedTuple):
    """A level; ``key`` is ``track/level``."""

    key: str
    id: str
    title: Prose
    track: TrackRef
    grade: GradeRef
    manages: bool


class Link(NamedTuple):
    """A name with an anchor in the glossary."""

    name: Prose
    anchor: str
