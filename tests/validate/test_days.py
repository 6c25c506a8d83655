"""Which days may be meant by a date that is not written year-month-day."""

from __future__ import annotations

import pytest

from ladderc.wording.days import days_meant


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2026/1/9", ("2026-01-09",)),
        ("13/01/2026", ("2026-01-13",)),
        ("01/13/2026", ("2026-01-13",)),
        ("13-01-2026", ("2026-01-13",)),
        ("3/3/2026", ("2026-03-03",)),
        ("3/4/2026", ("2026-04-03", "2026-03-04")),
        ("3.4.2026", ("2026-04-03",)),
        ("30.06.2027", ("2027-06-30",)),
        ("1 January 2026", ("2026-01-01",)),
        ("January 1st, 2026", ("2026-01-01",)),
        ("1. März 2026", ("2026-03-01",)),
        ("1st of Sept. 2026", ("2026-09-01",)),
        ("1-Jan-2026", ("2026-01-01",)),
    ],
)
def test_what_may_be_meant(written: str, days: tuple[str, ...]) -> None:
    assert days_meant(written) == days


@pytest.mark.parametrize(
    "written",
    ["31/02/2026", "13/13/2026", "1/2-2026", "3/4/26", "1 Foo 2026", "soon", "", "2026", "0001-01-01", "٣/٤/2026"],
)
def test_no_day_is_guessed(written: str) -> None:
    assert days_meant(written) == ()
