"""Which pay structure is compared with which: with its own former state, else with the one it takes the place of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from ladderc.model.pay import PayStructure
from ladderc.review.matching import matched


class PayPair(NamedTuple):
    """Two structures to be compared; one is None where there is nothing to compare with.

    ``effective`` is the ISO date from which the difference holds. ``added`` and ``removed`` mark a structure that came
    or went as a file: it is compared with the one that would hold without it, on the same side.
    """

    old: PayStructure | None
    new: PayStructure | None
    effective: str
    added: bool = False
    removed: bool = False


def pay_pairs(before: Sequence[PayStructure], after: Sequence[PayStructure]) -> list[PayPair]:
    """Every structure of either side, once: paired by families and date, then by file, then by families alone."""
    found = matched(before, after, (_families_and_date, _file, _families))
    pairs = [PayPair(old, new, new.effective) for old, new in found.pairs]
    pairs += [PayPair(_superseded(one, after), one, one.effective, added=True) for one in found.new]
    pairs += [PayPair(one, _superseded(one, before), one.effective, removed=True) for one in found.gone]
    return sorted(pairs, key=lambda pair: (pair.effective, _name(pair)))


def _superseded(structure: PayStructure, among: Sequence[PayStructure]) -> PayStructure | None:
    """What holds for the same families until the structure does: the latest before it, their own before a general one."""
    earlier = [
        one for one in among
        if one.effective < structure.effective and (not one.families or set(structure.families) & set(one.families))
    ]  # fmt: skip
    own = [one for one in earlier if one.families]
    return max(own or earlier, key=lambda one: one.effective, default=None)


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
