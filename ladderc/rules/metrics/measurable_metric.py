"""A metric says in what it is counted, where the figure comes from, how often, and which way is good.

Why
---
“Customer satisfaction” is a wish until somebody says whose figure it is, how often it is looked at and what would be
good.
A metric without these is settled at the end of the year by whoever tells the better story.
Written out, it is the same for an expert and for a manager.

Source
------
D: "well-defined success metrics".
Expected are `unit`, `source`, `cadence`, and a `target` or a `direction`.
What no metric of a family says is not judged, and where no level's metrics say enough it is told once, for the family.

Bad
---
    # tracks/stem.yaml
    levels:
      - id: E2
        metrics:
          - name: Features in use after a month  # <- here
            type: outcome
            unit: share of features
            direction: up
            cadence: quarterly
          - {name: Faults found after release, type: output, unit: faults, direction: down, source: Fault register, cadence: quarterly}

Good
----
    # tracks/stem.yaml
    levels:
      - id: E2
        metrics:
          - name: Features in use after a month
            type: outcome
            unit: share of features
            direction: up
            cadence: quarterly
            source: Plant records
          - {name: Faults found after release, type: output, unit: faults, direction: down, source: Fault register, cadence: quarterly}

When to waive
-------------
While a new metric is being tried out, with the day on which it is kept or dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level, Metric
from ladderc.rules.base import Case, rule
from ladderc.rules.measures import metrics_of
from ladderc.rules.phrases import coded, counted, family_name, level_name, listed
from ladderc.rules.placeholders import is_written
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here

PARTS = ("unit", "source", "cadence", "target` or `direction")
"""What a metric says, as it is named in messages; the last is either of two fields."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level with a metric that cannot be measured, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    levels = [level for track in tracks_judged_here(case) for level in track.levels if metrics_of(level)]
    if not levels:
        yield case.not_judged("`metrics` at any level of the family")
        return
    said = {part for level in levels for metric in metrics_of(level) for part in _said(metric)}
    used = [part for part in PARTS if part in said]
    vague = [(level, lacking) for level in levels if (lacking := _lacking(level, used))]
    if len(vague) > 1 and len(vague) == len(levels):
        yield _everywhere(case, vague)
    elif used:
        count = sum(len(metrics_of(level)) for level in levels)
        yield from [_fails(case, level, lacking) for level, lacking in vague] or [
            case.holds(figures=(Figure("metrics that can be measured", count, "metrics"),))
        ]
    absent = [part for part in PARTS if part not in used]
    if absent:
        yield case.not_judged(f"{coded(absent)} at any metric of the family", topic="absent")


def _said(metric: Metric) -> frozenset[str]:
    filled = (
        is_written(metric.unit),
        is_written(metric.source),
        metric.cadence is not None,
        is_written(metric.target) or metric.direction is not None,
    )
    return frozenset(part for part, is_filled in zip(PARTS, filled, strict=True) if is_filled)


def _lacking(level: Level, used: list[str]) -> list[tuple[Metric, list[str]]]:
    """The level's metrics that say too little, with what they lack."""
    return [
        (metric, lacking)
        for metric in metrics_of(level)
        if (lacking := [part for part in used if part not in _said(metric)])
    ]


def _fails(case: Case, level: Level, lacking: list[tuple[Metric, list[str]]]) -> Verdict:
    named = listed(f"“{metric.name.plain.strip()}” lacks {coded(parts)}" for metric, parts in lacking)
    return case.fails(
        f"At {level_name(level)}, {named}.\nExpected the same of every metric.\nWrite what is missing.",
        lacking[0][0].place,
        *subjects_of(case.framework.tracks[level.track], [level]),
        related=tuple(Related(metric.place, "says too little as well") for metric, _ in lacking[1:]),
        figures=(Figure("metrics that say too little", len(lacking), "metrics"),),
    )


def _everywhere(case: Case, vague: list[tuple[Level, list[tuple[Metric, list[str]]]]]) -> Verdict:
    absent = {part for _, lacking in vague for _, parts in lacking for part in parts}
    first = vague[0][1][0][0]
    every = "Both levels" if len(vague) == 2 else f"All {counted(len(vague), 'level')}"
    return case.fails(
        f"{every} of {family_name(case.facts.family)} that have metrics have one that "
        f"lacks {coded(part for part in PARTS if part in absent)}.\n"
        "Expected the same of every metric.\nWrite what is missing.",
        first.place,
        figures=(Figure("levels with such a metric", len(vague), "levels"),),
        discriminator="everywhere",
    )


RULE = rule(__name__, check, severity=Severity.NOTE)
