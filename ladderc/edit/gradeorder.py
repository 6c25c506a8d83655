"""The spine: the orders inside the tracks, merged into one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from ladderc.errors import UsageError

Ladder = tuple[str, Sequence[str]]
"""A track's name, and its grades, the lowest first."""

_NUMBERED = re.compile(r"(\D*)(\d+)")


class Rung(NamedTuple):
    """A grade inside one track: its name, and the highest pay there, if any is known."""

    grade: str
    top: Decimal | None


class Spine(NamedTuple):
    """Grades, the lowest first; ``chosen`` are neighbours whose order no track tells, and what decided it."""

    grades: tuple[str, ...]
    chosen: tuple[tuple[str, str, str], ...]


class Inside(NamedTuple):
    """The grades of one track, the lowest first, and why they were not left in the order of the rows."""

    grades: tuple[str, ...]
    why: str


def inside(rungs: Sequence[Rung]) -> Inside:
    """The order inside a track: that of the rows, unless pay or numbers in the grades' names say otherwise.

    Pay that falls from row to row turns the order round.
    Where pay neither rises nor falls all along, or is not written, numbers decide (IC3 above IC2) if all have one.
    """
    grades = tuple(rung.grade for rung in rungs)
    tops = [rung.top for rung in rungs]
    known = [top for top in tops if top is not None]
    steps = list(pairwise(known))
    if len(known) == len(tops) and steps:
        if all(below <= above for below, above in steps) and known[0] < known[-1]:
            return Inside(grades, "")
        if all(below >= above for below, above in steps) and known[0] > known[-1]:
            return Inside(grades[::-1], "its rows begin with the highest pay")
    numbers = numbered(grades)
    if numbers and list(numbers) != sorted(numbers):
        by_number = tuple(grade for _, grade in sorted(zip(numbers, grades, strict=True)))
        return Inside(by_number, "its grades are numbered")
    return Inside(grades, "")


def merge(ladders: Sequence[Ladder], tops: Mapping[str, Decimal | None]) -> Spine:
    """All grades in one order that keeps the order inside every track.

    Where no track decides, numbers do if all grades have one behind the same word (G3 below G4) and every track
    rises by them; else the grade with the lower highest pay comes first, then the one that appeared first.
    ``tops`` holds every grade in the order of its first row. UsageError where two tracks contradict each other.
    """
    below = {grade: set[str]() for grade in tops}
    for _, grades in ladders:
        for low, high in pairwise(grades):
            below[high].add(low)
    numbers = _agreed_numbers(ladders, tuple(tops))
    rank: list[str] = []
    left = list(tops)
    while left:
        ready = [grade for grade in left if below[grade] <= set(rank)]
        if not ready:
            raise _contradiction(ladders, rank, left)
        rank.append(min(ready, key=lambda grade: (numbers.get(grade, 0), _height(tops[grade]))))
        left.remove(rank[-1])
    reach = _reach(rank, below)
    chosen = [
        (low, high, _reason(tops[low], tops[high])) for low, high in pairwise(rank) if low not in reach[high]
    ]  # fmt: skip
    return Spine(tuple(rank), () if numbers else tuple(chosen))


def numbered(grades: Sequence[str]) -> tuple[int, ...] | None:
    """The numbers behind one and the same word in all of the grades' names, None where they are not so named."""
    found = [_NUMBERED.fullmatch(grade) for grade in grades]
    if len(grades) < 2 or len({one[1].strip().casefold() if one else None for one in found}) != 1:
        return None
    numbers = tuple(int(one[2]) for one in found if one)
    return numbers if len(set(numbers)) == len(grades) else None


def _agreed_numbers(ladders: Sequence[Ladder], grades: Sequence[str]) -> dict[str, int]:
    """The number of each grade where the grades' names tell their order and no track says otherwise."""
    found = numbered(grades)
    numbers = dict(zip(grades, found, strict=True)) if found else {}
    if any(numbers.get(low, 0) >= numbers.get(high, 1) for _, order in ladders for low, high in pairwise(order)):
        return {}
    return numbers


def _height(top: Decimal | None) -> tuple[bool, Decimal]:
    """A grade without pay waits until all others that could stand here do."""
    return top is None, top or Decimal(0)


def _reason(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None or low == high:
        return "by the order of the rows"
    return "by their highest pay"


def _reach(rank: Sequence[str], below: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """For each grade those that some chain of tracks puts below it."""
    reach: dict[str, set[str]] = {}
    for grade in rank:
        reach[grade] = below[grade].union(*(reach[low] for low in below[grade]))
    return reach


def _contradiction(ladders: Sequence[Ladder], rank: Sequence[str], left: Sequence[str]) -> UsageError:
    orders = [(name, [grade for grade in grades if grade in left]) for name, grades in ladders]
    suggested = ",".join((*rank, *left))
    mend = f'Say which order is right, the lowest first: --grades "{suggested}"'
    for (one, first), (other, second) in combinations(orders, 2):
        shared = [grade for grade in first if grade in second]
        for low, high in combinations(shared, 2):
            if second.index(low) > second.index(high):
                return UsageError(
                    f"{one} puts grade `{low}` below `{high}`, and {other} puts `{high}` below `{low}`.\n{mend}"
                )
    ring = _ring(orders, left)
    said = ", ".join(f"{name} puts grade `{low}` below `{high}`" for name, low, high in ring)
    return UsageError(f"Some tracks contradict each other: {said}.\n{mend}")


def _ring(orders: Sequence[tuple[str, Sequence[str]]], left: Sequence[str]) -> list[tuple[str, str, str]]:
    """Steps, each of one track, that lead from a grade back to itself."""
    down = {high: (name, low) for name, grades in reversed(orders) for low, high in pairwise(grades)}
    grade = next(grade for grade in left if grade in down)
    seen: list[str] = []
    while grade not in seen:
        seen.append(grade)
        grade = down[grade][1]
    ring = seen[seen.index(grade) :]
    return [(down[high][0], down[high][1], high) for high in reversed(ring)]
