"""A ladder of levels of one kind, and the declared steps between levels."""

from typing import NamedTuple

from ladderc.model.kinds import MoveKind, MovePay, Statements, Status, TrackKind
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.span import Place


class Move(NamedTuple):
    """A declared step that is not the next rung; ``source`` and ``target`` are level keys."""

    source: str
    target: str
    kind: MoveKind
    pay: MovePay | None
    trial_months: int | None
    note: Text | None
    place: Place


class Track(NamedTuple):
    """A ladder of levels of one kind; levels rise by grade, at most one a grade.

    ``families`` are the ids of the families that it belongs to (never empty).
    ``branches`` is None where the author left it to the rule (see ``link.graph``).
    ``leads`` are ids of tracks or families that a people-leadership track leads.
    """

    id: str
    name: Text
    kind: TrackKind
    families: tuple[str, ...]
    purpose: Text | None
    status: Status
    order: int | None
    visible_to: tuple[str, ...] | None
    branches: tuple[str, ...] | None
    leads: tuple[str, ...]
    counterpart: tuple[str, ...]
    statements: Statements
    levels: tuple[Level, ...]
    moves: tuple[Move, ...]
    given: frozenset[str]
    place: Place

    def at(self, *route: str | int) -> Place:
        """The place of a field of this track that was written."""
        return self.place._replace(route=(*self.place.route, *route))
