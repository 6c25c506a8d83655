"""The words for what happened to bands, bonus and equity: which figure moved, which way and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ladderc.model.change import Amount
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import share

_VERBS = {"raised": "rises", "lowered": "falls"}


def said_of(kind: str, direction: str, where: str, figures: tuple[Amount, ...]) -> str:
    """What happened to the bands of ``where``, as a sentence goes on after its date."""
    what, _, fate = kind.rpartition("-")
    if what in ("bonus", "equity") and fate in _VERBS:
        return _extra(what, fate, where, [amount for amount in figures if amount.field == what])
    if what == "band" and fate in _VERBS:
        field = _field(what, figures)
        moved = [amount for amount in figures if amount.field == field]
        noun = {"min": "minimum", "midpoint": "midpoint", "max": "maximum"}[field]
        if any(amount.after is None for amount in moved):
            return f"there is no {noun} any more for {where}"
        if any(amount.before is None for amount in moved):
            return f"there is a {noun} for {where}"
        return f"the {noun} {_VERBS[fate]}{_growth(moved)} for {where}"
    if what == "pay-exception" and fate in ("added", "removed"):
        own = (
            f"a band of its own is written for {where}"
            if fate == "added"
            else f"the band of its own is gone for {where}"
        )
        by = _growth([amount for amount in figures if amount.field == _field("band", figures)])
        then = {
            "raised": f", which is a rise{by and ' of' + by}",
            "lowered": f", which is a fall{by and ' of' + by}",
            "same": ", with the figures it had" if fate == "added" else ", and the figures stay",
        }
        return f"{own}{then.get(direction, '')}"
    if kind == "pay-exception-reworded":
        return f"the reason for the band of {where} is worded differently"
    if kind == "market-updated":
        return f"the market figures for {where} are updated"
    if what == "band" and fate in ("added", "removed"):
        return f"a band is written for {where}" if fate == "added" else f"the band is gone for {where}"
    return f"the band is {fate} for {where}"


def _extra(what: str, fate: str, where: str, figures: list[Amount]) -> str:
    """A bonus or equity that came, went, rose or fell."""
    if all(not amount.before for amount in figures):
        return f"there is {'a bonus' if what == 'bonus' else what} for {where}"
    if all(not amount.after for amount in figures):
        return f"there is no {what} any more for {where}"
    if what == "equity":
        return f"equity {_VERBS[fate]}{_growth(figures)} for {where}"
    steps = {(amount.before or Decimal(0), amount.after or Decimal(0)) for amount in figures}
    by = " from {} to {}".format(*map(share, map(Fraction, steps.pop()))) if len(steps) == 1 else ""
    return f"the bonus {_VERBS[fate]}{by} for {where}"


def _field(what: str, figures: tuple[Amount, ...]) -> str:
    """The figure by which a rise is told: the midpoint where it moved."""
    if what != "band":
        return what
    fields = [amount.field for amount in figures]
    return next((field for field in ("midpoint", "max", "min") if field in fields), "midpoint")


def _growth(figures: list[Amount]) -> str:
    """How much figures rise or fall: `` 31 %``, `` 28 to 33 %``; empty where a share says nothing."""
    shares = [abs(amount.growth) for amount in figures if amount.growth is not None]
    if not shares or len(shares) < len(figures):
        return ""
    low, high = (_percent(share) for share in (min(shares), max(shares)))
    return f" {low} %" if low == high else f" {low} to {high} %"


def _percent(share: Decimal) -> str:
    """Whole percent; tenths below ten, where they matter."""
    step = Decimal(1) if share >= Decimal("0.1") else Decimal("0.1")
    value = (share * 100).quantize(step, rounding=ROUND_HALF_UP)
    return f"{value:f}".removesuffix(".0")


def span(grades: Sequence[str]) -> str:
    """Grades in a row as people say them: `G4 to G6`, or one and another by name."""
    return f"{grades[0]} to {grades[-1]}" if len(grades) > 2 else listed(grades)
