"""The highest expert level stands as high as the managers' ladder.

Why
---
When managers can rise one grade further than anybody else, the best expert learns where the firm stops caring.
Pay, recognition and a voice hang on grades, so a missing grade is missing all of them.
Grades that are truly executive are excused, and the message says how many are.

Source
------
D: "lack of high pay bands for non-managerial roles".

Bad
---
    # tracks/project-leadership.yaml without P7
    levels:
      - id: P6
        title: Programme Lead
    moves:
      - {from: P6, to: specialist/S6, kind: lateral, pay: protected}
    # tracks/specialist.yaml without S7
    levels:
      - id: S6  # <- here
        title: Principal Specialist

Good
----
    # tracks/project-leadership.yaml without P7
    levels:
      - id: P6
        title: Programme Lead
    moves:
      - {from: P6, to: specialist/S6, kind: lateral, pay: protected}
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Principal Specialist

When to waive
-------------
When the firm has decided that it has no work for an expert at that grade yet, and says when it will ask again.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import capital, counted, family_name, grade_name, level_name, listed, track_name


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family, and a note for each track that ends lower and leads nowhere."""
    facts = case.facts
    ordinary = [level for level in facts.management_levels() if level.grade not in facts.executive]
    if not ordinary or not facts.others:
        yield case.not_judged("a track beside the managers'" if ordinary else "a managers' level that is not executive")
        return
    manager = max(ordinary, key=facts.rank_of)
    highest = max(facts.others, key=lambda track: (facts.rank_of(track.levels[-1]), track.kind == "specialist"))
    expert = highest.levels[-1]
    short = facts.rank_of(manager) - facts.rank_of(expert)
    figures = (
        Figure("highest grade", expert.grade, "grade", "A"),
        Figure("highest grade", manager.grade, "grade", "M"),
        Figure("grades short", max(short, 0), "grades"),
    )
    yield _short(case, manager, expert, short, figures) if short > 0 else case.holds(figures=figures)
    # a way on may be hidden from the audience at hand: then nobody can say that there is none
    if facts.declares_move() and facts.family.id not in case.framework.hidden_ways:
        yield from (
            _ends(case, track, manager, expert) for track in facts.others if _leads_nowhere(case, track, expert)
        )


def _short(case: Case, manager: Level, expert: Level, short: int, figures: tuple[Figure, ...]) -> Verdict:
    missing = [
        grade.id
        for grade in case.framework.grades
        if case.facts.rank_of(expert) < grade.rank <= case.facts.rank_of(manager)
    ]
    lines = [
        f"{family_name(case.facts.family)}: managers rise to {grade_name(manager.grade)} ({level_name(manager)}), "
        f"experts stop at {grade_name(expert.grade)} ({level_name(expert)}): {counted(short, 'grade')} short.",
        _excused(case),
        f"Add an expert level at {grade_name(missing[-1])}, or record a waiver with the reason.",
    ]
    if case.framework.spine_assumed:
        lines.insert(1, "The grades were ordered or paired by us: check the pairing, then write `spine: declared`.")
    return case.fails(
        "\n".join(lines),
        expert.place,
        case.subject(),
        figures=figures,
        related=(Related(manager.place, "the managers' highest level"),),
        severity=Severity.NOTE if case.framework.spine_assumed else Severity.ERROR if short > 1 else None,
        topic="ceiling",
    )


def _excused(case: Case) -> str:
    """How many of the managers' grades are excused as executive."""
    grades = {level.grade for level in case.facts.management_levels()} & case.facts.executive
    named = sorted(grades, key=lambda grade: case.facts.rank[grade])
    verb = "are" if len(named) > 1 else "is"
    said = f"{counted(len(named), 'grade')} {verb} excused as executive"
    return capital(f"{said} ({listed(map(grade_name, named))})." if named else f"{said}.")


def _leads_nowhere(case: Case, track: Track, expert: Level) -> bool:
    """Whether a track ends below the highest of its kin, with no step on from its last level."""
    last = track.levels[-1]
    facts = case.facts
    if facts.rank_of(last) >= facts.rank_of(expert) or last.career_level:
        return False
    onward = (case.framework.levels[step.target] for step in facts.ways.leaving.get(last.key, ()))
    return not any(facts.rank_of(level) >= facts.rank_of(last) for level in onward)


def _ends(case: Case, track: Track, manager: Level, expert: Level) -> Verdict:
    last = track.levels[-1]
    higher = max(manager, expert, key=case.facts.rank_of)
    return case.fails(
        f"{track_name(track)} ends at {grade_name(last.grade)} ({level_name(last)}) with no way on; "
        f"{level_name(higher)} stands at {grade_name(higher.grade)}.\n"
        f"Add a move from {last.id}, or write `career_level: true` there if one may stay for good.",
        last.place,
        case.subject(track=track),
        figures=(
            Figure("highest grade of the track", last.grade, "grade", "A"),
            Figure("highest grade", manager.grade, "grade", "M"),
        ),
        severity=Severity.NOTE,
        topic="track-end",
        discriminator="track-end",
    )


RULE = rule(__name__, check, severity=Severity.WARNING, standard=Severity.ERROR)
