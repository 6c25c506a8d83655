"""Amounts, ratings and numbers of reports as people type them: exact, or a reason why not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.edit.amounts import Misread, amount, currency_in, reports
from ladderc.edit.ratings import read_rating

AMOUNTS = [
    ("54000", "54000"), ("1,200.50", "1200.50"), ("1.200,50", "1200.50"), ("€ 54 000", "54000"), ("54.000 €", "54000"),
    ("54,000", "54000"), ("1,234,567", "1234567"), ("54'000.–", "54000"), ("54’000", "54000"), ("EUR 54k", "54000"),
    ("54.5K", "54500.0"), ("€54\u00a0000,00", "54000.00"), ("54 000,-", "54000"), ("0.5", "0.5"), ("12,5", "12.5"),
    ("54000.125", "54000.125"), ("0", "0"), ("0.125", "0.125"), (".5", "0.5"), ("eur54000", "54000"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), AMOUNTS)
def test_an_amount_is_read_exactly(written: str, meant: str) -> None:
    assert str(amount(written, "EUR", False)) == meant


NO_AMOUNTS = [
    ("n/a", "is no amount"), ("-", "is no amount"), ("50-60", "is no amount"), ("(1,200)", "is no amount"),
    ("-500", "is no amount"), ("12%", "is no amount"), ("1,20,300", "is no amount"), ("1.2.3", "is no amount"),
    ("1,200.5,0", "is no amount"), ("54000 a year", "is no amount"), ("٣٤", "is no amount"), ("1e5", "is no amount"),
    ("$ 54,000", "is not in EUR"), ("54000 GBP", "is not in EUR"), ("1'2.5", "is no amount"),
    ("1" * 19, "has more digits than pay has"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "why"), NO_AMOUNTS)
def test_what_is_no_amount_is_never_guessed_at(written: str, why: str) -> None:
    assert amount(written, "EUR", False) == Misread(why)


def test_a_sign_that_several_currencies_share_is_taken_for_each() -> None:
    assert amount("$54,000", "CAD", False) == Decimal(54000)
    assert amount("kr 54.000", "NOK", False) == Decimal(54000)
    assert amount("$54,000", "EUR", False) == Misread("is not in EUR")


def test_hourly_pay_with_one_sign_before_three_digits_can_mean_two_things() -> None:
    assert amount("15.125", "EUR", True) == Misread(
        "can mean thousands or thousandths: write it without a sign between its digits, or with two decimals"
    )
    assert amount("15.12", "EUR", True) == Decimal("15.12")
    assert amount(Decimal("15.125"), "EUR", True) == Decimal("15.125")


def test_a_number_of_a_spreadsheet_is_taken_as_it_is() -> None:
    assert amount(Decimal("54.125"), "EUR", False) == Decimal("54.125")
    assert amount(Decimal(-1), "EUR", False) == Misread("is below zero, which no pay is")


@given(st.decimals(0, 10**9, places=2), st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("'", ".")]))
def test_an_amount_in_any_country_s_way_is_read_back(value: Decimal, way: tuple[str, str]) -> None:
    group, point = way
    text = f"{value:,.2f}".replace(",", "G").replace(".", point).replace("G", group)
    assert amount(text, "EUR", False) == value


@pytest.mark.parametrize(
    ("cell", "currency"),
    [("€ 5", "EUR"), ("5 CHF", "CHF"), ("$5", "USD"), ("5", None), ("5 apples", None), (Decimal(5), None)],
)
def test_the_currency_of_a_cell_is_known(cell: str, currency: str | None) -> None:
    assert currency_in(cell) == currency


@pytest.mark.parametrize(
    ("written", "meant"),
    [("6", (6, 6)), (Decimal("6.0"), (6, 6)), ("3-8", (3, 8)), ("3 – 8", (3, 8)), ("3 to 8", (3, 8)), ("5+", (5, None)),
     ("≥ 5", (5, None)), ("up to 8", (None, 8)), ("None", (0, 0))],
)  # fmt: skip
def test_reports_are_read(written: str | Decimal, meant: tuple[int | None, int | None]) -> None:
    assert reports(written) == meant


@pytest.mark.parametrize("written", ["8-3", "a team", "2026-03-08", Decimal("1.5"), "-3"])
def test_what_is_no_number_of_reports_is_refused(written: str | Decimal) -> None:
    assert reports(written) == Misread("is no number of reports such as `6`, `3-8` or `5+`")


SCALE = ("Aware", "Able", "Expert")


@pytest.mark.parametrize(
    ("cell", "scale", "rating"),
    [("able", SCALE, "Able"), ("2", SCALE, "Able"), (Decimal("3.0"), SCALE, "Expert"), ("2", (), Decimal(2)),
     ("2,5", (), Decimal("2.5")), (Decimal(100), (), Decimal(100))],
)  # fmt: skip
def test_a_rating_is_a_word_of_the_scale_or_a_number(cell: str, scale: tuple[str, ...], rating: object) -> None:
    assert read_rating(cell, scale) == rating


@pytest.mark.parametrize(
    ("cell", "scale", "why"),
    [
        ("Expart", SCALE, "is not on the scale; `Expert` is"),
        ("Guru", SCALE, "is not on the scale of `Aware`, `Able` or `Expert`"),
        ("4", SCALE, "is not on the scale of `Aware`, `Able` or `Expert`"),
        ("101", (), "is no number from 0 to 100"),
        (Decimal(-1), (), "is no number from 0 to 100"),
    ],
)
def test_a_rating_off_the_scale_is_refused(cell: str, scale: tuple[str, ...], why: str) -> None:
    assert read_rating(cell, scale) == Misread(why)
