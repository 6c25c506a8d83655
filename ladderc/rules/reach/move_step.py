"""A sideways move keeps the grade, and a promotion rises one.

Why
---
People read a move by its kind: sideways means the same standing and pay, a promotion means one step more.
A "lateral" move that quietly costs a grade is a demotion, and one that gains a grade is a promotion without its bar.
A promotion over two grades at once leaves out a level that others have to prove themselves at.

Source
------
Every reading of `lateral`, `return` and `promotion`; J: "clearly defined".
A promotion has to reach the next grade that the family it leads into uses.
Where the grades were paired by an import, all such moves are one note.

Bad
---
    # tracks/specialist.yaml
    moves:
      - from: S5
        to: project-leadership/P6  # <- here
        kind: lateral
        pay: protected

Good
----
    # tracks/specialist.yaml
    moves:
      - from: S5
        to: project-leadership/P5
        kind: lateral
        pay: protected

When to waive
-------------
When two families number their grades apart and the move is known to be level; say so in its `note` as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Move
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import grade_name, level_name, listed, track_name
from ladderc.rules.shared_tracks import judged_elsewhere, subjects_of, tracks_judged_here
from ladderc.span import Place


class _Odd(NamedTuple):
    """A move whose grades do not fit its kind, with the grade that it should lead to (None: there is none above)."""

    move: Move
    source: Level
    target: Level
    wanted: str | None


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a move whose grades do not fit its kind, or one for the family."""
    facts, levels = case.facts, case.framework.levels
    own = (level for track in tracks_judged_here(case) for level in track.levels if level.key in facts.ways.moved)
    moves = [step.move for level in own for step in facts.ways.leaving.get(level.key, ()) if step.move]
    if not moves:
        yield judged_elsewhere(case) or case.not_judged("a move between levels, written under `moves`")
        return
    used: dict[str, list[str]] = {}
    found = []
    for move in moves:
        source, target = levels[move.source], levels[move.target]
        wanted = _next_grade(case, source, target, used) if move.kind == "promotion" else source.grade
        if target.grade != wanted:
            found.append(_Odd(move, source, target, wanted))
    if found and case.framework.spine_assumed:
        yield _guessed(case, found)
        return
    yield from [_fails(case, odd) for odd in found] or [case.holds(figures=(Figure("moves", len(moves), "moves"),))]


def _next_grade(case: Case, source: Level, target: Level, used: dict[str, list[str]]) -> str | None:
    """The lowest grade above the source's that the target's families use; ``used`` keeps them, rising, by track."""
    rank = case.facts.rank
    if target.track not in used:
        tracks = [
            track
            for family in case.framework.tracks[target.track].families
            for track in case.framework.tracks_of(family)
        ]
        grades = {level.grade for track in tracks for level in track.levels}
        used[target.track] = sorted(grades, key=lambda grade: rank[grade])
    return next((grade for grade in used[target.track] if rank[grade] > rank[source.grade]), None)


def _fails(case: Case, odd: _Odd) -> Verdict:
    rank = case.facts.rank
    move, source, target = odd.move, odd.source, odd.target
    change = rank[target.grade] - rank[source.grade]
    if move.kind != "promotion":
        rule_ = f"A move of kind `{move.kind}` keeps the grade."
    elif odd.wanted:
        rule_ = f"A promotion rises to the next grade in use, here {grade_name(odd.wanted)}."
    else:
        rule_ = f"A promotion rises, and no grade above {grade_name(source.grade)} is in use there."
    message = "\n".join(
        (
            f"{level_name(source)} ({grade_name(source.grade)}) leads to {level_name(target)} ({grade_name(target.grade)}) "
            f"by a move of kind `{move.kind}`.",
            rule_,
            _mend(case, odd, change),
        )
    )
    return case.fails(
        message,
        _at(move, "to"),
        *subjects_of(case.framework.tracks[source.track], [source]),
        figures=(Figure("grade before", source.grade, "grade"), Figure("grade after", target.grade, "grade")),
        related=(Related(target.place, f"stands at {grade_name(target.grade)}"),),
        topic="falling" if move.kind == "promotion" and change <= 0 else move.kind,
        discriminator=f"{move.kind} {target.key}",
    )


def _mend(case: Case, odd: _Odd, change: int) -> str:
    track = case.framework.tracks[odd.target.track]
    better = next((level for level in track.levels if level.grade == odd.wanted and level.key != odd.source.key), None)
    kind = {True: "promotion", False: "lateral"}[change > 0]
    fits = odd.move.kind != "promotion" and odd.wanted is not None and change > 0
    options = [f"`to: {better.key}`"] if better else []
    if (odd.move.kind == "promotion" and change == 0) or (fits and _next_to(case, odd)):
        options.append(f"`kind: {kind}`")
    if options:
        return f"Write {listed(options, 'or')}."
    wanted = f" at {grade_name(odd.wanted)}" if odd.wanted else ""
    return f"Add a level{wanted} to {track_name(track)} and let the move lead there, or take the move out."


def _next_to(case: Case, odd: _Odd) -> bool:
    return _next_grade(case, odd.source, odd.target, {}) == odd.target.grade


def _at(move: Move, field: str) -> Place:
    return move.place._replace(route=(*move.place.route, field))


def _guessed(case: Case, found: list[_Odd]) -> Verdict:
    named = listed(
        f"{odd.source.key} ({grade_name(odd.source.grade)}) to {odd.target.key} ({grade_name(odd.target.grade)}, `{odd.move.kind}`)"
        for odd in found
    )
    return case.fails(
        f"If the guessed order of grades is right, these moves do not keep to their kind: {named}.\n"
        "Check the grades, then write `spine: declared` in framework.yaml.",
        case.framework.at("spine"),
        *(case.subject(level=level) for level in _sources(found)),
        severity=Severity.NOTE,
        topic="guessed",
        discriminator="guessed",
    )


def _sources(found: list[_Odd]) -> list[Level]:
    by_key = {odd.source.key: odd.source for odd in found}
    return [by_key[key] for key in sorted(by_key)]


RULE = rule(__name__, check, severity=Severity.WARNING)
