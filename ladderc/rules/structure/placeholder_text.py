"""No text stands in for one that is still to be written.

Why
---
A level that says "TODO" is a level that does not exist.
It is usually the top expert level, written down so that the chart looks even.
The people it is meant for see at once that nobody thought about it, and other checks would count it as text.

Source
------
J: not "informal or implied".

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S7
        summary: TODO  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S7
        summary: Sets what the firm may rightly claim about its models, and is heard when it may not.

When to waive
-------------
Rarely: leave the field out instead, and the rules say what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Subject, Verdict
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name, listed, track_name
from ladderc.rules.placeholders import is_placeholder, quoted
from ladderc.rules.shared_tracks import subjects_of
from ladderc.span import Place

Route = tuple[str | int, ...]


class _Found(NamedTuple):
    """One text of a subject, by the route to it from the subject's own place."""

    route: Route
    text: Text


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level or track that holds a placeholder, one for framework.yaml, or one for the family."""
    assert case.family is not None, "the rule judges families"
    failing: list[Verdict] = []
    first = case.family.id == next(iter(case.framework.families))
    if first and (found := _standing_in(_of_framework(case.framework))):
        failing.append(_fails(case, case.framework.place, "framework.yaml", (Subject(),), found))
    for track in case.facts.tracks:
        if track.families[0] != case.family.id:  # a track of several families is judged once, for all of them
            continue
        if found := _standing_in(_of_track(track)):
            failing.append(_fails(case, track.place, f"The track {track_name(track)}", subjects_of(track), found))
        failing += [
            _fails(case, level.place, level_name(level), subjects_of(track, [level]), found)
            for level in track.levels
            if (found := _standing_in(_of_level(case, level)))
        ]
    yield from failing or [case.holds()]


def _standing_in(texts: Iterable[_Found]) -> list[_Found]:
    return [found for found in texts if is_placeholder(found.text)]


def _fails(case: Case, place: Place, name: str, subjects: tuple[Subject, ...], standing_in: list[_Found]) -> Verdict:
    words = listed(dict.fromkeys(quoted(found.text) for found in standing_in))
    fields = listed(dict.fromkeys(f"`{_field(found.route)}`" for found in standing_in))
    places = [place._replace(route=(*place.route, *found.route)) for found in standing_in]
    return case.fails(
        f"{name} is not written yet: {fields} {'says' if len(standing_in) == 1 else 'say'} {words}.\n"
        f"Write the text, or take {'the field' if len(standing_in) == 1 else 'the fields'} away.",
        places[0],
        *subjects,
        figures=(Figure("placeholders", len(standing_in), "texts"),),
        related=tuple(Related(other, "another placeholder") for other in places[1:]),
    )


def _field(route: Route) -> str:
    """The field as its author knows it: the last names of the route, without positions."""
    names = [str(step) for step in route if isinstance(step, str)]
    return ": ".join(names[-2:])


def _of_level(case: Case, level: Level) -> Iterator[_Found]:
    some_stand_in = len(case.content.said(level).statements) < sum(
        [len(expectation.statements) for expectation in level.expectations.values()]
    )
    yield from _fields((), title=level.title, summary=level.summary)
    for expectation in level.expectations.values() if some_stand_in else ():
        for statement in expectation.statements:
            yield _Found(_under(level.place, statement.place), statement.text)
    for metric in level.metrics:
        route = _under(level.place, metric.place)
        yield from _fields(route, name=metric.name, unit=metric.unit, target=metric.target, source=metric.source)
    yield from _list(("duties",), level.duties)
    if level.promotion:
        promotion, route = level.promotion, ("promotion",)
        yield from _list((*route, "nomination"), promotion.nomination)
        yield from _list((*route, "evidence"), promotion.evidence)
        yield from _list((*route, "panel"), promotion.panel)
        yield from _fields(route, approver=promotion.approver)
        for condition in promotion.requires:
            if condition.text is not None:
                yield _Found(_under(level.place, condition.place), condition.text)


def _of_track(track: Track) -> Iterator[_Found]:
    yield from _fields((), name=track.name, purpose=track.purpose)
    for move in track.moves:
        yield from _fields(_under(track.place, move.place), note=move.note)


def _of_framework(framework: Framework) -> Iterator[_Found]:
    yield from _fields((), name=framework.name, summary=framework.summary)
    for grade in framework.grades:
        yield from _fields(grade.place.route, name=grade.name, scope=grade.scope)
    for dimension in framework.dimensions.values():
        yield from _fields(dimension.place.route, name=dimension.name, question=dimension.question)
    for award in framework.awards.values():
        yield from _fields(award.place.route, name=award.name, criteria=award.criteria)
    for family in framework.families.values():
        if not family.implied:
            yield from _fields(family.place.route, name=family.name)
    for recognition in framework.recognition.values():
        yield from _fields(recognition.place.route, name=recognition.name)
    for forum in framework.forums.values():
        yield from _fields(forum.place.route, name=forum.name)
    for domain in framework.domains.values():
        yield from _fields(domain.place.route, name=domain.name)


def _fields(route: Route, **texts: Text | None) -> Iterator[_Found]:
    yield from (_Found((*route, name), text) for name, text in texts.items() if text is not None)


def _list(route: Route, texts: tuple[Text, ...]) -> Iterator[_Found]:
    yield from (_Found((*route, position), text) for position, text in enumerate(texts))


def _under(place: Place, inner: Place) -> Route:
    """The route from one place down to another in the same file."""
    return inner.route[len(place.route) :]


RULE = rule(__name__, check, severity=Severity.ERROR)
