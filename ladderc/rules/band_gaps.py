"""Two bands at one grade that are not as high as each other: both sides in words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure
from ladderc.model.level import Level
from ladderc.model.pay import ResolvedBand
from ladderc.rules.bands import Moment, Ratios, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case
from ladderc.rules.phrases import grade_name, level_name, listed, track_name
from ladderc.wording.numbers import share


class BandGap(NamedTuple):
    """Two levels with their bands, in one zone, and how they compare."""

    level: Level
    band: ResolvedBand
    peer: Level
    peer_band: ResolvedBand
    ratios: Ratios
    zone: str | None


def begin(moment: Moment, level: Level, zone: str | None) -> str:
    """How a message begins: from which day, at which grade, in which zone."""
    names = {one.id: one.name.plain for one in moment.structure.zones}
    since = moment.since()
    where = f" in {names.get(zone, zone)}" if zone else ""
    return f"{since}{'at' if since else 'At'} {grade_name(level.grade)}{where}"


def both_figures(case: Case, moment: Moment, gap: BandGap) -> str:
    """Both sides of what falls short most plainly: the midpoint, or the maximum where the midpoint holds."""
    floor, locale = Fraction(case.number("floor")), case.framework.locale
    ratios, own, other = gap.ratios, gap.band.band, gap.peer_band.band
    by_midpoint = ratios.midpoint is not None and (ratios.midpoint < floor or ratios.max is None)
    name, mine, theirs, judged = (
        ("midpoint", own.midpoint, other.midpoint, ratios.midpoint)
        if by_midpoint
        else ("maximum", own.max, other.max, ratios.max)
    )
    assert mine is not None, "what falls short has its own figure"
    assert theirs is not None, "what falls short has the other figure"
    assert judged is not None, "what falls short has its ratio"
    rest = [("midpoint", ratios.midpoint), ("max", ratios.max), ("min", ratios.min)]
    left_out = "midpoint" if by_midpoint else "max"
    beside = ", ".join(
        f"{word} {shown_below(value, floor, locale)}" for word, value in rest if value is not None and word != left_out
    )
    return (
        f"{begin(moment, gap.level, gap.zone)} the {name} of {level_name(gap.level)} is "
        f"{moment.amount(mine, case.framework)}, that of {level_name(gap.peer)} {moment.amount(theirs, case.framework)}: "
        f"{shown_below(judged, floor, locale)} ({beside}).\nExpected {share(floor, locale)} or more."
    )


def what_to_type(case: Case, gap: BandGap, more: Sequence[Level] = ()) -> str:
    """The mend: which exception to raise, to take out or to write as well, or which files to bring together.

    ``more`` are the other levels that fall short of the same manager.
    """
    grade, tracks = gap.level.grade, case.framework.tracks
    waive = "or record a waiver with the reason"
    if gap.band.exception:
        return f"Raise the exception for {track_name(tracks[gap.level.track])} at {grade_name(grade)}, {waive}."
    if gap.peer_band.exception:
        theirs = track_name(tracks[gap.peer.track])
        ours = listed(f"`track: {track}`" for track in dict.fromkeys((gap.level.track, *(one.track for one in more))))
        return f"Take out the exception for {theirs} at {grade_name(grade)}, write the same for {ours}, {waive}."
    return f"Bring the two pay files together at {grade_name(grade)}, {waive}."


def figures_of(case: Case, moment: Moment, gap: BandGap, limit: str) -> tuple[Figure, ...]:
    """Every figure of both bands, their ratios, and the setting they are held against."""
    own, other, unit = gap.band.band, gap.peer_band.band, moment.unit
    return (
        *(figure for name in ("min", "midpoint", "max") for figure in pay_figure(name, getattr(own, name), unit, "A")),
        *(
            figure
            for name in ("min", "midpoint", "max")
            for figure in pay_figure(name, getattr(other, name), unit, "M")
        ),
        *ratio_figure("midpoint ratio", gap.ratios.midpoint),
        *ratio_figure("max ratio", gap.ratios.max),
        *ratio_figure("min ratio", gap.ratios.min),
        Figure(limit.replace("_", " "), case.number(limit), "ratio", "limit"),
    )
