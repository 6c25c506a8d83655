"""A framework to be written: everything decided, nothing yet text."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import NamedTuple

from ladderc.edit.ledger import Unplaced
from ladderc.model.kinds import Period, TrackKind


class PlanGrade(NamedTuple):
    """A grade; ``name`` where the id does not say it all."""

    id: str
    name: str | None


class PlanFamily(NamedTuple):
    """A job family."""

    id: str
    name: str


class PlanDimension(NamedTuple):
    """What is judged."""

    id: str
    name: str


class PlanStatement(NamedTuple):
    """What a level asks, in one text."""

    text: str
    id: str | None


class PlanExpectation(NamedTuple):
    """Rating and statements of a level under one dimension, by the dimension's id."""

    dimension: str
    rating: str | Decimal | None
    statements: tuple[PlanStatement, ...]


class PlanLevel(NamedTuple):
    """One rung; ``reports`` are the lowest and the highest number."""

    id: str
    grade: str
    title: str
    reports: tuple[int | None, int | None] | None
    expectations: tuple[PlanExpectation, ...]


class PlanTrack(NamedTuple):
    """A track; ``guessed`` is what its kind was guessed from, ``word`` the word of its name if it was one.

    Both are ``""`` where somebody said the kind.
    """

    id: str
    name: str
    kind: TrackKind
    guessed: str
    word: str
    family: str | None
    levels: tuple[PlanLevel, ...]


class PlanBand(NamedTuple):
    """A band of a grade, for one track alone where ``track`` is its id."""

    grade: str
    min: Decimal
    midpoint: Decimal | None
    max: Decimal | None
    track: str | None = None


class PlanPay(NamedTuple):
    """One pay structure; ``family`` is the id of the only family that it holds for."""

    family: str | None
    bands: tuple[PlanBand, ...]
    exceptions: tuple[PlanBand, ...]


class Plan(NamedTuple):
    """The whole framework, and what there is to tell about how it was made of ``table``.

    ``columns`` are pairs of a column's name and ours, ``left_out`` the columns that were not used.
    ``rows`` counts the rows of the table.
    """

    table: str
    rows: int
    name: str
    name_guessed: bool
    locale: str
    spine_assumed: bool
    grades: tuple[PlanGrade, ...]
    families: tuple[PlanFamily, ...]
    dimensions: tuple[PlanDimension, ...]
    scale: tuple[str, ...]
    tracks: tuple[PlanTrack, ...]
    pay: tuple[PlanPay, ...]
    currency: str
    period: Period
    effective: datetime.date
    columns: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]
    guesses: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
