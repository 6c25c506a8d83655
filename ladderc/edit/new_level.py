"""A new level in its track, at its place by grade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladderc.edit.addition import Addition, behind, grade_of_level, known_track, split, usable_id, usable_name, where
from ladderc.edit.block_list import Entry, insert
from ladderc.edit.outline import outline
from ladderc.edit.yaml_text import id_value
from ladderc.errors import UsageError
from ladderc.model.framework import Framework
from ladderc.wording.nearest import listed


def new_level(framework: Framework, contents: Mapping[str, bytes], key: str, grade: str, title: str) -> Addition:
    """The level ``track/level`` at a grade; UsageError where a name is unknown or taken."""
    track_id, id = split(key, _in_likely_tracks(framework, key))
    track = known_track(framework, track_id)
    grade = grade_of_level(framework, grade)
    usable_id(id, "level", {level.id: where(contents, level.place) for level in track.levels})
    same = next((level for level in track.levels if level.grade == grade), None)
    if same:
        raise UsageError(
            f"Level {same.id} of {track.name.plain} stands at {grade} already: {where(contents, same.place)}\n"
            "A track has at most one level a grade; choose another grade, or change that level."
        )
    rank = framework.rank(grade)
    at = behind(level.place for level in track.levels if framework.rank(level.grade) < rank)
    is_last = all(framework.rank(level.grade) < rank for level in track.levels)
    fields: dict[str, Any] = {"id": id_value(id), "grade": id_value(grade), "title": title}
    file = track.place.file
    entry = Entry(fields, outline(framework, track, grade))
    inserted = insert(file, "track", contents[file], "levels", at, entry, apart=True)
    return Addition(
        file, contents[file], inserted.content, inserted.line, f"level {id} of {track.name.plain} at {grade}",
        _then(framework, track.families, f"{track_id}/{id}", grade, is_last),
    )  # fmt: skip


def _in_likely_tracks(framework: Framework, id: str) -> list[str]:
    """A level's name alone, put behind the tracks whose levels have names like it; the first track where none has."""
    letters = id.rstrip("0123456789")
    likely = [
        track.id
        for track in framework.tracks.values()
        if any(level.id.rstrip("0123456789") == letters for level in track.levels)
    ]
    named = id if usable_name(id) else "S4"
    return [f"{track}/{named}" for track in likely or list(framework.tracks)[:1] or ["specialist"]]


def _then(framework: Framework, families: tuple[str, ...], key: str, grade: str, is_last: bool) -> tuple[str, ...]:
    then = ["Take the # signs of the lines below it away and write your own text."]
    missing = [
        track.id
        for family in families
        for track in framework.tracks_of(family)
        if is_last
        and track.id != key.split("/")[0]
        and track.kind != "common"
        and all(framework.rank(level.grade) < framework.rank(grade) for level in track.levels)
    ]
    if missing:
        names = listed(list(dict.fromkeys(missing)), last="and")
        then.append(f"Nothing stands at {grade} or above on {names}: let them rise as well, or this track ends higher.")
    return (*then, "ladderc check")
