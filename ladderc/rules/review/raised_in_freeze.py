"""While a review of people is under way, nothing comes to ask for more.

Why
---
In the weeks in which people are judged by a level's text, the text has to stand still. A demand that is added on the
way is one that nobody could prepare for, and whoever is turned down because of it will say so, rightly. The firm writes
the time down as `freeze` in framework.yaml.

Source
------
D: "transparent communication".
That expectations stand still during a review is our own demand.

Bad
---
    # framework.yaml
    freeze: {from: 2026-11-01, to: 2026-12-15, why: The autumn round of promotions}
    # tracks/specialist.yaml
    levels:
      - id: S6
        promotion: {min_months: 48}  # <- here

Good
----
    # framework.yaml
    freeze: {from: 2027-02-01, to: 2027-03-15, why: The spring round of promotions}
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Senior Staff Engineer

When to waive
-------------
Acknowledge it in acks.yaml where a law leaves no choice, and tell the people concerned first.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.model.catalogue import Freeze
from ladderc.model.change import Change
from ladderc.rules.base import Case, rule
from ladderc.rules.reviewed import anchor, in_order
from ladderc.wording.numbers import english_day

RAISING = frozenset({
    "expectation-added", "expectation-raised", "rating-raised", "duty-added", "metric-target-raised",
    "promotion-bar-raised", "grade-lowered", "expectation-moved-up", "expectation-moved-down", "expectation-moved-across",
})  # fmt: skip
"""Kinds of change after which the same people have more to show."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a change that asks for more on a day of the frozen time; lifting it in the same change does not help."""
    frozen = [
        freeze
        for freeze in (case.framework.freeze, case.reviewed.before.freeze)
        if freeze and freeze.start <= case.today <= freeze.end
    ]
    if not frozen:
        yield case.holds()
        return
    raised = (
        change
        for change in case.reviewed.changes
        if change.kind in RAISING and change.impact in ("worse", "unclear")  # nobody is asked for more in a draft
    )
    failing = [_verdict(case, change, frozen[0]) for change in raised]
    yield from failing or [case.holds()]


def _verdict(case: Case, change: Change, freeze: Freeze) -> Verdict:
    why = f" ({' '.join(freeze.why.plain.split()).removesuffix('.')})" if freeze.why else ""
    first, last = (english_day(datetime.date.fromisoformat(day)) for day in (freeze.start, freeze.end))
    return case.fails(
        f"{change.message}\nNothing may ask for more from {first} to {last}{why}.\n"
        f"Wait until after {last}, or acknowledge it in acks.yaml with the reason.",
        anchor(change, case.framework),
        *in_order(change.subjects),
        discriminator=f"{change.kind} {change.thing}",
    )


RULE = rule(__name__, check, severity=Severity.ERROR, scope="review")
