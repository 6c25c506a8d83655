"""Whoever stands at a grade is recognised like the managers there.

Why
---
People read what a firm honours, not what it says.
A sabbatical, a seat on a stage or a car that only managers get tells every expert where they stand.
Recognition costs little next to pay, and its absence is remembered longer.

Source
------
J: "compensation and recognition systems".
A level has to have what all managers at its grade have, or those that `leads` or `counterpart` pair it with.
What is marked `functional` is left out, for the work itself needs it.
Forms that `equivalent_to` joins count as one, in whichever direction it was written.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        recognition: [study-leave]  # <- here

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        recognition: [study-leave, signed-work]

When to waive
-------------
When a form of recognition comes from outside and only managers can have it, such as a chamber's seat.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import coded
from ladderc.rules.privileges import Privilege, judge_privileges


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that lacks what all its managers have, or one for the family."""
    forms = case.framework.recognition
    alike = _alike(case)
    privilege = Privilege(
        "recognition",
        "form of recognition",
        "forms of recognition",
        {form.id: form.name.plain.strip() or form.id for form in forms.values()},
    )

    def wanted(level: Level) -> tuple[str, ...]:
        first = {alike[one]: one for one in reversed(level.recognition) if not forms[one].functional}
        return tuple(one for one in level.recognition if first.get(alike[one]) == one)

    def had(level: Level) -> frozenset[str]:
        groups = {alike[one] for one in level.recognition}
        return frozenset(one for one, group in alike.items() if group in groups)

    yield from judge_privileges(case, privilege, wanted, had, _mend)


def _alike(case: Case) -> dict[str, str]:
    """Every form of recognition with the one that stands for all its equivalents."""
    group = {id: id for id in case.framework.recognition}
    for id, form in case.framework.recognition.items():
        other = form.equivalent_to
        if other in group and group[id] != group[other]:
            old, new = group[id], group[other]
            group = {one: new if known == old else known for one, known in group.items()}
    return group


def _mend(level: Level, lacking: tuple[str, ...]) -> str:
    return (
        f"Add {coded(lacking)} to `recognition` of {level.id}, "
        f"or say with `equivalent_to` in framework.yaml what stands for {'them' if len(lacking) > 1 else 'it'}."
    )


RULE = rule(__name__, check, severity=Severity.WARNING, standard=Severity.ERROR)
