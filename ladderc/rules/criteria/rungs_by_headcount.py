"""One managers' level differs from the next by the work, not mainly by how many people there are.

Why
---
Where the rungs of the managers' ladder are sizes of teams, the way up is to hire.
Nobody there gains by doing with fewer people, and an expert beside them reads that weight is counted in heads.
Two managers of eight people can have very different work; the rungs should say which.

Source
------
J: progress is not a matter of "team size or reporting structure".
Two levels differ by each statement, metric and decision that is new at the upper one, by each rating that changes, and
by `reports`.
A statement that counts people, and `reports`, are differences in headcount; they may be half of all at most.
A summary describes and is not counted; levels without statements on both sides are not compared.
The threshold is our own choice.

Bad
---
    # tracks/people-leadership.yaml
    levels:
      - id: M6
        reports: {min: 3, max: 8}
        expectations:
          craft: [Knows where the line's technology is going and hires ahead of it.]
          delivery: [Reshapes the organisation when the market does.]
        metrics:
          - {name: Posts with a successor, type: outcome, about: people, unit: share of posts, direction: up, source: Personnel records, cadence: yearly}
          - {name: Line results against plan, type: output, about: finance, unit: share of plan, direction: up, source: Ledger, cadence: yearly}
      - id: M7
        reports: {min: 9}  # <- here
        expectations:
          craft: [Knows where the line's technology is going and hires ahead of it.]
          delivery: [Reshapes the organisation when the market does.]
          influence: [Carries engineering's case where money is divided and comes back with some.]
          people: [Grows successors for every post that would hurt to lose.]
        metrics:
          - {name: Posts with a successor, type: outcome, about: people, unit: share of posts, direction: up, source: Personnel records, cadence: yearly}
          - {name: Line results against plan, type: output, about: finance, unit: share of plan, direction: up, source: Ledger, cadence: yearly}

Good
----
    # tracks/people-leadership.yaml
    levels:
      - id: M6
        reports: {min: 3, max: 8}
        expectations:
          craft: [Knows where the line's technology is going and hires ahead of it.]
          delivery: [Reshapes the organisation when the market does.]
        metrics:
          - {name: Posts with a successor, type: outcome, about: people, unit: share of posts, direction: up, source: Personnel records, cadence: yearly}
          - {name: Line results against plan, type: output, about: finance, unit: share of plan, direction: up, source: Ledger, cadence: yearly}
      - id: M7
        reports: {min: 9}
        expectations:
          craft: [Weighs technical futures with the best minds and commits the firm to one.]
          delivery: [Holds the firm's promise to its customers through years of change.]
          influence: [Carries engineering's case where money is divided and comes back with some.]
          people: [Grows successors for every post that would hurt to lose.]
        metrics:
          - {name: Posts with a successor, type: outcome, about: people, unit: share of posts, direction: up, source: Personnel records, cadence: yearly}
          - {name: Line results against plan, type: output, about: finance, unit: share of plan, direction: up, source: Ledger, cadence: yearly}

When to waive
-------------
When a shift plan or a licence ties a grade to a number of staff.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level, Reports, Statement
from ladderc.model.track import Track
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.headcount import count_words, headcount_phrase
from ladderc.rules.likeness import Pool, words_of
from ladderc.rules.phrases import counted, level_name, listed
from ladderc.rules.placeholders import is_written
from ladderc.rules.ratings import ratings
from ladderc.rules.shared_tracks import subjects_of
from ladderc.span import Place


class Step(NamedTuple):
    """How a level differs from the one below: each difference in headcount in words with its place, and the others."""

    heads: tuple[tuple[str, Place], ...]
    others: int


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a managers' level that differs mainly in headcount, or one for the family."""
    # a track that belongs to several families is told once
    tracks = [track for track in case.facts.management if case.facts.family.id == track.families[0]]
    if not tracks:
        yield case.not_judged("a managers' track of its own")
        return
    said = {level.key: case.content.said(level).statements for track in tracks for level in track.levels}
    steps = [
        (track, below, level)
        for track in tracks
        for below, level in zip(track.levels, track.levels[1:], strict=False)
        if said[level.key] and said[below.key]
    ]
    if not steps:
        yield case.not_judged("statements at two levels of one managers' track that follow each other")
        return
    most = Fraction(case.number("most"))
    failing = []
    for track, below, level in steps:
        step = _step(case, below, level, said)
        if step and len(step.heads) > most * (len(step.heads) + step.others):
            failing.append(_fails(case, track, below, level, step))
    yield from failing or [case.holds(figures=(Figure("steps compared", len(steps), "steps", "M"),))]


def _step(case: Case, below: Level, level: Level, said: dict[str, tuple[Statement, ...]]) -> Step | None:
    """None where headcount does not differ, which is seen without comparing the rest."""
    differ = level.reports and below.reports and _range(level.reports) != _range(below.reports)
    worth_reading = case.content.saying(count_words).get(level.key, ())
    if not differ and not worth_reading:
        return None
    before = {one.text for one in said[below.key]}
    new = [one for one in said[level.key] if one.text not in before]
    locale = case.framework.locale
    counting = [
        (one, words) for one in new if one.text in worth_reading and (words := headcount_phrase(one.text, locale))
    ]
    heads = [(f"“{words}”", one.place) for one, words in counting]
    if differ and level.reports and below.reports:
        told = f"{_range(level.reports)} reports against {_range(below.reports)}"
        heads.insert(0, (told, level.at("reports")))
    if not heads:
        return None
    plain = [one for one in new if all(one is not other for other, _ in counting)]
    return Step(tuple(heads), _own(case, said[below.key], plain) + _other_differences(below, level))


def _own(case: Case, below: Sequence[Statement], new: list[Statement]) -> int:
    """How many statements are not nearly those of the level below."""
    pool = Pool[str]()
    for one in below:
        pool.add(words_of(one.text, case.framework.locale), "")
    return sum(1 for one in new if not any(True for _ in pool.owners_like(words_of(one.text, case.framework.locale))))


def _other_differences(below: Level, level: Level) -> int:
    """The ratings that change, and the metrics and decisions that are new."""
    before = ratings(below)
    changed = sum(1 for name, rating in ratings(level).items() if name in before and rating != before[name])
    known = {metric.name for metric in below.metrics}
    metrics = sum(1 for metric in level.metrics if is_written(metric.name) and metric.name not in known)
    decided = {(decision.domain, decision.role) for decision in below.decisions}
    decisions = sum(1 for decision in level.decisions if (decision.domain, decision.role) not in decided)
    return changed + metrics + decisions


def _range(reports: Reports) -> str:
    low, high = reports.min, reports.max
    if low is not None and high is not None:
        return f"{low} to {high}" if low != high else f"{low}"
    if low is not None:
        return f"{low} or more"
    return f"up to {high}" if high is not None else "any number of"


def _fails(case: Case, track: Track, below: Level, level: Level, step: Step) -> Verdict:
    number = len(step.heads) + step.others
    of = "the one difference" if number == 1 else f"{len(step.heads)} of {counted(number, 'difference')}"
    return case.fails(
        f"{level_name(level)} differs from {level_name(below)} mainly by a number of people: "
        f"{listed(told for told, _ in step.heads)} ({of}).\n"
        "Expected that at least half of what is new at a level is its work.\n"
        f"Write what {level.id} answers for that {below.id} does not, without counting people.",
        step.heads[0][1],
        *subjects_of(track, [level]),
        figures=(
            Figure("differences in headcount", len(step.heads), "differences", "M"),
            Figure("other differences", step.others, "differences", "M"),
        ),
        related=(
            Related(below.place, "the level below"),
            *(Related(place, "counts people") for _, place in step.heads[1:]),
        ),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(Setting("most", Decimal("0.5"), "The share of all differences that may be differences in headcount."),),
)
