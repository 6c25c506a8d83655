"""Every acknowledgement names something that the change does, and says who stands by it and why.

Why
---
An acknowledgement that names nothing is either misspelt, so that somebody believes to have answered and has not, or it
belongs to a change that was merged long ago. Left in the file it would one day cover a change that nobody looked at.
One that was pasted and not filled in answers nothing, and does not count.

Source
------
D: "regular audits".
That acknowledgements must be in use is our own demand.

Bad
---
    # acks.yaml
    - fingerprint: 0123456789abcdef  # <- here
      what: level S6 of Specialist
      reason: The people concerned were told in September.
      who: Ana Ruiz
      when: 2026-11-01
      until: 2026-12-31

Good
----
    # framework.yaml
    owner: Ana Ruiz

When to waive
-------------
Never: take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.rules import acks
from ladderc.rules.base import Case, rule

_LACKS = {"reason": "gives no reason", "who": "names nobody"}
_WRITE = {"reason": "why the change is meant, for the people concerned", "who": "the person who stands by it"}


def check(case: Case) -> Iterator[Verdict]:
    """One verdict an acknowledgement in date that named no finding of this change, or says nothing."""
    failing = []
    for position, ack in enumerate(case.framework.acks):
        if field := acks.unwritten(ack):
            failing.append(
                case.fails(
                    f"This acknowledgement ({ack.what or ack.fingerprint}) {_LACKS[field]}, so it does not count.\n"
                    f"Write after `{field}:` {_WRITE[field]}.",
                    ack.place._replace(route=(*ack.place.route, field)),
                    discriminator=f"{ack.fingerprint} {field}",
                )
            )
            continue
        if position in case.reviewed.used_acks or acks.expired(ack, case.today):
            continue
        failing.append(
            case.fails(
                f"This acknowledgement ({ack.what or ack.fingerprint}) names nothing that the change does.\n"
                "Take it out: once a change is merged, its acknowledgement has done its work.",
                ack.place,
                discriminator=ack.fingerprint,
            )
        )
    yield from failing or [case.holds()]


RULE = rule(__name__, check, severity=Severity.WARNING, scope="review")
