"""What a reader may know of a level and of a track."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.view.history import LevelChange
from ladderc.view.pay import PayLine
from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Link, Prose, TrackRef


class Asked(NamedTuple):
    """What one level asks under one dimension; ``rating`` is the word or number, empty where none is written."""

    rating: str
    statements: tuple[Prose, ...]


class ExpectationRow(NamedTuple):
    """One dimension at this level; ``question`` may be empty."""

    dimension: Link
    question: Prose
    asked: Asked


class ComparisonRow(NamedTuple):
    """One dimension, now and at the next level; an empty ``Asked`` where a side says nothing."""

    dimension: Link
    question: Prose
    now: Asked
    next: Asked
    rises: bool


class Comparison(NamedTuple):
    """What changes with one step up (the next rung, or a branch of a common stem)."""

    target: LevelRef
    kind: str
    rows: tuple[ComparisonRow, ...]


class Way(NamedTuple):
    """One step from (or into) a level; ``kind`` is rung, branch, lateral, return or promotion.

    ``conditions`` are short phrases: "pay protected", "trial of 6 months".
    """

    kind: str
    kind_name: str
    level: LevelRef
    conditions: tuple[str, ...]
    note: Prose


class MetricView(NamedTuple):
    """How success is measured; empty texts where nothing is written."""

    name: Prose
    type_name: str
    about_name: str
    target: Prose
    unit: Prose
    direction: str
    source: Prose
    cadence: str


class DecisionView(NamedTuple):
    """The level's part in one domain of decisions; ``role_name`` in words."""

    domain: Link
    role: str
    role_name: str


class PromotionView(NamedTuple):
    """The step into the level; empty tuples and texts where nothing is written."""

    nomination: tuple[Prose, ...]
    evidence: tuple[Prose, ...]
    panel: tuple[Prose, ...]
    approver: Prose
    months: str
    basis: str
    requires: tuple[Prose, ...]


class LevelView(NamedTuple):
    """One level's page and guide.

    ``below`` and ``above`` are the rungs beside it. ``comparisons`` is empty at the top of a track.
    ``pay`` is None where the audience may not see pay, empty where the level has no band.
    ``changed`` is what releases changed here, the newest first.
    """

    ref: LevelRef
    families: tuple[FamilyRef, ...]
    summary: Prose
    reports: str
    draft: bool
    builds_on: LevelRef | None
    below: LevelRef | None
    above: LevelRef | None
    expectations: tuple[ExpectationRow, ...]
    comparisons: tuple[Comparison, ...]
    counterparts: tuple[LevelRef, ...]
    ways_on: tuple[Way, ...]
    ways_in: tuple[Way, ...]
    metrics: tuple[MetricView, ...]
    decisions: tuple[DecisionView, ...]
    forums: tuple[Link, ...]
    recognition: tuple[Link, ...]
    duties: tuple[Prose, ...]
    promotion: PromotionView | None
    pay: tuple[PayLine, ...] | None
    changed: tuple[LevelChange, ...] = ()


class TrackView(NamedTuple):
    """One track's page and booklet; ``levels`` lowest first, ``rungs`` the same highest first."""

    ref: TrackRef
    families: tuple[FamilyRef, ...]
    purpose: Prose
    draft: bool
    levels: tuple[LevelView, ...]
    rungs: tuple[LevelRef, ...]
    grades: tuple[GradeRef, ...]
    neighbours: tuple[TrackRef, ...]
