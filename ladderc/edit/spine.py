"""The grades of the tracks that were gathered: their order inside each track, merged, and who paired the tracks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ladderc.edit.draft import DraftLevel, DraftTrack
from ladderc.edit.gradeorder import Rung, Spine, inside, merge
from ladderc.edit.ledger import Ledger
from ladderc.edit.options import folded
from ladderc.errors import UsageError
from ladderc.wording.nearest import listed, nearest


class Ordered(NamedTuple):
    """Grades, the lowest first; the levels of each track by grade; whether the pairing of tracks is our guess."""

    grades: tuple[str, ...]
    rungs: tuple[dict[str, DraftLevel], ...]
    assumed: bool


def order(tracks: Sequence[DraftTrack], given: Sequence[str], has_grades: bool, ledger: Ledger) -> Ordered:
    """The spine of the tracks.

    Where the table has no grades, levels of one name are one grade; where tracks share no name, the first steps of
    all tracks are one grade, the second another, and so on, which is our pairing and not the firm's.
    UsageError where tracks contradict each other, or where ``given`` (the order as the person says it) does not fit.
    """
    rungs = [_by_grade(track) for track in tracks]
    if has_grades or given or len(tracks) == 1 or _share(rungs):
        if not has_grades:
            ledger.guess("No column names grades, so each name of a level is taken to be a grade.")
        return _by_names(tracks, rungs, given, ledger)
    sorted_inside = [_inside(track, levels, ledger) for track, levels in zip(tracks, rungs, strict=True)]
    highest = max(len(grades) for grades in sorted_inside)
    ledger.guess(
        "No column names grades and no two tracks share a level, so the tracks are paired step by step: "
        "the first levels at grade `G1`, the next at `G2`, and so on."
    )
    ledger.guess(
        "The spine is therefore `assumed`, and the rules compare tracks with care; map a column to `grade` to say it."
    )
    steps = tuple(
        {f"G{n}": levels[name] for n, name in enumerate(names, 1)}
        for names, levels in zip(sorted_inside, rungs, strict=True)
    )
    return Ordered(tuple(f"G{n}" for n in range(1, highest + 1)), steps, True)


def _by_names(
    tracks: Sequence[DraftTrack], rungs: list[dict[str, DraftLevel]], given: Sequence[str], ledger: Ledger
) -> Ordered:
    tops: dict[str, Decimal | None] = {}
    for level in sorted((one for levels in rungs for one in levels.values()), key=lambda level: level.row):
        name = _grade(level)
        known = [top for top in (tops.get(name), level.top()) if top is not None]
        tops[name] = max(known) if known else None
    if given:
        return Ordered(_as_said(given, tuple(tops)), tuple(rungs), False)
    ladders = [(track.name, _inside(track, levels, ledger)) for track, levels in zip(tracks, rungs, strict=True)]
    spine = merge(ladders, tops)
    _tell(spine, ledger)
    return Ordered(spine.grades, tuple(rungs), bool(spine.chosen))


def _inside(track: DraftTrack, levels: dict[str, DraftLevel], ledger: Ledger) -> tuple[str, ...]:
    found = inside([Rung(grade, level.top()) for grade, level in levels.items()])
    if found.why:
        said = listed(found.grades, last="and")
        ledger.guess(f"The order inside {track.name} is not that of its rows, for {found.why}: {said}.")
    return found.grades


def _by_grade(track: DraftTrack) -> dict[str, DraftLevel]:
    """The levels in the order of their rows, by their grade or what stands for it."""
    return {_grade(level): level for level in track.levels.values()}


def _grade(level: DraftLevel) -> str:
    return level.grade.value or level.name.value or level.title.value or ""


def _share(rungs: Sequence[dict[str, DraftLevel]]) -> bool:
    every = [grade for levels in rungs for grade in levels]
    return len(set(every)) < len(every)


def _as_said(given: Sequence[str], used: Sequence[str]) -> tuple[str, ...]:
    """The order that the person gave, in the table's own spelling."""
    known = {folded(grade): grade for grade in used}
    said: list[str] = []
    for name in given:
        grade = known.get(folded(name))
        if grade is None:
            near = nearest(name, used)
            mend = f"Write `{near}`." if near else "Take it out."
            raise UsageError(f"`--grades` names `{name}`, which no row has.\n{mend}")
        if grade in said:
            raise UsageError(f"`--grades` names `{grade}` twice.\nGive each grade once, the lowest first.")
        said.append(grade)
    missing = [grade for grade in used if grade not in said]
    if missing:
        raise UsageError(f"`--grades` leaves out {listed(missing, last='and')}.\nGive all grades, the lowest first.")
    return tuple(said)


def _tell(spine: Spine, ledger: Ledger) -> None:
    if not spine.chosen:
        return
    chains: list[tuple[str, list[str]]] = []
    for low, high, reason in spine.chosen:
        if chains and chains[-1][0] == reason and chains[-1][1][-1] == low:
            chains[-1][1].append(high)
        else:
            chains.append((reason, [low, high]))
    said = "; ".join(f"`{' < '.join(grades)}` {reason}" for reason, grades in chains)
    ledger.guess(f"No track tells the order of some grades, so it was chosen: {said}.")
    ledger.guess(
        "The spine is therefore `assumed`, and the rules compare tracks with care; "
        f'--grades "{",".join(spine.grades)}" makes it yours.'
    )
