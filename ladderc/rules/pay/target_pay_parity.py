"""Bonus and equity do not widen the gap between experts and managers at one grade.

Why
---
Two bands can be equal and the pay slips not.
A bonus of a few per cent more, or shares for those with a team, makes the difference where nobody looks.
Whoever compares the two paths compares what arrives at the end of the year.

Source
------
Seen in practice: bonus and equity hide gaps that the bands do not show.
Target pay is midpoint × (1 + bonus) + equity, a year; an hour is made a year by `hours_per_week` × 52.
Its ratio may be 0.01 below that of the midpoints, which is what rounding makes.
The thresholds for how much a gap weighs are our own choice.
A bonus or equity that is written on one side only is a question: nothing and `0%` are not the same.
Executive levels are left out.
Who may not see equity is told what midpoint and bonus alone say.

Bad
---
    # pay/2026.yaml
    bands:
      - {grade: G5, bonus: 10%}
    exceptions:
      - track: people-leadership
        grade: G5
        min: 62000
        midpoint: 74000
        max: 86000
        bonus: 15%  # <- here
        because: supervisor-premium
        reason: Whoever has a team is paid for its success.

Good
----
    # pay/2026.yaml
    bands:
      - {grade: G5, bonus: 10%}
    exceptions:
      - track: people-leadership
        grade: G5
        min: 62000
        midpoint: 74000
        max: 86000
        bonus: 11%
        because: supervisor-premium
        reason: Whoever has a team is paid for its success.

When to waive
-------------
When a bonus plan that was promised runs out, with the date on which it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.pay import Band
from ladderc.rules.band_gaps import begin
from ladderc.rules.bands import (
    ASK,
    Moment,
    comparable,
    compared,
    pay_figure,
    ratio_figure,
)
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare
from ladderc.rules.pay_beside import beside_each_other, doubt_notes, fall_short_too, judge_moments
from ladderc.rules.pay_files import field_of
from ladderc.rules.phrases import coded, grade_name, level_name
from ladderc.rules.target_gaps import TOLERANCE, Pair, both_targets, one_sided, unit_of
from ladderc.rules.target_pay import TargetRatios, stated, target_ratios

CLAIM = "have a smaller bonus or less equity than a manager at the same grade"


class Read(NamedTuple):
    """What was read of one moment: the ratios judged, and the pairs of which one side states what the other does not."""

    judged: list[TargetRatios]
    one_sided: list[Pair]


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a grade that falls short, for the pay in force and each later one; one note a family on the rest."""
    yield from judge_moments(case, _moment)


def _moment(case: Case, moment: Moment) -> Iterator[Verdict]:
    read = Read([], [])
    comparisons: list[Comparison[TargetRatios]] = []
    failing: list[Verdict] = []
    for levels, _, zone, named in beside_each_other(case, moment):
        found = [_compare(case, moment, level, zone, named, read) for level in levels]
        comparisons += found
        short = [comparison for comparison in found if comparison.outcome == "certain"]
        if short and not case.framework.spine_assumed:
            failing.append(_short(case, moment, short, zone, named))
    if read.one_sided:
        failing.append(one_sided(case, moment, read.one_sided))
    failing += doubt_notes(case, moment, comparisons, CLAIM)
    if failing:
        yield from failing
    elif read.judged:
        lowest = min(read.judged, key=lambda ratios: ratios.target)
        yield case.holds(figures=ratio_figure("lowest target ratio", lowest.target), from_pay=True)
    else:
        yield case.not_judged("`bonus` or `equity` for experts and managers at one grade", from_pay=True)


def _compare(
    case: Case, moment: Moment, level: Level, zone: str | None, named: str | None, read: Read
) -> Comparison[TargetRatios]:
    """The level against each of its references whose band states the same things."""
    own = comparable(moment, [level], zone)
    known: dict[str, TargetRatios] = {}
    has_more: set[str] = set()
    for peer, peer_band in comparable(moment, case.facts.references(level).levels, zone) if own else ():
        band = own[0][1]
        if stated(band.band) != stated(peer_band.band):
            read.one_sided.append(Pair(level, band, peer, peer_band, named))
        elif stated(band.band) and (ratios := target_ratios(moment.structure, band.band, peer_band.band)):
            known[peer.key] = ratios
            if Pair(level, band, peer, peer_band, named).smaller:
                has_more.add(peer.key)
    read.judged.extend(known.values())
    if not known:
        return Comparison(level, "none")

    def short_of(_: Level, peer: Level) -> TargetRatios | None:
        found = known.get(peer.key)
        # equal equity is a smaller share of the higher midpoint, which takes nothing from anybody
        return found if found and found.lost > TOLERANCE and peer.key in has_more else None

    return compare(case.facts, level, short_of, lambda found: found.lost)


def _short(
    case: Case, moment: Moment, short: list[Comparison[TargetRatios]], zone: str | None, named: str | None
) -> Verdict:
    """The one finding of a grade: the level that loses most, with its nearest manager; the others are named."""
    worst = max(short, key=lambda one: one.gap.lost if one.gap else Fraction(0))
    level, peer, ratios = worst.level, worst.peer, worst.gap
    assert peer is not None, "a certain shortfall has its nearest manager"
    assert ratios is not None, "a certain shortfall has its ratios"
    band, peer_band = moment.of(level, zone), moment.of(peer, zone)
    assert band is not None, "the level's band was compared"
    assert peer_band is not None, "the manager's band was compared"
    pair = Pair(level, band, peer, peer_band, named)
    smaller = pair.smaller
    odd, other = (peer_band, band) if peer_band.exception and not band.exception else (band, peer_band)
    more = [one.level for one in short if one is not worst]
    also = fall_short_too(more)
    start = begin(moment, level, named)
    mend = f"Write the same {coded(smaller)} for both at {grade_name(level.grade)}, or record a waiver with the reason."
    tier, by_bands = _tier(case, ratios.target), _tier(case, _band_ratio(band.band, peer_band.band))
    raised = "raised" if tier == 1 else ""
    return case.fails(
        f"{both_targets(case, moment, pair, ratios)}{also}\n{mend}",
        field_of(odd.band, smaller[0]),
        *(case.subject(level=one, zone=named) for one in (level, *more)),
        figures=(
            *pay_figure("target pay", ratios.own, unit_of(moment), "A"),
            *pay_figure("target pay", ratios.other, unit_of(moment), "M"),
            *ratio_figure("target ratio", ratios.target),
            *ratio_figure("midpoint ratio", ratios.midpoint),
            Figure("tolerance", Decimal("0.01"), "ratio", "limit"),
        ),
        related=(Related(other.band.place, f"the band of {level_name(level if other is band else peer)}"),),
        severity=Severity.ERROR if tier == 2 else Severity.WARNING,
        topic=f"{'no-worse' if by_bands and tier <= by_bands else 'worse'} {raised}".strip(),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=(
            f"{start} {coded(smaller)} of {level_name(level)} {'are' if len(smaller) > 1 else 'is'} below "
            f"{'those' if len(smaller) > 1 else 'that'} of {level_name(peer)}.{also}\n{ASK}"
        ),
    )


def _tier(case: Case, value: Fraction | None) -> int:
    """How much a ratio weighs: 0 nothing, 1 a warning that profiles raise, 2 an error."""
    floors = (Fraction(case.number(name)) for name in ("floor", "error_floor"))
    return 0 if value is None else sum(1 for floor in floors if value < floor)


def _band_ratio(band: Band, peer: Band) -> Fraction | None:
    ratios = compared(band, peer)
    return ratios.lowest if ratios else None


RULE = rule(
    __name__,
    check,
    severity=Severity.ERROR,
    pay="always",
    settings=(
        Setting("floor", Decimal("0.95"), "Below this ratio of target pay a gap weighs more in profile `standard`."),
        Setting("error_floor", Decimal("0.90"), "Below this ratio it is an error."),
    ),
)
