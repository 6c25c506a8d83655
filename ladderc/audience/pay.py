"""Pay as an audience may see it: lines for level pages, tables with bars for the pay page and the spreadsheets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from ladderc.audience.names import Names
from ladderc.model.pay import FamilyPay, PayException, ResolvedBand
from ladderc.view.pay import Bar, PayLine, PayRow, PayTable, Tick
from ladderc.wording.numbers import day, money, number, share
from ladderc.wording.terms import BECAUSE, PERIODS


class PayLines:
    """The pay lines of every level under the structures in force."""

    def __init__(self, names: Names) -> None:
        self._lines: dict[str, list[PayLine]] = {}
        for pay in names.framework.pay:
            if pay.later:
                continue
            for resolved in pay.bands:
                line = _line(names, pay, resolved)
                lines = self._lines.setdefault(resolved.level, [])
                if line not in lines:
                    lines.append(line)

    def of(self, level: str) -> tuple[PayLine, ...]:
        """The lines of a level key, one a zone; empty where it resolves to no band."""
        return tuple(self._lines.get(level, ()))


def pay_tables(names: Names) -> tuple[PayTable, ...]:
    """One table a family, structure and zone: those in force before later ones."""
    ordered = sorted(names.framework.pay, key=lambda pay: pay.later)
    return tuple(
        _table(names, pay, zone)
        for pay in ordered
        for zone in (tuple(zone.id for zone in pay.structure.zones) or (None,))
        if any(resolved.zone == zone for resolved in pay.bands)
    )


def _line(names: Names, pay: FamilyPay, resolved: ResolvedBand) -> PayLine:
    band, structure = resolved.band, pay.structure
    return PayLine(
        zone=_zone_name(names, pay, resolved.zone),
        min=_money(names, pay, band.min),
        midpoint=_money(names, pay, band.midpoint),
        max=_money(names, pay, band.max) or "no maximum",
        period=PERIODS[structure.period],
        bonus=_bonus(names, band.bonus),
        equity=_money(names, pay, band.equity),
        note=_exception(names, resolved.exception),
    )


def _table(names: Names, pay: FamilyPay, zone: str | None) -> PayTable:
    structure = pay.structure
    groups = _groups(names, pay, zone)
    top = max(resolved.band.max or resolved.band.midpoint or resolved.band.min for resolved, _ in groups)
    axis, ticks = _axis(names, pay, top)
    rows = tuple(_row(names, pay, resolved, levels, axis) for resolved, levels in groups)
    family = names.family(pay.family)
    zone_name = _zone_name(names, pay, zone)
    return PayTable(
        anchor="-".join(part for part in (pay.family, structure.effective, zone or "") if part).lower(),
        heading=", ".join(part for part in ("" if family.implied else family.name, zone_name) if part),
        family=family,
        zone=zone_name,
        currency=structure.currency,
        period=PERIODS[structure.period],
        effective=structure.effective,
        effective_text=day(datetime.date.fromisoformat(structure.effective), names.locale),
        later=pay.later,
        hours_per_week=number(structure.hours_per_week, names.locale) if structure.hours_per_week else "",
        has_bonus=any(row.bonus is not None for row in rows),
        has_equity=any(row.equity is not None for row in rows),
        has_market=any(row.market is not None for row in rows),
        has_exceptions=any(row.exception for row in rows),
        ticks=ticks,
        rows=rows,
    )


def _groups(names: Names, pay: FamilyPay, zone: str | None) -> list[tuple[ResolvedBand, list[str]]]:
    """Each band of a zone with the keys of the levels that share it, highest grade first."""
    groups: list[tuple[ResolvedBand, list[str]]] = []
    for resolved in pay.bands:
        if resolved.zone != zone:
            continue
        for known, levels in groups:
            if known.band == resolved.band and known.exception == resolved.exception:
                levels.append(resolved.level)
                break
        else:
            groups.append((resolved, [resolved.level]))
    for _, levels in groups:
        levels.sort(key=names.column)
    return sorted(groups, key=lambda group: (-names.framework.rank(group[0].band.grade), names.column(group[1][0])))


def _row(names: Names, pay: FamilyPay, resolved: ResolvedBand, levels: list[str], axis: Decimal) -> PayRow:
    band = resolved.band
    market = band.market.value if band.market and _market_is_of(pay, resolved) else None
    return PayRow(
        grade=names.grade(band.grade),
        levels=tuple(names.level(key) for key in levels),
        min=band.min,
        midpoint=band.midpoint,
        max=band.max,
        midpoint_worked_out=band.midpoint is not None and not band.midpoint_written,
        bonus=band.bonus,
        equity=band.equity,
        market=market,
        min_text=_money(names, pay, band.min),
        midpoint_text=_money(names, pay, band.midpoint),
        max_text=_money(names, pay, band.max) or "no maximum",
        bonus_text=_bonus(names, band.bonus),
        equity_text=_money(names, pay, band.equity),
        market_text=_money(names, pay, market),
        exception=_exception(names, resolved.exception),
        bar=_bar(resolved, axis),
    )


def _market_is_of(pay: FamilyPay, resolved: ResolvedBand) -> bool:
    """Whether the market figure was written for the band's zone: no factor turns one place's market into another's."""
    if resolved.exception and resolved.exception.zone == resolved.zone:
        return True
    return all(zone.factor == 1 for zone in pay.structure.zones if zone.id == resolved.zone)


def _bar(resolved: ResolvedBand, axis: Decimal) -> Bar:
    def at(amount: Decimal) -> int:
        return int(amount / axis * 1000)

    band = resolved.band
    middle = at(band.midpoint) if band.midpoint is not None else None
    return Bar(at(band.min), middle, at(band.max) if band.max is not None else 1000, band.max is None)


def _axis(names: Names, pay: FamilyPay, top: Decimal) -> tuple[Decimal, tuple[Tick, ...]]:
    """The length of the axis in money, and a tick at each round amount: four or five of them."""
    step = next(step for step in _round_steps(top) if top / step <= 5)
    count = int((top / step).to_integral_value(rounding=ROUND_CEILING))
    length = step * count
    return length, tuple(
        Tick(int(step * position / length * 1000), _money(names, pay, step * position)) for position in range(count + 1)
    )


def _round_steps(top: Decimal) -> Iterator[Decimal]:
    step = Decimal(1).scaleb(top.adjusted() - 1)
    while True:
        yield from (step, step * 2, step * 5)
        step *= 10


def _zone_name(names: Names, pay: FamilyPay, zone: str | None) -> str:
    return next((names.text(known.name) for known in pay.structure.zones if known.id == zone), "")


def _money(names: Names, pay: FamilyPay, amount: Decimal | None) -> str:
    return "" if amount is None else money(amount, pay.structure.currency, names.locale)


def _bonus(names: Names, bonus: Decimal | None) -> str:
    return "" if bonus is None else share(Fraction(bonus), names.locale)


def _exception(names: Names, exception: PayException | None) -> str:
    """Why a band differs from its grade's, as far as the audience may know."""
    if exception is None:
        return ""
    track = names.track(exception.track).name
    because = f" because of {BECAUSE[exception.because]}" if exception.because else ""
    reason = f": {names.text(exception.reason)}" if exception.reason else ""
    return f"A band of its own for {track}{because}{reason}"
