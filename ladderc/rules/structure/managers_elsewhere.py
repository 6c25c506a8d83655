"""Every family has managers to be compared with, its own or those that lead it.

Why
---
Parity is judged inside a family.
A family that keeps its experts here and its managers in a family of their own is never compared with anybody,
and every check on it passes without having looked.
Naming who leads whom brings the two together again.

Source
------
The rule closes a way round parity: it must not be escaped by a family of managers.

Bad
---
    # framework.yaml
    families:
      - id: engineering
        name: Engineering
      - id: research  # <- here
        name: Research
    # tracks/specialist.yaml
    family: [engineering, research]
    # tracks/project-leadership.yaml
    family: [engineering, research]

Good
----
    # framework.yaml
    families:
      - id: engineering
        name: Engineering
      - id: research
        name: Research
    # tracks/specialist.yaml
    family: [engineering, research]
    # tracks/project-leadership.yaml
    family: [engineering, research]
    # tracks/people-leadership.yaml
    leads: [research]

When to waive
-------------
When nobody manages in the family and nobody from outside leads it, as in a circle of partners.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Related, Severity, Subject, Verdict
from ladderc.rules.base import Case, rule
from ladderc.rules.facts import FamilyFacts
from ladderc.rules.phrases import family_name, listed


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the framework."""
    peopled = [facts for facts in case.every_family.values() if facts.others or facts.stem or facts.management]
    led = [facts for facts in peopled if facts.management]
    alone = [facts for facts in peopled if not facts.management]
    if not led:
        yield case.not_judged("a people-leadership track in any family")
    elif alone:
        yield case.fails(
            _message(alone, led),
            alone[0].family.place,
            *(Subject(family=facts.family.id) for facts in alone),
            related=tuple(Related(facts.family.place, "nobody leads this one either") for facts in alone[1:]),
        )
    else:
        yield case.holds()


def _message(alone: list[FamilyFacts], led: list[FamilyFacts]) -> str:
    names = listed(family_name(facts.family) for facts in alone)
    first = alone[0].family.id
    leader = led[0].management[0].id
    has, it = ("have", "them") if len(alone) > 1 else ("has", "it")
    return "\n".join(
        (
            f"{names} {has} no people-leadership track, and none from another family leads {it}; "
            f"{listed(family_name(facts.family) for facts in led)} {'have' if len(led) > 1 else 'has'} one.",
            "So nothing there was compared with management.",
            f"Name the family in the track that leads it: e.g. `leads: [{first}]` in the track `{leader}`.",
        )
    )


RULE = rule(__name__, check, severity=Severity.WARNING, scope="framework")
