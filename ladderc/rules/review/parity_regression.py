"""A change opens no gap between tracks, and widens none.

Why
---
A gap between tracks hardly ever comes from one decision. Managers' pay moves in March, a metric goes in June, a level
in autumn, and each pull request shows a few changed lines that look harmless alone. What was there before the change
is old debt, and stays the business of `ladderc check`. What the change itself adds is stopped here, while the people
who know why it was made are still looking at it.

Old debt is what the rules say of the framework before the change by the settings of today. A rule that this change
switches on, or makes stricter, finds old debt and stops nobody. The same gap on another pay date, at another place in
the files or under another id is the same debt. It has grown where its two sides drift further apart, where a figure
strays further from its limits, where it weighs more, or where it reaches one more level. Debt is new, too, where a waiver that covered it is gone, and where nobody
could judge it before: a first pay file has to stand the same test as its next one.

What a draft lacks stops nobody, for a draft holds for nobody yet: it is told in one note a draft. All of it counts on
the day on which the draft is published.

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

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Finding, Severity, Subject, Verdict
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.drafts import Drafts
from ladderc.rules.judgement import Judgement
from ladderc.rules.phrases import level_name, listed, track_name
from ladderc.rules.reviewed import Debts
from ladderc.wording.numbers import share

_OPENED = "This change breaks `{rule}`, which was not broken here before."
_WIDENED = "This change makes worse what broke `{rule}` before."
_UNCOVERED = "No waiver covers any more that `{rule}` is broken here."
_PUBLISHED = "This was a draft and is published now, and `{rule}` is broken here."
_UNJUDGED = "`{rule}` could not be judged here before; now it can, and it is broken."
_AT_LEAST, _AT_MOST = ("least", "narrowest"), ("most", "widest")


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a finding that is new, that reaches more, or whose two sides stand further apart than before."""
    debts = Debts(case.reviewed.was, case.reviewed.now)
    lacking = _lacking(case.reviewed.was)
    failing: list[Verdict] = []
    drafts, owed = Drafts(case.framework, case.reviewed.single), dict[str, list[Finding]]()
    for finding in case.reviewed.now.findings:
        if finding.waived or finding.baselined or finding.because or finding.severity.rank < Severity.WARNING.rank:
            continue
        if draft := drafts.owed_by(finding):
            if not debts.known(finding):
                owed.setdefault(draft, []).append(finding)
        elif drafts.published(finding):
            failing.append(_verdict(case, finding, _PUBLISHED))
        elif before := debts.known(finding):
            failing += _worse(case, before, finding)
        elif before := debts.grown(finding):
            failing.append(_verdict(case, finding, _WIDENED, _reach(case, before, finding)))
        elif debts.excused(finding):
            failing.append(_verdict(case, finding, _UNCOVERED))
        elif (finding.rule, finding.subjects[0].family) in lacking:
            failing.append(_verdict(case, finding, _UNJUDGED))
        else:
            failing.append(_verdict(case, finding, _OPENED))
    failing += [_in_draft(case, draft, found) for draft, found in owed.items()]
    yield from failing or [case.holds()]


def _in_draft(case: Case, draft: str, found: Sequence[Finding]) -> Verdict:
    """All that is owed by one draft, a track or a level, in one note."""
    level = case.framework.levels.get(draft)
    track = case.framework.tracks[draft.partition("/")[0]]
    many = Counter(finding.rule for finding in found)
    names = listed(f"`{rule}`" + (f" ({count} times)" if count > 1 else "") for rule, count in many.items())
    message = (
        f"{level_name(level) if level else f'The track {track_name(track)}'} is a draft, "
        f"so what parity lacks there does not fail this comparison: {names}.\n"
        "All of it will once the draft is published; `ladderc check` counts each already."
    )
    return case.fails(
        message,
        level.place if level else track.place,
        case.subject(track=track, level=level)._replace(family=track.families[0]),
        severity=Severity.NOTE,
        discriminator="draft",
    )


def _worse(case: Case, before: Finding, now: Finding) -> Iterator[Verdict]:
    """Old debt that grew: its two sides drifted apart, or it weighs more."""
    if wider := _wider(case, before, now):
        was, is_ = wider
        locale = case.framework.locale
        told = f"It was {share(Fraction(was.value), locale)} and is {share(Fraction(is_.value), locale)}."
        yield _verdict(case, now, _WIDENED, told, secret=now.from_pay, figures=_both(was, is_))
    elif now.severity.rank > before.severity.rank:
        told = f"It weighs `{now.severity}` now; it weighed `{before.severity}`."
        yield _verdict(case, now, _WIDENED, told, secret=now.from_pay)


def _reach(case: Case, before: Finding, now: Finding) -> str:
    """Which levels, tracks or grades a finding reaches that it did not reach."""
    more = [subject for subject in now.subjects if subject not in before.subjects]
    return f"It reaches {listed(_called(case, subject) for subject in more)} now, too."


def _called(case: Case, subject: Subject) -> str:
    if level := case.framework.levels.get(f"{subject.track}/{subject.level}"):
        return level_name(level)
    track = case.framework.tracks.get(subject.track or "")
    return track_name(track) if track else subject.grade or subject.family or "the framework"


def _verdict(
    case: Case,
    finding: Finding,
    opening: str,
    told: str = "",
    *,
    secret: bool = False,
    figures: tuple[Figure, ...] = (),
) -> Verdict:
    """``told`` says what grew; where it is ``secret``, it is left out together with the pay."""
    opening = opening.format(rule=finding.rule)
    first = f"{opening}\n{told}" if told else opening
    hidden = finding.message_without_pay or finding.message
    return case.fails(
        f"{first}\n{finding.message}",
        finding.place,
        *finding.subjects,
        figures=(*figures, *finding.figures),
        related=finding.related,
        discriminator=f"{finding.rule} {finding.discriminator}".strip(),
        from_pay=finding.from_pay,
        message_without_pay=f"{opening if secret else first}\n{hidden}" if finding.from_pay else "",
        topic=finding.rule,
    )


def _wider(case: Case, before: Finding, now: Finding) -> tuple[Figure, Figure] | None:
    """The first ratio of the two that moved further astray by more than counts."""
    old = {figure.name: figure for figure in before.figures}
    for figure in now.figures:
        was = old.get(figure.name)
        if figure.unit != "ratio" or was is None:
            continue
        if _astray(figure, now) - _astray(was, now) > case.number("no_widening"):
            return was, figure
    return None


def _astray(figure: Figure, finding: Finding) -> Decimal:
    """How far a ratio lies outside the limits that it must keep to; how far from 1 where two sides should be equal."""
    value = Decimal(figure.value)
    limits = {one.name: Decimal(one.value) for one in finding.figures if one.side == "limit"}
    above = [value - limit for name, limit in limits.items() if name in _AT_MOST]
    below = [limit - value for name, limit in limits.items() if name in _AT_LEAST]
    return max(Decimal(0), *above, *below) if above or below else abs(value - 1)


def _both(was: Figure, now: Figure) -> tuple[Figure, ...]:
    return (was._replace(name=f"{was.name} before"), now._replace(name=f"{now.name} now"))


def _lacking(judgement: Judgement) -> set[tuple[str, str | None]]:
    """The rules that could say nothing of a family before: neither that it was well, nor that it was not."""
    said = {(one.verdict.rule, one.verdict.family) for one in judgement.results if one.verdict.state != "not-judged"}
    silent = {(one.verdict.rule, one.verdict.family) for one in judgement.results if one.verdict.state == "not-judged"}
    return silent - said


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
