"""Figures as people type them into cells: amounts of pay, ratings, numbers of reports."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ladderc.edit.table import Cell

SIGNS = {
    "€": ("EUR",), "£": ("GBP", "EGP", "LBP", "GIP"), "¥": ("JPY", "CNY"), "zł": ("PLN",), "Kč": ("CZK",),
    "kr": ("SEK", "NOK", "DKK", "ISK"), "Ft": ("HUF",), "₹": ("INR",), "₽": ("RUB",), "₺": ("TRY",), "₪": ("ILS",),
    "₩": ("KRW",), "R$": ("BRL",), "A$": ("AUD",), "C$": ("CAD",), "US$": ("USD",), "lei": ("RON",), "R": ("ZAR",),
    "Fr": ("CHF",), "Fr.": ("CHF",), "лв": ("BGN",), "₴": ("UAH",),
    "$": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "CLP", "COP"),
}  # fmt: skip
"""The signs of currencies, and the currencies that use each."""

_MOST_DIGITS = 18
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009\u2007]+")
_AMOUNT = re.compile(r"(?P<before>[^0-9.,'’-]*?)(?P<digits>[0-9.,'’]*[0-9])(?P<thousand>[kK]?)(?P<after>[^0-9]*)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<sign>[.,'’])[0-9]{3})(?:(?P=sign)[0-9]{3})*")
_SPAN = re.compile(r"([0-9]+)(?:-|–|—|to|bis|…|\.\.)([0-9]+)")
_LEAST = re.compile(r"(?:([0-9]+)\+|(?:>=|≥|min\.?|atleast|from)([0-9]+))")
_MOST = re.compile(r"(?:<=|≤|max\.?|upto|atmost)([0-9]+)")


class Misread(NamedTuple):
    """Why a cell holds no figure; completes "row 5: `x` …"."""

    why: str


def amount(cell: Cell, currency: str, hourly: bool) -> Decimal | Misread:
    """A cell as an exact amount above or equal to 0: ``1,200.50``, ``€ 54 000``, ``54k``.

    A sign of another currency than ``currency`` is refused.
    One point or comma before three digits parts thousands; for ``hourly`` pay it can mean either and is refused.
    """
    if isinstance(cell, Decimal):
        return _sized(cell)
    text = _BLANKS.sub("", cell)
    found = _AMOUNT.fullmatch(text)
    if not found:
        return Misread("is no amount")
    for sign in (found["before"], found["after"]):
        if sign and not _means(sign, currency):
            meant = _currency_of(sign)
            return Misread(f"is not in {currency}" if meant else "is no amount")
    number = _number(found["digits"], hourly)
    if number is None:
        return Misread("is no amount")
    if isinstance(number, Misread):
        return number
    return _sized(number * 1000 if found["thousand"] else number)


def currency_in(cell: Cell) -> str | None:
    """The currency that a cell's sign or letters name, the commonest where several use the sign."""
    if isinstance(cell, Decimal):
        return None
    found = _AMOUNT.fullmatch(_BLANKS.sub("", cell))
    return _currency_of(found["before"] or found["after"]) if found else None


def whole(cell: Cell) -> int | None:
    """A cell as a whole number from 0 on."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() and 0 <= cell < 10**_MOST_DIGITS else None
    return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) <= _MOST_DIGITS else None


def reports(cell: Cell) -> tuple[int | None, int | None] | Misread:
    """A number of direct reports: ``6``, ``3-8``, ``5+``, ``up to 8``, ``none``; as lowest and highest."""
    single = whole(cell)
    if single is not None:
        return single, single
    text = _BLANKS.sub("", cell if isinstance(cell, str) else format(cell, "f")).casefold()
    if text in ("none", "no", "keine"):
        return 0, 0
    if (found := _SPAN.fullmatch(text)) and int(found[1]) <= int(found[2]):
        return int(found[1]), int(found[2])
    if found := _LEAST.fullmatch(text):
        return int(found[1] or found[2]), None
    if found := _MOST.fullmatch(text):
        return None, int(found[1])
    return Misread("is no number of reports such as `6`, `3-8` or `5+`")


def _number(digits: str, hourly: bool) -> Decimal | Misread | None:
    """The number that digits with points, commas and apostrophes stand for; None where they stand for none."""
    signs = [letter for letter in digits if not letter.isdigit()]
    if not signs:
        return Decimal(digits)
    last = signs[-1]
    if grouped := _GROUPED.fullmatch(digits):
        if hourly and len(signs) == 1 and last in ".,":
            return Misread(
                "can mean thousands or thousandths: write it without a sign between its digits, or with two decimals"
            )
        if not digits.startswith("0"):
            return Decimal(digits.replace(grouped["sign"], ""))
        return Decimal(digits.replace(",", ".")) if len(signs) == 1 and last in ".," else None
    if last not in ".,":
        return None
    front, _, decimals = digits.rpartition(last)
    between = set(signs[:-1])
    if last in between or len(between) > 1 or not decimals:
        return None
    if between and not _GROUPED.fullmatch(front):
        return None
    plain = "".join(letter for letter in front if letter.isdigit())
    return Decimal(f"{plain or '0'}.{decimals}")


def _sized(number: Decimal) -> Decimal | Misread:
    if number < 0:
        return Misread("is below zero, which no pay is")
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or len(number.as_tuple().digits) > _MOST_DIGITS or abs(exponent) > _MOST_DIGITS:
        return Misread("has more digits than pay has")
    return number


def _means(sign: str, currency: str) -> bool:
    bare = sign.removesuffix(",-").removesuffix(".-").removesuffix(".–").removesuffix(",–")
    return not bare or bare.upper() == currency or currency in SIGNS.get(bare, ())


def _currency_of(sign: str) -> str | None:
    if sign in SIGNS:
        return SIGNS[sign][0]
    return sign.upper() if len(sign) == 3 and sign.isascii() and sign.isalpha() else None
