"""The family's dimensions cover skills, effort, responsibility and working conditions.

Why
---
Two jobs are of equal value if they weigh the same in these four respects, and European law asks for all of them.
A framework that leaves one out undervalues those whose work is heavy just there: effort and working conditions are the
ones that are usually forgotten, and those who are on call at night know it.

Source
------
Directive (EU) 2023/970, Art. 4(4): skills, effort, responsibility and working conditions.
The family's dimensions are those that it requires or a level of it speaks to; a family that requires none is judged by
all that are declared.
A dimension that only some kinds of track are asked for counts too: it says what the family weighs.
Where no dimension of the family names a factor the rule is not judged, unless `law: eu` holds.

Bad
---
    # framework.yaml
    dimensions:
      - {id: influence, factor: skills}
    families:
      - id: engineering
        requires: [craft, delivery, influence, people]  # <- here

Good
----
    # framework.yaml
    dimensions:
      - {id: influence, factor: effort}
    families:
      - id: engineering
        requires: [craft, delivery, influence, people]

When to waive
-------------
When a factor is the same for everybody at the firm, and a sentence in public says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ladderc.finding import Figure, Severity, Verdict
from ladderc.model.catalogue import Dimension
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import family_name, listed
from ladderc.span import Place

FACTORS = {
    "skills": "skills",
    "effort": "effort",
    "responsibility": "responsibility",
    "conditions": "working conditions",
}
"""The four factors, as they are written and as they are called."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    dimensions = _dimensions(case)
    if not dimensions:
        yield case.not_judged("`dimensions` in framework.yaml")
        return
    named = {dimension.factor for dimension in dimensions if dimension.factor}
    if not named and case.framework.law != "eu":
        yield case.not_judged("`factor` at any dimension of the family")
        return
    covered = [factor for factor in FACTORS if factor in named]
    lacking = [factor for factor in FACTORS if factor not in named]
    figures = (Figure("factors covered", len(covered), "factors"), Figure("factors", len(FACTORS), "factors", "limit"))
    yield _fails(case, dimensions, covered, lacking, figures) if lacking else case.holds(figures=figures)


def _fails(
    case: Case, dimensions: list[Dimension], covered: Sequence[str], lacking: Sequence[str], figures: tuple[Figure, ...]
) -> Verdict:
    free = next((dimension for dimension in dimensions if not dimension.factor), None)
    mend = f"Write `factor: {lacking[0]}` at a dimension that asks for it, or add such a dimension."
    if free is not None:
        mend = f"If {free.name.plain or free.id} asks for it, write `factor: {lacking[0]}` there; else add a dimension."
    family, asked = family_name(case.facts.family), listed((FACTORS[factor] for factor in lacking), "or")
    claim = (
        f"{family} judges by {listed(FACTORS[one] for one in covered)}, and no dimension says that it asks for {asked}."
    )
    if not covered:
        claim = f"No dimension of {family} says which of the four factors it asks for: {asked}."
    return case.fails(
        f"{claim}\n{mend}",
        _place(case),
        figures=figures,
    )


def _dimensions(case: Case) -> list[Dimension]:
    """The dimensions that the family requires or a level of it speaks to; all where it requires none."""
    declared, required = case.framework.dimensions, case.facts.family.requires
    if not required:
        return list(declared.values())
    levels = [level for track in case.facts.tracks for level in track.levels]
    return [
        dimension
        for name, dimension in declared.items()
        if name in required or any(name in case.content.said(level).dimensions for level in levels)
    ]


def _place(case: Case) -> Place:
    """The family's list of dimensions, else the family, else the list of all dimensions."""
    family = case.facts.family
    if family.requires:
        return family.place._replace(route=(*family.place.route, "requires"))
    return case.framework.at("dimensions") if family.implied else family.place


RULE = rule(__name__, check, severity=Severity.NOTE, eu=Severity.ERROR)
