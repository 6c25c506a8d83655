"""Where managers' grades begin, a family offers another track as well.

Why
---
If every grade above a certain point belongs to managers, the only visible way forward is to manage people.
Good experts then take a job that they do not want, or leave.
A second track at those grades tells them that staying close to the work is a career.
Where all the other tracks are of one kind only, a note says so: people who lead projects or improve how the
firm works may still see no place for themselves.

Source
------
J: "the only visible path forward".

Bad
---
    # without tracks/specialist.yaml and tracks/project-leadership.yaml
    # tracks/people-leadership.yaml without moves
    id: people-leadership
    # framework.yaml
    families:
      - id: engineering  # <- here
        name: Engineering

Good
----
    # tracks/specialist.yaml
    id: specialist
    name: Specialist
    kind: specialist
    levels:
      - id: S4
        grade: G4
        title: Senior Specialist
    # framework.yaml
    families:
      - id: engineering
        name: Engineering

When to waive
-------------
When the work above that point truly is the management of people and nothing else, such as a family of shift leaders.
Say so in the reason; "we never needed one" is not a reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import proof
from ladderc.rules.phrases import counted, family_name, grade_name, level_name, listed, track_name
from ladderc.span import Place

_KINDS = {
    "specialist": "specialists",
    "project-leadership": "people who lead projects",
    "influence-innovation": "people who improve how the firm works",
}


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a family that has managers."""
    facts = case.facts
    if facts.fork is None:
        yield case.not_judged("a people-leadership track in the family, or one that `leads` it")
        return
    fork = facts.fork
    beside = [track for track in facts.others if facts.rank_of(track.levels[-1]) >= fork]
    kinds = sorted({track.kind for track in beside})
    figures = (
        Figure("tracks at the managers' grades", len(beside), "tracks", "A"),
        Figure("tracks at the managers' grades", len(facts.management), "tracks", "M"),
    )
    if not beside:
        yield _none(case, fork, figures)
    elif len(kinds) == 1:
        yield _one_kind(case, beside, kinds[0], figures)
    else:
        yield case.holds(figures=figures, proofs=_beside(case, beside))


def _beside(case: Case, tracks: list[Track]) -> tuple[Proof, ...]:
    """The way off the management ladder into each track that stands at the managers' grades."""
    facts = case.facts
    proofs = []
    for track in tracks:
        free = [
            level
            for level in track.levels
            if level.key in facts.ways.free and facts.rank_of(level) >= (facts.fork or 0)
        ]
        if free:
            way = facts.ways.way_to(free[0].key, free=True)
            proofs.append(proof(f"A way beside management: {track_name(track)}", way, start=free[0].key))
    return tuple(proofs)


def _only_way(case: Case, highest: Level) -> Proof:
    """The way up to the highest manager, each of whom is marked."""
    way, ladder = case.facts.ways.way_to(highest.key), case.facts.ways.ladder
    return proof("The only way up", way, start=highest.key, marked=ladder, mark="manages people")


def _none(case: Case, fork: int, figures: tuple[Figure, ...]) -> Verdict:
    facts = case.facts
    grade = case.framework.grades[fork].id
    lowest = min(facts.management_levels(), key=facts.rank_of)
    highest = max(facts.management_levels(), key=facts.rank_of)
    ends = [f"{track_name(track)} ends at {_end(track)}" for track in facts.others]
    message = "\n".join(
        (
            f"{family_name(facts.family)}: managers rise from {grade_name(lowest.grade)} ({level_name(lowest)}) to "
            f"{grade_name(highest.grade)} ({level_name(highest)}), and no other track stands at {grade_name(grade)} or above"
            f"{': ' + listed(ends) if ends else ''}.",
            f"Carry one of them on to {grade_name(grade)} or above."
            if ends
            else f"Add a track, e.g. of kind `specialist`, with levels from {grade_name(grade)} to {grade_name(highest.grade)}.",
        )
    )
    related = (Related(lowest.place, "managers' grades begin here"),)
    return case.fails(
        message,
        _place(case),
        figures=figures,
        related=related,
        topic="none",
        proofs=(_only_way(case, highest),),
        severity=Severity.NOTE if case.framework.spine_assumed and ends else None,
    )


def _one_kind(case: Case, beside: list[Track], kind: str, figures: tuple[Figure, ...]) -> Verdict:
    missing = [people for other, people in _KINDS.items() if other != kind]
    fork = case.facts.fork
    assert fork is not None, "a family without managers is not judged"
    message = "\n".join(
        (
            f"{family_name(case.facts.family)}: beside {counted(len(case.facts.management), 'managers’ track')} the only "
            f"kind of track at {grade_name(case.framework.grades[fork].id)} or above is `{kind}` "
            f"({listed(track_name(track) for track in beside)}).",
            f"Ask whether there is a future for {listed(missing, 'or')}; if so, add a track for them.",
        )
    )
    return case.fails(
        message,
        beside[0].place,
        figures=figures,
        topic="one-kind",
        discriminator="one-kind",
        severity=Severity.NOTE,
        proofs=_beside(case, beside),
    )


def _end(track: Track) -> str:
    return f"{grade_name(track.levels[-1].grade)} ({level_name(track.levels[-1])})"


def _place(case: Case) -> Place:
    """Where another track would begin: the highest of those that end too early, else the family."""
    short = sorted(case.facts.others, key=lambda track: -case.facts.rank_of(track.levels[-1]))
    return short[0].levels[-1].place if short else case.facts.family.place


RULE = rule(__name__, check, severity=Severity.ERROR)
