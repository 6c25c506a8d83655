"""Which pay structure is compared with which: with its own former state, else with the one it takes the place of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from ladderc.model.pay import PayStructure
from ladderc.review.matching import matched


class PayPair(NamedTuple):
    """Two structures to be compared; one is None where there is nothing to compare with.

    ``effective`` is the ISO date from which the difference holds. ``added`` and ``removed`` mark a structure that came
    or went as a file: it is compared with the one that holds without it. ``elsewhere`` where those that came in its
    place, or that it took the place of, are compared with it, so that its bands are told there.
    """

    old: PayStructure | None
    new: PayStructure | None
    effective: str
    added: bool = False
    removed: bool = False
    elsewhere: bool = False


def pay_pairs(before: Sequence[PayStructure], after: Sequence[PayStructure]) -> list[PayPair]:
    """Every structure of either side, once: paired by families and date, then by file, then by families alone."""
    found = matched(before, after, (_families_and_date, _file, _families))
    pairs = [PayPair(old, new, new.effective) for old, new in found.pairs]
    came = [(one, _without(one, after, before)) for one in found.new]
    went = [(one, _without(one, before, after)) for one in found.gone]
    split = {id(other) for _, other in (*came, *went)}
    for one, other in came:
        pairs.append(PayPair(other, one, one.effective, added=True, elsewhere=not other and id(one) in split))
    for one, other in went:
        pairs.append(PayPair(one, other, one.effective, removed=True, elsewhere=not other and id(one) in split))
    return sorted(pairs, key=lambda pair: (pair.effective, _name(pair)))


def _without(
    one: PayStructure, beside: Sequence[PayStructure], other_state: Sequence[PayStructure]
) -> PayStructure | None:
    """What its families are paid by without it: until it holds, on its own side; else, in the other state, by a wider one.

    A pay file for one family that leaves a general one is no new pay: its people had the general one's bands.
    """
    earlier = [other for other in beside if other.effective < one.effective]
    own = [other for other in earlier if set(one.families) & set(other.families)]
    general = [other for other in earlier if not other.families]
    if own or general:
        return max(own or general, key=_date)
    wider = [other for other in other_state if _wider(other, one)] or [other for other in beside if _wider(other, one)]
    held = [other for other in wider if other.effective <= one.effective]
    return max(held, key=_date) if held else min(wider, key=_date, default=None)


def _wider(other: PayStructure, one: PayStructure) -> bool:
    return bool(one.families) and (not other.families or set(one.families) < set(other.families))


def _date(structure: PayStructure) -> str:
    return structure.effective


def _families_and_date(structure: PayStructure) -> Hashable:
    return (frozenset(structure.families), structure.effective)


def _file(structure: PayStructure) -> Hashable:
    return structure.place.file


def _families(structure: PayStructure) -> Hashable:
    return frozenset(structure.families)


def _name(pair: PayPair) -> str:
    structure = pair.new or pair.old
    assert structure is not None, "a pair has one side at least"
    return structure.place.file
