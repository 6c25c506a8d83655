"""A new track in a file of its own, with a level at each grade that it is to span."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ladderc.edit.addition import Addition, grade_of_level, unknown, usable_id, where
from ladderc.edit.outline import outline
from ladderc.edit.yaml_text import Commented, dump, id_value
from ladderc.errors import UsageError
from ladderc.model.framework import Framework
from ladderc.model.kinds import TrackKind
from ladderc.model.text import plain
from ladderc.model.track import Track

_DRAFT = "shown as a draft on the site; take this line away when the track is finished"
_LETTERS = re.compile("[^A-Za-z]")


def new_track(
    framework: Framework,
    contents: Mapping[str, bytes],
    id: str,
    kind: TrackKind,
    families: tuple[str, ...],
    name: str,
    grades: tuple[str, ...],
) -> Addition:
    """The track ``id``; without ``grades`` it spans those of the family's people leadership.

    UsageError where a name is unknown or taken, or where the family is not said and there are several.
    """
    usable_id(id, "track", {track.id: where(contents, track.place) for track in framework.tracks.values()})
    chosen = _families(framework, families)
    span = _grades(framework, chosen, kind, grades)
    beside = [track for track in framework.tracks.values() if set(track.families) & set(chosen)]
    file = _file(id, beside, contents)
    track = Track(
        id, plain(name), kind, chosen, None, "draft", None, None, None, (), (), "complete", (), (), frozenset(),
        framework.place,
    )  # fmt: skip
    text, line = _text(framework, track, span, beside, file.count("/"), bool(families or len(framework.families) > 1))
    return Addition(file, None, text.encode(), line, f"track {name}", _then(track, span, beside, framework))


def _families(framework: Framework, wanted: tuple[str, ...]) -> tuple[str, ...]:
    known = tuple(id for id, family in framework.families.items() if not family.implied)
    if not wanted:
        if len(framework.families) == 1:
            return tuple(framework.families)
        raise UsageError(
            f"This framework has {len(known)} families, so the track has to say which is its own.\n"
            f"Add it behind the command: --family {known[0]}"
        )
    if wanted == ("all",):
        return tuple(framework.families)
    for id in wanted:
        if id not in known:
            raise unknown("family", id, known)
    return wanted


def _grades(
    framework: Framework, families: tuple[str, ...], kind: TrackKind, wanted: tuple[str, ...]
) -> tuple[str, ...]:
    if wanted:
        chosen = {grade_of_level(framework, grade) for grade in wanted}
    else:
        near = [track for family in families for track in framework.tracks_of(family)]
        leading = [track for track in near if track.kind == "people-leadership"]
        like = [track for track in near if track.kind == "common"] if kind == "common" else leading
        chosen = {level.grade for track in like for level in track.levels if not level.executive}
        chosen = chosen or {framework.grades[0].id}
    return tuple(grade.id for grade in framework.grades if grade.id in chosen)


def _file(id: str, beside: list[Track], contents: Mapping[str, bytes]) -> str:
    """Beside the other tracks of the family; ids of tracks differ, names of files need not."""
    folder = beside[-1].place.file.rpartition("/")[0] if beside else "tracks"
    file = f"{folder}/{id}.yaml"
    taken = next((name for name in contents if name.casefold().removesuffix(".yml") + ".yaml" == file.casefold()
                  or name.casefold() == file.casefold()), None)  # fmt: skip
    if taken:
        raise UsageError(f"{taken} is there already, and nothing is written over it.\nChoose another id for the track.")
    return file


def _text(
    framework: Framework, track: Track, grades: tuple[str, ...], beside: list[Track], depth: int, says_family: bool
) -> tuple[str, int]:
    """The file, and the line on which it begins to speak of the track."""
    data: dict[str, Any] = {"id": id_value(track.id), "name": track.name.plain, "kind": track.kind}
    if says_family:
        ids = [id_value(family) for family in track.families]
        data["family"] = "all" if len(ids) == len(framework.families) > 1 else ids[0] if len(ids) == 1 else ids
    data["status"] = Commented("draft", above=_DRAFT)
    others = ", ".join(other.name.plain for other in beside if other.kind != "common")
    header = (f"yaml-language-server: $schema={'../' * depth}.ladderc/schema/track.schema.json",)
    lines = dump(data, header).splitlines()
    lines += ["# purpose: >-", "#   What the track is for, in a few sentences."]
    lines += [f"#   It stands beside {others}."] if others else []
    lines += ["", "levels:"]
    letters = _prefix(framework, track)
    for number, grade in enumerate(grades):
        level = {
            "id": f"{letters}{_number(framework, grade)}",
            "grade": id_value(grade),
            "title": Commented(f"{track.name.plain} {grade}", behind="choose a title"),
        }
        block = dump([level], ()).splitlines()
        block += [f"  # {line}" for line in outline(framework, track, grade)] if number == 0 else []
        lines += [f"  {line}" for line in block] + [""]
    return "\n".join(lines).rstrip("\n") + "\n", 2


def _prefix(framework: Framework, track: Track) -> str:
    """The letters with which the ids of its levels begin: as few as no other track's begin with."""
    letters = (_LETTERS.sub("", track.id) or "L").upper()
    taken = {re.sub(r"[^A-Za-z].*", "", level.id).upper() for level in framework.levels.values()}
    return next((letters[:end] for end in range(1, len(letters) + 1) if letters[:end] not in taken), letters)


def _number(framework: Framework, grade: str) -> str:
    found = re.search(r"\d+$", grade)
    return found[0] if found else str(framework.rank(grade) + 1)


def _then(track: Track, grades: tuple[str, ...], beside: list[Track], framework: Framework) -> tuple[str, ...]:
    leading = [other for other in beside if other.kind == "people-leadership" and track.kind != "people-leadership"]
    then = ["Choose the titles, and write what each level asks; the first one shows the fields."]
    first = f"{_prefix(framework, track)}{_number(framework, grades[0])}"
    meets = [level for other in leading for level in other.levels if level.grade == grades[0]]
    if meets and track.kind != "common":
        then += [
            "Open the ways to the other tracks and back, as the first command below does.",
            f"ladderc new move {track.id}/{first} {meets[0].key} --kind lateral --pay protected --trial-months 6",
        ]
    return (*then, "ladderc check")
