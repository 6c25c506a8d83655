"""No level is judged by how many people or teams somebody manages.

Why
---
Counting heads rewards whoever hires the most and tells an expert that their work does not count.
It also makes a team larger than its work needs, because the next grade asks for a larger one.
What a level answers for can be said without a number of people: how hard the work is, what it is worth, whom it moves.

Source
------
J: progress is judged by complexity, contribution and influence, not "team size or reporting structure".
Working across or for several teams is fine, and so is planning headcount.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          influence:
            - Leads a team of five engineers.  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          influence:
            - Sets the technical direction that five teams follow.

When to waive
-------------
When the law or a contract sets a number, as with the staff that a shift must have.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.headcount import count_words, headcount_measure, headcount_phrase, measure_words
from ladderc.rules.phrases import grade_name, level_name, listed, track_name
from ladderc.span import Place

_NOTHING: Set[Text] = frozenset()


class Criterion(NamedTuple):
    """One thing that a level is judged by; ``where`` is ``statement``, ``metric`` or ``promotion``."""

    text: Text
    place: Place
    where: str
    names_a_measure: bool = False


class Count(NamedTuple):
    """One place that counts people: the words, as written, and whether promotion or success hangs on them."""

    words: str
    place: Place
    where: str
    decisive: bool


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that counts people, one a managers' track, or one for the family."""
    assert case.family is not None, "the rule judges families"
    tracks = case.facts.tracks
    criteria = sum([_how_many(level) for track in tracks for level in track.levels])
    if not criteria:
        yield case.not_judged("`expectations`, `metrics` or `promotion` at any level of the family")
        return
    # a track that belongs to several families is told once
    told_here = [track for track in tracks if track.families[0] == case.family.id]
    failing = [verdict for track in told_here for verdict in _track(case, track)]
    yield from failing or [case.holds(figures=(Figure("criteria read", criteria, "criteria"),))]


def _track(case: Case, track: Track) -> Iterator[Verdict]:
    counting, measuring = case.content.saying(count_words), case.content.saying(measure_words)
    found = [
        (level, counts)
        for level in track.levels
        if (level.key in counting or (level.metrics and level.key in measuring))
        and (counts := list(_counts(case, level)))
    ]
    if track.kind == "people-leadership":
        if found:
            yield _managers(case, track, found)
    else:
        yield from (_level(case, track, level, counts) for level, counts in found)


def _level(case: Case, track: Track, level: Level, counts: list[Count]) -> Verdict:
    worst = next((count for count in counts if count.decisive), counts[0])
    said = listed(f"“{count.words}” ({count.where})" for count in counts)
    subject = case.subject(level=level)
    return case.fails(
        f"{level_name(level)} is judged by how many people work under it: {said}.\n"
        "Expected the work itself: how hard it is, what it is worth, whom it moves.\n"
        "Rewrite it without counting people, for example “sets the direction that several teams follow”.",
        worst.place,
        *(subject._replace(family=family) for family in track.families),
        related=tuple(Related(count.place, "counts people too") for count in counts if count is not worst),
        figures=(Figure("criteria that count people", len(counts), "criteria", "A"),),
        severity=Severity.ERROR if worst.decisive else Severity.WARNING,
        topic="decisive" if worst.decisive else "statement",
    )


def _managers(case: Case, track: Track, found: list[tuple[Level, list[Count]]]) -> Verdict:
    """Managers do have teams; that their grades follow the size of them is one warning a track."""
    listing = listed(f"{grade_name(level.grade)} “{counts[0].words}” ({level.id})" for level, counts in found)
    places = [count.place for _, counts in found for count in counts]
    subject = case.subject(track=track)
    return case.fails(
        f"{track_name(track)} is judged by how many people work under each level: {listing}.\n"
        "Expected what each level answers for, so that a grade does not follow from the size of a team.\n"
        "Rewrite it without counting people; how many report to a level belongs under `reports`.",
        places[0],
        *(subject._replace(family=family) for family in track.families),
        related=tuple(Related(place, "counts people too") for place in places[1:]),
        figures=(Figure("criteria that count people", len(places), "criteria", "M"),),
        severity=Severity.WARNING,
        topic="managers",
    )


def _counts(case: Case, level: Level) -> Iterator[Count]:
    counting = case.content.saying(count_words).get(level.key, _NOTHING)
    measuring = counting | case.content.saying(measure_words).get(level.key, _NOTHING)
    for criterion in _criteria(level):
        find = headcount_measure if criterion.names_a_measure else headcount_phrase
        if criterion.text in (measuring if criterion.names_a_measure else counting) and (
            words := find(criterion.text, case.framework.locale)
        ):
            yield Count(words, criterion.place, criterion.where, criterion.where != "statement")


def _how_many(level: Level) -> int:
    """How many criteria the level has; most levels are not read further than that."""
    count = sum([len(expectation.statements) for expectation in level.expectations.values()])
    count += sum([2 if metric.target else 1 for metric in level.metrics])
    if level.promotion:
        count += len(level.promotion.evidence) + sum([1 for one in level.promotion.requires if one.text])
    return count


def _criteria(level: Level) -> Iterator[Criterion]:
    """All that the level is judged by; its summary and duties describe it and are no criteria."""
    for expectation in level.expectations.values():
        for statement in expectation.statements:
            yield Criterion(statement.text, statement.place, "statement")
    for metric in level.metrics:
        name = metric.place._replace(route=(*metric.place.route, "name"))
        yield Criterion(metric.name, name, "metric", names_a_measure=True)
        if metric.target:
            yield Criterion(metric.target, name._replace(route=(*metric.place.route, "target")), "metric")
    if level.promotion:
        route = level.promotion.place.route
        for position, evidence in enumerate(level.promotion.evidence):
            place = level.promotion.place._replace(route=(*route, "evidence", position))
            yield Criterion(evidence, place, "promotion")
        for requirement in level.promotion.requires:
            if requirement.text:
                yield Criterion(requirement.text, requirement.place, "promotion")


RULE = rule(__name__, check, severity=Severity.WARNING)
