"""The View: one framework as one audience may know it, in one language, every text and figure ready to print."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.view.history import ReleaseView
from ladderc.view.level import LevelView, TrackView
from ladderc.view.parity import Parity, RuleText
from ladderc.view.pay import PayTable
from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Prose, TrackRef


class MapRow(NamedTuple):
    """One grade of a career map with a cell a track, None where the track has no level there."""

    grade: GradeRef
    cells: tuple[LevelRef | None, ...]


class MapEdge(NamedTuple):
    """One step on the map; columns and rows count from 0, rows from the highest grade.

    ``both_ways`` folds a move and its way back into one line.
    """

    kind: Literal["rung", "branch", "lateral", "return", "promotion"]
    source: LevelRef
    target: LevelRef
    source_column: int
    source_row: int
    target_column: int
    target_row: int
    both_ways: bool


class FamilyView(NamedTuple):
    """One family's career map: columns are tracks, rows grades from the highest down."""

    ref: FamilyRef
    columns: tuple[TrackRef, ...]
    rows: tuple[MapRow, ...]
    edges: tuple[MapEdge, ...]


class Term(NamedTuple):
    """One entry of the glossary; ``anchor`` is unique on the page."""

    name: Prose
    meaning: Prose
    anchor: str


class TermGroup(NamedTuple):
    """Entries of one kind: grades, dimensions, recognition, forums, …."""

    name: str
    anchor: str
    terms: tuple[Term, ...]


class View(NamedTuple):
    """All that a renderer knows.

    ``language`` is the tag for ``lang`` attributes, ``locale`` the framework's own.
    ``today`` is the ISO date of the build, ``today_text`` the same for a reader.
    ``pay`` is None where the audience may not see pay. ``grades`` run from the highest down.
    ``sentence`` is one sentence that says what the site holds ("Four tracks over nine grades…").
    ``releases`` are the published states, the newest first.
    """

    version: int
    audience: str
    audience_name: str
    language: str
    locale: str
    today: str
    today_text: str
    name: Prose
    summary: Prose
    sentence: str
    owner: str
    sponsor: str
    reviewed_text: str
    repository: str
    grades: tuple[GradeRef, ...]
    families: tuple[FamilyView, ...]
    tracks: tuple[TrackView, ...]
    levels: tuple[LevelView, ...]
    pay: tuple[PayTable, ...] | None
    parity: Parity
    rules: tuple[RuleText, ...]
    glossary: tuple[TermGroup, ...]
    releases: tuple[ReleaseView, ...] = ()
