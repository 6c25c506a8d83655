"""Nobody is promoted for time alone.

Why
---
Time in a grade says that somebody stayed, not what they learned.
Where it is the only condition, those who could do the next job wait for it, and those who waited get it.
People whose work has long stopped changing are moved up like those whose work grew.

Source
------
T. J. Allen and R. Katz, "The dual ladder: motivational solution or managerial delusion?" (R&D Management, 1986).
The conditions are `evidence`, `requires`, `min_months`, and `basis: capability`, which asks for the level's own
expectations.
A panel and an approver judge conditions and are none; the rung right below is passed by everyone and is none either.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        promotion:  # <- here
          evidence: ~
          requires: [Two years as Senior Specialist]
          basis: ~

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        promotion:
          evidence: ~
          requires: [Two years as Senior Specialist, A theory in use at two products]
          basis: ~

When to waive
-------------
Where a collective agreement raises people by years, and the level above is the same work.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name
from ladderc.rules.placeholders import is_written
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here
from ladderc.rules.time_served import is_only_time
from ladderc.rules.tokens import fold, rough_words


class Conditions(NamedTuple):
    """What a promotion asks for: the times, as a person would say them, and how many other things."""

    times: tuple[str, ...]
    others: int


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that asks for time alone, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    judged = [
        (track, level, conditions)
        for track in tracks_judged_here(case)
        for level in track.levels
        if any(conditions := _conditions(case, track, level))
    ]
    if not judged:
        yield case.not_judged("conditions of promotion: `evidence`, `requires`, `min_months` or `basis`")
        return
    failing = [_fails(case, track, level, asked) for track, level, asked in judged if not asked.others]
    yield from failing or [case.holds(figures=(Figure("levels with conditions", len(judged), "levels"),))]


def _conditions(case: Case, track: Track, level: Level) -> Conditions:
    promotion = level.promotion
    if promotion is None:
        return Conditions((), 0)
    names = _names(case, track)
    texts = [text for text in (*promotion.evidence, *(one.text for one in promotion.requires)) if text]
    written = [text for text in texts if is_written(text)]
    times = [text.plain.strip() for text in written if is_only_time(text, case.framework.locale, names)]
    others = len(written) - len(times) + (promotion.basis == "capability")
    others += sum(1 for one in promotion.requires if one.level and one.level != _below(track, level))
    if promotion.min_months:
        times.append(f"min_months: {promotion.min_months}")
    return Conditions(tuple(times), others)


def _names(case: Case, track: Track) -> frozenset[str]:
    """The words by which the levels of a track, and their grades, are called."""
    grades = {grade.id: grade.name for grade in case.framework.grades}
    called = [words for level in track.levels for words in (*level.title.all, level.id, level.grade)]
    called += [words for level in track.levels if (name := grades[level.grade]) for words in name.all]
    return frozenset(word for words in called for word in (*rough_words(words), *fold(words).split()))


def _below(track: Track, level: Level) -> str | None:
    position = track.levels.index(level)
    return track.levels[position - 1].key if position else None


def _fails(case: Case, track: Track, level: Level, asked: Conditions) -> Verdict:
    times = " and ".join(f"“{time}”" for time in asked.times)
    return case.fails(
        f"{level_name(level)} asks for time and for nothing else: {times}.\n"
        "Expected a condition that work can meet.\n"
        "Write what shows that somebody is ready, under `evidence`.",
        level.at("promotion"),
        *subjects_of(track, [level]),
        figures=(Figure("conditions of time", len(asked.times), "conditions"),),
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
