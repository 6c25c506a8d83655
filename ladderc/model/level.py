"""One rung of a track, and all that hangs on it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ladderc.model.kinds import Basis, DecisionRole, MetricType, Status
from ladderc.model.text import Text
from ladderc.span import Place


class Statement(NamedTuple):
    """One sentence that a level asks for; ``id`` keeps its identity when it is reworded."""

    text: Text
    id: str | None
    place: Place


class Expectation(NamedTuple):
    """What a level asks under one dimension; ``rating`` counts positions of the scale from 1."""

    dimension: str
    rating: Decimal | None
    statements: tuple[Statement, ...]
    place: Place


class Reports(NamedTuple):
    """How many people report to the level; None where it is not said."""

    min: int | None
    max: int | None
    place: Place


class Metric(NamedTuple):
    """How success at a level is measured."""

    name: Text
    type: MetricType | None
    about: str | None
    unit: Text | None
    target: Text | None
    direction: str | None
    source: Text | None
    cadence: str | None
    place: Place


class Decision(NamedTuple):
    """The level's part in the decisions of one domain."""

    domain: str
    role: DecisionRole
    place: Place


class Requirement(NamedTuple):
    """A condition of promotion: a sentence, or a level (``track/level``) that must have been held."""

    text: Text | None
    level: str | None
    place: Place


class Promotion(NamedTuple):
    """The step into a level: who may nominate, what is asked, who decides, after how many months."""

    nomination: tuple[Text, ...]
    evidence: tuple[Text, ...]
    panel: tuple[Text, ...]
    approver: Text | None
    min_months: int | None
    basis: Basis | None
    requires: tuple[Requirement, ...]
    place: Place


class Level(NamedTuple):
    """One rung: a track at a grade, with a title.

    ``key`` is ``track/level``, the level's name everywhere outside its own file.
    ``given`` holds the names of the fields that the author wrote.
    """

    key: str
    id: str
    track: str
    grade: str
    title: Text
    summary: Text | None
    reports: Reports | None
    manages: bool
    on_management_ladder: bool
    executive: bool
    expectations: Mapping[str, Expectation]
    metrics: tuple[Metric, ...]
    decisions: tuple[Decision, ...]
    forums: tuple[str, ...]
    recognition: tuple[str, ...]
    duties: tuple[Text, ...]
    promotion: Promotion | None
    builds_on: str | None
    career_level: bool
    entry: bool
    status: Status
    visible_to: tuple[str, ...] | None
    given: frozenset[str]
    place: Place

    def at(self, *route: str | int) -> Place:
        """The place of a field of this level that was written, e.g. ``level.at("title")``."""
        return self.place._replace(route=(*self.place.route, *route))
