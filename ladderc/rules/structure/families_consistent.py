"""Families in which people are led offer an expert's way that is as high as in the others.

Why
---
Where experts in one family can rise to the top of the spine and in the next one end halfway, the firm has two promises.
The best people of the lower family move, or leave, or ask for a team.
One finding names all families that stop early, so that the firm mends its structure and not one case.

Source
------
J: "structure, consistency, and alignment across the organization".
Families are measured by their highest level off the managers' track at a grade that is not executive,
against the family in which it is highest.
Where the managers of the lower family rise higher than its experts, `ceiling-parity` says so and this follows from it.

Bad
---
    # framework.yaml
    grades:
      - {id: G8, name: Fellow, scope: What the trade knows.}
    families:
      - id: engineering
        name: Engineering
      - id: research  # <- here
        name: Research
        requires: [craft, delivery, influence, people]
    # pay/2026.yaml
    bands:
      - {grade: G8, min: 105000, midpoint: 126000, max: 147000}
    # tracks/stem.yaml
    family: [engineering, research]
    purpose: Everyone learns the trade here before choosing among specialist, project and people leadership, and fellows.
    # tracks/specialist.yaml
    family: [engineering, research]
    moves:
      - {from: S7, to: fellows/F7, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    family: [engineering, research]
    moves:
      - {from: P7, to: fellows/F7, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    family: [engineering, research]
    moves:
      - {from: M7, to: fellows/F7, kind: return, pay: protected}
    # tracks/fellows.yaml
    id: fellows
    name: Fellows
    kind: influence-innovation
    family: engineering
    purpose: For those who changed what the trade knows; project leadership and people leadership stand beside it.
    levels:
      - id: F7
        grade: G7
        title: Designated Fellow
        summary: Has opened a question that outlives every product.
        expectations:
          craft: [Asks a question that the trade had not known how to ask.]
          delivery: [Shows by one machine that the answer can be built.]
          influence: [Draws the best people of other firms into the question.]
        metrics:
          - {name: Methods changed, type: outcome, about: improvement, unit: methods, direction: up, source: Council minutes, cadence: yearly}
          - {name: Questions taken up outside, type: output, about: craft, unit: questions, direction: up, source: Design archive, cadence: yearly}
        decisions: [{domain: designs, role: decides}]
        forums: [product-council]
        recognition: [study-leave, signed-work]
        promotion: {nomination: [The engineer], evidence: [A question opened, Letters from the trade], panel: [Two principals, One outsider], approver: Chief executive, min_months: 24, basis: capability}
      - id: F8
        grade: G8
        title: Fellow
        summary: Works on what nobody has asked for yet.
        expectations:
          craft: [Has changed what the trade takes for possible.]
          delivery: [Leaves behind work that others live on.]
          influence: [Is asked by the board before it asks for figures.]
        metrics:
          - {name: Practices changed, type: outcome, about: improvement, unit: practices, direction: up, source: Council minutes, cadence: yearly}
          - {name: Papers others build on, type: output, about: craft, unit: papers, direction: up, source: Design archive, cadence: yearly}
        decisions: [{domain: designs, role: decides}]
        forums: [product-council]
        recognition: [study-leave, signed-work]
        promotion: {nomination: [The engineer], evidence: [A practice changed, Letters from the trade], panel: [Two principals, One outsider], approver: Chief executive, min_months: 24, basis: capability}
    moves:
      - {from: F7, to: specialist/S7, kind: return, pay: protected}

Good
----
    # framework.yaml
    grades:
      - {id: G8, name: Fellow, scope: What the trade knows.}
    families:
      - id: engineering
        name: Engineering
      - id: research
        name: Research
        requires: [craft, delivery, influence, people]
    # pay/2026.yaml
    bands:
      - {grade: G8, min: 105000, midpoint: 126000, max: 147000}
    # tracks/stem.yaml
    family: [engineering, research]
    purpose: Everyone learns the trade here before choosing among specialist, project and people leadership, and fellows.
    # tracks/specialist.yaml
    family: [engineering, research]
    moves:
      - {from: S7, to: fellows/F7, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    family: [engineering, research]
    moves:
      - {from: P7, to: fellows/F7, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    family: [engineering, research]
    moves:
      - {from: M7, to: fellows/F7, kind: return, pay: protected}
    # tracks/fellows.yaml
    id: fellows
    name: Fellows
    kind: influence-innovation
    family: [engineering, research]
    purpose: For those who changed what the trade knows; project leadership and people leadership stand beside it.
    levels:
      - id: F7
        grade: G7
        title: Designated Fellow
        summary: Has opened a question that outlives every product.
        expectations:
          craft: [Asks a question that the trade had not known how to ask.]
          delivery: [Shows by one machine that the answer can be built.]
          influence: [Draws the best people of other firms into the question.]
        metrics:
          - {name: Methods changed, type: outcome, about: improvement, unit: methods, direction: up, source: Council minutes, cadence: yearly}
          - {name: Questions taken up outside, type: output, about: craft, unit: questions, direction: up, source: Design archive, cadence: yearly}
        decisions: [{domain: designs, role: decides}]
        forums: [product-council]
        recognition: [study-leave, signed-work]
        promotion: {nomination: [The engineer], evidence: [A question opened, Letters from the trade], panel: [Two principals, One outsider], approver: Chief executive, min_months: 24, basis: capability}
      - id: F8
        grade: G8
        title: Fellow
        summary: Works on what nobody has asked for yet.
        expectations:
          craft: [Has changed what the trade takes for possible.]
          delivery: [Leaves behind work that others live on.]
          influence: [Is asked by the board before it asks for figures.]
        metrics:
          - {name: Practices changed, type: outcome, about: improvement, unit: practices, direction: up, source: Council minutes, cadence: yearly}
          - {name: Papers others build on, type: output, about: craft, unit: papers, direction: up, source: Design archive, cadence: yearly}
        decisions: [{domain: designs, role: decides}]
        forums: [product-council]
        recognition: [study-leave, signed-work]
        promotion: {nomination: [The engineer], evidence: [A practice changed, Letters from the trade], panel: [Two principals, One outsider], approver: Chief executive, min_months: 24, basis: capability}
    moves:
      - {from: F7, to: specialist/S7, kind: return, pay: protected}

When to waive
-------------
When the work of a family ends at that grade for everybody, managers included, and the firm says so openly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Subject, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, rule
from ladderc.rules.facts import FamilyFacts
from ladderc.rules.phrases import counted, family_name, grade_name, level_name, listed


class _Height(NamedTuple):
    """A family and its highest level off the managers' track."""

    facts: FamilyFacts
    top: Level

    @property
    def rank(self) -> int:
        """The rank of that level's grade."""
        return self.facts.rank_of(self.top)

    @property
    def below_managers(self) -> bool:
        """Whether the family's managers rise higher than that."""
        return self.facts.apex is not None and self.rank < self.facts.apex


def check(case: Case) -> Iterator[Verdict]:
    """One verdict on the families that stop early; where only some have managers above, one on each sort."""
    heights = [height for facts in case.every_family.values() if (height := _height(facts))]
    if len(heights) < 2:
        yield case.not_judged("two families with managers and a track beside them")
        return
    highest = max(heights, key=lambda height: height.rank)
    lower = [height for height in heights if height.rank < highest.rank]
    for below_managers in (True, False):
        short = [height for height in lower if height.below_managers is below_managers]
        if short:
            yield _stop(case, short, highest, len(heights))
    if not lower:
        yield case.holds(Subject(), figures=(Figure("families", len(heights), "families"),))


def _height(facts: FamilyFacts) -> _Height | None:
    if not facts.management:
        return None
    levels = [level for level in facts.other_levels() if level.grade not in facts.executive]
    return _Height(facts, max(levels, key=facts.rank_of)) if levels else None


def _stop(case: Case, short: list[_Height], highest: _Height, families: int) -> Verdict:
    short = sorted(short, key=lambda height: height.rank)  # the lowest first; those alike keep the order of the file
    stops = listed(
        f"{family_name(one.facts.family)} at {grade_name(one.top.grade)} ({level_name(one.top)})" for one in short
    )
    verb = "stops" if len(short) == 1 else "stop"
    assumed = case.framework.spine_assumed
    lines = [
        f"Off the managers' track, {len(short)} of {families} families {verb} early: {stops}.",
        f"{family_name(highest.facts.family)} goes on to {grade_name(highest.top.grade)} ({level_name(highest.top)}).",
        *(
            ["The grades were ordered or paired by us: check the pairing, then write `spine: declared`."]
            if assumed
            else []
        ),
        f"Add levels up to {grade_name(highest.top.grade)} to one of the tracks of {family_name(short[0].facts.family)}, "
        "or record a waiver with the reason.",
    ]
    below = short[0].below_managers
    topic = "below-managers" if below else "all-lower"
    return case.fails(
        "\n".join(lines),
        short[0].facts.family.place,
        *(Subject(family=one.facts.family.id) for one in short),
        figures=(
            Figure("families that stop early", len(short), "families"),
            Figure("families compared", families, "families"),
            Figure("grades short", highest.rank - short[0].rank, "grades"),
        ),
        related=(
            *(Related(one.facts.family.place, f"stops at {grade_name(one.top.grade)}") for one in short[1:]),
            Related(highest.top.place, f"{counted(highest.rank - short[0].rank, 'grade')} higher"),
        ),
        severity=Severity.NOTE if assumed else None,
        topic=topic,
        discriminator=topic,
    )


RULE = rule(__name__, check, severity=Severity.WARNING, scope="framework")
