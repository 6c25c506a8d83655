"""Levels of one family at one grade share one band, or the exception says why.

Why
---
A grade is a promise: the same weight of work, the same pay, whatever the title.
Every band of its own makes the promise a little less true, and those that nobody explains are the ones that stay.
A reason can be read, doubted and taken back when it no longer holds.

Source
------
D: pay should reflect impact, not title.
An exception is explained by `because` and by a `reason` that says more than that word.
It may explain a difference between experts and managers; it never silences `band-parity`, which then shows it beside the gap.
Executive levels are left out.

Bad
---
    # pay/2026.yaml
    exceptions:
      - track: specialist  # <- here
        grade: G5
        min: 60000
        midpoint: 71000
        max: 83000

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
        reason: Test benches are found outside the big cities, where pay is a little lower.

When to waive
-------------
When the exceptions came with an import and each is being looked into, until the day that this ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, get_args

from ladderc.finding import Related, Severity, Subject, Verdict
from ladderc.model.kinds import Because
from ladderc.model.level import Level
from ladderc.model.pay import Band, ResolvedBand
from ladderc.rules.bands import Moment, pay_figure, zones_apart
from ladderc.rules.base import Case, rule
from ladderc.rules.pay_exceptions import lacking_words
from ladderc.rules.pay_files import NO_FILE, families_paid, pay_files
from ladderc.rules.phrases import coded, counted, grade_name, level_name, listed
from ladderc.wording.numbers import share

Figures = tuple[Decimal | None, ...]

_REASONS = listed((f"`{one}`" for one in get_args(Because)), "or")


class Apart(NamedTuple):
    """The levels of one grade that have bands of their own without a reason, and those they stand apart from."""

    grade: str
    odd: tuple[tuple[Level, ResolvedBand], ...]
    others: tuple[tuple[Level, ResolvedBand], ...]
    zone: str | None


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a grade with an unexplained band, or one for the family; on a guessed spine one note."""
    files = pay_files(case)
    if not files:
        yield case.not_judged(NO_FILE, from_pay=True)
        return
    grades = _by_grade(case)
    if not grades:
        yield case.not_judged("two levels at one grade", from_pay=True)
        return
    verdicts: list[Verdict] = []
    for moment in files:
        apart = [one for grade, levels in grades.items() for one in _apart(case, moment, grade, levels)]
        if apart and case.framework.reasons_hidden:
            verdicts.append(case.not_judged("the reasons of exceptions, which are not shown here", from_pay=True))
        elif apart and case.framework.spine_assumed:
            verdicts.append(_guessed(case, moment, apart))
        else:
            verdicts += [_fails(case, moment, one) for one in apart]
    yield from verdicts or [case.holds(from_pay=True)]


def _by_grade(case: Case) -> dict[str, list[Level]]:
    """The family's levels at each grade that has two or more."""
    facts = case.facts
    found: dict[str, list[Level]] = {}
    for track in facts.tracks:
        for level in track.levels:
            if level.grade not in facts.executive:
                found.setdefault(level.grade, []).append(level)
    return {grade: found[grade] for grade in sorted(found, key=facts.rank.__getitem__) if len(found[grade]) > 1}


def _apart(case: Case, moment: Moment, grade: str, levels: Sequence[Level]) -> Iterator[Apart]:
    for zone, named in zones_apart(moment, levels):
        paid = [(level, band) for level in levels if (band := moment.of(level, zone))]
        usual = next((_figures(band.band) for _, band in paid if band.exception is None), None)
        if len({_figures(band.band) for _, band in paid}) < 2:
            continue
        odd = [
            (level, band)
            for level, band in paid
            if band.exception and _figures(band.band) != usual and lacking_words(band.exception)
        ]
        others = [one for one in paid if one not in odd]
        told = [one for one in odd if _first_family(case, moment, one[0]) == case.facts.family.id]
        if told:
            yield Apart(grade, tuple(told), tuple(others), named)


def _first_family(case: Case, moment: Moment, level: Level) -> str:
    """A track of several families is told in the first that the file pays."""
    families = case.framework.tracks[level.track].families
    return next((one for one in families_paid(case, moment) if one in families), families[0])


def _figures(band: Band) -> Figures:
    return band.min, band.midpoint, band.max, band.bonus, band.equity


def _fails(case: Case, moment: Moment, apart: Apart) -> Verdict:
    lacking = coded(word for word in ("because", "reason") if any(word in _lack(one) for one in apart.odd))
    single = len(apart.odd) == 1
    own = f"{listed(level_name(level) for level, _ in apart.odd)} {'has a band of its' if single else 'have bands of their'} own"
    claim = f"{_begin(moment, apart)}, {own}, and {lacking} {'is' if ' and ' not in lacking else 'are'} not written"
    return case.fails(
        f"{claim}: {_shown(case, moment, apart)}.\n{_expected()}\n{_mend(single)}",
        apart.odd[0][1].band.place,
        *_subjects(case, moment, apart),
        figures=tuple(
            figure
            for level, band in (*apart.odd, *apart.others[:1])
            for name in ("min", "midpoint", "max")
            for figure in pay_figure(f"{name} {level.id}", getattr(band.band, name), moment.unit, "")
        ),
        related=tuple(
            Related(band.band.place, f"the band of {level_name(level)}")
            for level, band in (*apart.odd[1:], *apart.others[:1])
        ),
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=f"{claim}.\n{_expected()}\n{_mend(single)}",
    )


def _lack(one: tuple[Level, ResolvedBand]) -> tuple[str, ...]:
    return lacking_words(one[1].exception) if one[1].exception else ()


def _begin(moment: Moment, apart: Apart) -> str:
    since = moment.since()
    zone = next((one.name.plain for one in moment.structure.zones if one.id == apart.zone), "")
    return f"{since}{'at' if since else 'At'} {grade_name(apart.grade)}{f' in {zone}' if zone else ''}"


def _shown(case: Case, moment: Moment, apart: Apart) -> str:
    """Both sides with their figures: ``£60,000 to £83,000, where M5 … has £62,000 to £86,000``."""
    single = len(apart.odd) == 1
    bonus, equity = (len({getattr(band.band, name) for _, band in (*apart.odd, *apart.others)}) > 1 for name in _EXTRAS)

    def ends(band: Band) -> str:
        top = f" to {moment.amount(band.max, case.framework)}" if band.max is not None else " and more"
        extras = [f"bonus {share_of(band.bonus)}"] if bonus else []
        extras += [f"equity {moment.amount(band.equity or Decimal(0), case.framework)}"] if equity else []
        return "".join((moment.amount(band.min, case.framework), top, *(f", {extra}" for extra in extras)))

    def share_of(value: Decimal | None) -> str:
        return share(Fraction(value or 0), case.framework.locale)

    apart_by_id = len({level.id for level, _ in apart.odd}) == len(apart.odd)  # else ids are the grade's, as in a table
    names = [level.id if apart_by_id else level_name(level) for level, _ in apart.odd]
    shown = [f"{name} {ends(band.band)}" for name, (_, band) in zip(names, apart.odd, strict=True)]
    own = ends(apart.odd[0][1].band) if single else listed(shown)
    if not apart.others:
        return own
    first = apart.others[0][1].band
    beside = [level for level, band in apart.others if _figures(band.band) == _figures(first)]
    verb = "has" if len(beside) == 1 else "have"
    return f"{own}, where {listed(level_name(level) for level in beside)} {verb} {ends(first)}"


_EXTRAS = ("bonus", "equity")


def _expected() -> str:
    return "Expected one band a grade, or an exception that gives its reason."


def _mend(single: bool) -> str:
    them = "the exception" if single else "the exceptions"
    return f"Take {them} out, or write `because` ({_REASONS}) and a sentence under `reason`."


def _subjects(case: Case, moment: Moment, apart: Apart) -> Iterator[Subject]:
    for level, _ in apart.odd:
        for family in families_paid(case, moment):
            if family in case.framework.tracks[level.track].families:
                yield case.subject(level=level, zone=apart.zone)._replace(family=family)


def _guessed(case: Case, moment: Moment, apart: list[Apart]) -> Verdict:
    grades = listed(f"{grade_name(one.grade)} ({counted(len(one.odd), 'level')})" for one in apart)
    since = moment.since()
    message = "\n".join(
        (
            f"{since}{'if' if since else 'If'} the guessed pairing is right, levels at one grade have bands of their own "
            f"without a reason: {grades}.",
            "The grades were ordered or paired by us.",
            "Check the pairing, then write `spine: declared` in framework.yaml.",
        )
    )
    return case.fails(
        message,
        case.framework.at("spine"),
        *(subject for one in apart for subject in _subjects(case, moment, one)),
        related=tuple(Related(one.odd[0][1].band.place, f"an exception at {grade_name(one.grade)}") for one in apart),
        severity=Severity.NOTE,
        topic="guessed",
        discriminator=f"guessed {moment.apart}".strip(),
        from_pay=True,
        message_without_pay=message,
    )


RULE = rule(__name__, check, severity=Severity.WARNING, standard=Severity.ERROR, pay="always")
