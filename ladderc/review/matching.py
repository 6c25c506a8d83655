"""Pairs two lists, the same way round whichever list comes first: by identity, by equality, then by likeness."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from ladderc.rules.tokens import fold

Item = TypeVar("Item")

ALIKE = Fraction(1, 2)
"""From which share of common words on two texts are one text reworded; our own choice."""


class Matched(NamedTuple, Generic[Item]):
    """What became of two lists: pairs in the order of the newer one, and what has no partner."""

    pairs: tuple[tuple[Item, Item], ...]
    gone: tuple[Item, ...]
    new: tuple[Item, ...]


def matched(
    before: Sequence[Item],
    after: Sequence[Item],
    exact: Iterable[Callable[[Item], Hashable | None]],
    likeness: Callable[[Item, Item], Fraction] | None = None,
    least: Fraction = ALIKE,
) -> Matched[Item]:
    """Pair the items of two lists.

    ``exact`` are keys in falling authority (an id, then the text itself): items that share a key are one.
    What is left is paired by ``likeness`` (0 to 1, symmetric), the most alike first, from ``least`` on.
    """
    left, right = dict(enumerate(before)), dict(enumerate(after))
    found: list[tuple[int, int]] = []
    for key_of in exact:
        waiting: dict[Hashable, list[int]] = {}
        for position, item in left.items():
            if (key := key_of(item)) is not None:
                waiting.setdefault(key, []).append(position)
        for position, item in list(right.items()):
            key = key_of(item)
            if key is not None and waiting.get(key):
                other = waiting[key].pop(0)
                found.append((other, position))
                del left[other], right[position]
    if likeness is not None:
        found += _alike(left, right, likeness, least)
    ordered = sorted(found, key=lambda pair: pair[1])
    return Matched(
        tuple((before[old], after[new]) for old, new in ordered),
        tuple(left.values()),
        tuple(right.values()),
    )


def text_likeness(one: str, other: str) -> Fraction:
    """How alike two texts are: the words in both, as a share of the words of either; 0 for empty ones."""
    ours, theirs = _words(one), _words(other)
    return Fraction(len(ours & theirs), len(ours | theirs)) if ours and theirs else Fraction(0)


def _alike(
    left: dict[int, Item], right: dict[int, Item], likeness: Callable[[Item, Item], Fraction], least: Fraction
) -> list[tuple[int, int]]:
    # Ties go to the pair nearest the top, then nearest each other: the same pair from both sides.
    scores = [
        (-score, old + new, abs(old - new), old, new)
        for old, item in left.items()
        for new, other in right.items()
        if (score := likeness(item, other)) >= least
    ]
    found = []
    for *_, old, new in sorted(scores):
        if old in left and new in right:
            found.append((old, new))
            del left[old], right[new]
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())
