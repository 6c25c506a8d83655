"""The band in the middle of several, and which bands can be divided by."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ladderc.model.pay import Band
from ladderc.rules.bands import median_band, sound
from ladderc.span import Place


def band(low: int, middle: int | None, high: int | None) -> Band:
    known = [None if value is None else Decimal(value) for value in (middle, high)]
    return Band("G5", Decimal(low), known[0], known[1], True, None, None, None, Place("pay/2026.yaml"))


@pytest.mark.parametrize(
    ("minimums", "median"),
    [((5,), 5), ((5, 9), 7), ((9, 1, 2), 2), ((1, 2, 4, 40), 3), ((40, 1, 3, 2, 50), 3)],
)
def test_the_middle_of_several_is_that_of_their_order(minimums: tuple[int, ...], median: int) -> None:
    found = median_band([band(low, low * 2, low * 3) for low in minimums])
    assert found == band(median, median * 2, median * 3)


def test_where_one_of_several_is_open_so_is_the_middle() -> None:
    found = median_band([band(1, 2, 3), band(2, 4, None), band(3, None, 9)])
    assert found == band(2, None, None)


@pytest.mark.parametrize("good", [band(1, 2, 3), band(1, None, None), band(3, 2, 1)])
def test_a_band_of_amounts_can_be_divided_by(good: Band) -> None:
    assert sound(good)


@pytest.mark.parametrize("bad", [band(0, 2, 3), band(1, 0, 3), band(1, 2, 0), band(-1, 2, 3)])
def test_a_band_with_nothing_in_it_cannot(bad: Band) -> None:
    assert not sound(bad)
