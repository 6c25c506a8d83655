"""At one grade, experts and managers have bands as high as each other's.

Why
---
A grade says that two jobs weigh the same.
If the manager's band is higher all the same, the title was paid and not the work, and the next good expert will ask
for a team they do not want.
A reason such as the market explains an exception; it does not make the gap go away.

Source
------
J: "aligned with compensation".
D: pay should reflect impact, not title.
The thresholds are our own choice.

Bad
---
    # pay/2026.yaml
    exceptions:
      - track: specialist  # <- here
        grade: G5
        min: 55000
        midpoint: 66000
        max: 76000
        because: market
        reason: Experts were hired cheaply in the year that we started.

Good
----
    # pay/2026.yaml
    exceptions:
      - track: specialist
        grade: G5
        min: 60000
        midpoint: 71000
        max: 83000
        because: market
        reason: Experts were hired cheaply in the year that we started.

When to waive
-------------
While a gap that was found is being closed, with the date on which it will be.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.band_gaps import BandGap, begin, both_figures, figures_of, what_to_type
from ladderc.rules.bands import (
    ASK,
    Moment,
    Ratios,
    comparable,
    compared,
    median_band,
    ratio_figure,
    shown_below,
)
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare
from ladderc.rules.pay_beside import beside_each_other, doubt_notes, fall_short_too, judge_moments
from ladderc.rules.pay_exceptions import given_reasons
from ladderc.rules.phrases import grade_name, level_name
from ladderc.wording.numbers import share


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a grade that falls short, for the pay in force and each later one; one note a family on what may."""
    yield from judge_moments(case, _moment)


def _moment(case: Case, moment: Moment) -> Iterator[Verdict]:
    comparisons: list[Comparison[Ratios]] = []
    judged: list[Ratios] = []
    failing: list[Verdict] = []
    for levels, peers, zone, named in beside_each_other(case, moment):
        found = [_compare(case, moment, level, zone, judged) for level in levels]
        comparisons += [comparison for comparison in found if comparison.outcome != "none"]
        short = [comparison for comparison in found if comparison.outcome == "certain"]
        if short and not case.framework.spine_assumed:
            failing.append(_short(case, moment, short, zone, named))
        reverse = [gap for peer in peers if (gap := _reverse(case, moment, peer, zone, named))]
        if reverse and not case.framework.spine_assumed:
            failing.append(_thinner(case, moment, max(reverse, key=lambda gap: gap.ratios.highest)))
    if not judged:
        lacking = "bands with a midpoint or a maximum, for experts and managers at one grade"
        yield case.not_judged(lacking, from_pay=True)
        return
    failing += doubt_notes(case, moment, comparisons, "be paid less than a manager at the same grade")
    worst = min(judged, key=lambda ratios: ratios.lowest)
    yield from failing or [case.holds(figures=ratio_figure("lowest ratio", worst.lowest), from_pay=True)]


def _compare(case: Case, moment: Moment, level: Level, zone: str | None, judged: list[Ratios]) -> Comparison[Ratios]:
    """The level against each of its references that has a band; what was compared is added to ``judged``."""
    own = comparable(moment, [level], zone)
    references = comparable(moment, case.facts.references(level).levels, zone) if own else []
    peers = {peer.key: band for peer, band in references}
    ratios = {key: compared(own[0][1].band, band.band) for key, band in peers.items()}
    known = {key: one for key, one in ratios.items() if one is not None}
    judged += known.values()
    if not known:
        return Comparison(level, "none")
    floor = Fraction(case.number("floor"))

    def short_of(_: Level, peer: Level) -> Ratios | None:
        found = known.get(peer.key)
        return found if found and found.lowest < floor else None

    return compare(case.facts, level, short_of, lambda found: -found.lowest)


def _short(case: Case, moment: Moment, short: list[Comparison[Ratios]], zone: str | None, named: str | None) -> Verdict:
    """The one finding of a grade: the lowest paid level with its nearest manager, the others named."""
    worst = min(short, key=lambda one: one.gap.lowest if one.gap else Fraction(1))
    level, peer, ratios = worst.level, worst.peer, worst.gap
    assert peer is not None, "a certain shortfall has its nearest manager"
    assert ratios is not None, "a certain shortfall has its ratios"
    band, peer_band = moment.of(level, zone), moment.of(peer, zone)
    assert band is not None, "the level's band was compared"
    assert peer_band is not None, "the manager's band was compared"
    gap = BandGap(level, band, peer, peer_band, ratios, named)
    error = ratios.lowest < Fraction(case.number("error_floor"))
    odd, other = (peer, level) if peer_band.exception and not band.exception else (level, peer)
    places = {level.key: band.band.place, peer.key: peer_band.band.place}
    more = [one.level for one in short if one is not worst]
    also = fall_short_too(more)
    claim = f"{begin(moment, level, named)} the band of {level_name(level)} is below that of {level_name(peer)}."
    return case.fails(
        f"{both_figures(case, moment, gap)}{also}\n{what_to_type(case, gap, more)}",
        places[odd.key],
        *(case.subject(level=one, zone=named) for one in (level, *more)),
        figures=figures_of(case, moment, gap, "floor"),
        related=(Related(places[other.key], f"the band of {level_name(other)}"), *given_reasons(band, peer_band)),
        severity=Severity.ERROR if error else Severity.WARNING,
        topic="band" if error else "band raised",
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{claim}{also}\n{ASK}",
    )


def _reverse(case: Case, moment: Moment, peer: Level, zone: str | None, named: str | None) -> BandGap | None:
    """A manager's level that the middle of its experts' bands stands far above."""
    own = comparable(moment, [peer], zone)
    experts = comparable(moment, case.facts.counterparts(peer), zone)
    if not own or not experts:
        return None
    ratios = compared(median_band([band.band for _, band in experts]), own[0][1].band)
    if ratios is None or ratios.highest <= Fraction(case.number("reverse_above")):
        return None
    level, band = experts[0]
    return BandGap(level, band, peer, own[0][1], ratios, named)


def _thinner(case: Case, moment: Moment, gap: BandGap) -> Verdict:
    claim = (
        f"{begin(moment, gap.peer, gap.zone)} the band of {level_name(gap.peer)} is below that of the experts "
        f"beside it, such as {level_name(gap.level)}."
    )
    ceiling = share(Fraction(case.number("reverse_above")), case.framework.locale)
    shown = shown_below(gap.ratios.highest, Fraction(case.number("reverse_above")), case.framework.locale)
    return case.fails(
        f"{claim}\nThe experts' band, in the middle, is {shown} of the manager's; up to {ceiling} is expected.\n"
        f"Check the band for {grade_name(gap.peer.grade)}, or record a waiver with the reason.",
        gap.peer_band.band.place,
        case.subject(level=gap.peer, zone=gap.zone),
        figures=figures_of(case, moment, gap, "reverse_above"),
        related=(Related(gap.band.band.place, f"the band of {level_name(gap.level)}"),),
        severity=Severity.NOTE,
        topic="reverse",
        discriminator=f"reverse {moment.apart}".strip(),
        from_pay=True,
        message_without_pay=f"{claim}\n{ASK}",
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.ERROR,
    pay="always",
    settings=(
        Setting("floor", Decimal("0.95"), "The share of the manager's midpoint and maximum that experts reach."),
        Setting("error_floor", Decimal("0.90"), "Below this share it is an error, above it a warning."),
        Setting("reverse_above", Decimal("1.25"), "Above this share the managers' band is noted as the lower one."),
    ),
)
