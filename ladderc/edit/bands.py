"""Pay: one band a grade where all levels of the grade agree, exceptions for the tracks that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ladderc.edit.draft import DraftLevel
from ladderc.edit.ledger import Ledger, quoted
from ladderc.edit.plan import PlanBand, PlanPay
from ladderc.wording.nearest import listed

Figures = tuple[Decimal, Decimal | None, Decimal | None]


class Paid(NamedTuple):
    """A level as pay sees it: ids of its family, track and grade, and its figures if it has any."""

    family: str | None
    track: str
    grade: str
    figures: Figures | None


def figures(level: DraftLevel, ledger: Ledger) -> Figures | None:
    """The band of a level; a band cannot be without a minimum, so other figures alone are told as unplaced."""
    least, middle, most = level.band()
    if least is not None:
        return least, middle, most
    for noun in ("midpoint", "max"):
        slot = level.pay[noun]
        for row in slot.rows:
            ledger.lose(row, f"the {noun} {quoted(slot.written)}: no minimum of pay is written for {level.called}")
    return None


def structures(levels: Sequence[Paid], grades: Sequence[str], ledger: Ledger) -> tuple[PlanPay, ...]:
    """One structure for all families where each grade is paid alike in all of them, else one a family.

    ``grades`` give the order of the bands.
    """
    families = tuple(dict.fromkeys(level.family for level in levels if level.figures))
    if not families:
        return ()
    alike = all(len({one.figures for one in levels if one.grade == grade and one.figures}) < 2 for grade in grades)
    of_all = any(level.family == "all" for level in levels)  # a track of every family has no file of its own
    if len(families) == 1 or alike or of_all:
        several = len({level.family for level in levels}) > 1
        only = families[0] if len(families) == 1 and several and not of_all else None
        members = [level for level in levels if only is None or level.family == only]
        return (_structure(only, members, grades, ledger),)
    return tuple(
        _structure(family, [level for level in levels if level.family == family], grades, ledger)
        for family in families
    )  # fmt: skip


def _structure(family: str | None, levels: Sequence[Paid], grades: Sequence[str], ledger: Ledger) -> PlanPay:
    bands: list[PlanBand] = []
    exceptions: list[PlanBand] = []
    split: list[str] = []
    for grade in grades:
        here = [level for level in levels if level.grade == grade]
        stated = [level.figures for level in here if level.figures]
        unstated = [level.track for level in here if not level.figures]
        if not stated:
            continue
        base, most = Counter(stated).most_common(1)[0]
        alike = most == len(stated)
        if unstated:
            _unstated(grade, unstated, alike, ledger)
        elif not alike:
            split.append(f"`{grade}` ({most} of {len(stated)})")
        shared = alike or not unstated
        if shared:
            bands.append(PlanBand(grade, *base))
        exceptions += [
            PlanBand(grade, *level.figures, level.track)
            for level in here
            if level.figures and not (shared and level.figures == base)
        ]
    if split:
        ledger.guess(
            "At some grades levels have different bands; the commonest is taken to be the grade's, and the others are "
            f"exceptions: {', '.join(split)}."
        )
    return PlanPay(family, tuple(bands), tuple(exceptions))


def _unstated(grade: str, tracks: Sequence[str], alike: bool, ledger: Ledger) -> None:
    """Say what a track gets for which the table has no pay at a grade where others have some."""
    whom = listed(tracks, last="and")
    if alike:
        ledger.guess(f"At `{grade}` no pay is written for {whom}: the grade's band holds there.")
    else:
        ledger.guess(
            f"At `{grade}` the other tracks have different bands and {whom} none, so the grade has no band "
            "and each of the others has its own."
        )
