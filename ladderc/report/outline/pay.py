"""A pay structure as facts: one line a band, so that a raise is one line with both ends of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ladderc.report.outline.facts import SIGN, entries_of, facts, natural, or_alone, said, some_facts

_STRUCTURE = ("name", "currency", "period", "effective", "families", "model", "round", "hours_per_week")
_PER = {"year": "a year", "month": "a month", "hour": "an hour"}
_AMOUNTS = ("min", "midpoint", "max")


def pay_facts(data: Mapping[str, Any]) -> Iterator[str]:
    """The structure's own fields, its zones, its bands in the order of the grades, its exceptions."""
    yield from some_facts("pay", data, _STRUCTURE, ("zones", "bands", "exceptions"))
    currency = f" {said(data['currency'])}" if "currency" in data else ""
    unit = f"{currency} {_PER.get(said(data['period']), '')}".rstrip() if "period" in data else currency
    yield from facts("zone", data["zones"]) if "zones" in data else ()
    for field, named in (("bands", _grade), ("exceptions", _exception)):
        bands = entries_of(data.get(field, []))
        if bands is None:
            yield from facts(field, data[field])
            continue
        for prefix, band in sorted(((named(band), band) for band in bands), key=lambda one: natural(one[0])):
            yield from or_alone(prefix, _band(prefix, band, currency, unit))


def _grade(band: Mapping[str, Any]) -> str:
    return said(band.get("grade"))


def _exception(band: Mapping[str, Any]) -> str:
    zone = f" in {said(band['zone'])}" if "zone" in band else ""
    return f"{said(band.get('grade'))} {said(band.get('track'))}{zone}"


def _band(prefix: str, band: Mapping[str, Any], currency: str, unit: str) -> Iterator[str]:
    amounts = [f"{field} {_amount(band[field])}" for field in _AMOUNTS if field in band]
    if amounts:
        yield f"{prefix}{SIGN}band: {', '.join(amounts)}{unit}"
    if "equity" in band:
        yield f"{prefix}{SIGN}equity: {_amount(band['equity'])}{currency} a year"
    yield from some_facts(prefix, band, ("bonus",), (*_AMOUNTS, "equity", "market", "grade", "track", "zone"))
    if "market" in band:
        market = band["market"]
        if isinstance(market, dict) and "value" in market:
            yield f"{prefix}{SIGN}market: {_amount(market['value'])}{unit}"
            yield from some_facts(f"{prefix}{SIGN}market", market, (), ("value",))
        else:
            yield from facts(f"{prefix}{SIGN}market", market)


def _amount(value: Any) -> str:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return said(value)
