"""Midpoints stand where the market pays, and experts and managers aim at the same part of it.

Why
---
A band far below the market loses the people it is for; one far above it hides a title that was paid and not the work.
A firm that pays its managers like the upper quarter of the market and its experts like the middle has decided which
of them it wants to keep.

Source
------
D: "competitive".
Held against each other are the midpoint and the market figure of the same band, as they are written.
The thresholds are our own choice.
That both sides aim at one percentile is read off the market figures that stand at one grade.

Bad
---
    # pay/2026.yaml
    bands:
      - grade: G5
        midpoint: 74000  # <- here
        market: {value: 84000, percentile: 50, as_of: 2026-03, source: Pump makers' survey}

Good
----
    # pay/2026.yaml
    bands:
      - grade: G5
        midpoint: 74000
        market: {value: 80000, percentile: 50, as_of: 2026-03, source: Pump makers' survey}

When to waive
-------------
When the firm pays in another way what is missing here, as with shorter weeks, and says so to everyone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.pay import Band, ResolvedBand
from ladderc.money import ratio
from ladderc.rules.band_gaps import begin
from ladderc.rules.bands import ASK, Moment, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare, guessed_note, possible_note
from ladderc.rules.pay_beside import beside_each_other
from ladderc.rules.pay_files import (
    NO_FILE,
    WrittenBand,
    band_name,
    field_of,
    pay_files,
    subjects_paid,
    told_elsewhere,
    written,
)
from ladderc.rules.phrases import grade_name, level_name, listed
from ladderc.wording.numbers import number, share


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a band away from the market, one a grade that aims at two percentiles, or one for the family."""
    files = pay_files(case)
    if not files:
        yield case.not_judged(NO_FILE, from_pay=True)
    for moment in files:
        bands = [one for one in written(moment) if one.band.market and one.band.market.value > 0]
        if not bands:
            yield case.not_judged(f"`market` in {moment.structure.place.file}", from_pay=True)
            continue
        yield from _ratios(case, moment, bands)
        yield from _aims(case, moment)


def _ratios(case: Case, moment: Moment, bands: list[WrittenBand]) -> Iterator[Verdict]:
    least, most = (Fraction(case.number(name)) for name in ("least", "most"))
    ratios = [(one, found) for one in bands if (found := _ratio(one.band)) is not None]
    odd = [(one, found) for one, found in ratios if not least <= found <= most]
    if odd:
        elsewhere = told_elsewhere(case, moment, f"market figures of {moment.structure.place.file} of its own")
        yield from [elsewhere] if elsewhere else [_away(case, moment, one, found) for one, found in odd]
    elif ratios:
        values = [found for _, found in ratios]
        figures = (*ratio_figure("lowest", min(values)), *ratio_figure("highest", max(values)))
        yield case.holds(figures=figures, from_pay=True)
    without = [band_name(case.framework, moment, one) for one in written(moment) if one.band.market is None]
    if without:
        yield case.not_judged(f"`market` for {listed(without)} in {moment.structure.place.file}", from_pay=True)


def _middle(band: Band) -> Decimal | None:
    if band.midpoint is not None:
        return band.midpoint
    return None if band.max is None else (band.min + band.max) / 2


def _ratio(band: Band) -> Fraction | None:
    middle = _middle(band)
    return None if middle is None or band.market is None else ratio(middle, band.market.value)


def _away(case: Case, moment: Moment, one: WrittenBand, found: Fraction) -> Verdict:
    framework, band = case.framework, one.band
    market, middle = band.market, _middle(band)
    assert market is not None, "the band was held against the market"
    assert middle is not None, "the band was held against the market"
    least, most = (Fraction(case.number(name)) for name in ("least", "most"))
    since = moment.since()
    start = f"{since}{'the' if since else 'The'} midpoint for {band_name(case.framework, moment, one)}"
    shown = shown_below(found, least if found < least else most, framework.locale)
    message = "\n".join(
        (
            f"{start} is {moment.amount(middle, framework)}, the market pays {moment.amount(market.value, framework)}: "
            f"{shown}.",
            f"Expected {share(least, framework.locale)} to {share(most, framework.locale)}.",
            "Move the band towards the market, or bring the market figure up to date.",
        )
    )
    return case.fails(
        message,
        field_of(band, "midpoint"),
        *subjects_paid(case, moment, one),
        figures=(
            *pay_figure("midpoint", middle, moment.unit, ""),
            *pay_figure("market", market.value, moment.unit, ""),
            *ratio_figure("market ratio", found),
            *(Figure(name, case.number(name), "ratio", "limit") for name in ("least", "most")),
        ),
        related=(Related(field_of(band, "market"), "the market figure"),),
        topic="ratio",
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{start} is away from the market figure.\n{ASK}",
    )


def _aims(case: Case, moment: Moment) -> Iterator[Verdict]:
    """Grades at which the market figures of experts and managers stand at two percentiles."""
    comparisons: list[Comparison[Decimal]] = []
    for levels, _, zone, named in beside_each_other(case, moment):
        found = [_aim(case, moment, level, zone) for level in levels]
        comparisons += found
        apart = [one for one in found if one.outcome == "certain"]
        if apart and not case.framework.spine_assumed:
            yield _two_aims(case, moment, apart, zone, named)
    note = guessed_note if case.framework.spine_assumed else possible_note
    claim = "be held against another percentile of the market than a manager at the same grade"
    kind = f"{'guessed' if case.framework.spine_assumed else 'possible'} {moment.apart}".strip()
    said = note(case, comparisons, claim, from_pay=True, discriminator=kind)
    if said:
        yield said._replace(message_without_pay=said.message)


def _percentile(band: ResolvedBand | None) -> Decimal | None:
    return band.band.market.percentile if band and band.band.market else None


def _aim(case: Case, moment: Moment, level: Level, zone: str | None) -> Comparison[Decimal]:
    own = _percentile(moment.of(level, zone))
    peers = [peer for peer in case.facts.references(level).levels if _percentile(moment.of(peer, zone)) is not None]
    if own is None or not peers:
        return Comparison(level, "none")

    def other_than(_: Level, peer: Level) -> Decimal | None:
        theirs = _percentile(moment.of(peer, zone))
        return abs(theirs - own) if theirs is not None and theirs != own else None

    return compare(case.facts, level, other_than, lambda distance: distance)


def _two_aims(
    case: Case, moment: Moment, apart: list[Comparison[Decimal]], zone: str | None, named: str | None
) -> Verdict:
    level, peer = apart[0].level, apart[0].peer
    assert peer is not None, "a level that aims elsewhere has its nearest manager"
    band, peer_band = moment.of(level, zone), moment.of(peer, zone)
    assert band is not None, "the level's aim was read"
    assert peer_band is not None, "the manager's aim was read"
    own, theirs = _percentile(band), _percentile(peer_band)
    assert own is not None, "the level's aim was read"
    assert theirs is not None, "the manager's aim was read"
    odd, other = (peer_band, band) if peer_band.exception and not band.exception else (band, peer_band)
    start = begin(moment, level, named)
    whose = f"the market figure of {listed(level_name(one.level) for one in apart)}"
    return case.fails(
        f"{start} {whose} stands at percentile {number(own, case.framework.locale)}, that of {level_name(peer)} at "
        f"percentile {number(theirs, case.framework.locale)}.\n"
        "Expected one percentile for experts and managers.\n"
        f"Hold both against the same percentile at {grade_name(level.grade)}, or record a waiver with the reason.",
        field_of(odd.band, "market"),
        *(case.subject(level=one.level, zone=named) for one in apart),
        figures=(
            Figure("percentile", own, "", "A", pay=True),
            Figure("percentile", theirs, "", "M", pay=True),
        ),
        related=(Related(field_of(other.band, "market"), "the other market figure"),),
        topic="aim",
        discriminator=f"aim {moment.apart}".strip(),
        from_pay=True,
        message_without_pay=f"{start} {whose} stands at another percentile than that of {level_name(peer)}.\n{ASK}",
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    pay="always",
    settings=(
        Setting("least", Decimal("0.90"), "The share of the market figure that a midpoint reaches at least."),
        Setting("most", Decimal("1.10"), "The share of it that a midpoint reaches at most."),
    ),
)
