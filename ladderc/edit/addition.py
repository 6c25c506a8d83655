"""What `new` adds, and the checks of names that every addition begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ladderc.errors import UsageError
from ladderc.link.declared import is_reserved
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.sources.places import locate
from ladderc.span import Place
from ladderc.wording.nearest import listed, nearest

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class UnknownNameError(UsageError):
    """A name that nothing has, or whose owner cannot be read."""


class Addition(NamedTuple):
    """One file as it is to be; ``before`` is None where the file is new.

    ``what`` names what stands at ``line``; ``then`` are sentences on what to do next, commands last.
    """

    file: str
    before: bytes | None
    content: bytes
    line: int
    what: str
    then: tuple[str, ...]


def usable_name(id: str) -> bool:
    """Whether ``id`` has the letters of an id."""
    return bool(_ID.fullmatch(id))


def usable_id(id: str, noun: str, taken: Mapping[str, str]) -> None:
    """UsageError where ``id`` cannot be the id of a new thing; ``taken`` says of each known id where it stands."""
    if not _ID.fullmatch(id):
        raise UsageError(
            f"`{id}` cannot be the id of a {noun}.\n"
            "Use letters from A to Z, digits, dots, underscores and hyphens, and begin with a letter or a digit."
        )
    same = next((known for known in taken if known.casefold() == id.casefold()), None)
    if same is not None:
        differs = "" if same == id else f" (`{same}`; capitals make no difference)"
        raise UsageError(
            f"There is a {noun} `{id}` already{differs}: {taken[same]}\nGive the new one another id, or change that one."
        )
    if is_reserved(id.casefold()) or id.casefold() == "all":
        raise UsageError(f"No {noun} can have the id `{id}`, which ladderc uses itself.\nChoose another: {id}-1")


def known_track(framework: Framework, id: str) -> Track:
    """The track of an id; UsageError that names the nearest one."""
    if id in framework.tracks:
        return framework.tracks[id]
    raise unknown("track", id, framework.tracks)


def known_grade(framework: Framework, id: str) -> str:
    """The id of a grade; UsageError that names the nearest one."""
    grades = [grade.id for grade in framework.grades]
    if id in grades:
        return id
    raise unknown("grade", id, grades)


def grade_of_level(framework: Framework, id: str) -> str:
    """The id of the grade at which a level shall stand; UsageError that also says how to add one."""
    try:
        return known_grade(framework, id)
    except UnknownNameError as error:
        if "Type `" in str(error) or not framework.grades or not _ID.fullmatch(id):
            raise
        highest = framework.grades[-1].id
        raise UnknownNameError(f"{error}\nOr add it first: ladderc new grade {id} --after {highest}") from None


def known_level(framework: Framework, key: str) -> Level:
    """The level named ``track/level``; UsageError that names the nearest one."""
    same = [level.key for level in framework.levels.values() if level.id == key]
    track_id, level_id = split(key, same or sorted(framework.levels)[:1] or ["specialist/S4"])
    track = known_track(framework, track_id)
    level = framework.levels.get(f"{track_id}/{level_id}")
    if level is None:
        raise unknown("level", level_id, [one.id for one in track.levels], f" in track `{track.id}`")
    return level


def split(key: str, examples: Sequence[str]) -> tuple[str, str]:
    """Track and level of ``track/level``; UsageError that shows examples where it is written another way."""
    track, sign, level = key.partition("/")
    if not sign or not track or not level or "/" in level:
        raise UsageError(f"`{key}` does not say which level of which track.\nWrite it as {' or '.join(examples)}")
    return track, level


def unknown(noun: str, id: str, known: Iterable[str], where: str = "") -> UnknownNameError:
    """The error about a name that nothing has."""
    names = tuple(known)
    near = nearest(id, names)
    mend = f"Type `{near}`." if near else f"Choose {listed(names)}." if names else f"There is no {noun} yet."
    return UnknownNameError(f"There is no {noun} `{id}`{where}.\n{mend}")


def behind(parts: Iterable[Place]) -> int:
    """The position in a file's list right behind the last of some of its entries; 0 where there are none.

    What cannot be read in that list is no part of the model, so that counting the model's own would go wrong.
    """
    return max((step + 1 for place in parts if isinstance(step := place.route[-1], int)), default=0)


def where(contents: Mapping[str, bytes], place: Place) -> str:
    """``file:line`` of a place."""
    line = locate(contents[place.file], [place])[place].line if place.file in contents else 1
    return f"{place.file}:{line}"
