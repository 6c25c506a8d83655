"""Every waiver covers a finding.

Why
---
A waiver that covers nothing is a door left open: the fault that it excused can come back, and nobody will hear of it.
Usually the fault was mended, or a name in the waiver is misspelt and the waiver never worked.

Source
------
D: "regular audits".
That exceptions must be in use is our own demand.

Bad
---
    # waivers.yaml
    - rule: manager-title-without-reports  # <- here
      subject: {track: specialist, level: S6}
      reason: The title is in the contract of its one holder, who retires in March.
      owner: Ana Ruiz
      expires: 2027-03-31

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
Never: take the waiver out, or mend the names in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Verdict
from ladderc.rules import catalog, waivers
from ladderc.rules.base import Case, rule


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a waiver in date that no finding needed."""
    current = [
        (position, waiver)
        for position, waiver in enumerate(case.framework.waivers)
        if waiver.rule in catalog.names() and not waivers.expired(waiver, case.today)
    ]
    idle = [waiver for position, waiver in current if position not in case.used_waivers]
    framework = case.framework
    untold = [file for waiver in idle if (file := framework.doubtful_rules.get(waiver.rule))]
    broken = next(iter((*framework.doubtful.values(), *framework.doubtful_pay.values(), *untold)), None)
    if idle and broken:
        yield case.not_judged(f"`{broken}` has to be mended first")
        return
    for waiver in idle:
        yield case.fails(
            f"The waiver of `{waiver.rule}` covers nothing: no finding of that rule is about {waivers.about(waiver)}.\n"
            "Take the waiver out, or mend the names in its `subject`.",
            waivers.place_of(waiver, "rule"),
            waivers.subject_of(waiver),
            discriminator=waiver.rule,
            from_pay=catalog.load(waiver.rule).pay != "never",
            message_without_pay=f"Whether the waiver of `{waiver.rule}` is still needed depends on pay.\n"
            "Type `ladderc check --audience hr` to see what to do; its answer shows pay.",
        )
    if not idle:
        yield case.holds(figures=(Figure("waivers in use", len(current), "waivers"),))


RULE = rule(__name__, check, severity=Severity.WARNING, pay="partly", scope="waivers")
