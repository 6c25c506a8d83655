"""Pay files whose amounts fit each other only if one of them is for another period than it says."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from ladderc.finding import Related
from ladderc.link.faults import Faults
from ladderc.model.kinds import Period
from ladderc.model.pay import PayStructure

_WEEKS, _USUAL_HOURS = 52, 40

_FAR = Fraction(4)
"""Pay that is so many times another's, at every grade, is no raise and no other market."""

_ALIKE = Fraction(3, 2)
"""Amounts that differ by no more at any grade may well be for one period."""

_DAYS = 2 * 366
"""Between files further apart than that, prices alone can do as much."""

_BESIDE = 20
"""Each file is compared with so many that follow it: thousands of files are no firm's."""


class _Question(NamedTuple):
    """A file that would be like another if it were for ``period``."""

    odd: PayStructure
    other: PayStructure
    period: Period
    far: Literal["above", "below"]


def question_periods(structures: Sequence[PayStructure], faults: Faults) -> None:
    """Ask about each file whose period explains why its pay is far from another's; of one file nobody can tell."""
    questions = list(_questions(structures))
    while questions:
        many = Counter(question.odd.place.file for question in questions)
        first = max(questions, key=lambda question: (many[question.odd.place.file], _order(question.odd)))
        _ask(first, faults)
        questions = [one for one in questions if first.odd not in (one.odd, one.other)]


def _order(structure: PayStructure) -> tuple[str, str]:
    return structure.effective, structure.place.file


def _questions(structures: Sequence[PayStructure]) -> Iterator[_Question]:
    in_order = sorted(structures, key=_order)
    for place, earlier in enumerate(in_order):
        for later in in_order[place + 1 : place + 1 + _BESIDE]:
            if earlier.currency != later.currency or _days_between(earlier, later) > _DAYS:
                continue
            if earlier.period == later.period and not _for_one_family(earlier, later):
                continue  # two families may have markets as far apart as that
            for odd, other in ((later, earlier), (earlier, later)):
                if question := _question(odd, other):
                    yield question


def _question(odd: PayStructure, other: PayStructure) -> _Question | None:
    """Whether another period would make the pay of ``odd`` like that of ``other`` at each grade that both have."""
    theirs = {band.grade: Fraction(band.min) for band in other.bands if band.min > 0}
    times = [Fraction(band.min) / theirs[band.grade] for band in odd.bands if band.grade in theirs and band.min > 0]
    if len(times) < 2:
        return None
    usual = _in_a_year(odd, odd.period) / _in_a_year(other, other.period)
    if not (min(times) * usual >= _FAR or max(times) * usual <= 1 / _FAR):
        return None
    for period in _ONE:
        instead = _in_a_year(odd, period) / _in_a_year(other, other.period)
        if period != odd.period and min(times) * instead >= 1 / _ALIKE and max(times) * instead <= _ALIKE:
            return _Question(odd, other, period, "above" if min(times) * usual >= _FAR else "below")
    return None


def _in_a_year(structure: PayStructure, period: Period) -> Fraction:
    hours = Fraction(structure.hours_per_week or Decimal(_USUAL_HOURS)) * _WEEKS
    in_a_year: Mapping[Period, Fraction] = {"year": Fraction(1), "month": Fraction(12), "hour": hours}
    return in_a_year[period]


def _days_between(earlier: PayStructure, later: PayStructure) -> int:
    first, last = (datetime.date.fromisoformat(one.effective) for one in (earlier, later))
    return (last - first).days


def _for_one_family(one: PayStructure, other: PayStructure) -> bool:
    return not one.families or not other.families or not set(one.families).isdisjoint(other.families)


def _ask(question: _Question, faults: Faults) -> None:
    odd, other, period, far = question
    file = other.place.file
    faults.report(
        "doubtful-period",
        f"{odd.place.file}: at every grade, its pay is far {far} that of {file}.\n"
        f"The two would be alike if its amounts were for {_ONE[period]} and not for {_ONE[odd.period]}.\n"
        f"Write `period: {period}` if they are, or look at the `period` of {file}.",
        odd.place._replace(route=("period",)),
        (Related(other.place._replace(route=("period",)), "the other one"),),
        loses=False,
    )


_ONE: Mapping[Period, str] = {"year": "a year", "month": "a month", "hour": "an hour"}
