"""Every waiver names a rule, a reason, an owner and a day that can be read.

Why
---
An exception without a reason cannot be questioned, one without an owner has nobody to ask, and one whose last day cannot be read would last for ever.
A waiver with a day that cannot be read counts as expired, and one that was begun and not filled in covers nothing.
A reason or an owner that only holds the place, such as TODO, counts as none.

Source
------
D: "transparent communication".
What a waiver must say is our own demand.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Principal Engineer, Simulation
    # waivers.yaml
    - rule: manager-title-without-reports
      subject: {track: specialist, level: S6}
      reason: The title is in the contract of its one holder, who retires in March.
      owner: Ana Ruiz
      expires: next spring  # <- here

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
Never: write what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.catalogue import Waiver
from ladderc.rules import catalog, waivers
from ladderc.rules.base import Case, rule
from ladderc.wording.nearest import nearest


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a part of a waiver that says nothing usable."""
    wrong = False
    for waiver in case.framework.waivers:
        for field, message in _faults(waiver):
            wrong = True
            yield case.fails(
                message,
                waivers.place_of(waiver, field),
                waivers.subject_of(waiver),
                discriminator=f"{waiver.rule} {field}",
            )
    if not wrong:
        yield case.holds(figures=(Figure("waivers", len(case.framework.waivers), "waivers"),))


def _faults(waiver: Waiver) -> Iterator[tuple[str, str]]:
    """The field and the message of each part that a reader cannot use."""
    if waiver.rule not in catalog.names():
        near = nearest(waiver.rule, catalog.names())
        mend = f"Rename it to `{near}`." if near else "Type `ladderc rules` to see every rule."
        yield "rule", f"There is no rule `{waiver.rule}`.\n{mend}"
    lacking = waivers.unwritten(waiver)
    if "reason" in lacking:
        message = f"The waiver of `{waiver.rule}` gives no reason, so it covers nothing yet."
        yield "reason", f"{message}\nWrite after `reason:` why this is right for now."
    if "owner" in lacking:
        message = f"The waiver of `{waiver.rule}` names no owner, so it covers nothing yet."
        yield "owner", f"{message}\nWrite after `owner:` who answers for it."
    if waivers.last_day(waiver) is None:
        yield (
            "expires",
            (
                f"`{waiver.expires}` cannot be read as a day, so the waiver of `{waiver.rule}` counts as expired.\n"
                "Write its last day as year-month-day, for example `expires: 2027-03-31`."
            ),
        )


RULE = rule(__name__, check, severity=Severity.ERROR, scope="waivers")
