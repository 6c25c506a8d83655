"""From the managers' lowest grade upwards, every level decides something.

Why
---
Influence from knowledge is only a word until it is written what the expert decides.
Who may only advise has to win every argument twice, and in the end asks for a team to be heard.
It holds for managers too: a level that decides nothing is a title.

Source
------
J: "influence comes from knowledge and execution rather than authority".
One domain in which the level's `role` is `decides` is enough.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        decisions: [{domain: designs, role: advises}]  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        decisions: [{domain: designs, role: decides}]

When to waive
-------------
When the level is a step of training at that grade, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import counted, grade_name, level_name, listed, track_name
from ladderc.rules.shared_tracks import subjects_of


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that decides nothing, or one for the family."""
    facts = case.facts
    if facts.fork is None:
        yield case.not_judged("a managers' track, whose lowest grade is where deciding begins")
        return
    fork = facts.fork
    tracks = [track for track in facts.own_tracks() if not _judged_before(case, track)]
    levels = [level for track in tracks for level in track.levels if facts.rank_of(level) >= fork]
    if not any(level.decisions for track in facts.own_tracks() for level in track.levels):
        yield case.not_judged("`decisions` at any level of the family")
        return
    if not levels:
        yield case.not_judged(f"a level at {grade_name(case.framework.grades[fork].id)} or above")
        return
    deciding: dict[str, Level] = {}
    for level in levels:
        if _decides(case, level):
            deciding.setdefault(level.grade, level)
    failing = [_fails(case, level, deciding.get(level.grade)) for level in levels if not _decides(case, level)]
    yield from failing or [case.holds(figures=(Figure("levels that decide", len(levels), "levels"),))]


def _judged_before(case: Case, track: Track) -> bool:
    """Whether the track belongs to a family named before this one in it, where it is judged already."""
    before = track.families[: track.families.index(case.facts.family.id)]
    return any(case.every_family[family].fork is not None for family in before)


def _decides(case: Case, level: Level) -> list[str]:
    """The domains that the level decides on, by name."""
    domains = case.framework.domains
    return [
        domains[decision.domain].name.plain.strip() or decision.domain
        for decision in level.decisions
        if decision.role == "decides"
    ]


def _fails(case: Case, level: Level, peer: Level | None) -> Verdict:
    track = case.framework.tracks[level.track]
    part = counted(len(level.decisions), "domain")
    taking = f"it has a part in {part} and decides on none" if level.decisions else "no decision is written for it"
    lines = [f"{level_name(level)} ({track_name(track)}, {grade_name(level.grade)}) decides nothing: {taking}."]
    if peer is not None:
        named = listed((f"“{name}”" for name in _decides(case, peer)), most=3)
        lines.append(f"{level_name(peer)}, at the same grade, decides on {named}.")
    lines.append(
        f"Write a domain with `role: decides` under `decisions` of {level.id}, or change the role where it decides."
    )
    managing = track.kind == "people-leadership"
    figures = [Figure("domains decided on", 0, "domains", "M" if managing else "A")]
    if peer is not None:
        other = case.framework.tracks[peer.track].kind == "people-leadership"
        figures.append(Figure("domains decided on", len(_decides(case, peer)), "domains", "M" if other else "A"))
    return case.fails(
        "\n".join(lines),
        level.at("decisions") if "decisions" in level.given else level.place,
        *subjects_of(track, [level]),
        figures=tuple(figures),
        related=(Related(peer.at("decisions"), "decides at the same grade"),) if peer else (),
        topic="" if level.decisions else "absent",
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
