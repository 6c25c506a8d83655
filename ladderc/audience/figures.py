"""Amounts before and after, as a table for those who may see what pay was."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ladderc.model.change import Amount, Change
from ladderc.view.history import Figure, FigureRow, Figures
from ladderc.wording.change_texts import AMOUNT_NAMES, AMOUNTS_CAPTION
from ladderc.wording.numbers import money, share
from ladderc.wording.terms import PERIODS


def figures(change: Change, locale: str, grade: str | None = None) -> Figures | None:
    """The amounts of a change of pay, a row a grade, or that of one grade alone; None where it has none."""
    amounts = [one for one in change.amounts if grade is None or one.at == grade] if change.pay else []
    if not amounts:
        return None
    fields = [field for field in AMOUNT_NAMES if any(one.field == field for one in amounts)]
    of = {(one.at, one.field): one for one in amounts}
    rows = tuple(
        FigureRow(at, tuple(_figure(of.get((at, field)), field, locale) for field in fields))
        for at in dict.fromkeys(one.at for one in amounts)
    )
    return Figures(_caption(amounts), tuple(AMOUNT_NAMES[field] for field in fields), rows)


def _figure(amount: Amount | None, field: str, locale: str) -> Figure | None:
    if amount is None:
        return None
    return Figure(
        AMOUNT_NAMES[field],
        _printed(amount.before, amount, locale),
        _printed(amount.after, amount, locale),
        _growth(amount, locale),
    )


def _printed(value: Decimal | None, amount: Amount, locale: str) -> str:
    if value is None:
        return ""
    return share(Fraction(value), locale) if amount.unit == "share" else money(value, _currency(amount), locale)


def _growth(amount: Amount, locale: str) -> str:
    """``+3.5 %``; of a share nothing, for a rise of 10 % from 10 % to 11 % says the wrong thing to most."""
    if amount.unit == "share" or not amount.growth:
        return ""
    return f"{'+' if amount.growth > 0 else '−'}{share(abs(Fraction(amount.growth)), locale)}"


def _caption(amounts: list[Amount]) -> str:
    period = next((one.unit.partition("/")[2] for one in amounts if one.unit != "share"), "")
    return AMOUNTS_CAPTION.format(period=PERIODS[period]) if period else AMOUNTS_CAPTION.partition(",")[0]


def _currency(amount: Amount) -> str:
    return amount.unit.partition("/")[0]
