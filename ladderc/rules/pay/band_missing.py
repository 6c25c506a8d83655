"""Every level has a pay band, in every zone.

Why
---
A level without a band is paid by whoever negotiates best.
It also hides from every comparison of pay: what has no figure cannot be found to be too low.

Source
------
D: "clear … compensation structures".

Bad
---
    # pay/2026.yaml without G5
    bands:  # <- here
      - {grade: G4, min: 52000}

Good
----
    # pay/2026.yaml
    bands:
      - {grade: G4, min: 52000}
      - {grade: G5, min: 62000, midpoint: 74000, max: 86000}

When to waive
-------------
When nobody holds the level yet and its pay is being worked out, until the day it is decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.pay import Zone
from ladderc.rules.bands import Moment, moments
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import capital, family_name, grade_name, level_name, listed

Lack = tuple[Level, tuple[Zone, ...]]
"""A level and the zones in which it has no band; none where it has none at all."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a grade that lacks bands, for the pay in force and for each later one."""
    assert case.family is not None, "the rule judges families"
    levels = [level for track in case.facts.tracks for level in track.levels]
    if not levels:
        yield case.not_judged("a level in the family", from_pay=True)
        return
    moments_known = moments(case)
    if not moments_known:
        yield case.not_judged("a pay file that holds for the family", from_pay=True)
        return
    for moment in moments_known:
        lacking = _lacking(moment, levels)
        if len([level for level, zones in lacking if not zones]) == len(levels):
            yield _nothing(case, moment, levels)
        elif lacking:
            yield from _by_grade(case, moment, lacking)
        else:
            yield case.holds(figures=(Figure("levels with a band", len(levels), "levels"),), from_pay=True)


def _lacking(moment: Moment, levels: list[Level]) -> list[Lack]:
    found: list[Lack] = []
    for level in levels:
        absent = tuple(zone for zone in moment.structure.zones if moment.of(level, zone.id) is None)
        if moment.structure.zones and absent:
            found.append((level, absent if len(absent) < len(moment.structure.zones) else ()))
        elif not moment.structure.zones and moment.of(level, None) is None:
            found.append((level, ()))
    return found


def _by_grade(case: Case, moment: Moment, lacking: list[Lack]) -> Iterator[Verdict]:
    """Levels of one grade lack their band for one reason, so they are one finding."""
    groups: dict[tuple[str, tuple[str, ...]], list[Lack]] = {}
    for level, zones in sorted(lacking, key=lambda lack: case.facts.rank_of(lack[0])):
        groups.setdefault((level.grade, tuple(zone.id for zone in zones)), []).append((level, zones))
    for (grade, _), group in groups.items():
        yield _grade(case, moment, grade, [level for level, _ in group], group[0][1])


def _grade(case: Case, moment: Moment, grade: str, levels: list[Level], zones: tuple[Zone, ...]) -> Verdict:
    names = listed(level_name(level) for level in levels)
    verb = "has" if len(levels) == 1 else "have"
    where = f" in {listed(zone.name.plain for zone in zones)}" if zones else ""
    message = "\n".join(
        (
            f"{moment.since()}{names} {verb} no pay band{where}.",
            f"{moment.structure.place.file} has none for {grade_name(grade)}{where}.",
            f"Add `- {{grade: {grade}, min: …, max: …}}` under `bands`.",
        )
    )
    return _fails(case, moment, message, levels, zones)


def _nothing(case: Case, moment: Moment, levels: list[Level]) -> Verdict:
    message = "\n".join(
        (
            capital(
                f"{moment.since()}no level of {family_name(case.facts.family)} has a pay band: "
                f"{moment.structure.place.file} names none of their grades."
            ),
            "Add one line for each grade under `bands`, or name the right `families` in that file.",
        )
    )
    return _fails(case, moment, message, levels, ())


def _fails(case: Case, moment: Moment, message: str, levels: list[Level], zones: tuple[Zone, ...]) -> Verdict:
    place = moment.structure.place
    names: list[str | None] = [*(zone.id for zone in zones)] or [None]
    return case.fails(
        message,
        place._replace(route=(*place.route, "bands")),
        *(case.subject(level=level, zone=zone) for level in levels for zone in names),
        figures=(Figure("levels without a band", len(levels), "levels"),),
        related=tuple(Related(level.place, "has no band") for level in levels),
        severity=Severity.WARNING if zones else Severity.ERROR,
        topic="some-zones" if zones else "no-band",
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=message,
    )


RULE = rule(__name__, check, severity=Severity.ERROR, pay="always")
