"""Pay: one band a grade where all levels of the grade agree, exceptions for the tracks that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ladderc.edit.draft import DraftLevel
from ladderc.edit.ledger import Ledger
from ladderc.edit.plan import PlanBand, PlanPay
from ladderc.edit.table import shown
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
        if slot.value is not None:
            why = f"the {noun} `{shown(slot.value)}`: no minimum of pay is written for {level.called}"
            ledger.lose(slot.row, why)
    return None


def structures(levels: Sequence[Paid], grades: Sequence[str], ledger: Ledger) -> tuple[PlanPay, ...]:
    """One structure for all families where each grade is paid alike in all of them, else one a family.

    ``grades`` give the order of the bands.
    """
    families = tuple(dict.fromkeys(level.family for level in levels if level.figures))
    if not families:
        return ()
    alike = all(len({one.figures for one in levels if one.grade == grade and one.figures}) < 2 for grade in grades)
    if len(families) == 1 or alike:
        only = families[0] if len(families) == 1 and len({level.family for level in levels}) > 1 else None
        members = [level for level in levels if only is None or level.family == only]
        return (_structure(only, members, grades, ledger),)
    return tuple(
        _structure(family, [level for level in levels if level.family == family], grades, ledger)
        for family in families
    )  # fmt: skip


def _structure(family: str | None, levels: Sequence[Paid], grades: Sequence[str], ledger: Ledger) -> PlanPay:
    bands: list[PlanBand] = []
    exceptions: list[PlanBand] = []
    for grade in grades:
        here = [level for level in levels if level.grade == grade]
        stated = [level.figures for level in here if level.figures]
        unstated = [level.track for level in here if not level.figures]
        if not stated:
            continue
        base = _base(grade, stated, unstated, ledger)
        if base:
            bands.append(PlanBand(grade, *base))
        exceptions += [
            PlanBand(grade, *level.figures, level.track) for level in here if level.figures and level.figures != base
        ]
    return PlanPay(family, tuple(bands), tuple(exceptions))


def _base(grade: str, stated: Sequence[Figures], unstated: Sequence[str], ledger: Ledger) -> Figures | None:
    """The band that all levels of a grade have, or the commonest where each level states its own."""
    counted = Counter(stated).most_common()
    base, most = counted[0]
    if len(counted) == 1:
        if unstated:
            ledger.guess(f"At `{grade}` no pay is written for {listed(unstated, last='and')}: the grade's band holds there.")
        return base
    if unstated:
        ledger.guess(
            f"At `{grade}` tracks are paid differently and for {listed(unstated, last='and')} no pay is written, "
            "so the grade has no band and each other track has its own."
        )
        return None
    ledger.guess(
        f"At `{grade}` levels have {len(counted)} different bands: the commonest, of {most} of {len(stated)} levels, "
        "is the grade's, and the others are exceptions."
    )
    return base
