"""Pay resolution: the structure that holds for each family, and the band of each level in each zone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from ladderc.finding import Related
from ladderc.link.faults import Faults
from ladderc.model.catalogue import Family
from ladderc.model.pay import Band, FamilyPay, PayException, PayStructure, ResolvedBand, Zone
from ladderc.model.track import Track
from ladderc.money import rounded

PRECISION = 80
"""Digits kept while calculating: an amount, a factor and a rounding step of 18 and 18 digits never lose one."""


def family_pay(
    structures: Sequence[PayStructure],
    families: Mapping[str, Family],
    tracks: Mapping[str, Track],
    today: datetime.date,
    faults: Faults,
) -> tuple[FamilyPay, ...]:
    """What holds for each family today, and from each later day on which that changes.

    On any day, structures that name the family beat those that name none, then the latest in force wins.
    Two left are a mistake, reported once for all the families it concerns.
    """
    now = today.isoformat()
    clashes: dict[tuple[str, str], tuple[PayStructure, PayStructure, list[Family]]] = {}
    resolved: list[FamilyPay] = []
    with localcontext() as context:
        context.prec = PRECISION
        for family in families.values():
            members = [track for track in tracks.values() if family.id in track.families]
            days = [now, *sorted({one.effective for one in structures if one.effective > now})]
            for day in days:
                left = _left(structures, family.id, day)
                if len(left) > 1:
                    first, second = left[:2]
                    known = clashes.setdefault((first.place.file, second.place.file), (first, second, []))
                    if family not in known[2]:
                        known[2].append(family)
                elif left and (day == now or left[0].effective == day):
                    resolved.append(_family_pay(family.id, left[0], day > now, members))
    for first, second, concerned in clashes.values():
        _report(first, second, concerned, len(families), faults)
    return tuple(resolved)


def _left(structures: Sequence[PayStructure], family: str, day: str) -> list[PayStructure]:
    in_force = [one for one in structures if one.effective <= day and (not one.families or family in one.families)]
    naming = [one for one in in_force if one.families]
    latest = max((one.effective for one in naming or in_force), default="")
    return [one for one in naming or in_force if one.effective == latest]


def _report(first: PayStructure, second: PayStructure, concerned: list[Family], families: int, faults: Faults) -> None:
    whom = ", ".join(family.name.plain for family in concerned)
    if len(concerned) == families:
        whom = "every family" if families > 1 else whom
    faults.report(
        "unclear-pay",
        f"Two pay files hold for {whom} from {second.effective}: {first.place.file} and {second.place.file}.\n"
        "Name different `families` in them, or give the newer one a later `effective`.",
        second.place._replace(route=("effective",)),
        (Related(first.place._replace(route=("effective",)), "the other one"),),
    )
    faults.lose(first.place.file, second.place.file)


def _family_pay(family: str, structure: PayStructure, later: bool, members: list[Track]) -> FamilyPay:
    bands = tuple(_bands(structure, members))
    return FamilyPay(family, structure, later, bands, {(one.level, one.zone): one for one in bands})


def _bands(structure: PayStructure, members: list[Track]) -> Iterator[ResolvedBand]:
    zones: tuple[Zone | None, ...] = structure.zones or (None,)
    exceptions = {(one.track, one.band.grade, one.zone): one for one in structure.exceptions}
    base = {(band.grade, zone): _in_zone(band, zone, structure.round) for band in structure.bands for zone in zones}
    for track in members:
        for level in track.levels:
            for zone in zones:
                name = zone.id if zone else None
                exception = exceptions.get((track.id, level.grade, name)) or exceptions.get(
                    (track.id, level.grade, None)
                )
                band = _exceptional(exception, zone, structure.round) if exception else base.get((level.grade, zone))
                if band:
                    yield ResolvedBand(level.key, name, band, exception)


def _exceptional(exception: PayException, zone: Zone | None, step: Decimal | None) -> Band:
    """An exception that names a zone is written in that zone's money, so no factor applies to it."""
    return _in_zone(exception.band, None if exception.zone else zone, step)


def _in_zone(band: Band, zone: Zone | None, step: Decimal | None) -> Band:
    """The band after factor and rounding; its middle is taken before rounding, so that only one rounding shows.

    The market figure stays as written: it is compared with the base.
    """
    factor = zone.factor if zone else Decimal(1)

    def amount(written: Decimal | None) -> Decimal | None:
        return None if written is None else rounded(written * factor, step)

    middle = band.midpoint
    if middle is None and band.max is not None:
        middle = (band.min + band.max) / 2
    return band._replace(
        min=rounded(band.min * factor, step),
        midpoint=amount(middle),
        max=amount(band.max),
        equity=amount(band.equity),
    )
