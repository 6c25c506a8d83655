"""An executive stands behind the framework, and somebody looks after it.

Why
---
Equal tracks cost something: a pay band, a seat at a table, a title that somebody must give up.
Only the top can decide that, and only if it is known who did.
A framework without an owner is right on the day it is published and wrong a year later.

Source
------
J: "It's a leadership decision".
Whether the two names are one person's is not asked.

Bad
---
    # framework.yaml without sponsor
    name: Tarn Hydraulics  # <- here

Good
----
    # framework.yaml
    name: Tarn Hydraulics
    sponsor: Joanna Field, chief executive

When to waive
-------------
While a post is empty, with the day on which it will be filled.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.model.text import plain
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import capital, listed
from ladderc.rules.placeholders import is_written

ROLES = {"sponsor": "an executive sponsor to answer for it", "owner": "an owner to keep it up to date"}


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the framework."""
    framework = case.framework
    named = {"sponsor": framework.sponsor, "owner": framework.owner}
    absent = [role for role, name in named.items() if name is None or not is_written(plain(name))]
    if not absent:
        yield case.holds()
        return
    written = [role for role in absent if role in framework.given]
    message = "\n".join(
        (
            f"{capital(listed(ROLES[role].split(' to ')[0] for role in absent))} "
            f"{'are' if len(absent) > 1 else 'is'} not named.",
            f"Expected {listed(ROLES[role] for role in absent)}.",
            f"Write {listed(f'`{role}:`' for role in absent)} in framework.yaml, "
            f"{'each ' if len(absent) > 1 else ''}with a name behind it.",
        )
    )
    yield case.fails(
        message,
        framework.at(written[0]) if written else framework.place,
        discriminator=" ".join(absent),
    )


RULE = rule(__name__, check, severity=Severity.WARNING, scope="framework")
