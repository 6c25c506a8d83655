"""Two figures of pay that would fit if one of them had a digit more or less: somebody may have mistyped it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

TEN = 10
WIDEST = Fraction(2)
"""How many times the one a second figure of the same band is at most, by any practice."""


def digit_question(low: Decimal, high: Decimal, amount: Callable[[Decimal], str], most: Fraction = WIDEST) -> str:
    """The line that asks whether a digit is missing, with its line end; empty where a factor of ten explains nothing.

    ``high`` should be 1 to ``most`` times ``low``; ``amount`` prints a figure. Which of the two is odd, nobody can tell.
    """
    if low <= 0 or high <= 0:
        return ""
    times = Fraction(high) / Fraction(low)
    if 1 <= times * TEN <= most:
        less, more = high, low
    elif 1 <= times / TEN <= most:
        less, more = low, high
    else:
        return ""
    return f"Is a digit missing in {amount(less)}, or is there one too many in {amount(more)}?\n"
