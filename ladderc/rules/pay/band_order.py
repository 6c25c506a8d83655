"""A band rises from its minimum through its midpoint to its maximum.

Why
---
A band whose ends are swapped pays nobody, and every comparison made with it says something false.
Nearly always two figures were mistyped or exchanged.
Only where a grade has one rate for everybody may the figures be equal.

Source
------
What a pay band is; every other check of pay rests on it.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 86000
        midpoint: 74000
        max: 62000  # <- here

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        min: 62000
        midpoint: 74000
        max: 86000

When to waive
-------------
Never: correct the figures, or write `model: single-rate` where one rate is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Figure, Severity, Subject, Verdict
from ladderc.model.pay import Band
from ladderc.rules.bands import ASK, Moment, moments, pay_figure
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import family_name


class Fault(NamedTuple):
    """What is out of order: the field that is odd, and the words for it."""

    field: str
    what: str
    mend: str


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a band that does not rise, or one for the family."""
    assert case.family is not None, "the rule judges families"
    moments_known = moments(case)
    if not moments_known:
        yield case.not_judged("a pay file that holds for the family", from_pay=True)
        return
    failing: list[Verdict] = []
    for moment in moments_known:
        verdicts = list(_moment(case, moment))
        first = case.framework.families[_families(case, moment)[0]]
        if verdicts and first != case.family:  # a file that several families share is told once
            lacking = f"bands of {moment.structure.place.file} that are in order: see {family_name(first)}"
            verdicts = [case.not_judged(lacking, from_pay=True)]
        failing += verdicts
    count = sum(len(moment.structure.bands) + len(moment.structure.exceptions) for moment in moments_known)
    yield from failing or [case.holds(figures=(Figure("bands", count, "bands"),), from_pay=True)]


def _moment(case: Case, moment: Moment) -> Iterator[Verdict]:
    """The bands as written; where those rise, also as they stand in each zone after rounding."""
    single = moment.structure.model == "single-rate"
    for band, track, zone in _written(moment):
        fault = _fault(band, single)
        if fault:
            yield _fails(case, moment, band, fault, track, zone)
            continue
        for resolved in moment.bands.values():
            if resolved.band.place == band.place and (fault := _fault(resolved.band, single)):
                yield _fails(case, moment, resolved.band, fault, track, resolved.zone)
                break


def _written(moment: Moment) -> Iterator[tuple[Band, str | None, str | None]]:
    """Every band of the pay file, with the track and zone that it is an exception for."""
    for band in moment.structure.bands:
        yield band, None, None
    for exception in moment.structure.exceptions:
        yield exception.band, exception.track, exception.zone


def _fault(band: Band, single: bool) -> Fault | None:
    if band.min <= 0:
        return Fault("min", "has a minimum that is not above 0", "Write what the grade pays at least as `min`.")
    if band.max is not None and band.max < band.min:
        return Fault("max", "has a maximum below its minimum", "Exchange the two, or correct the one that is mistyped.")
    middle = band.midpoint
    if band.midpoint_written and middle is not None:
        if middle < band.min:
            return Fault("midpoint", "has a midpoint below its minimum", "Correct `midpoint`, or leave it out.")
        if band.max is not None and middle > band.max:
            return Fault("midpoint", "has a midpoint above its maximum", "Correct `midpoint`, or leave it out.")
    ends = [one for one in (band.min, middle, band.max) if one is not None]
    if not single and len(set(ends)) < len(ends):
        field = "max" if band.max is not None and band.max in (band.min, middle) else "midpoint"
        return Fault(
            field,
            "has two figures that are equal",
            "Widen the band, or write `model: single-rate` in this file if each grade has one rate.",
        )
    return None


def _fails(case: Case, moment: Moment, band: Band, fault: Fault, track: str | None, zone: str | None) -> Verdict:
    begin = moment.since(case.framework)
    whose = f" of {case.framework.tracks[track].name.plain}" if track else ""
    named = next((one.name.plain for one in moment.structure.zones if one.id == zone), "")
    name = f"{begin}{'the' if begin else 'The'} band for {band.grade}{whose}{f' in {named}' if named else ''}"
    figures = [
        (word, value) for word, value in zip(("min", "midpoint", "max"), band[1:4], strict=True) if value is not None
    ]
    shown = ", ".join(f"{word} {moment.amount(value, case.framework)}" for word, value in figures)
    written = fault.field != "midpoint" or band.midpoint_written
    return case.fails(
        f"{name} {fault.what}: {shown}.\n{fault.mend}",
        band.place._replace(route=(*band.place.route, fault.field)) if written else band.place,
        *_subjects(case, moment, band, track, zone),
        figures=tuple(figure for word, value in figures for figure in pay_figure(word, value, moment.unit, "")),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{name} is not in order.\n{ASK}",
    )


def _families(case: Case, moment: Moment) -> list[str]:
    """The families whose pay stands in the file, in the order of the framework."""
    file = moment.structure.place.file
    return list(dict.fromkeys(pay.family for pay in case.framework.pay if pay.structure.place.file == file))


def _subjects(case: Case, moment: Moment, band: Band, track: str | None, zone: str | None) -> Iterator[Subject]:
    """Every level that the band pays in each family, or the grade where it pays none."""
    for family in _families(case, moment):
        levels = [
            level
            for one in case.framework.tracks_of(family)
            for level in one.levels
            if level.grade == band.grade and track in (None, one.id)
        ]
        yield from (Subject(family, level.track, level.id, level.grade, zone) for level in levels)
        if not levels:
            yield Subject(family, track, None, band.grade, zone)


RULE = rule(__name__, check, severity=Severity.ERROR, pay="always")
