"""Changes of how success at a level is measured."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.model.change import Change, Wording
from ladderc.model.level import Level, Metric
from ladderc.model.text import Text
from ladderc.review.matching import matched
from ladderc.review.naming import change, named, now_and_before, of_level, shown
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import likeness, same, wordings

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def changes(pairing: Pairing) -> Iterator[Change]:
    """Metrics that came, went, or measure something else, at levels that were there before and still are."""
    for old, new in pairing.levels.pairs:
        yield from _level(pairing, old, new)


def _level(pairing: Pairing, old: Level, new: Level) -> Iterator[Change]:
    name, subject, own = named(pairing.after, new), of_level(pairing.after, new), (new.key,)
    found = matched(old.metrics, new.metrics, (_name,), _likeness)
    for metric in found.gone:
        message = f"{name} is not measured by {shown(metric.name, pairing.before)} any more."
        yield change(
            "metric-removed", subject, message, metric.place, gone=True, thing=_position(old, metric), reaches=own,
            wordings=wordings(metric.name, None),
        )  # fmt: skip
    for metric in found.new:
        message = f"{name} is measured by {shown(metric.name, pairing.after)} now."
        yield change(
            "metric-added", subject, message, metric.place, thing=_position(new, metric), reaches=own,
            wordings=wordings(None, metric.name),
        )  # fmt: skip
    for was, is_ in found.pairs:
        yield from _metric(pairing, new, was, is_)


def _metric(pairing: Pairing, level: Level, was: Metric, is_: Metric) -> Iterator[Change]:
    subject = of_level(pairing.after, level)
    more = {"thing": _position(level, is_), "reaches": (level.key,)}
    called = f"{shown(is_.name, pairing.after)} of {named(pairing.after, level)}"
    if targets := wordings(was.target, is_.target):
        harder = _harder(was, is_)
        kind = "metric-reworded" if harder is None else "metric-target-raised" if harder else "metric-target-lowered"
        old = shown(was.target, pairing.before) if was.target else ""
        message = now_and_before(f"The target of {called}", shown(is_.target, pairing.after) if is_.target else "", old)
        place = is_.place
        yield change(kind, subject, message, place, wordings=targets, **{**more, "thing": f"{more['thing']}/target"})
    words = wordings(was.name, is_.name)
    others = [
        field
        for field in ("type", "about", "unit", "direction", "source", "cadence")
        if not _same(getattr(was, field), getattr(is_, field))
    ]
    if words or others:
        what = " and ".join(f"`{field}`" for field in (["name"] if words else []) + others)
        message = f"The metric {called} is described differently: {what}."
        described = words + tuple(
            wording for field in others for wording in _wordings(getattr(was, field), getattr(is_, field))
        )
        yield change("metric-reworded", subject, message, is_.place, wordings=described, **more)


def _harder(was: Metric, is_: Metric) -> bool | None:
    """Whether the target is harder now; None where that cannot be told from one number and a direction."""
    old, new = _number(was.target), _number(is_.target)
    if old is None or new is None or old == new or was.direction != is_.direction:
        return None
    if is_.direction == "up":
        return new > old
    return new < old if is_.direction == "down" else None


def _number(text: Text | None) -> Decimal | None:
    found = _NUMBER.findall(text.plain) if text else []
    return Decimal(found[0].replace(",", ".")) if len(found) == 1 else None


def _name(metric: Metric) -> Hashable:
    return metric.name


def _likeness(one: Metric, other: Metric) -> Fraction:
    return likeness(one.name, other.name)


def _position(level: Level, metric: Metric) -> str:
    return str(level.metrics.index(metric) + 1)


def _same(was: object, is_: object) -> bool:
    if isinstance(was, Text) and isinstance(is_, Text):
        return same(was, is_)
    return was == is_


def _wordings(was: object, is_: object) -> tuple[Wording, ...]:
    """What a field said and says: a text in each of its languages, a word of the language as it is."""
    if isinstance(was, str) or isinstance(is_, str):
        return (Wording("", str(was or ""), str(is_ or "")),)
    return wordings(was if isinstance(was, Text) else None, is_ if isinstance(is_, Text) else None)
