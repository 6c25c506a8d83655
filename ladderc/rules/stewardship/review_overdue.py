"""The framework was looked at again within the time that it sets itself.

Why
---
Pay moves, laws change, a new kind of work appears, and a framework that nobody rereads drifts back to the old ladder.
Drift is quiet: no one decides it, and those who lose by it are the last to know.
A day in the calendar is the cheapest way to notice.

Source
------
D: "regular audits"; the article blames "outdated HR policies".
Twelve months, where `review_every_months` does not say otherwise, are our own choice; falling behind is then only a note.
The day of review counts as written in `reviewed`, and the last day of the time counts as within it.
Without that date nobody can tell that a review took place, so it counts as overdue.

Bad
---
    # framework.yaml
    reviewed: "2025-09-01"  # <- here
    review_every_months: 12

Good
----
    # framework.yaml
    reviewed: "2026-09-01"
    review_every_months: 12

When to waive
-------------
When a review is under way, with the day on which it ends.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.phrases import counted
from ladderc.wording.numbers import english_day


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the framework."""
    framework = case.framework
    promised = framework.review_every_months
    months = promised or int(case.number("months"))
    figures = (Figure("time between reviews", months, "months", "limit"),)
    late = _late(case, months)
    if late is None:
        yield case.holds(figures=figures)
        return
    if framework.reviewed:
        place = framework.at("reviewed")
    else:
        place = framework.at("review_every_months") if promised else framework.place
    pace = f"every {counted(months, 'month') if months > 1 else 'month'}"
    message = "\n".join(
        (
            late,
            f"Expected a review {pace}{'' if promised else ', since framework.yaml names no other time'}.",
            "Go through the framework with those who use it, then write the day as `reviewed` in framework.yaml.",
        )
    )
    yield case.fails(message, place, figures=figures, severity=None if promised else Severity.NOTE)


def _late(case: Case, months: int) -> str | None:
    """What is wrong with the last review; None where it lies within its time."""
    if case.framework.reviewed is None:
        return "Nothing says when the framework was last reviewed."
    reviewed = datetime.date.fromisoformat(case.framework.reviewed)
    today = datetime.date.fromisoformat(case.today)
    due = months_after(reviewed, months)
    if reviewed > today:
        return f"The last review is dated {english_day(reviewed)}, which is still to come."
    if today > due:
        return f"The framework was last reviewed on {english_day(reviewed)}; the next was due by {english_day(due)}."
    return None


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or its last day where the month is shorter."""
    import calendar  # nothing else in a check needs it

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(year, datetime.MAXYEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    scope="framework",
    settings=(Setting("months", 12, "How many months may pass where `review_every_months` is not written."),),
)
