"""How messages name things: levels, tracks, lists in prose, small counts."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.model.catalogue import Family
from ladderc.model.level import Level
from ladderc.model.track import Track


def level_name(level: Level) -> str:
    """A level as people say it: ``S5 Principal Specialist``."""
    title = level.title.plain.strip()
    if not title or title.casefold() == level.id.casefold():
        return level.id
    return title if title.startswith(f"{level.id} ") else f"{level.id} {title}"


def track_name(track: Track) -> str:
    """A track by its name: ``Specialist``."""
    return track.name.plain.strip() or track.id


def family_name(family: Family) -> str:
    """A family by its name: ``Engineering``."""
    return family.name.plain.strip() or family.id


def grade_name(grade: str) -> str:
    """A grade as people say it: ``G4``, and ``grade 4`` where its name is only a number."""
    return f"grade {grade}" if grade[:1].isdigit() else grade


def listed(names: Iterable[str], joiner: str = "and", most: int = 10) -> str:
    """Names in prose: ``G4``, ``G4 and G5``, ``G4, G5 and G6``; beyond ``most`` the rest is counted."""
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[:most], f"{len(shown) - most} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {joiner} {shown[-1]}"


def coded(names: Iterable[str]) -> str:
    """Field names as they are typed, in prose: ```metrics` and `recognition```."""
    return listed(f"`{name}`" for name in names)


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun: ``no grade``, ``one grade``, ``2 grades``."""
    if count == 0:
        return f"no {noun}"
    if count == 1:
        return f"one {noun}"
    return f"{count} {plural or noun + 's'}"


def span_of(levels: Iterable[Level]) -> str:
    """Rising levels by id: ``S4``, ``S4 and S5``, ``S4 to S7``."""
    ids = [level.id for level in levels]
    return f"{ids[0]} to {ids[-1]}" if len(ids) > 2 else listed(ids)


def capital(sentence: str) -> str:
    """The sentence with its first letter raised."""
    return sentence[:1].upper() + sentence[1:]
