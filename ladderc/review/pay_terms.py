"""Changes of a pay file's terms: its date, currency, period, hours, rounding and zones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ladderc.finding import Subject
from ladderc.model.change import Amount, Change, Impact
from ladderc.model.framework import Framework
from ladderc.model.pay import PayStructure, Zone
from ladderc.review.naming import change, now_and_before
from ladderc.review.pairing import Pairing
from ladderc.review.pay_files import PayPair
from ladderc.review.pay_periods import alike
from ladderc.rules.phrases import family_name, listed
from ladderc.wording.numbers import english_day

_TERMS = ("currency", "period", "effective", "families", "model", "hours_per_week", "round", "policy_percentile")
_MEANS: dict[str, tuple[Impact, str]] = {
    "currency": ("unclear", "Amounts in another currency do not compare as they stand."),
    "period": (
        "unclear",
        "Without the hours of a week, pay by the hour does not compare with pay by the month or year.",
    ),
    "effective": ("unclear", "Whether an earlier or a later day is better depends on what held before."),
    "families": ("neutral", "Others than before are paid by it; what that means for their bands is listed."),
    "model": ("unclear", "Within the band, pay is found in another way."),
    "hours_per_week": ("unclear", "The same pay is for more or fewer hours."),
    "round": ("neutral", "Amounts are rounded differently."),
    "policy_percentile": ("neutral", "It says how high in the market the firm means to pay."),
}
"""What another value of a term means for the people paid, and why."""

_SECRET = ("hours_per_week", "round", "policy_percentile")
"""Terms that say something of how much is paid; the others say to whom, since when and in what."""


def terms(pairing: Pairing, pair: PayPair) -> Iterator[Change]:
    """Files that came or went, and what is different about those that stayed."""
    if pair.added and pair.new:
        yield _file("pay-file-added", pairing.after, pair.new, "is new; it holds from")
    if pair.removed and pair.old:
        yield _file("pay-file-removed", pairing.before, pair.old, "is gone; it held from")
    if pair.old and pair.new:
        yield from _changed(pairing, pair, pair.old, pair.new)
        yield from _zones(pairing, pair, pair.old, pair.new)


def whose(framework: Framework, structure: PayStructure) -> str:
    """For whom a structure holds: ``Engineering``, ``every family``, ``every other family``."""
    names = [family_name(framework.families[id]) for id in structure.families if id in framework.families]
    if names:
        return listed(names)
    named = {id for other in framework.pay_structures for id in other.families}
    return "every other family" if named else "every family"


def _for(framework: Framework, structure: PayStructure) -> str:
    """`` for Engineering``; empty in a firm with one family."""
    return f" for {whose(framework, structure)}" if len(framework.families) > 1 else ""


def pay_subjects(structure: PayStructure) -> tuple[Subject, ...]:
    """The families that a structure names; the framework where it names none."""
    return tuple(Subject(family=id) for id in structure.families) or (Subject(),)


def day(iso: str) -> str:
    """An ISO date in full."""
    return english_day(datetime.date.fromisoformat(iso))


def _file(kind: str, framework: Framework, structure: PayStructure, said: str) -> Change:
    message = f"The pay file{_for(framework, structure)} {said} {day(structure.effective)}."
    return change(
        kind, pay_subjects(structure), message, structure.place,
        gone=kind == "pay-file-removed", thing=structure.effective, effective=structure.effective,
    )  # fmt: skip


def _changed(pairing: Pairing, pair: PayPair, old: PayStructure, new: PayStructure) -> Iterator[Change]:
    same_file = not (pair.added or pair.removed)
    about = f"the pay{_for(pairing.after, new)} from {day(pair.effective)}"
    for field in _TERMS:
        was, is_ = getattr(old, field), getattr(new, field)
        if was == is_ or (field in ("effective", "families") and not same_file):
            continue
        more: dict[str, Any] = {"impact": _MEANS[field][0], "reason": _MEANS[field][1]}
        if field == "period" and alike(pair):
            more = {
                "impact": "neutral",
                "reason": "Amounts are compared by the year, so that only real rises and falls are listed.",
            }
        if field in _SECRET:
            more |= {"pay": True, "message_without_pay": f"The terms of {about} are written differently."}
        if field in ("currency", "period"):
            more["reaches"] = reached(pairing.before, old) if pair.removed else reached(pairing.after, new)
        message = now_and_before(f"`{field}` of {about}", _said(is_), _said(was))
        if field == "effective":
            message = f"The pay{_for(pairing.after, new)} holds from {day(is_)} now; it held from {day(was)}."
        elif field == "families":
            holders = whose(pairing.after, new), whose(pairing.before, old)
            message = f"The pay from {day(pair.effective)} holds for {holders[0]} now; it held for {holders[1]}."
        yield change(
            "pay-terms-changed", pay_subjects(new), message, new.place, thing=field, effective=pair.effective, **more
        )


def _zones(pairing: Pairing, pair: PayPair, old: PayStructure, new: PayStructure) -> Iterator[Change]:
    was, is_ = ({zone.id: zone for zone in side.zones} for side in (old, new))

    def one(kind: str, zone: Zone, said: str, *, gone: bool = False, **more: Any) -> Change:
        subjects = tuple(subject._replace(zone=zone.id) for subject in pay_subjects(new))
        name = " ".join(zone.name.in_language(pairing.after.locale).split())
        since = f"from {day(pair.effective)}"
        if more.get("pay"):
            more["message_without_pay"] = f"The pay in the zone {name} changes {since}."
        return change(
            kind, subjects, f"The zone {name} {said} {since}.", zone.place,
            gone=gone, thing=zone.id, effective=pair.effective, **more,
        )  # fmt: skip

    for id, zone in was.items():
        if id not in is_:
            more = {} if is_ else _alone(zone, 1 / zone.factor, reached(pairing.before, old))
            said = f"is gone, so that pay is not multiplied by {zone.factor} any more" if more else "is gone"
            yield one("zone-removed", zone, said, gone=not pair.removed, **more)
    for id, zone in is_.items():
        if id not in was:
            more = {} if was else _alone(zone, zone.factor, reached(pairing.after, new))
            said = f"is new and multiplies pay by {zone.factor}" if more else "is new"
            yield one("zone-added", zone, said, gone=pair.removed, **more)
        elif was[id].factor != zone.factor:
            kind = "zone-factor-raised" if zone.factor > was[id].factor else "zone-factor-lowered"
            yield one(
                kind, zone, f"multiplies pay by {zone.factor} instead of {was[id].factor}",
                amounts=(Amount(id, "factor", was[id].factor, zone.factor, "factor"),), pay=True,
                reaches=reached(pairing.after, new),
            )  # fmt: skip


def _alone(zone: Zone, times: Decimal, reaches: tuple[str, ...]) -> dict[str, Any]:
    """What a zone means where there are none on the other side, so that people there had, or will have, the whole band."""
    if zone.factor == 1:
        return {}
    impact, said = ("better", "rises") if times > 1 else ("worse", "falls")
    return {
        "impact": impact,
        "reason": f"Pay in this zone {said} against the bands as written.",
        "pay": True,
        "reaches": reaches,
    }


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
    return f"`{value}`" if value is not None else ""
