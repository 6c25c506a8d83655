"""A new move between two levels, and whether there is a way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladderc.edit.addition import Addition, known_level, where
from ladderc.edit.block_list import Entry, insert
from ladderc.errors import UsageError
from ladderc.model.framework import Framework
from ladderc.model.kinds import MoveKind, MovePay
from ladderc.model.level import Level


def new_move(
    framework: Framework,
    contents: Mapping[str, bytes],
    source: str,
    target: str,
    kind: MoveKind,
    pay: MovePay | None,
    trial_months: int | None,
    note: str | None,
) -> Addition:
    """The step from one level (``track/level``) to another; UsageError where it is there already or leads nowhere."""
    start, end = known_level(framework, source), known_level(framework, target)
    _refuse(framework, contents, start, end)
    track = framework.tracks[start.track]
    fields: dict[str, Any] = {"from": start.id, "to": end.id if end.track == start.track else end.key, "kind": kind}
    fields |= {"pay": pay} if pay else {}
    fields |= {"trial_months": trial_months} if trial_months is not None else {}
    fields |= {"note": note} if note else {}
    file = track.place.file
    entry = Entry(fields)
    inserted = insert(file, "track", contents[file], "moves", None, entry, apart=False)
    return Addition(
        file, contents[file], inserted.content, inserted.line, f"move from {start.key} to {end.key}",
        _then(framework, start, end, kind, pay),
    )  # fmt: skip


def _refuse(framework: Framework, contents: Mapping[str, bytes], start: Level, end: Level) -> None:
    if start.key == end.key:
        raise UsageError(f"A move leads from one level to another, and both are `{start.key}`.\nName two levels.")
    for track in framework.tracks.values():
        for move in track.moves:
            if (move.source, move.target) == (start.key, end.key):
                raise UsageError(
                    f"The move from {start.key} to {end.key} is there already: {where(contents, move.place)}\n"
                    "Change it there."
                )
    rungs = [level.key for level in framework.tracks[start.track].levels]
    if start.track == end.track and rungs.index(end.key) == rungs.index(start.key) + 1:
        raise UsageError(
            f"{end.key} is the next level above {start.key}, so that step is there without a move.\n"
            "A move is a step to another track, or past a level."
        )


def _then(framework: Framework, start: Level, end: Level, kind: MoveKind, pay: MovePay | None) -> tuple[str, ...]:
    if kind == "promotion":
        return ("ladderc check",)
    if start.grade != end.grade:
        return (
            f"A {kind} move keeps the grade, and this one leads from {start.grade} to {end.grade}.",
            "Write `kind: promotion` there if it is a step up, or name another level.",
            "ladderc check",
        )
    back = any(
        (move.source, move.target) == (end.key, start.key)
        for track in framework.tracks.values()
        for move in track.moves
    )
    if back:
        return (f"The way back, from {end.key} to {start.key}, is there.", "ladderc check")
    other: MoveKind = "return" if end.on_management_ladder and not start.on_management_ladder else "lateral"
    paid = f" --pay {pay}" if pay else ""
    return (
        "There is no way back yet; the first command below adds it.",
        f"ladderc new move {end.key} {start.key} --kind {other}{paid}",
        "ladderc check",
    )
