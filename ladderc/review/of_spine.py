"""Changes of what all levels share: grades, dimensions, the rating scale, families and the catalogues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ladderc.finding import Subject
from ladderc.model.catalogue import Award, Dimension, Grade
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.model.kinds import TrackKind
from ladderc.model.text import Text
from ladderc.review.naming import change, now_and_before
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import wordings
from ladderc.rules.phrases import coded, counted, listed

_CATALOGUES = {
    "recognition": "The form of recognition",
    "awards": "The award",
    "forums": "The forum",
    "domains": "The field of decisions",
}
_EVERY: tuple[TrackKind, ...] = (
    "people-leadership",
    "specialist",
    "project-leadership",
    "influence-innovation",
    "common",
)


def changes(pairing: Pairing) -> Iterator[Change]:
    """What changed in framework.yaml that levels refer to."""
    yield from _grades(pairing)
    yield from _dimensions(pairing)
    yield from _scale(pairing)
    yield from _listed(pairing, "families", "The family", "family-added", "family-removed", "family-changed")
    for field, noun in _CATALOGUES.items():
        kinds = ("catalogue-entry-added", "catalogue-entry-removed", "catalogue-entry-changed")
        yield from _listed(pairing, field, noun, *kinds)
    yield from _awards(pairing)
    yield from _renamed(pairing)


_RENAMED = {"dimensions": ("dimension-renamed", "The dimension"), "families": ("family-renamed", "The family")}


def _renamed(pairing: Pairing) -> Iterator[Change]:
    """What has another id and is the same thing: told once, here, and nowhere that it is used."""
    after, known_as = pairing.after, pairing.names
    if known_as.grades:
        yield _grades_renamed(after, known_as.grades)
    for field, ids in known_as.lists.items():
        kind, noun = _RENAMED.get(field) or ("catalogue-entry-renamed", _CATALOGUES[field])
        for was, is_ in ids.items():
            one = getattr(after, field)[is_]
            old = getattr(pairing.before, field)[is_]
            if field == "families" and (old.implied or one.implied):
                continue  # nobody wrote that id
            message = f"{noun} {_name(one.name, after)} has the id `{is_}` now; it was `{was}`."
            yield change(kind, _subject(field, is_), message, one.place, thing=f"{field}/{is_}")
    zones = {zone.id: zone for structure in after.pay_structures for zone in structure.zones}
    for was, is_ in known_as.zones.items():
        zone = zones[is_]
        message = f"The zone {_plain(zone.name, after)} has the id `{is_}` now; it was `{was}`."
        yield change("zone-renamed", Subject(zone=is_), message, zone.place, thing=is_)


def _grades_renamed(after: Framework, ids: Mapping[str, str]) -> Change:
    """One entry for a whole scheme: ``IC5 was called G5``."""
    renamed = [grade for grade in after.grades if grade.id in ids.values()]
    was = {new: old for old, new in ids.items()}
    told = listed(f"{grade.id} was called {was[grade.id]}" for grade in renamed)
    message = (
        f"The grade {told}." if len(renamed) == 1 else f"{counted(len(renamed), 'grade')} have another id: {told}."
    )
    subjects = tuple(Subject(grade=grade.id) for grade in renamed)
    reaches = tuple(level.key for level in after.levels.values() if level.grade in ids.values())
    return change("grade-renamed", subjects, message, renamed[0].place, thing="/".join(ids.values()), reaches=reaches)


def _grades(pairing: Pairing) -> Iterator[Change]:
    old, new = ({grade.id: grade for grade in side.grades} for side in (pairing.before, pairing.after))
    for id in old:
        if id not in new:
            yield change("grade-removed", Subject(grade=id), f"The grade {id} is gone.", old[id].place, gone=True)
    for id, grade in new.items():
        if id not in old:
            yield change("grade-added", Subject(grade=id), f"The grade {id} is new.", grade.place)
        else:
            yield from _grade(pairing, old[id], grade)
    order = [id for id in old if id in new]
    now = [id for id in new if id in old]
    if order != now:
        message = f"The grades rise in another order: {listed(now)}; it was {listed(order)}."
        yield change("grades-reordered", Subject(), message, pairing.after.at("grades"), reaches=_all(pairing.after))


def _grade(pairing: Pairing, old: Grade, new: Grade) -> Iterator[Change]:
    reaches = tuple(level.key for level in pairing.after.levels.values() if level.grade == new.id)
    for field in ("name", "scope"):
        if words := wordings(getattr(old, field), getattr(new, field)):
            message = f"The {field} of {new.id} is worded differently."
            yield change("grade-reworded", Subject(grade=new.id), message, new.place, thing=field, wordings=words)
    if old.executive != new.executive:
        said = "is marked executive now" if new.executive else "is not marked executive any more"
        yield change("grade-executive-changed", Subject(grade=new.id), f"{new.id} {said}.", new.place, reaches=reaches)


def _dimensions(pairing: Pairing) -> Iterator[Change]:
    old, new = pairing.before.dimensions, pairing.after.dimensions
    for id, one in old.items():
        if id not in new:
            message = f"The dimension {_name(one.name, pairing.before)} is gone."
            yield change("dimension-removed", Subject(), message, one.place, gone=True, thing=id)
    for id, one in new.items():
        if id not in old:
            message = f"The dimension {_name(one.name, pairing.after)} is new."
            yield change("dimension-added", Subject(), message, one.place, thing=id)
        else:
            yield from _dimension(pairing, old[id], one)


def _dimension(pairing: Pairing, old: Dimension, new: Dimension) -> Iterator[Change]:
    after = pairing.after
    reaches = tuple(level.key for level in after.levels.values() if new.id in level.expectations)
    name = _name(new.name, after)
    for field in ("name", "question"):
        if words := wordings(getattr(old, field), getattr(new, field)):
            message = f"The {field} of the dimension {name} is worded differently."
            more = {"thing": f"{new.id}/{field}", "wordings": words, "reaches": reaches}
            yield change("dimension-reworded", Subject(), message, new.place, **more)
    for field, given in (("measures", "measures"), ("factor", "factor"), ("kinds", "kinds"), ("from_grade", "from")):
        was, is_ = getattr(old, field), getattr(new, field)
        if was != is_:
            message = now_and_before(f"`{given}` of the dimension {name}", _written(is_), _written(was))
            yield change("dimension-changed", Subject(), message, new.place, thing=f"{new.id}/{given}", reaches=reaches)


def _scale(pairing: Pairing) -> Iterator[Change]:
    was, is_ = (tuple(_plain(text, side) for text in side.rating_scale) for side in (pairing.before, pairing.after))
    if was != is_:
        message = now_and_before("The rating scale", _words(is_), _words(was))
        place = pairing.after.at("rating_scale") if "rating_scale" in pairing.after.given else pairing.after.place
        yield change("rating-scale-changed", Subject(), message, place, reaches=_all(pairing.after))


def _listed(pairing: Pairing, field: str, noun: str, added: str, removed: str, changed: str) -> Iterator[Change]:
    old: Mapping[str, Any] = getattr(pairing.before, field)
    new: Mapping[str, Any] = getattr(pairing.after, field)
    for id, one in old.items():
        if id not in new:
            message = f"{noun} {_name(one.name, pairing.before)} is gone."
            yield change(removed, _subject(field, id), message, one.place, gone=True, thing=f"{field}/{id}")
    for id, one in new.items():
        if id not in old:
            message = f"{noun} {_name(one.name, pairing.after)} is new."
            yield change(added, _subject(field, id), message, one.place, thing=f"{field}/{id}")
            continue
        fields = [name for name in one._fields if name not in ("id", "place", "open_to")]
        for name in fields:
            was, is_ = getattr(old[id], name), getattr(one, name)
            if was == is_:
                continue
            words = wordings(was, is_) if isinstance(was or is_, Text) else ()
            if not words and isinstance(was or is_, Text):
                continue  # only a translation came or went
            whose = f"of {noun[:1].lower()}{noun[1:]} {_name(one.name, pairing.after)}"
            message = f"The {name} {whose} is worded differently."
            if not words:
                message = now_and_before(f"`{name}` {whose}", _written(is_), _written(was))
            more: dict[str, Any] = {"wordings": words, "thing": f"{field}/{id}/{name}"}
            if words:
                more |= {"impact": "neutral", "reason": "The words changed; read them to see whether the meaning did."}
            yield change(changed, _subject(field, id), message, one.place, **more)


def _awards(pairing: Pairing) -> Iterator[Change]:
    for field in ("awards", "recognition"):
        old, new = getattr(pairing.before, field), getattr(pairing.after, field)
        for id, one in new.items():
            if id in old and set(_open(old[id])) != set(_open(one)):
                yield _opened(pairing, field, old[id], one)


def _opened(pairing: Pairing, field: str, old: Award, new: Award) -> Change:
    was, is_ = _open(old), _open(new)
    lost = [kind for kind in was if kind not in is_]
    won = [kind for kind in is_ if kind not in was]
    kind = "catalogue-entry-changed" if lost and won else "award-closed" if lost else "award-opened"
    said = " and ".join(
        part for part in (
            f"is open to {coded(won)} now" if won else "",
            f"is not open to {coded(lost)} any more" if lost else "",
        ) if part
    )  # fmt: skip
    message = f"{_CATALOGUES[field]} {_name(new.name, pairing.after)} {said}."
    return change(kind, Subject(), message, new.place, thing=f"{field}/{new.id}/open_to")


def _open(award: Award) -> tuple[TrackKind, ...]:
    return award.open_to or _EVERY


def _subject(field: str, id: str) -> Subject:
    return Subject(family=id) if field == "families" else Subject()


def _name(text: Text, framework: Framework) -> str:
    return f"“{_plain(text, framework)}”"


def _plain(text: Text, framework: Framework) -> str:
    return " ".join(text.in_language(framework.locale).split())


def _words(names: tuple[str, ...]) -> str:
    return listed(f"“{name}”" for name in names)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, tuple):
        return coded(str(one) for one in value) or ""
    return f"`{value}`" if value else ""


def _all(framework: Framework) -> tuple[str, ...]:
    return tuple(framework.levels)
