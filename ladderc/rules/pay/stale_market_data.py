"""Market figures are young enough to say what the market pays.

Why
---
Pay is compared with a market that moves.
A figure of three years ago makes every band look generous, and the people for whom it is not are the first to notice.

Source
------
D: "outdated HR policies".
The threshold is our own choice.
A month counts from its last day.
A file that is not yet in force is held against the day on which it will be.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        market: {value: 74000, percentile: 50, as_of: 2025-03, source: Pump makers' survey}  # <- here

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        market: {value: 74000, percentile: 50, as_of: 2025-05, source: Pump makers' survey}

When to waive
-------------
When the next survey is ordered and its date is known.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.pay import Market
from ladderc.rules.bands import Moment
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.pay_files import (
    NO_FILE,
    WrittenBand,
    band_name,
    field_of,
    pay_files,
    subjects_paid,
    told_elsewhere,
    written,
)
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import counted


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a pay file whose market figures are old or without a date, or one for the family."""
    files = pay_files(case)
    if not files:
        yield case.not_judged(NO_FILE, from_pay=True)
    for moment in files:
        yield from _file(case, moment)


def _file(case: Case, moment: Moment) -> Iterator[Verdict]:
    file = moment.structure.place.file
    bands = [(one, one.band.market) for one in written(moment) if one.band.market]
    dated = [(one, since) for one, market in bands if (since := _day(market))]
    if not dated:
        lacking = "`as_of` of the market figures" if bands else "`market`"
        yield case.not_judged(f"{lacking} in {file}", from_pay=True)
        return
    day = datetime.date.fromisoformat(max(case.today, moment.structure.effective))
    most = int(case.number("months"))
    old = [(one, since) for one, since in dated if _months_on(since, most) < day]
    undated = [one for one, market in bands if not _day(market)]
    oldest = min(since for _, since in dated)
    figures = (
        Figure("months since the oldest", _months_between(oldest, day), "months", "", pay=True),
        Figure("months", most, "months", "limit"),
    )
    if old or undated:
        elsewhere = told_elsewhere(case, moment, f"market figures of {file} of its own")
        yield elsewhere or _fails(case, moment, old, undated, figures)
    else:
        yield case.holds(figures=figures, from_pay=True)


def _fails(
    case: Case,
    moment: Moment,
    old: list[tuple[WrittenBand, datetime.date]],
    undated: list[WrittenBand],
    figures: tuple[Figure, ...],
) -> Verdict:
    file, most = moment.structure.place.file, counted(case.number("months"), "months")
    on = f" on the day it comes into force ({moment.structure.effective})" if moment.later else ""
    by_date: dict[str, list[WrittenBand]] = {}
    for one, _ in old:
        by_date.setdefault(one.band.market.as_of or "" if one.band.market else "", []).append(one)
    said = []
    if old:
        named = "; ".join(
            f"{as_of} for {listed(band_name(case.framework, moment, one) for one in bands)}"
            for as_of, bands in by_date.items()
        )
        said.append(f"Market figures in {file} are more than {most} old{on}: {named}.")
    if undated:
        names = listed(band_name(case.framework, moment, one) for one in undated)
        said.append(f"Market figures in {file} have no date: {names}.")
    mend = "Bring the figures up to date." if old else "Write `as_of`, the month that the figures are from."
    odd = [one for one, _ in old] or undated
    rest = [one for one in (*(one for one, _ in old), *undated) if one is not odd[0]]
    message = "\n".join((*said, mend))
    return case.fails(
        message,
        field_of(odd[0].band, "market"),
        *(subject for one in (odd[0], *rest) for subject in subjects_paid(case, moment, one)),
        figures=figures,
        related=tuple(
            Related(field_of(one.band, "market"), f"and that for {band_name(case.framework, moment, one)}")
            for one in rest
        ),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"Market figures in {file} are too old or have no date.\n{mend}",
    )


def _day(market: Market | None) -> datetime.date | None:
    """The day that a figure is from; the last one of a month."""
    if market is None or not market.as_of:
        return None
    parts = [int(part) for part in market.as_of.split("-")]
    year, month = parts[:2]
    return datetime.date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def _months_on(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months_between(first: datetime.date, last: datetime.date) -> int:
    """Whole months from one day to another, never below 0."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months - (last.day < first.day))


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    pay="always",
    settings=(Setting("months", 18, "How many months old a market figure is at most."),),
)
