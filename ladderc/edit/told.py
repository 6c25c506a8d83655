"""What an import tells: what arrived, what was guessed, what could not be placed."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.edit.ledger import Unplaced, row_numbers
from ladderc.edit.plan import Plan, PlanTrack
from ladderc.model.kinds import TrackKind


def arrived(plan: Plan) -> tuple[str, ...]:
    """What of the table is in the framework, one sentence a line."""
    levels = [level for track in plan.tracks for level in track.levels]
    asked = [one for level in levels for one in level.expectations]
    statements = sum(len(one.statements) for one in asked)
    rated = sum(one.rating is not None for one in asked)
    lines = [
        f"{_count(len(plan.tracks), 'track')}, {_count(len(levels), 'level')}, {_count(len(plan.grades), 'grade')}.",
        f"Grades, the lowest first: {' '.join(grade.id for grade in plan.grades)}",
    ]
    if plan.families:
        lines.append(
            f"{_count(len(plan.families), 'family', 'families')}: {', '.join(one.name for one in plan.families)}."
        )
    if asked:
        said = f"{_count(statements, 'statement')} under {_count(len(plan.dimensions), 'dimension')}"
        lines.append(f"{said}, {_count(rated, 'rating')}." if rated else f"{said}.")
    for pay in plan.pay:
        bands = _count(len(pay.bands), "band")
        apart = f" and {_count(len(pay.exceptions), 'exception')}" if pay.exceptions else ""
        whom = f" for {next(one.name for one in plan.families if one.id == pay.family)}" if pay.family else ""
        lines.append(f"{bands}{apart}{whom} in {plan.currency} a {plan.period}, from {plan.effective.isoformat()}.")
    return tuple(lines)


def guessed(plan: Plan) -> tuple[str, ...]:
    """Everything that was guessed, one guess a line; tracks of one guessed kind share a line."""
    return (*plan.guesses, *_kinds(plan))


def unplaced(plan: Plan) -> tuple[str, ...]:
    """Every row that lost something, with the reason; rows that lost the same stand in one line."""
    rows: dict[tuple[str, bool], list[int]] = {}
    for one in plan.unplaced:
        rows.setdefault((one.why, one.whole), []).append(one.row)
    return tuple(f"{row_numbers(numbers)}: {why}" for (why, _), numbers in rows.items())


def lost_rows(found: Iterable[Unplaced]) -> int:
    """How many rows have nothing in the framework."""
    return len({one.row for one in found if one.whole})


def _kinds(plan: Plan) -> tuple[str, ...]:
    """The guessed kinds, one a line: first by words of the names, then by other signs."""
    found: dict[tuple[TrackKind, str], list[PlanTrack]] = {}
    for track in plan.tracks:
        if track.guessed:
            found.setdefault((track.kind, "" if track.word else track.guessed), []).append(track)
    if not found:
        return ()
    lines = []
    for (kind, why), tracks in sorted(found.items(), key=lambda one: one[0][1] != ""):
        words = dict.fromkeys(track.word for track in tracks)
        reason = why or f"the names say {', '.join(words)}"
        lines.append(f"Kind `{kind}` ({reason}): {', '.join(track.name for track in tracks)}.")
    least = next((track for track in plan.tracks if track.guessed and not track.word), None)
    shown = least or next(track for track in plan.tracks if track.guessed)
    return (*lines, f'Say a kind yourself with --kind "{shown.name}={shown.kind}".')


def _count(number: int, noun: str, many: str = "") -> str:
    return f"{number} {noun if number == 1 else many or noun + 's'}"
