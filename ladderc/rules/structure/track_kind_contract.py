"""A track is what its kind says: who leads, what is asked for, what counts as success.

Why
---
The kinds are promises.
A specialist with a team, a project leader who is not measured by delivery or a leader of people whose people do not
show in any figure is on another track than the one that was chosen, whatever the page says.
People find out after a year, and then they trust none of the tracks.

Source
------
J's four descriptions: specialists go deep without a team, project leaders answer for delivery across teams,
those with influence and innovation improve how the firm works, and leaders of people answer for people.
Only reports that are stated as one or more count: `{min: 0, max: 2}` says that there may be none.
A kind is kept by the track as a whole, so one level with the metric is enough.

Bad
---
    # tracks/project-leadership.yaml
    levels:
      - id: P7
        reports:
          min: 4  # <- here
    moves:
      - {from: P6, to: specialist/S6, kind: lateral, pay: protected}

Good
----
    # tracks/project-leadership.yaml
    levels:
      - id: P7
        reports:
          min: 0
    moves:
      - {from: P6, to: specialist/S6, kind: lateral, pay: protected}

When to waive
-------------
While people who report to such a level for historical reasons are being moved, with the date on which they will be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level, Metric
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import counted, level_name, track_name
from ladderc.rules.placeholders import is_written
from ladderc.rules.ratings import dimension_names
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


class _Success(NamedTuple):
    """What must be measured on a track of a kind: what the metric is about, and whether it is an outcome."""

    about: str
    outcome: bool
    words: str


_WITHOUT_TEAM = ("specialist", "project-leadership", "influence-innovation")
_SUCCESS = {
    "project-leadership": _Success("delivery", True, "an outcome of delivery"),
    "influence-innovation": _Success("improvement", False, "an improvement"),
    "people-leadership": _Success("people", False, "how people fare"),
}


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track and clause that is broken, one on what cannot be judged, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    tracks = [track for track in tracks_judged_here(case) if track.kind != "common"]
    if not tracks:
        yield case.not_judged("a track of another kind than `common`")
        return
    failing = [verdict for track in tracks for clause in _CLAUSES if (verdict := clause(case, track))]
    broken = [verdict for verdict in failing if verdict.state == "fails"]
    if not broken:
        yield case.holds(figures=(Figure("tracks", len(tracks), "tracks"),))
    yield from broken
    lacking = dict.fromkeys((verdict.lacking, verdict.topic) for verdict in failing if verdict.state == "not-judged")
    for words, topic in lacking:
        yield case.not_judged(words, topic=topic)


def _reports(case: Case, track: Track) -> Verdict | None:
    managing = [level for level in track.levels if level.manages]
    if track.kind not in _WITHOUT_TEAM or not managing:
        return None
    first = managing[0]
    lines = [f"{level_name(level)} is written with at least {counted(_least(level), 'report')}." for level in managing]
    lines.append(f"{track_name(track)} is a track of kind `{track.kind}`, on which nobody leads a team for good.")
    lines.append(f"Take `reports` away from {first.id}, or move the level to a track of kind `people-leadership`.")
    return case.fails(
        "\n".join(lines),
        first.at("reports", "min"),
        *subjects_of(track, managing),
        figures=tuple(Figure("reports", _least(level), "people", "A") for level in managing),
        related=tuple(Related(level.at("reports"), "has reports too") for level in managing[1:]),
        discriminator="reports",
        topic="reports",
    )


def _least(level: Level) -> int:
    return level.reports.min if level.reports and level.reports.min else 0


def _complexity(case: Case, track: Track) -> Verdict | None:
    if track.kind != "specialist":
        return None
    names = [name for name, one in case.framework.dimensions.items() if one.measures == "complexity"]
    if not names:
        return case.not_judged("a dimension with `measures: complexity`", topic="complexity")
    spoken = frozenset[str]().union(*(case.content.spoken_to(level) for level in track.levels))
    if not spoken:
        return case.not_judged(f"`expectations` at any level of {track_name(track)}", topic="complexity")
    if spoken & set(names):
        return None
    return case.fails(
        f"{track_name(track)} is a specialist track, and none of its levels says how complex the work is.\n"
        f"Write what each level asks there under {dimension_names(case.framework, names)}.",
        track.place,
        *subjects_of(track),
        discriminator="complexity",
        topic="complexity",
    )


def _metric(case: Case, track: Track) -> Verdict | None:
    success = _SUCCESS.get(track.kind)
    if success is None:
        return None
    known = _metrics(case.facts.tracks)
    if not any(metric.about for metric in known):
        lacking = "`about` at any metric of the family" if known else "`metrics` at any level of the family"
        return case.not_judged(lacking, topic="metric")
    typed = any(metric.type for metric in known)
    fitting = [metric for metric in _metrics((track,)) if metric.about == success.about]
    if any(metric.type == "outcome" or not (success.outcome and typed) for metric in fitting):
        return None
    kind = f"`type: outcome` and `about: {success.about}`" if success.outcome else f"`about: {success.about}`"
    return case.fails(
        f"{track_name(track)} is a track of kind `{track.kind}`, and none of its metrics shows {success.words}.\n"
        f"Add a metric with {kind} to a level of {track_name(track)}.",
        track.place,
        *subjects_of(track),
        figures=(Figure("metrics", len(_metrics((track,))), "metrics"),),
        discriminator="metric",
        topic="metric",
    )


def _metrics(tracks: tuple[Track, ...]) -> list[Metric]:
    return [one for track in tracks for level in track.levels for one in level.metrics if is_written(one.name)]


_CLAUSES = (_reports, _complexity, _metric)

RULE = rule(__name__, check, severity=Severity.ERROR)
