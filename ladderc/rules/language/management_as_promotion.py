"""No text calls management the way up, and no move makes it the only one.

Why
---
“Promoted to manager” says in three words that everybody else stayed behind, whatever the ladder shows.
So does “just an expert”.
People believe such words more than a chart, for they are how the firm speaks when it does not think about it.
A promotion into management at a grade that no other track has says the same thing by what it leaves out.

Source
------
J: wording can "signal that leadership is the only legitimate form of growth".
Read are summaries, purposes, scopes, statements, metrics, duties, what promotion asks for, and notes on moves, in six
languages.
“Not just an expert” is fine, and so are titles that name work, such as Product Manager.
Managers who rise from one managers' level to the next are promoted indeed: those levels are not read, the first one is.
A move counts where no track but the managers' has a level at the grade that it leads to.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S4
        summary: Is asked first when a product fails, and may later be promoted to manager.  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S4
        summary: Is asked first when a product fails, and may later change to leading people.

When to waive
-------------
When the words are quoted from a contract or a collective agreement that the firm cannot change alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Subject, Verdict
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Move, Track
from ladderc.rules.base import Case, rule
from ladderc.rules.one_way_up import upward_words
from ladderc.rules.phrases import family_name, level_name, listed, track_name
from ladderc.rules.shared_tracks import subjects_of, tracks_judged_here
from ladderc.span import Place


class Said(NamedTuple):
    """Words that were found, as written, and where."""

    words: str
    place: Place


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the framework's own texts, one a track, level or move, or one for the family."""
    failing = [*_of_framework(case), *_of_tracks(case), *_moves(case)]
    if failing:
        yield from failing
        return
    read = sum(1 for track in tracks_judged_here(case) for _ in _track_texts(track))
    read += sum(1 for track in tracks_judged_here(case) for level in _judged(track) for _ in _level_texts(level))
    if read:
        yield case.holds(figures=(Figure("texts read", read, "texts"),))
    else:
        yield case.not_judged("a text in the family beside its titles, such as `summary` or `purpose`")


def _of_framework(case: Case) -> Iterator[Verdict]:
    """The framework's own texts belong to every family, and are told with the first."""
    families = case.framework.families
    assert case.family is not None, "the rule judges families"
    if case.family.id == next(iter(families)):
        found = _found(case, _framework_texts(case))
        if found:
            yield _fails(case, "The framework", found, tuple(Subject(family=family) for family in families))


def _of_tracks(case: Case) -> Iterator[Verdict]:
    for track in tracks_judged_here(case):
        found = _found(case, _track_texts(track))
        if found:
            yield _fails(case, track_name(track), found, subjects_of(track))
        for level in _judged(track):
            found = _found(case, _level_texts(level))
            if found:
                yield _fails(case, level_name(level), found, subjects_of(track, [level]))


def _found(case: Case, texts: Iterable[tuple[Text | None, Place]]) -> list[Said]:
    locale = case.framework.locale
    return [Said(words, place) for text, place in texts if text and (words := upward_words(text, locale))]


def _fails(case: Case, name: str, found: list[Said], subjects: tuple[Subject, ...]) -> Verdict:
    said = listed(f"“{one.words}”" for one in found)
    return case.fails(
        f"{name} speaks as if managing people were the way up: {said}.\n"
        "Expected words that leave several ways of equal worth.\n"
        "Write for example “changes to leading people”, or say what the expert is worth.",
        found[0].place,
        *subjects,
        related=tuple(Related(one.place, f"says “{one.words}”") for one in found[1:]),
        topic="words",
    )


def _moves(case: Case) -> Iterator[Verdict]:
    """Promotions from another track into management, at a grade where no other track has a level."""
    facts = case.facts
    own = {track.id for track in facts.others}
    managing = {track.id for track in facts.management}
    doors = {level.grade for level in facts.other_levels()}
    levels = case.framework.levels
    for track in facts.others:
        for level in track.levels:
            for step in facts.ways.leaving.get(level.key, ()):
                target = levels[step.target]
                if step.move is None or step.kind != "promotion" or target.track not in managing:
                    continue
                rises = facts.rank_of(target) > facts.rank_of(level)
                if level.track in own and rises and target.grade not in doors:
                    yield _only_way(case, level, target, step.move)


def _only_way(case: Case, level: Level, target: Level, move: Move) -> Verdict:
    return case.fails(
        f"From {level_name(level)} a promotion leads to {level_name(target)} at {target.grade}, "
        f"and {family_name(case.facts.family)} has no level there that does not manage.\n"
        "Expected that whoever is promoted need not lead people for it.\n"
        f"Add a level at {target.grade} to {track_name(case.framework.tracks[level.track])}, "
        "or make the move lateral, at one grade.",
        move.place,
        case.subject(level=level),
        related=(Related(target.place, "the managers' level that it leads to"),),
        discriminator=target.key,
        topic="move",
    )


def _judged(track: Track) -> tuple[Level, ...]:
    """The levels whose texts are read: of managers only the first, which people come to from elsewhere."""
    return track.levels[:1] if track.kind == "people-leadership" else track.levels


def _framework_texts(case: Case) -> Iterator[tuple[Text | None, Place]]:
    framework = case.framework
    yield framework.summary, framework.at("summary")
    for grade in framework.grades:
        yield grade.scope, _field(grade.place, "scope")
    for dimension in framework.dimensions.values():
        yield dimension.question, _field(dimension.place, "question")
    for award in framework.awards.values():
        yield award.criteria, _field(award.place, "criteria")


def _track_texts(track: Track) -> Iterator[tuple[Text | None, Place]]:
    if track.purpose:
        yield track.purpose, track.at("purpose")
    for move in track.moves:
        if move.note:
            yield move.note, _field(move.place, "note")


def _level_texts(level: Level) -> Iterator[tuple[Text | None, Place]]:
    if level.summary:
        yield level.summary, level.at("summary")
    for expectation in level.expectations.values():
        for statement in expectation.statements:
            yield statement.text, statement.place
    for metric in level.metrics:
        yield metric.name, _field(metric.place, "name")
        yield metric.target, _field(metric.place, "target")
    for position, duty in enumerate(level.duties):
        yield duty, level.at("duties", position)
    if level.promotion:
        for name in ("nomination", "evidence", "panel"):
            for position, text in enumerate(getattr(level.promotion, name)):
                yield text, _field(level.promotion.place, name, position)
        yield level.promotion.approver, _field(level.promotion.place, "approver")
        for requirement in level.promotion.requires:
            yield requirement.text, requirement.place


def _field(place: Place, *route: str | int) -> Place:
    return place._replace(route=(*place.route, *route))


RULE = rule(__name__, check, severity=Severity.WARNING)
