"""The best-paid level of each side: what experts and managers can reach, zone by zone."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.model.level import Level
from ladderc.model.pay import ResolvedBand
from ladderc.money import ratio
from ladderc.rules.bands import Moment, comparable, zones_apart
from ladderc.rules.base import Case


class Top(NamedTuple):
    """The best-paid level of one side in one zone."""

    level: Level
    band: ResolvedBand

    @property
    def open(self) -> bool:
        """Whether its band has no upper end."""
        return self.band.band.max is None

    @property
    def reach(self) -> tuple[bool, Decimal]:
        """What orders bands by what they can reach: open ones above all, and among them the higher minimum."""
        return self.open, self.end

    @property
    def end(self) -> Decimal:
        """The maximum, or the minimum of an open band."""
        return self.band.band.min if self.band.band.max is None else self.band.band.max


class Ceiling(NamedTuple):
    """Both sides in one zone: what each can reach, and ``ratio``, the expert's share.

    ``at_top`` is the share at the best-paid expert's own grade, where managers stand there too.
    ``missing`` are the managers' grades above the highest of the experts.
    """

    expert: Top
    manager: Top
    ratio: Fraction | None
    at_top: Fraction | None
    missing: tuple[str, ...]
    zone: str | None


def ceilings_of(case: Case, moment: Moment, experts: list[Level], managers: list[Level]) -> list[Ceiling]:
    """One ceiling for the family, and one for each zone whose exceptions set it apart; none without bands."""
    ceilings: list[Ceiling] = []
    for zone, named in zones_apart(moment, (*experts, *managers)):
        ceiling = _ceiling(case, moment, experts, managers, zone, named)
        told = ceilings and ceiling and _tops(ceiling) == _tops(ceilings[0]) and not _set_apart(ceiling)
        if ceiling and not told:
            ceilings.append(ceiling)
    return ceilings


def _tops(ceiling: Ceiling) -> tuple[str, str]:
    return ceiling.expert.level.key, ceiling.manager.level.key


def _set_apart(ceiling: Ceiling) -> bool:
    """Whether an exception for the zone decides what either side can reach there."""
    bands = (ceiling.expert.band, ceiling.manager.band)
    return any(band.exception is not None and band.exception.zone is not None for band in bands)


def _ceiling(
    case: Case, moment: Moment, experts: list[Level], managers: list[Level], zone: str | None, named: str | None
) -> Ceiling | None:
    own = [Top(level, band) for level, band in comparable(moment, experts, zone)]
    theirs = [Top(level, band) for level, band in comparable(moment, managers, zone)]
    if not own or not theirs:
        return None
    facts = case.facts

    def order(top: Top) -> tuple[tuple[bool, Decimal], int, bool]:
        """Of two that reach as much the higher stands for its side, and of those the specialist."""
        return top.reach, facts.rank_of(top.level), case.framework.tracks[top.level.track].kind == "specialist"

    expert, manager = max(own, key=order), max(theirs, key=order)
    highest = max(facts.rank_of(level) for level in experts)
    beside = max((top for top in theirs if top.level.grade == expert.level.grade), key=order, default=None)
    missing = dict.fromkeys(
        level.grade for level in sorted(managers, key=facts.rank_of) if facts.rank_of(level) > highest
    )
    return Ceiling(
        expert,
        manager,
        ratio(expert.end, manager.end) if expert.open == manager.open else None,
        ratio(expert.end, beside.end) if beside and beside.open == expert.open else None,
        tuple(missing),
        named,
    )
