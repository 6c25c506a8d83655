"""Every level says how complex the work is, what it contributes and whom it influences.

Why
---
These three are what is left when team size and reporting lines are taken away.
A level that is silent on one of them will be judged by whatever is visible instead, and a team is always visible.
Below the managers' first grade the rule asks; from there on it insists.

Source
------
J: "complexity of work, the value of contribution, and the level of influence".
A rating alone does not count here: it says how much is asked, not what.
Where no dimension says what it measures, or none measures one of the three, that is told once a family.
A level that asks for nothing at all is left to `section-parity` and `dimension-coverage`, and below the managers' first
grade a dimension's `from` is kept to.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:  # <- here
          influence: {rating: 4, statements: []}

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        expectations:
          influence: {rating: 4, statements: [Changes how other departments plan by showing what the evidence says.]}

When to waive
-------------
When a level truly has no part in one of the three, such as one that is held for a single research task.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import family_name, level_name, listed
from ladderc.rules.settings import RAISED
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here

MEASURES = {
    "complexity": "how complex the work is",
    "contribution": "what it contributes",
    "influence": "whom it influences",
}


class _Silent(NamedTuple):
    """A level and the measures of which it says nothing."""

    level: Level
    measures: tuple[str, ...]
    above: bool


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track that is silent on a measure, one a family where no dimension has it, or one that it holds."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    tracks = tracks_judged_here(case)
    if not any(case.content.said(level).statements for track in tracks for level in track.levels):
        yield case.not_judged("statements at any level of the family")
        return
    measured = _measured(case)
    absent = [measure for measure in MEASURES if measure not in measured]
    if absent:
        yield _unmeasured(case, absent)
    if not measured:
        return
    failing = [verdict for track in tracks if (verdict := _track(case, track, measured))]
    yield from failing or [case.holds(figures=(Figure("measures", len(measured), "measures"),))]


def _measured(case: Case) -> dict[str, list[str]]:
    """The dimensions of each measure."""
    found: dict[str, list[str]] = {}
    for measure in MEASURES:
        for name, dimension in case.framework.dimensions.items():
            if dimension.measures == measure:
                found.setdefault(measure, []).append(name)
    return found


def _unmeasured(case: Case, absent: list[str]) -> Verdict:
    some = len(absent) < len(MEASURES)
    first = f"No dimension measures {listed(absent, 'or')}" if some else "No dimension says what it measures"
    message = (
        f"{first}, so it is not known whether the levels of {family_name(case.facts.family)} speak of "
        f"{listed(MEASURES[measure] for measure in absent)}.\n"
        f"Write at a dimension that does, e.g. `measures: {absent[0]}`."
    )
    place = case.framework.at("dimensions")
    return case.fails(message, place, severity=Severity.NOTE, topic="unmeasured", discriminator="unmeasured")


def _track(case: Case, track: Track, measured: dict[str, list[str]]) -> Verdict | None:
    silent = [found for level in track.levels if (found := _silent(case, level, measured))]
    if not silent:
        return None
    above = any(one.above for one in silent)
    first = next(one for one in silent if one.above or not above)
    lines = [
        f"{level_name(one.level)} has no statement on {listed((MEASURES[name] for name in one.measures), 'or')}."
        for one in silent
    ]
    lines += _mends(silent, measured)
    return case.fails(
        "\n".join(lines),
        first.level.at("expectations"),
        *subjects_of(track, [one.level for one in silent]),
        figures=(Figure("levels", len(silent), "levels"),),
        severity=None if above else Severity.NOTE,
        topic=f"above {RAISED}" if above else "below",
    )


def _mends(silent: list[_Silent], measured: dict[str, list[str]]) -> Iterator[str]:
    """What to write, a line for all levels that are silent on the same."""
    for measures in dict.fromkeys(one.measures for one in silent):
        levels = listed(one.level.id for one in silent if one.measures == measures)
        each = [f"one under {_any_of(measured[measure])}" for measure in measures]
        first = each[0].replace("one", f"one for {levels}", 1)
        yield f"Write {listed([first, *each[1:]])}."


def _any_of(names: list[str]) -> str:
    return listed((f"`{name}`" for name in names), "or")


def _silent(case: Case, level: Level, measured: dict[str, list[str]]) -> _Silent | None:
    if not case.content.spoken_to(level):
        return None
    fork = case.facts.fork
    above = fork is not None and case.facts.rank_of(level) >= fork
    asked = case.content.asked_too(level)
    lacking = tuple(
        measure
        for measure, names in measured.items()
        if not any(case.content.under(one, name) for one in asked for name in names)
        and (above or any(_begun(case, name, level) for name in names))
    )
    return _Silent(level, lacking, above) if lacking else None


def _begun(case: Case, dimension: str, level: Level) -> bool:
    """Whether the dimension is asked for at the level's grade already."""
    start = case.framework.dimensions[dimension].from_grade
    return start is None or case.facts.rank[start] <= case.facts.rank_of(level)


RULE = rule(__name__, check, severity=Severity.WARNING)
