"""Every waiver is still in date.

Why
---
A waiver is a promise to look again.
When its last day passes and nobody looked, the exception has quietly become the rule, and people who read the framework think that somebody still stands behind it.
The last day itself still counts.

Source
------
D: "regular audits".
Being in date is our own demand: no checker that we know lets exceptions expire.

Bad
---
    # waivers.yaml
    - rule: manager-title-without-reports
      subject: {track: specialist, level: S6}
      reason: The title is in the contract of its one holder, who retires in October.
      owner: Ana Ruiz
      expires: 2026-10-31  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Director of Simulation
    # waivers.yaml
    - rule: manager-title-without-reports
      subject: {track: specialist, level: S6}
      reason: The title is in the contract of its one holder, who retires in March.
      owner: Ana Ruiz
      expires: 2027-03-31

When to waive
-------------
Never: mend what the waiver excuses, or agree on a new last day and say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules import waivers
from ladderc.rules.base import Case, rule


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a waiver whose last day has passed."""
    dated = [waiver for waiver in case.framework.waivers if waivers.last_day(waiver)]
    late = [waiver for waiver in dated if waivers.expired(waiver, case.today)]
    for waiver in late:
        yield case.fails(
            f"The waiver of `{waiver.rule}` has expired: its last day was {waiver.expires}.\n"
            "Mend what it excuses and take the waiver out, or agree on a new last day and write it after `expires:`.",
            waivers.place_of(waiver, "expires"),
            waivers.subject_of(waiver),
            discriminator=waiver.rule,
        )
    if not late:
        yield case.holds(figures=(Figure("waivers in date", len(dated), "waivers"),))


RULE = rule(__name__, check, severity=Severity.ERROR, scope="waivers")
