"""What a value without quotes means, by the core schema of YAML 1.2, with numbers kept exact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

MOST_DIGITS = 18
"""Numbers of more digits are refused: no pay, count or share has them, and other programs round them."""

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER_STARTS = frozenset("0123456789+-.")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_BROKEN = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_UNREAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class Refused(NamedTuple):
    """A number that cannot be kept: the rule it breaks and the message to show."""

    rule: str
    message: str


def resolve(text: str) -> str | int | Decimal | bool | Refused | None:
    """The value that ``text``, written without quotes, stands for."""
    if not text or text[0] not in _NUMBER_STARTS:
        return _WORDS.get(text, text)
    if _WHOLE.fullmatch(text):
        if len(text) > MOST_DIGITS and len(text.lstrip("+-").lstrip("0")) > MOST_DIGITS:
            return _too_many_digits(text)
        # A great many leading zeros would stop int(), which refuses over 4,300 characters.
        return (
            int(text) if len(text) < 100 else int(text.lstrip("+-").lstrip("0") or "0") * (-1 if text[0] == "-" else 1)
        )
    if _BASED.fullmatch(text):
        number = int(text, 0)
        return number if number < 10**MOST_DIGITS else _too_many_digits(text)
    if _BROKEN.fullmatch(text):
        return _broken(text)
    if _UNREAL.fullmatch(text):
        return Refused(
            "not-a-number", f"`{_short(text)}` is not an amount.\nWrite a number such as `12.5`, or leave it out."
        )
    return text


def _broken(text: str) -> Decimal | Refused:
    digits, _, exponent = text.lower().partition("e")
    significant = digits.lstrip("+-").replace(".", "").lstrip("0")
    # Only a short exponent may reach Decimal, which raises on one of twenty figures.
    if len(significant) > MOST_DIGITS or len(exponent.lstrip("+-").lstrip("0")) > 4:
        return _too_many_digits(text)
    number = Decimal(text)
    reach = number.adjusted() if number else int(exponent or 0)
    if reach >= MOST_DIGITS or reach < -MOST_DIGITS:
        return _too_many_digits(text)
    return number


def _too_many_digits(text: str) -> Refused:
    return Refused(
        "too-many-digits",
        f"`{_short(text)}` has more than {MOST_DIGITS} digits when written out.\n"
        "Shorten the number, or put it in quotes if it is a text.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
