"""No acknowledgement is past its last day.

Why
---
"We know, until the spring round" is a promise with a date. When the date has passed and the change is still open, the
promise has to be kept or given again by somebody who has looked; otherwise every acknowledgement becomes a permanent
excuse.

Source
------
D: "regular audits".
That a word about a change ends on a day is our own demand.

Bad
---
    # acks.yaml
    - fingerprint: 0123456789abcdef
      what: level S6 of Specialist
      reason: The people concerned were told in September.
      who: Ana Ruiz
      when: 2026-09-01
      until: 2026-10-31  # <- here

Good
----
    # framework.yaml
    owner: Ana Ruiz

When to waive
-------------
Never: give it a new date with the reason, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.rules import acks
from ladderc.rules.base import Case, rule


def check(case: Case) -> Iterator[Verdict]:
    """One verdict an acknowledgement whose last day has passed."""
    over = [ack for ack in case.framework.acks if acks.expired(ack, case.today)]
    failing = [
        case.fails(
            f"The acknowledgement by {ack.who} expired: its last day was {ack.until}.\n"
            "Give it a new date with the reason, or take it out.",
            ack.place._replace(route=(*ack.place.route, "until")),
            discriminator=ack.fingerprint,
        )
        for ack in over
    ]
    yield from failing or [case.holds()]


RULE = rule(__name__, check, severity=Severity.ERROR, scope="review")
