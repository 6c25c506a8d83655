"""Nobody is promoted round in a circle.

Why
---
A promotion says that the next level asks for more than the last.
If promotions lead back to where somebody began, at least one of them was a sideways step or a step down under another name.
Then neither the word nor the pay that hangs on it can be trusted.

Source
------
Every reading of promotion as a rise; J: "clearly defined".
Rungs, branches and moves of kind `promotion` are followed; lateral moves and returns may lead in circles.
The finding stands at a step that does not rise, and names the shortest way round; each such step is its own.

Bad
---
    # tracks/specialist.yaml
    moves:
      - from: S6  # <- here
        to: project-leadership/P5
        kind: promotion
    # tracks/project-leadership.yaml
    moves:
      - {from: P5, to: specialist/S6, kind: promotion, pay: band}

Good
----
    # tracks/specialist.yaml
    moves:
      - from: S6
        to: project-leadership/P7
        kind: promotion
    # tracks/project-leadership.yaml
    moves:
      - {from: P5, to: specialist/S6, kind: promotion, pay: band}

When to waive
-------------
Never: a step that does not rise is no promotion; write it as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.graph import Step, StepKind
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import in_words, proof
from ladderc.rules.phrases import grade_name, level_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here
from ladderc.span import Place

_PROMOTING: frozenset[StepKind] = frozenset({"rung", "branch", "promotion"})


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a step that does not rise and closes a circle, or one for the family."""
    facts = case.facts
    keys = [level.key for track in tracks_judged_here(case) for level in track.levels]
    steps = [step for key in keys for step in _promotions(case, key)]
    if not steps:
        yield judged_elsewhere(case) or case.not_judged("a step from one level to the next")
        return
    level = [step for step in steps if not _rises(case, step)]
    back = [facts.ways.shortest_path([step.target], {step.source}, kinds=_PROMOTING) for step in level]
    yield from [_fails(case, (step, *way)) for step, way in zip(level, back, strict=True) if way is not None] or [
        case.holds(figures=(Figure("promotions", len(steps), "steps"),))
    ]


def _promotions(case: Case, key: str) -> Iterator[Step]:
    return (step for step in case.facts.ways.leaving.get(key, ()) if step.kind in _PROMOTING)


def _rises(case: Case, step: Step) -> bool:
    levels, rank = case.framework.levels, case.facts.rank
    return rank[levels[step.target].grade] > rank[levels[step.source].grade]


def _fails(case: Case, circle: tuple[Step, ...]) -> Verdict:
    levels = case.framework.levels
    step = circle[0]
    source, target = levels[step.source], levels[step.target]
    lower = case.facts.rank_of(target) < case.facts.rank_of(source)
    mend = (
        f"Take {target.key} out of `branches`."
        if step.kind == "branch"
        else "Let it lead to a higher grade, or take it out."
        if lower
        else "Write it as `kind: lateral`, or let it lead to a higher grade."
    )
    message = "\n".join(
        (
            f"{level_name(source)} ({grade_name(source.grade)}) leads to {level_name(target)} ({grade_name(target.grade)}) by a {step.kind} "
            "that does not rise, and from there promotions lead back to where it began.",
            f"The way round is {in_words(circle, levels)}.",
            mend,
        )
    )
    others = [one for one in circle[1:] if not _rises(case, one)]
    return case.fails(
        message,
        _place(case, step),
        *subjects_of(case.framework.tracks[source.track], [source]),
        figures=(Figure("steps round", len(circle), "steps"),),
        related=tuple(Related(one.move.place, "does not rise either") for one in others if one.move),
        discriminator=target.key,
        proofs=(proof("The way round", circle, marked=[target.key], mark="no higher than the level before"),),
    )


def _place(case: Case, step: Step) -> Place:
    """Where the step is written: its move, or the branches of the track that it leaves."""
    if step.move:
        return step.move.place
    track = case.framework.tracks[case.framework.levels[step.source].track]
    return track.at("branches") if track.branches is not None else track.place


RULE = rule(__name__, check, severity=Severity.ERROR)
