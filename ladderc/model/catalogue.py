"""The lists that a framework declares once and levels refer to by id."""

from decimal import Decimal
from typing import NamedTuple

from ladderc.model.kinds import Factor, Measure, TrackKind
from ladderc.model.text import Text
from ladderc.span import Place


class Grade(NamedTuple):
    """One step of the spine; ``rank`` counts from 0 at the lowest."""

    id: str
    rank: int
    name: Text | None
    scope: Text | None
    executive: bool
    place: Place


class Dimension(NamedTuple):
    """What is judged; ``kinds`` empty means every kind, ``from_grade`` None means every grade."""

    id: str
    name: Text
    question: Text | None
    measures: Measure | None
    factor: Factor | None
    kinds: tuple[TrackKind, ...]
    from_grade: str | None
    place: Place


class Family(NamedTuple):
    """A job family: parity is judged inside it. ``implied`` when the framework declares none."""

    id: str
    name: Text
    requires: tuple[str, ...]
    scarce: bool
    implied: bool
    place: Place


class Recognition(NamedTuple):
    """A form of recognition that comes with a level."""

    id: str
    name: Text
    functional: bool
    equivalent_to: str | None
    open_to: tuple[TrackKind, ...]
    place: Place


class Award(NamedTuple):
    """A prize; ``open_to`` empty means every kind of track."""

    id: str
    name: Text
    open_to: tuple[TrackKind, ...]
    criteria: Text | None
    place: Place


class Forum(NamedTuple):
    """A standing meeting that levels have a seat in; ``people_only`` where it is about managing people."""

    id: str
    name: Text
    people_only: bool
    place: Place


class Domain(NamedTuple):
    """A field of decisions."""

    id: str
    name: Text
    place: Place


class AudienceSpec(NamedTuple):
    """A further audience; it sees what ``like`` sees."""

    id: str
    name: Text
    like: str
    place: Place


class Freeze(NamedTuple):
    """A period (inclusive ISO dates) in which expectations may not rise."""

    start: str
    end: str
    why: Text | None
    place: Place


class Waiver(NamedTuple):
    """A declared exception; it covers findings whose subjects contain every part it names."""

    rule: str
    family: str | None
    track: str | None
    level: str | None
    grade: str | None
    zone: str | None
    reason: Text
    owner: str
    expires: str
    place: Place


class BaselineEntry(NamedTuple):
    """A finding that was there when the firm began; ``about`` says in words what ``fingerprint`` stands for.

    ``family`` is the id of the family that was judged, None for a rule about the framework as a whole.
    """

    fingerprint: str
    rule: str
    about: str
    family: str | None
    place: Place


class Ack(NamedTuple):
    """Somebody's word that a finding of ``ladderc diff`` is known and meant; ``until`` is the last ISO date it counts.

    ``what`` says in words what ``fingerprint`` stands for.
    """

    fingerprint: str
    what: str
    reason: Text
    who: str
    when: str
    until: str
    place: Place


class Release(NamedTuple):
    """A published state of the framework."""

    id: str
    date: str
    title: Text | None
    notes: Text | None
    ref: str | None
    place: Place


class RuleOptions(NamedTuple):
    """What ``rules:`` says of one rule: its severity, its settings, and the same per family."""

    severity: str | None
    settings: tuple[tuple[str, Decimal | int | str | bool | tuple[str, ...]], ...]
    families: tuple[tuple[str, "RuleOptions"], ...]
    place: Place
