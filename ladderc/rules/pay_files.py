"""The pay files that hold for a family, each once: its bands as written, and whom each pays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ladderc.finding import Subject, Verdict
from ladderc.model.catalogue import Family
from ladderc.model.framework import Framework
from ladderc.model.pay import Band
from ladderc.rules.bands import Moment, moments
from ladderc.rules.base import Case
from ladderc.rules.phrases import family_name, grade_name, track_name
from ladderc.span import Place

NO_FILE = "a pay file that holds for the family"
"""What a rule on bands lacks where no pay file names the family."""


class WrittenBand(NamedTuple):
    """A band of a pay file, with the track and zone that it is an exception for."""

    band: Band
    track: str | None
    zone: str | None


def pay_files(case: Case) -> tuple[Moment, ...]:
    """The first moment of each pay file that holds for the family, today or later."""
    return case.once(_pay_files)


def _pay_files(case: Case) -> tuple[Moment, ...]:
    known: dict[str, Moment] = {}
    for moment in moments(case):
        known.setdefault(moment.structure.place.file, moment)
    return tuple(known.values())


def written(moment: Moment) -> Iterator[WrittenBand]:
    """Every band of the pay file: those of its grades, then its exceptions."""
    for band in moment.structure.bands:
        yield WrittenBand(band, None, None)
    for exception in moment.structure.exceptions:
        yield WrittenBand(exception.band, exception.track, exception.zone)


def in_order(band: Band) -> bool:
    """Whether the band rises; ``band-order`` speaks of those that do not."""
    ends = [one for one in (band.min, band.midpoint, band.max) if one is not None]
    return band.min > 0 and ends == sorted(ends)


def band_name(framework: Framework, moment: Moment, one: WrittenBand) -> str:
    """A band by what it is for: ``G5``, ``G5 of Specialist``, ``G5 of Specialist in London``."""
    whose = f" of {track_name(framework.tracks[one.track])}" if one.track and one.track in framework.tracks else ""
    zone = next((known.name.plain for known in moment.structure.zones if known.id == one.zone), "")
    return f"{grade_name(one.band.grade)}{whose}{f' in {zone}' if zone else ''}"


def field_of(band: Band, field: str) -> Place:
    """Where a field of the band stands; the band itself where the field is not written."""
    there = getattr(band, field) is not None and (field != "midpoint" or band.midpoint_written)
    return band.place._replace(route=(*band.place.route, field)) if there else band.place


def families_paid(case: Case, moment: Moment) -> tuple[str, ...]:
    """The families whose pay stands in the file, in the order of the framework."""
    return case.facts.paid_from[moment.structure.place.file]


def told_elsewhere(case: Case, moment: Moment, lacking: str) -> Verdict | None:
    """A file that several families share is told with the first of them; what the others say instead."""
    first: Family = case.framework.families[families_paid(case, moment)[0]]
    if first == case.family:
        return None
    return case.not_judged(f"{lacking}: see {family_name(first)}", from_pay=True)


def subjects_paid(case: Case, moment: Moment, one: WrittenBand, zone: str | None = None) -> Iterator[Subject]:
    """Every level that the band pays in each family, or the grade where it pays none."""
    for family in families_paid(case, moment):
        levels = [
            level
            for track in case.every_family[family].tracks
            for level in track.levels
            if level.grade == one.band.grade and one.track in (None, track.id)
        ]
        named = zone or one.zone
        yield from (Subject(family, level.track, level.id, level.grade, named) for level in levels)
        if not levels:
            yield Subject(family, one.track, None, one.band.grade, named)
