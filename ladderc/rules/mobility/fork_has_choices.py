"""Whoever stands just below the managers' lowest grade has two tracks ahead, and one of them manages nobody.

Why
---
This is the point at which people are told to choose between managing and standing still.
If only one way leads on, the choice was made for them, whatever the other tracks look like higher up.
Two ways in sight, one of them without a team, are the least that makes it a choice.

Source
------
J: "a choice that shouldn't exist".
Ahead is what one rung, branch or move leads to at the same grade or above; a level's own track counts.
Who climbs to that grade on a track of their own may also choose there: sideways moves from the next rung count.
A branch does not open that second look, for a stem that leads into one track chooses for everyone.
Where the grades were paired by an import, all such levels are one note.

Bad
---
    # tracks/stem.yaml
    branches: [specialist/S4]  # <- here

Good
----
    # tracks/stem.yaml
    branches: [specialist/S4, people-leadership/M4]

When to waive
-------------
When everyone has to practise on one track first, as doctors do, and the others open one grade later.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Proof, Related, Severity, Verdict
from ladderc.model.graph import Step
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import in_words, proof
from ladderc.rules.phrases import grade_name, level_name, listed, track_name
from ladderc.span import Place

FEWEST = 2


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level without a choice, or one for the family."""
    facts = case.facts
    if facts.fork is None:
        yield case.not_judged("a managers' track, whose lowest grade is where the choice begins")
        return
    if not facts.others:
        yield case.not_judged("a track beside the managers'")
        return
    if facts.lacks_moves():
        yield case.not_judged("a move between two tracks (`no-moves-declared`)")
        return
    below = [
        level
        for track in (*facts.stem, *facts.others)
        for level in track.levels
        if facts.rank_of(level) < facts.fork and level.key not in facts.ways.ladder
    ]
    if not below:
        yield case.not_judged(f"a level below {_fork(case)}, the managers' lowest grade")
        return
    highest = max(facts.rank_of(level) for level in below)
    ahead = {level.key: _ahead(case, level) for level in below if facts.rank_of(level) == highest}
    stuck = [level for level in below if level.key in ahead and not _is_choice(case, ahead[level.key])]
    if stuck and case.framework.spine_assumed:
        yield _guessed(case, stuck)
        return
    yield from [_fails(case, level, ahead[level.key]) for level in stuck] or [_holds(case, below, ahead)]


def _holds(case: Case, below: list[Level], ahead: dict[str, list[Step]]) -> Verdict:
    """The level with the fewest tracks ahead of it, and a way into each of them."""
    fewest = min(
        (level for level in below if level.key in ahead), key=lambda level: len(_tracks(case, ahead[level.key]))
    )
    tracks = _tracks(case, ahead[fewest.key])
    return case.holds(figures=_figures(len(tracks)), proofs=_proofs(case, fewest, ahead[fewest.key]))


def _proofs(case: Case, level: Level, steps: list[Step]) -> tuple[Proof, ...]:
    """One way into each track ahead; those on the management ladder are marked where the rest is no choice."""
    levels, ladder = case.framework.levels, case.facts.ways.ladder
    first: dict[str, Step] = {}
    for step in steps:
        first.setdefault(levels[step.target].track, step)
    rungs = {step.target: step for step in steps if step.kind == "rung" and step.source == level.key}
    alone = not any(step.target not in ladder for step in steps)
    return tuple(
        proof(
            f"Ahead of {level_name(level)}: {track_name(case.framework.tracks[track])}",
            (step,) if step.source == level.key else (rungs[step.source], step),
            marked=[step.target] if alone else (),
            mark="manages people" if alone else "",
        )
        for track, step in first.items()
    )


def _ahead(case: Case, level: Level) -> list[Step]:
    """The steps to other tracks or up one's own, and the sideways ones from the next rung."""
    ways = case.facts.ways
    first = [step for step in ways.leaving.get(level.key, ()) if _counts(case, level, step)]
    rungs = [step.target for step in first if step.kind == "rung" and step.target not in ways.ladder]
    return first + [
        step
        for key in rungs
        for step in ways.leaving.get(key, ())
        if step.kind == "lateral" and _counts(case, case.framework.levels[key], step)
    ]


def _counts(case: Case, source: Level, step: Step) -> bool:
    target = case.framework.levels[step.target]
    return case.facts.rank_of(target) >= case.facts.rank_of(source) and _track(case, target).kind != "common"


def _is_choice(case: Case, steps: list[Step]) -> bool:
    tracks = _tracks(case, steps)
    return len(tracks) >= FEWEST and any(step.target not in case.facts.ways.ladder for step in steps)


def _tracks(case: Case, steps: list[Step]) -> list[Track]:
    levels = case.framework.levels
    return list({levels[step.target].track: _track(case, levels[step.target]) for step in steps}.values())


def _track(case: Case, level: Level) -> Track:
    return case.framework.tracks[level.track]


def _fork(case: Case) -> str:
    assert case.facts.fork is not None, "a family without managers is not judged"
    return grade_name(case.framework.grades[case.facts.fork].id)


def _fails(case: Case, level: Level, steps: list[Step]) -> Verdict:
    tracks = _tracks(case, steps)
    if not tracks:
        seen = "no track lies ahead of it"
    elif len(tracks) == 1:
        seen = f"only one track lies ahead of it: {track_name(tracks[0])}"
    else:
        seen = f"all that lies ahead of it manages people: {listed(track_name(track) for track in tracks)}"
    lines = [
        f"{level_name(level)} ({grade_name(level.grade)}) stands just below {_fork(case)}, where managers begin, and {seen}.",
        f"Expected are {FEWEST} tracks or more, at least one of them without people to manage.",
    ]
    if steps:
        lines.append(f"What leads on is {listed(in_words((step,), case.framework.levels) for step in steps)}.")
    lines.append(_mend(case, level, tracks))
    return case.fails(
        "\n".join(lines),
        _place(case, level),
        case.subject(level=level),
        figures=_figures(len(tracks)),
        related=tuple(Related(case.framework.levels[step.target].place, "lies ahead") for step in steps),
        proofs=_proofs(case, level, steps) or (_nothing_ahead(level),),
    )


def _nothing_ahead(level: Level) -> Proof:
    return proof("Where the way ends", (), start=level.key, marked=[level.key], mark="no track lies ahead")


def _guessed(case: Case, stuck: list[Level]) -> Verdict:
    names = listed(f"{level.key} at {grade_name(level.grade)}" for level in stuck)
    return case.fails(
        f"If the guessed order of grades is right, these levels stand just below {_fork(case)}, where managers begin, "
        f"without two tracks ahead: {names}.\n"
        "Check the grades, then write `spine: declared` in framework.yaml.",
        case.framework.at("spine"),
        *(case.subject(level=level) for level in sorted(stuck, key=lambda level: level.key)),
        severity=Severity.NOTE,
        topic="guessed",
        discriminator="guessed",
    )


def _figures(count: int) -> tuple[Figure, ...]:
    return (Figure("tracks ahead", count, "tracks", "A"), Figure("tracks ahead", FEWEST, "tracks", "limit"))


def _mend(case: Case, level: Level, tracks: list[Track]) -> str:
    """What to type: a branch where the level ends a common track, else a move, to the nearest track not ahead yet."""
    facts = case.facts
    rank = facts.rank_of(level)
    open_ = [track for track in (*facts.others, *facts.management) if track not in tracks and track.id != level.track]
    levels = [one for track in open_ for one in track.levels if facts.rank_of(one) >= rank]
    managed = facts.ways.ladder
    alone = bool(tracks) and all(one.kind == "people-leadership" for one in tracks)
    nearest = min(levels, key=lambda one: (alone and one.key in managed, facts.rank_of(one)), default=None)
    if nearest is None:
        return f"Add a track beside {listed(track_name(track) for track in tracks)}."
    track = _track(case, level)
    if track.kind == "common" and track.levels[-1] is level:
        first = [one.levels[0].key for one in tracks]
        return f"Write in {track_name(track)}: `branches: [{', '.join([*first, nearest.key])}]`"
    kind = "lateral" if facts.rank_of(nearest) == rank else "promotion"
    pay = "protected" if kind == "lateral" else "band"
    move = f"`{{from: {level.id}, to: {nearest.key}, kind: {kind}, pay: {pay}}}`"
    return f"Write under `moves` of {track_name(track)}: {move}"


def _place(case: Case, level: Level) -> Place:
    """The branches that say where the common track leads, where they were written; else the level."""
    track = _track(case, level)
    written = track.branches is not None and track.levels[-1] is level
    return track.at("branches") if written else level.place


RULE = rule(__name__, check, severity=Severity.WARNING, standard=Severity.ERROR)
