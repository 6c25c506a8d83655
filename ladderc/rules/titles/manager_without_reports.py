"""Every level of a people-leadership track leads people.

Why
---
A people-leadership level that nobody reports to is an expert's level in the wrong place.
Whoever holds it is judged by questions about people that they cannot answer, and looks to others like a manager who
lost their team.
Such levels also make the managers' ladder longer than it is, so that comparing experts with it proves nothing.

Source
------
D: the "Director" without direct reports.
Only `reports` with a `max` of 0 says that nobody reports to a level.
A level that does not state `reports`, or states `{min: 0}` because its team is still to be hired, is taken to manage.

Bad
---
    # tracks/people-leadership.yaml
    levels:
      - id: M5
        title: Counsellor of Engineers
        reports:
          min: 0
          max: 0  # <- here

Good
----
    # tracks/people-leadership.yaml
    levels:
      - id: M5
        title: Counsellor of Engineers
        reports:
          min: 0
          max: 6

When to waive
-------------
While a team is being moved, with the day on which the level has one again or leaves the track.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import level_name, track_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a people-leadership level that nobody reports to, or one for the family."""
    assert case.family is not None, "the rule judges families"
    managing = [track for track in case.facts.tracks if track.kind == "people-leadership"]
    if not managing:
        yield case.not_judged("a people-leadership track of the family's own")
        return
    failing = [
        _fails(case, track, level)
        for track in managing
        if track.families[0] == case.family.id  # a track that belongs to several families is told once
        for level in track.levels
        if level.reports and level.reports.max == 0
    ]
    count = sum(len(track.levels) for track in managing)
    yield from failing or [case.holds(figures=(Figure("people-leadership levels", count, "levels", "M"),))]


def _fails(case: Case, track: Track, level: Level) -> Verdict:
    message = "\n".join(
        (
            f"{level_name(level)} stands on {track_name(track)}, and its `reports` say that nobody reports to it.",
            "Expected somebody to lead on every level of a people-leadership track.",
            "Write how many report to it, or move the level to the track of the work that it does.",
        )
    )
    subject = case.subject(level=level)
    subjects = (subject._replace(family=family) for family in track.families)
    return case.fails(message, level.at("reports", "max"), *subjects)


RULE = rule(__name__, check, severity=Severity.ERROR)
