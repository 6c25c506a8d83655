"""What the lists that all levels share call their entries now: a new id for the same thing is one change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

from ladderc.finding import Subject
from ladderc.model.catalogue import Grade
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.pay import Zone
from ladderc.model.text import Text
from ladderc.review.matching import matched, text_likeness

Item = TypeVar("Item")
CATALOGUES = ("dimensions", "families", "recognition", "awards", "forums", "domains")
"""The lists of framework.yaml whose entries have an id and a name, as its fields are called."""


class Names(NamedTuple):
    """The ids of today by those of the older framework, for what is called differently now, list by list."""

    grades: Mapping[str, str]
    zones: Mapping[str, str]
    lists: Mapping[str, Mapping[str, str]]

    @property
    def same(self) -> bool:
        """Whether everything is called as it was."""
        return not (self.grades or self.zones or any(self.lists.values()))

    def now(self, field: str, id: str) -> str:
        """The id of today for an entry of one of ``CATALOGUES``."""
        return self.lists[field].get(id, id)

    def subject(self, subject: Subject) -> Subject:
        """A subject of the older framework by the ids of today; those of tracks and levels stay."""
        return subject._replace(
            family=self.lists["families"].get(subject.family or "", subject.family),
            grade=self.grades.get(subject.grade or "", subject.grade),
            zone=self.zones.get(subject.zone or "", subject.zone),
        )


def names(before: Framework, after: Framework) -> Names:
    """Which entries of the shared lists were given another id: those that kept their name, or what hangs on them."""
    lists = {
        field: _renamed(getattr(before, field).values(), getattr(after, field).values(), _named, _alike_by_name)
        for field in CATALOGUES
    }
    asked = (_asked(before), _asked(after))
    lists["dimensions"] |= _by_use(before.dimensions, after.dimensions, lists["dimensions"], asked)
    held = (_tracks_of(before), _tracks_of(after))
    lists["families"] |= _by_use(before.families, after.families, lists["families"], held)
    zones = (_zones(before).values(), _zones(after).values())
    return Names(_grades(before, after), _renamed(*zones, _named, _alike_by_name), lists)


def _renamed(
    before: Iterable[Item],
    after: Iterable[Item],
    key: Callable[[Item], Hashable | None],
    likeness: Callable[[Item, Item], Fraction] | None,
) -> dict[str, str]:
    """The pairs whose ids differ; what has the same id is the same thing whatever it is called."""
    found = matched(tuple(before), tuple(after), (_id, key), likeness)
    return {_id(old): _id(new) for old, new in found.pairs if _id(old) != _id(new)}


def _id(item: Any) -> str:
    id: str = item.id
    return id


def _named(item: Any) -> Hashable | None:
    name: Text | None = item.name
    return name


def _alike_by_name(one: Any, other: Any) -> Fraction:
    return text_likeness(one.name.plain, other.name.plain)


def _by_use(
    before: Mapping[str, object],
    after: Mapping[str, object],
    known: Mapping[str, str],
    used: tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]],
) -> dict[str, str]:
    """Entries with another id and another name on which the same things hang as before."""
    left = [id for id in before if id not in after and id not in known]
    right = [id for id in after if id not in before and id not in known.values()]

    def likeness(old: str, new: str) -> Fraction:
        return _common(used[0].get(old, frozenset()), used[1].get(new, frozenset()))

    return dict(matched(left, right, (), likeness).pairs) if left and right else {}


def _common(one: frozenset[str], other: frozenset[str]) -> Fraction:
    return Fraction(len(one & other), len(one | other)) if one and other else Fraction(0)


def _asked(framework: Framework) -> dict[str, frozenset[str]]:
    """The statements under each dimension."""
    found: dict[str, set[str]] = {}
    for level in framework.levels.values():
        for id, expectation in level.expectations.items():
            found.setdefault(id, set()).update(one.text.plain for one in expectation.statements)
    return {id: frozenset(texts) for id, texts in found.items()}


def _tracks_of(framework: Framework) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for track in framework.tracks.values():
        for family in track.families:
            found.setdefault(family, set()).add(track.id)
    return {id: frozenset(tracks) for id, tracks in found.items()}


def _zones(framework: Framework) -> dict[str, Zone]:
    return {zone.id: zone for structure in framework.pay_structures for zone in structure.zones}


def _grades(before: Framework, after: Framework) -> dict[str, str]:
    """Grades by what they are called and cover, then by who stands there, then by their place between known ones."""
    old, new = before.grades, after.grades
    if [grade.id for grade in old] == [grade.id for grade in new]:
        return {}
    standing = (_standing(before), _standing(after))

    def likeness(one: Grade, other: Grade) -> Fraction:
        for field in ("scope", "name"):
            said: tuple[Text | None, Text | None] = (getattr(one, field), getattr(other, field))
            if said[0] and said[0] == said[1]:
                return Fraction(1)
        return _common(standing[0].get(one.id, frozenset()), standing[1].get(other.id, frozenset()))

    found = matched(old, new, (_id,), likeness)
    pairs = [(one.id, other.id) for one, other in found.pairs]
    empty = _between(old, new, pairs, standing)
    return {one: other for one, other in (*pairs, *empty) if one != other}


def _standing(framework: Framework) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for level in framework.levels.values():
        found.setdefault(level.grade, set()).update(_called(level))
    return {grade: frozenset(called) for grade, called in found.items()}


def _called(level: Level) -> tuple[str, str]:
    # a scheme of grades is often renamed together with the levels' ids: then the titles stay
    return (level.key, f"{level.track} {level.title.plain}")


def _between(
    old: Sequence[Grade], new: Sequence[Grade], pairs: Sequence[tuple[str, str]],
    standing: tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]],
) -> list[tuple[str, str]]:  # fmt: skip
    """Grades at which nobody stands on either side, alone in the same place between two grades that are known."""
    there, back = dict(pairs), {new_id: old_id for old_id, new_id in pairs}
    left = _gaps([grade.id for grade in old], there, standing[0])
    right = _gaps([grade.id for grade in new], {id: id for id in back}, standing[1])
    return [(id, right[place]) for place, id in left.items() if place in right]


def _gaps(
    ids: Sequence[str], known: Mapping[str, str], standing: Mapping[str, frozenset[str]]
) -> dict[tuple[str | None, str | None], str]:
    """Unknown and empty grades by the known ones right below and right above them, named as today."""
    found = {}
    for position, id in enumerate(ids):
        if id in known or id in standing:
            continue
        below = ids[position - 1] if position else None
        above = ids[position + 1] if position + 1 < len(ids) else None
        if all(end is None or end in known for end in (below, above)):
            found[known[below] if below else None, known[above] if above else None] = id
    return found
