"""Changes of a pay file's terms: its date, currency, period, hours, rounding and zones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ladderc.finding import Subject
from ladderc.model.change import Amount, Change
from ladderc.model.framework import Framework
from ladderc.model.pay import PayStructure, Zone
from ladderc.review.naming import change
from ladderc.review.pairing import Pairing
from ladderc.review.pay_files import PayPair
from ladderc.rules.phrases import family_name, listed
from ladderc.wording.numbers import english_day

_TERMS = ("currency", "period", "effective", "families", "model", "hours_per_week", "round", "policy_percentile")
_SECRET = ("hours_per_week", "round", "policy_percentile")
"""Terms that say something of how much is paid; the others say to whom, since when and in what."""


def terms(pairing: Pairing, pair: PayPair) -> Iterator[Change]:
    """Files that came or went, and what is different about those that stayed."""
    if pair.added and pair.new:
        yield _file("pay-file-added", pairing.after, pair.new, "is new and holds from")
    if pair.removed and pair.old:
        yield _file("pay-file-removed", pairing.before, pair.old, "is gone; it held from")
    if pair.old and pair.new:
        yield from _changed(pairing, pair, pair.old, pair.new)
        yield from _zones(pairing, pair, pair.old, pair.new)


def whose(framework: Framework, structure: PayStructure) -> str:
    """For whom a structure holds: ``Engineering``, ``every family``."""
    names = [family_name(framework.families[id]) for id in structure.families if id in framework.families]
    return listed(names) or "every family"


def pay_subjects(structure: PayStructure) -> tuple[Subject, ...]:
    """The families that a structure names; the framework where it names none."""
    return tuple(Subject(family=id) for id in structure.families) or (Subject(),)


def day(iso: str) -> str:
    """An ISO date in full."""
    return english_day(datetime.date.fromisoformat(iso))


def _file(kind: str, framework: Framework, structure: PayStructure, said: str) -> Change:
    message = f"The pay file for {whose(framework, structure)} {said} {day(structure.effective)}."
    return change(
        kind, pay_subjects(structure), message, structure.place,
        gone=kind == "pay-file-removed", thing=structure.effective, effective=structure.effective,
    )  # fmt: skip


def _changed(pairing: Pairing, pair: PayPair, old: PayStructure, new: PayStructure) -> Iterator[Change]:
    same_file = not (pair.added or pair.removed)
    for field in _TERMS:
        about = f"the pay for {whose(pairing.after, new)} from {day(pair.effective)}"
        was, is_ = getattr(old, field), getattr(new, field)
        if was == is_ or (field in ("effective", "families") and not same_file):
            continue
        message = f"`{field}` of {about} is {_said(is_)}; it was {_said(was)}."
        secret = {"pay": True, "message_without_pay": f"The terms of {about} are written differently."}
        yield change(
            "pay-terms-changed", pay_subjects(new), message, new.place, thing=field,
            effective=pair.effective, reaches=reached(pairing.after, new) if field in ("currency", "period") else (),
            **(secret if field in _SECRET else {}),
        )  # fmt: skip


def _zones(pairing: Pairing, pair: PayPair, old: PayStructure, new: PayStructure) -> Iterator[Change]:
    was, is_ = ({zone.id: zone for zone in side.zones} for side in (old, new))

    def one(kind: str, zone: Zone, said: str, *, gone: bool = False, **more: object) -> Change:
        subjects = tuple(subject._replace(zone=zone.id) for subject in pay_subjects(new))
        message = f"The zone {' '.join(zone.name.plain.split())} {said} from {day(pair.effective)}."
        return change(
            kind, subjects, message, zone.place, gone=gone, thing=zone.id, effective=pair.effective, **more
        )  # fmt: skip

    for id, zone in was.items():
        if id not in is_:
            yield one("zone-removed", zone, "is gone", gone=not pair.removed)
    for id, zone in is_.items():
        if id not in was:
            yield one("zone-added", zone, "is new", gone=pair.removed)
        elif was[id].factor != zone.factor:
            kind = "zone-factor-raised" if zone.factor > was[id].factor else "zone-factor-lowered"
            yield one(
                kind, zone, f"multiplies pay by {zone.factor} instead of {was[id].factor}",
                amounts=(Amount(id, "factor", was[id].factor, zone.factor, "factor"),), pay=True,
                message_without_pay=f"The pay in the zone {' '.join(zone.name.plain.split())} changes from {day(pair.effective)}.",
                reaches=reached(pairing.after, new),
            )  # fmt: skip


def reached(framework: Framework, structure: PayStructure) -> tuple[str, ...]:
    """The keys of the levels whose band comes from a structure today or on its later date."""
    return tuple(
        dict.fromkeys(
            band.level for pay in framework.pay if pay.structure.place == structure.place for band in pay.bands
        )
    )


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return listed(f"`{one}`" for one in value) or "not limited to families"
    return f"`{value}`" if value is not None else "not given"
