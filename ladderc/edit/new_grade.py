"""A new grade on the spine, and what has to follow it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ladderc.edit.addition import Addition, behind, known_grade, usable_id, where
from ladderc.edit.block_list import Entry, insert
from ladderc.edit.yaml_text import id_value
from ladderc.errors import UsageError
from ladderc.model.framework import Framework
from ladderc.model.track import Track
from ladderc.wording.nearest import listed

_NUMBER = re.compile(r"[0-9]+$")


def new_grade(
    framework: Framework, contents: Mapping[str, bytes], id: str, after: str | None, name: str | None, scope: str | None
) -> Addition:
    """The grade ``id`` right above ``after``, or at the top; UsageError where a name is unknown or taken."""
    usable_id(id, "grade", {grade.id: where(contents, grade.place) for grade in framework.grades})
    top = framework.grades[-1]
    if after is None and top.executive:
        raise UsageError(
            f"The highest grade, {top.id}, is an executive one, and those stay at the top.\n"
            f"Name the grade below the new one: ladderc new grade {id} --after {_below(framework)}"
        )
    at = framework.rank(known_grade(framework, after)) + 1 if after else len(framework.grades)
    place = behind([framework.grades[at - 1].place])
    fields: dict[str, Any] = {"id": id_value(id)}
    remarks = []
    for field, value, example in (
        ("name", name, "What people call it"),
        ("scope", scope, "How far the work of this grade reaches, in a sentence."),
    ):
        if value:
            fields[field] = value
        else:
            remarks.append(f"{field}: {example}")
    file = framework.place.file
    inserted = insert(file, "framework", contents[file], "grades", place, Entry(fields, remarks), apart=False)
    return Addition(
        file, contents[file], inserted.content, inserted.line, f"grade {id}", _then(framework, id, at, bool(remarks))
    )


def _below(framework: Framework) -> str:
    return next((grade.id for grade in reversed(framework.grades) if not grade.executive), framework.grades[0].id)


def _then(framework: Framework, id: str, at: int, has_remarks: bool) -> tuple[str, ...]:
    then = ["Take the # signs of the lines below it away and write your own text."] if has_remarks else []
    pay = sorted({structure.place.file for structure in framework.pay_structures})
    if pay:
        then.append(f"Give {id} a band in {listed(pay, last='and')}.")
    spanning = [
        track
        for track in framework.tracks.values()
        if track.levels and framework.rank(track.levels[0].grade) < at <= framework.rank(track.levels[-1].grade)
    ]
    rising = [
        track
        for track in framework.tracks.values()
        if track.kind != "common" and track.levels and framework.rank(track.levels[-1].grade) == at - 1
    ]
    if spanning:
        names = listed([track.id for track in spanning], last="and")
        then.append(f"It lies inside {names}: each has a gap there until it has a level at {id}.")
    if rising:
        then.append(f"Let all tracks that end at {framework.grades[at - 1].id} rise to it, or one is the only way up.")
    then += [f'ladderc new level {_level(track, id)} --grade {id} --title "…"' for track in spanning + rising]
    return (*then, "ladderc check")


def _level(track: Track, grade: str) -> str:
    """An id for the track's level at the new grade: S7 at G7 where the others are called S5 and S6."""
    number, last = _NUMBER.search(grade), track.levels[-1].id
    id = _NUMBER.sub("", last) + number[0] if number and _NUMBER.search(last) else f"{last}-{grade}"
    return f"{track.id}/{id}"
