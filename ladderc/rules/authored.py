"""Every sentence that authors write, with its place and what it belongs to, for the rules that read wording."""

from __future__ import annotations

from collections.abc import Iterator
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
    """One text; ``owner`` names what it belongs to, and ``grants`` is true where that is something people are given."""

    text: Text
    place: Place
    owner: str
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
    yield from _fields(framework.place, "The framework", summary=framework.summary)
    for grade in framework.grades:
        yield from _fields(grade.place, f"The grade {grade.id}", scope=grade.scope)
    for dimension in framework.dimensions.values():
        yield from _fields(
            dimension.place, f"The dimension {_name(dimension.name, dimension.id)}", question=dimension.question
        )
    for recognition in framework.recognition.values():
        owner = f"The recognition {_name(recognition.name, recognition.id)}"
        yield from _given(recognition.place, owner, name=recognition.name)
    for award in framework.awards.values():
        yield from _given(
            award.place, f"The award {_name(award.name, award.id)}", name=award.name, criteria=award.criteria
        )
    for forum in framework.forums.values():
        if not forum.people_only:
            yield from _given(forum.place, f"The forum {_name(forum.name, forum.id)}", name=forum.name)


def of_pay(framework: Framework, moment: Moment) -> Iterator[Authored]:
    """The texts of a pay file: its name, the reasons of its exceptions, the sources of its market figures."""
    file = moment.structure.place.file
    yield from _fields(moment.structure.place, file, name=moment.structure.name)
    for band in moment.structure.bands:
        if band.market:
            place = band.place._replace(route=(*band.place.route, "market"))
            yield from _fields(place, f"The band for {band.grade} in {file}", source=band.market.source)
    for exception in moment.structure.exceptions:
        one = WrittenBand(exception.band, exception.track, exception.zone)
        owner = f"The exception for {band_name(framework, moment, one)} in {file}"
        yield from _fields(exception.band.place, owner, reason=exception.reason)


def _name(name: Text, id: str) -> str:
    return name.plain.strip() or id


def _fields(place: Place, owner: str, **texts: Text | None) -> Iterator[Authored]:
    for name, text in texts.items():
        if text:
            yield Authored(text, place._replace(route=(*place.route, name)), owner)


def _given(place: Place, owner: str, **texts: Text | None) -> Iterator[Authored]:
    yield from (one._replace(grants=True) for one in _fields(place, owner, **texts))


def _list(place: Place, owner: str, texts: tuple[Text, ...]) -> Iterator[Authored]:
    for position, text in enumerate(texts):
        yield Authored(text, place._replace(route=(*place.route, position)), owner)
