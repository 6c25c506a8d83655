"""Every level says by what its success is seen: two metrics, one of them an outcome.

Why
---
Whoever does not know how success is measured is judged by impressions, and impressions favour those who are seen.
One figure alone is soon gamed; a second one keeps it honest.
At least one must be an outcome, for output and activity can be high while nothing comes of them.
The rule counts metrics; whether they are wise is for the family to say.

Source
------
D: "well-defined success metrics".
That two are enough is our own choice.
Where no metric of a family says its `type`, the part about outcomes is not judged.
Where every level of a family falls short, that is told once, for the family.

Bad
---
    # tracks/stem.yaml
    levels:
      - id: E2
        metrics:  # <- here
          - {name: Features in use after a month, type: outcome, unit: features, direction: up, source: Plant records, cadence: quarterly}

Good
----
    # tracks/stem.yaml
    levels:
      - id: E2
        metrics:
          - {name: Features in use after a month, type: outcome, unit: features, direction: up, source: Plant records, cadence: quarterly}
          - {name: Faults found after release, type: output, unit: faults, direction: down, source: Fault register, cadence: quarterly}

When to waive
-------------
For a level so new or so rare that nobody can say yet what success looks like, with the day on which somebody will.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.measures import any_metric, metrics_of
from ladderc.rules.phrases import counted, family_name, level_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level with too few metrics or without an outcome, or one for the family."""
    if elsewhere := judged_elsewhere(case):
        yield elsewhere
        return
    levels = [level for track in tracks_judged_here(case) for level in track.levels]
    if not any_metric(levels):
        yield case.not_judged("`metrics` at any level of the family")
        return
    typed = any(metric.type for level in levels for metric in level.metrics)
    failing = [verdict for level in levels if (verdict := _level(case, level, typed))]
    if len(failing) > 1 and len(failing) == len(levels):
        yield _everywhere(case, levels, typed)
    else:
        yield from failing or [case.holds(figures=(Figure("levels with enough metrics", len(levels), "levels"),))]
    if not typed:
        yield case.not_judged("`type` at any metric of the family", topic="type")


def _level(case: Case, level: Level, typed: bool) -> Verdict | None:
    fewest = int(case.number("fewest"))
    metrics = metrics_of(level)
    outcome = any(metric.type == "outcome" for metric in metrics) or not typed
    if len(metrics) >= fewest and outcome:
        return None
    has = f"{level_name(level)} has {counted(len(metrics), 'metric')}"
    if len(metrics) < fewest:
        said = f"{has}."
        mend = f"Write {'them' if not metrics else 'what is missing'} under `metrics` of {level.id}."
    else:
        said = f"{has}, and none of {'them is' if len(metrics) > 1 else 'its kind is'} of `type: outcome`."
        mend = "Add the one that shows what came of the work, or correct its `type`."
    return case.fails(
        f"{said}\n{_expected(fewest, typed)}\n{mend}",
        level.at("metrics") if "metrics" in level.given and metrics else level.place,
        *subjects_of(case.framework.tracks[level.track], [level]),
        figures=(Figure("metrics", len(metrics), "metrics"), Figure("metrics expected", fewest, "metrics", "limit")),
        topic="few" if metrics else "none",
    )


def _everywhere(case: Case, levels: list[Level], typed: bool) -> Verdict:
    fewest = int(case.number("fewest"))
    most = max(len(metrics_of(level)) for level in levels)
    return case.fails(
        f"None of the {len(levels)} levels of {family_name(case.facts.family)} has the metrics that it needs; "
        f"the most that one has is {most}.\n{_expected(fewest, typed)}\nWrite what is missing under `metrics`.",
        levels[0].place,
        figures=(Figure("most metrics at a level", most, "metrics"), Figure("expected", fewest, "metrics", "limit")),
        discriminator="everywhere",
        topic="everywhere",
    )


def _expected(fewest: int, typed: bool) -> str:
    return f"Expected {fewest} or more{', at least one of them an outcome' if typed else ''}."


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(Setting("fewest", 2, "How many metrics a level has at least."),),
)
