"""Somewhere an expert can earn more than a manager one grade above.

Why
---
Where every manager starts above the end of every expert below, a team is the only raise that counts.
The people who know most then see, at each step, that knowing more is worth less than the next title.
It takes one grade to show that the firm means what it says.

Source
------
D: "a technical expert … earning more than their manager".
Held against each other are the experts' maximum at a grade and the managers' minimum one grade above, up to their apex.
A band without an upper end reaches anything; single rates are not judged, for no two of them overlap.
Executive levels are left out.

Bad
---
    # pay/2026.yaml without G4, G5, G6 and G7
    bands:
      - {grade: G4, min: 60000, midpoint: 65000, max: 70000}
      - {grade: G5, min: 70000, midpoint: 76000, max: 82000}  # <- here
      - {grade: G6, min: 82000, midpoint: 89500, max: 97000}
      - {grade: G7, min: 97000, midpoint: 105500, max: 114000}

Good
----
    # pay/2026.yaml without G4, G5, G6 and G7
    bands:
      - {grade: G4, min: 60000, midpoint: 65500, max: 71000}
      - {grade: G5, min: 70000, midpoint: 76000, max: 82000}
      - {grade: G6, min: 82000, midpoint: 89500, max: 97000}
      - {grade: G7, min: 97000, midpoint: 105500, max: 114000}

When to waive
-------------
When bands are fixed steps without overlap by agreement, and experts rise as high as managers do.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ladderc.finding import Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.pay import ResolvedBand
from ladderc.rules.bands import ASK, Moment, comparable, moments, pay_figure, zones_apart
from ladderc.rules.base import Case, rule
from ladderc.rules.pay_files import NO_FILE, field_of
from ladderc.rules.phrases import capital, family_name, grade_name, level_name


class Reach(NamedTuple):
    """The best-paid expert at a grade and the lowest-paid manager one grade above."""

    expert: Level
    band: ResolvedBand
    manager: Level
    manager_band: ResolvedBand

    @property
    def distance(self) -> Decimal | None:
        """How far the manager starts above the end of the expert; None where the expert's band has no end."""
        end = self.band.band.max
        return None if end is None else self.manager_band.band.min - end


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family, for the pay in force and for each later one."""
    facts = case.facts
    moments_known = moments(case)
    if not facts.management or not facts.others:
        yield case.not_judged("experts and managers to compare", from_pay=True)
        return
    if not moments_known:
        yield case.not_judged(NO_FILE, from_pay=True)
        return
    for moment in moments_known:
        yield _moment(case, moment)


def _moment(case: Case, moment: Moment) -> Verdict:
    if moment.structure.model == "single-rate":
        return case.not_judged(f"ranges: {moment.structure.place.file} has one rate a grade", from_pay=True)
    zones = zones_apart(moment, (*case.facts.other_levels(), *case.facts.management_levels()))
    judged = [(named, found) for zone, named in zones if (found := _reaches(case, moment, zone))]
    if not judged:
        return case.not_judged("experts with a band one grade below a manager with one", from_pay=True)
    for named, found in judged:
        if not any(reach.distance is None or reach.distance < 0 for reach in found):
            return _fails(case, moment, min(found, key=lambda reach: reach.distance or Decimal(0)), named)
    return case.holds(from_pay=True)


def _reaches(case: Case, moment: Moment, zone: str | None) -> list[Reach]:
    """The pair to be held against each other at each grade above the fork, up to the apex."""
    facts = case.facts
    assert facts.fork is not None, "the family has managers"
    experts = comparable(moment, facts.other_levels(), zone)
    managers = comparable(moment, facts.management_levels(), zone)
    found: list[Reach] = []

    def order(one: tuple[Level, ResolvedBand]) -> tuple[bool, Decimal, bool]:
        """Of two who reach as much the specialist stands for the experts."""
        level, band = one
        kind = case.framework.tracks[level.track].kind
        return band.band.max is None, band.band.max or Decimal(0), kind == "specialist"

    for rank in range(facts.fork + 1, (facts.apex if facts.apex is not None else -1) + 1):
        below = [one for one in experts if facts.rank_of(one[0]) == rank - 1]
        above = [one for one in managers if facts.rank_of(one[0]) == rank and one[0].grade not in facts.executive]
        if below and above:
            expert = max(below, key=order)
            found.append(Reach(*expert, *min(above, key=lambda one: one[1].band.min)))
    return found


def _fails(case: Case, moment: Moment, nearest: Reach, zone: str | None) -> Verdict:
    framework = case.framework
    guess = "if the guessed pairing is right, " if framework.spine_assumed else ""
    place = next((f" in {one.name.plain}" for one in moment.structure.zones if one.id == zone), "")
    start = f"{moment.since()}{guess}"
    claim = (
        f"{start}{'in' if start else 'In'} {family_name(case.facts.family)} no expert can earn more{place} "
        "than a manager one grade above"
    )
    end = nearest.band.band.max
    assert end is not None, "a band without an end reaches anything"
    ours, theirs = (moment.amount(value, framework) for value in (end, nearest.manager_band.band.min))
    message = (
        f"{claim}: the nearest are {level_name(nearest.expert)}, who ends at {ours}, and "
        f"{level_name(nearest.manager)}, who starts at {theirs}.\n"
        f"Raise `max` for {grade_name(nearest.expert.grade)} above `min` for {grade_name(nearest.manager.grade)}, "
        "or record a waiver with the reason."
    )
    return case.fails(
        capital(message),
        framework.at("spine") if framework.spine_assumed else nearest.manager_band.band.place,
        case.subject(),
        case.subject(level=nearest.expert, zone=zone),
        case.subject(level=nearest.manager, zone=zone),
        figures=(
            *pay_figure("max", end, moment.unit, "A"),
            *pay_figure("min", nearest.manager_band.band.min, moment.unit, "M"),
        ),
        related=(Related(field_of(nearest.band.band, "max"), f"where {level_name(nearest.expert)} ends"),),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{capital(claim)}.\n{ASK}",
    )


RULE = rule(__name__, check, severity=Severity.NOTE, pay="always")
