"""When two figures of pay make one ask whether a digit was lost, and when they cannot be compared at all."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from ladderc.rules.lost_digit import digit_question


def asked(low: int, high: int, most: Fraction = Fraction(2)) -> str:
    return digit_question(Decimal(low), Decimal(high), lambda value: f"£{value}", most)


@pytest.mark.parametrize(
    ("low", "high", "less", "more"),
    [
        (60000, 8600, 8600, 60000),
        (6000, 86000, 6000, 86000),
        (6000, 60000, 6000, 60000),
        (6000, 120000, 6000, 120000),
        (60000, 12000, 12000, 60000),
    ],
)
def test_a_factor_of_ten_that_explains_the_gap_is_asked_about(low: int, high: int, less: int, more: int) -> None:
    assert asked(low, high) == f"Is a digit missing in £{less}, or is there one too many in £{more}?\n"


@pytest.mark.parametrize(
    ("low", "high"),
    [(60000, 86000), (60000, 60000), (6000, 59999), (6000, 120001), (0, 86000), (60000, 0), (-60000, 6000), (0, 0)],
)
def test_what_it_does_not_explain_is_not(low: int, high: int) -> None:
    assert asked(low, high) == ""


def test_the_widest_step_is_that_of_the_rule_that_asks() -> None:
    assert asked(6000, 100000, Fraction(3, 2)) == ""
    assert asked(6000, 90000, Fraction(3, 2)) != ""
