"""Every sentence that authors write, with its place and what it belongs to, for the rules that read wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.bands import Moment
from ladderc.rules.pay_files import WrittenBand, band_name
from ladderc.rules.phrases import level_name, track_name
from ladderc.span import Place


class Authored(NamedTuple):
    """One text; ``owner`` names what it belongs to and ``key`` does so by ids, where that is no track and no level.

    ``grants`` is true where that is something people are given.
    """

    text: Text
    place: Place
    owner: str
    key: str = ""
    grants: bool = False


def of_level(level: Level) -> Iterator[Authored]:
    """The texts of a level but its title: what it is, what it asks, how one comes to it."""
    owner = level_name(level)
    yield from _fields(level.place, owner, summary=level.summary)
    for expectation in level.expectations.values():
        for statement in expectation.statements:
            yield Authored(statement.text, statement.place, owner)
    for metric in level.metrics:
        yield from _fields(metric.place, owner, name=metric.name, target=metric.target, source=metric.source)
    yield from _list(level.at("duties"), owner, level.duties)
    if level.promotion:
        promotion = level.promotion
        for name in ("nomination", "evidence", "panel"):
            place = promotion.place._replace(route=(*promotion.place.route, name))
            yield from _list(place, owner, getattr(promotion, name))
        yield from _fields(promotion.place, owner, approver=promotion.approver)
        for condition in promotion.requires:
            if condition.text is not None:
                yield Authored(condition.text, condition.place, owner)


def of_track(track: Track) -> Iterator[Authored]:
    """The texts of a track itself: its purpose, and what is said of its moves."""
    owner = f"The track {track_name(track)}"
    yield from _fields(track.place, owner, purpose=track.purpose)
    for move in track.moves:
        yield from _fields(move.place, owner, note=move.note)


def of_framework(framework: Framework) -> Iterator[Authored]:
    """The texts of ``framework.yaml``; recognition, awards and forums are what people are given."""
    yield from _keyed("summary", _fields(framework.place, "The framework", summary=framework.summary))
    for grade in framework.grades:
        yield from _keyed(f"grade {grade.id}", _fields(grade.place, f"The grade {grade.id}", scope=grade.scope))
    for dimension in framework.dimensions.values():
        owner = f"The dimension {_name(dimension.name, dimension.id)}"
        yield from _keyed(f"dimension {dimension.id}", _fields(dimension.place, owner, question=dimension.question))
    for recognition in framework.recognition.values():
        owner = f"The recognition {_name(recognition.name, recognition.id)}"
        texts = _fields(recognition.place, owner, name=recognition.name)
        yield from _keyed(f"recognition {recognition.id}", texts, grants=True)
    for award in framework.awards.values():
        texts = _fields(
            award.place, f"The award {_name(award.name, award.id)}", name=award.name, criteria=award.criteria
        )
        yield from _keyed(f"award {award.id}", texts, grants=True)
    for forum in framework.forums.values():
        if not forum.people_only:
            texts = _fields(forum.place, f"The forum {_name(forum.name, forum.id)}", name=forum.name)
            yield from _keyed(f"forum {forum.id}", texts, grants=True)


def of_pay(framework: Framework, moment: Moment) -> Iterator[Authored]:
    """The texts of a pay file: its name, the reasons of its exceptions, the sources of its market figures."""
    file = moment.structure.place.file
    yield from _keyed("name", _fields(moment.structure.place, f"The pay file {file}", name=moment.structure.name))
    for band in moment.structure.bands:
        if band.market:
            place = band.place._replace(route=(*band.place.route, "market"))
            texts = _fields(place, f"The band for {band.grade} in {file}", source=band.market.source)
            yield from _keyed(f"band {band.grade}", texts)
    for exception in moment.structure.exceptions:
        one = WrittenBand(exception.band, exception.track, exception.zone)
        owner = f"The exception for {band_name(framework, moment, one)} in {file}"
        key = f"exception {exception.band.grade}/{exception.track}/{exception.zone or ''}"
        yield from _keyed(key, _fields(exception.band.place, owner, reason=exception.reason))


def _name(name: Text, id: str) -> str:
    return name.plain.strip() or id


def _keyed(key: str, texts: Iterable[Authored], *, grants: bool = False) -> Iterator[Authored]:
    yield from (one._replace(key=key, grants=grants) for one in texts)


def _fields(place: Place, owner: str, **texts: Text | None) -> Iterator[Authored]:
    for name, text in texts.items():
        if text:
            yield Authored(text, place._replace(route=(*place.route, name)), owner)


def _list(place: Place, owner: str, texts: tuple[Text, ...]) -> Iterator[Authored]:
    for position, text in enumerate(texts):
        yield Authored(text, place._replace(route=(*place.route, position)), owner)
