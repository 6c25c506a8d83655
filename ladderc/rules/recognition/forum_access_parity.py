"""Whoever stands at a grade has a seat in the forums where the managers of that grade sit.

Why
---
Decisions are shaped in the room, and careers are too.
An expert who hears of them afterwards is asked less, known less and promoted later.
Forums about managing people are no concern of those who manage nobody.

Source
------
J: "visibility".
A level has to have a seat where all managers at its grade sit, or those that `leads` or `counterpart` pair it with.
Forums marked `people_only` are left out.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6
        forums: [design-table]  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        forums: [design-table, product-council]

When to waive
-------------
When a law or a works agreement says who sits there.
A forum that is about managing people needs no waiver: write `people_only: true` at it in framework.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import coded
from ladderc.rules.privileges import Privilege, judge_privileges


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level without a seat that all its managers have, or one for the family."""
    forums = case.framework.forums
    names = {forum.id: forum.name.plain.strip() or forum.id for forum in forums.values()}
    privilege = Privilege("forums", "seat in a forum", "seats in forums", names)

    def wanted(level: Level) -> tuple[str, ...]:
        return tuple(one for one in dict.fromkeys(level.forums) if not forums[one].people_only)

    yield from judge_privileges(case, privilege, wanted, lambda level: frozenset(level.forums), _mend)


def _mend(level: Level, lacking: tuple[str, ...]) -> str:
    return (
        f"Add {coded(lacking)} to `forums` of {level.id}, "
        "or write `people_only: true` in framework.yaml where only managing people is spoken of."
    )


RULE = rule(__name__, check, severity=Severity.WARNING)
