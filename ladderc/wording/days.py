"""The days that somebody may have meant who wrote a date in the way of their own country."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    ("january", "januar", "jan"),
    ("february", "februar", "feb"),
    ("march", "märz", "maerz", "mar", "mär"),
    ("april", "apr"),
    ("may", "mai"),
    ("june", "juni", "jun"),
    ("july", "juli", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oktober", "oct", "okt"),
    ("november", "nov"),
    ("december", "dezember", "dec", "dez"),
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DAY_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|[.])?[- ]+(?:of )?([^\W\d]+)[.]?,?[- ]+([0-9]{4})")
_MONTH_NAMED = re.compile(r"([^\W\d]+)[.]?[- ]+([0-9]{1,2})(?:st|nd|rd|th)?,?[- ]+([0-9]{4})")


def days_meant(written: str) -> tuple[str, ...]:
    """Each ISO day that ``written`` may stand for: one for ``13/01/2026``, two for ``3/4/2026``, none for ``soon``.

    With dots the day stands first, as everywhere where dots are written.
    """
    text = " ".join(written.split())
    if found := _YEAR_FIRST.fullmatch(text):
        return _days((found[1], found[2], found[3]))
    if found := _YEAR_LAST.fullmatch(text):
        day_first, month_first = (found[4], found[3], found[1]), (found[4], found[1], found[3])
        return _days(day_first) if found[2] == "." else _days(day_first, month_first)
    if found := _DAY_NAMED.fullmatch(text):
        return _days((found[3], found[2], found[1]))
    if found := _MONTH_NAMED.fullmatch(text):
        return _days((found[3], found[1], found[2]))
    return ()


def _days(*readings: tuple[str, str, str]) -> tuple[str, ...]:
    """The readings (year, month, day) that the calendar has, each once."""
    days: list[str] = []
    for year, month, day in readings:
        number = int(month) if month.isdecimal() else _NUMBER.get(month.casefold(), 0)
        try:
            found = datetime.date(int(year), number, int(day)).isoformat()
        except ValueError:
            continue
        if found not in days and not found.startswith("0"):
            days.append(found)
    return tuple(days)
