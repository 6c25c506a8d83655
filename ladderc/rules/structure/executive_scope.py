"""Executive grades are only the few at the top of the managers' ladder.

Why
---
The mark `executive` excuses a grade from comparison: nobody expects an expert beside the chief executive.
Put on an ordinary grade it would excuse anything, so it counts only at the very top of what managers use.
Where it stands elsewhere it is ignored, and the grade is compared like any other.

Source
------
The rule closes a way round parity.
That no more than two grades are excused is our own choice.

Bad
---
    # framework.yaml
    grades:
      - id: G5
        executive: true  # <- here

Good
----
    # framework.yaml
    grades:
      - id: G5

When to waive
-------------
Never: take the mark away.
A waiver would silence the finding, and the mark would still be ignored.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Severity, Subject, Verdict
from ladderc.model.catalogue import Grade
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.facts import MOST_EXECUTIVE
from ladderc.rules.phrases import capital, counted, grade_name, level_name, listed
from ladderc.span import Place


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a mark that does not count, or one for the framework."""
    marked = [grade for grade in case.framework.grades if grade.executive]
    most = int(case.number("most"))
    managers = {
        level.grade: level
        for track in case.framework.tracks.values()
        if track.kind == "people-leadership"
        for level in track.levels
    }
    used = {level.grade for level in case.framework.levels.values()}
    ordinary = [grade for grade in case.framework.grades if grade.id in managers and not grade.executive]
    top = ordinary[-1].rank if ordinary else -1
    at_the_top = [grade for grade in marked if grade.rank > top and grade.id in managers]
    misplaced = [grade for grade in marked if grade.id in used and grade not in at_the_top]
    for grade in misplaced:
        above = managers[ordinary[-1].id] if grade.rank < top else None
        yield _fails(case, grade, _why(grade, above))
    if len(at_the_top) > most:
        yield _too_many(case, at_the_top, most)
    elif not misplaced:
        yield case.holds(Subject(), figures=(Figure("executive grades", len(at_the_top), "grades", "M"),))


def _why(grade: Grade, above: Level | None) -> str:
    if above is None:
        return f"{capital(grade_name(grade.id))} is marked executive, and no manager stands there."
    return (
        f"{capital(grade_name(grade.id))} is marked executive, and managers who are not executives stand above it: "
        f"{level_name(above)} at {grade_name(above.grade)}."
    )


def _fails(case: Case, grade: Grade, why: str) -> Verdict:
    message = f"{why}\nThe mark is ignored and {grade_name(grade.id)} is compared like any other grade.\nTake `executive` away there."
    return case.fails(message, _place(grade), Subject(grade=grade.id))


def _too_many(case: Case, grades: list[Grade], most: int) -> Verdict:
    message = "\n".join(
        (
            f"{counted(len(grades), 'grade')} are marked executive ({listed(grade_name(grade.id) for grade in grades)}), "
            f"and at most {counted(most, 'grade')} may be.",
            "All these marks are ignored, and the grades are compared like any other.",
            f"Take `executive` away from {listed(grade_name(grade.id) for grade in grades[: len(grades) - most])}.",
        )
    )
    figures = (
        Figure("executive grades", len(grades), "grades", "M"),
        Figure("executive grades", most, "grades", "limit"),
    )
    return case.fails(
        message, _place(grades[0]), *(Subject(grade=grade.id) for grade in grades), figures=figures, topic="too-many"
    )


def _place(grade: Grade) -> Place:
    return grade.place._replace(route=(*grade.place.route, "executive"))


RULE = rule(
    __name__,
    check,
    severity=Severity.ERROR,
    scope="framework",
    settings=(Setting("most", MOST_EXECUTIVE, "How many grades may be excused as executive."),),
)
