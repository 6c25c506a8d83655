"""A change opens no gap between tracks, and widens none.

Why
---
A gap between tracks hardly ever comes from one decision. Managers' pay moves in March, a metric goes in June, a level
in autumn, and each pull request shows a few changed lines that look harmless alone. What was there before the change
is old debt, and stays the business of `ladderc check`. What the change itself adds is stopped here, while the people
who know why it was made are still looking at it.

Source
------
D: "regular audits". J "the same structure and visibility".
That only new debt fails, and that a hundredth is no widening, is our own choice.

Bad
---
    # pay/2026.yaml
    exceptions:
      - track: people-leadership  # <- here
        grade: G7
        because: market
        reason: Heads of whole divisions are hard to find this year.
        min: 103500
        midpoint: 120000
        max: 136500

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        summary: Holds a field on which whole product lines depend, and teaches others to hold theirs.

When to waive
-------------
Acknowledge it in acks.yaml where the gap is known, has a reason, and will be closed by a date. A gap that is meant to
last for a while needs a waiver, so that `ladderc check` knows it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Finding, Severity, Verdict
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.judgement import Judgement
from ladderc.wording.numbers import share

_OPENED = "This change breaks `{rule}`, which was not broken here before."
_WIDENED = "This change makes worse what broke `{rule}` before."


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a finding that is new, or whose two sides stand further apart than before."""
    known = case.reviewed.known_before()
    unjudged = _unjudged(case.reviewed.was)
    failing = []
    for finding in case.reviewed.now.findings:
        if finding.waived or finding.baselined or finding.because or finding.severity.rank < Severity.WARNING.rank:
            continue
        before = known.get((finding.rule, finding.subjects))
        if before is None and (finding.rule, finding.subjects[:1]) not in unjudged:
            failing.append(_verdict(case, finding, _OPENED.format(rule=finding.rule)))
        elif before and (wider := _wider(case, before, finding)):
            was, now = wider
            locale = case.framework.locale
            told = f"It was {share(Fraction(was.value), locale)} and is {share(Fraction(now.value), locale)}."
            opening = _WIDENED.format(rule=finding.rule)
            failing.append(_verdict(case, finding, f"{opening}\n{told}", without=opening, figures=_both(was, now)))
    yield from failing or [case.holds()]


def _verdict(
    case: Case, finding: Finding, opening: str, *, without: str = "", figures: tuple[Figure, ...] = ()
) -> Verdict:
    hidden = finding.message_without_pay or finding.message
    return case.fails(
        f"{opening}\n{finding.message}",
        finding.place,
        *finding.subjects,
        figures=(*figures, *finding.figures),
        related=finding.related,
        discriminator=f"{finding.rule} {finding.discriminator}".strip(),
        from_pay=finding.from_pay,
        message_without_pay=f"{without or opening}\n{hidden}" if finding.from_pay else "",
        topic=finding.rule,
    )


def _wider(case: Case, before: Finding, now: Finding) -> tuple[Figure, Figure] | None:
    """The first ratio of the two that moved away from 1 by more than counts."""
    old = {figure.name: figure for figure in before.figures}
    for figure in now.figures:
        was = old.get(figure.name)
        if figure.unit != "ratio" or figure.side == "limit" or was is None:
            continue
        if abs(Decimal(figure.value) - 1) - abs(Decimal(was.value) - 1) > case.number("no_widening"):
            return was, figure
    return None


def _both(was: Figure, now: Figure) -> tuple[Figure, ...]:
    return (was._replace(name=f"{was.name} before"), now._replace(name=f"{now.name} now"))


def _unjudged(judgement: Judgement) -> set[tuple[str, tuple[object, ...]]]:
    """What could not be judged before because a file was broken: nobody knows whether it was there."""
    return {
        (result.verdict.rule, result.verdict.subjects[:1])
        for result in judgement.results
        if result.verdict.state == "not-judged" and "mended first" in result.verdict.lacking
    }


RULE = rule(
    __name__,
    check,
    severity=Severity.ERROR,
    pay="partly",
    scope="review",
    settings=(
        Setting("no_widening", Decimal("0.01"), "Up to which share two sides may drift apart without being told."),
    ),
)
