"""What makes things worse for the people at a level is said so, and somebody stands by it.

Why
---
A pull request shows lines, not people. A band that ends lower, a way back that is gone, a rung taken out: each may be
right, and each is felt by somebody who reads about it afterwards. The review names every one with the reason why it is
worse, and keeps it open until a person has acknowledged it by name.

Source
------
D: "transparent communication".
What counts as worse is our own judgement; each kind of change says why.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        recognition: [study-leave]  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Senior Staff Engineer

When to waive
-------------
Acknowledge it in acks.yaml, with what the people concerned were told.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.change import Change
from ladderc.rules.base import Case, rule
from ladderc.rules.reviewed import anchor, in_order


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a change that is worse for the people it reaches."""
    failing = [_verdict(case, change) for change in case.reviewed.changes if change.impact == "worse"]
    yield from failing or [case.holds(figures=(Figure("changes read", len(case.reviewed.changes), "changes"),))]


def _verdict(case: Case, change: Change) -> Verdict:
    ask = "Acknowledge it with the reason, or take it back."
    return case.fails(
        f"{change.message}\n{change.reason}\n{ask}",
        anchor(change, case.framework),
        *in_order(change.subjects),
        discriminator=change.fingerprint,
        from_pay=change.pay,
        message_without_pay=f"{change.message_without_pay}\n{ask}" if change.pay else "",
    )


RULE = rule(__name__, check, severity=Severity.WARNING, pay="partly", scope="review")
