"""Numbers, money, percentages and dates as a reader of one locale writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache

from ladderc.money import percent as percentage

_PER = {"year": "a year", "month": "a month", "hour": "an hour"}


def money(amount: Decimal, currency: str, locale: str = "en") -> str:
    """An amount in its currency, without cents where there are none: ``£96,000``."""
    from babel.numbers import format_currency, get_currency_precision  # only where pay is shown: 40 ms to import

    whole = amount == amount.to_integral_value()
    places = 0 if whole else get_currency_precision(currency)
    pattern = _currency_pattern(locale, places)
    return str(format_currency(amount, currency, pattern, locale=known_locale(locale), currency_digits=False))


def per(period: str) -> str:
    """What an amount is paid for: ``a year``."""
    return _PER[period]


def share(part: Fraction, locale: str = "en", places: int = 1) -> str:
    """A share as a percentage: ``90.1 %``, without the decimals when they are zero."""
    value = percentage(part, places)
    return f"{number(value, locale)} %"


def number(value: Decimal | int, locale: str = "en") -> str:
    """A number grouped and pointed as the locale does, without trailing zeros."""
    value = Decimal(value)
    if value == value.to_integral_value() and abs(value) < 1000:
        return str(int(value))
    from babel.numbers import format_decimal  # only for numbers that need grouping or a decimal sign

    places = max(0, -int(value.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(value, pattern, locale=known_locale(locale)))


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def english_day(date: datetime.date) -> str:
    """A date in full in the language of messages, without loading any tables: ``21 November 2026``."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def counted(count: Decimal | int, unit: str, locale: str = "en") -> str:
    """A number with its unit, which is given in the plural: ``1 level``, ``2 levels``, ``1 criterion``."""
    if count == 1:
        unit = {"criteria": "criterion"}.get(unit, unit.removesuffix("s"))
    return f"{number(count, locale)} {unit}".strip()


def day(date: datetime.date, locale: str = "en") -> str:
    """A date in full: ``21 November 2026``."""
    from babel.dates import format_date  # only for pages and messages that show a date

    return str(format_date(date, "long", locale=known_locale(locale)))


@cache
def known_locale(locale: str) -> str:
    """The locale's name as the number tables have it; English where they do not know it."""
    from babel import Locale  # see money()
    from babel.core import UnknownLocaleError

    for tag in (locale, locale.split("-")[0]):
        try:
            return str(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


@cache
def _currency_pattern(locale: str, places: int) -> str:
    from babel import Locale  # see money()

    pattern = Locale.parse(known_locale(locale)).currency_formats["standard"].pattern
    decimals = "." + "0" * places if places else ""
    return str(pattern.split(";")[0].replace(".00", decimals))
