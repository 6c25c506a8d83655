"""The best-paid expert can reach as much as the best-paid manager.

Why
---
The top of the ladder tells people what the firm will pay for in the end.
Where the experts' top band stops short of the managers', the last raise of a career needs a team.
The check looks at the highest maximum on each side, up to the managers' highest grade that is not executive.

Source
------
D: "lack of high pay bands for non-managerial roles".
The thresholds are our own choice.

Bad
---
    # pay/2026.yaml
    exceptions:
      - track: people-leadership  # <- here
        grade: G7
        min: 88000
        midpoint: 105500
        because: market
        reason: Nobody in this post is sent away over money.

Good
----
    # pay/2026.yaml
    exceptions:
      - track: people-leadership
        grade: G7
        min: 88000
        midpoint: 105500
        max: 123000
        because: market
        reason: Nobody in this post is sent away over money.

When to waive
-------------
When one manager's post carries a risk that pay makes up for, and the post is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ladderc.finding import Figure, Related, Severity, Subject, Verdict
from ladderc.model.level import Level
from ladderc.rules.bands import ASK, Moment, moments, pay_figure, ratio_figure, shown_below
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.ceilings import Ceiling, ceilings_of
from ladderc.rules.phrases import counted, grade_name, level_name, listed
from ladderc.wording.numbers import share


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family, for the pay in force and for each later one."""
    facts = case.facts
    experts = [level for level in facts.other_levels() if _counts(case, level)]
    managers = [level for level in facts.management_levels() if _counts(case, level)]
    moments_known = moments(case)
    if not experts or not managers:
        yield case.not_judged("experts and managers to compare", from_pay=True)
        return
    if not moments_known:
        yield case.not_judged("a pay file that holds for the family", from_pay=True)
        return
    for moment in moments_known:
        yield from _moment(case, moment, experts, managers)


def _counts(case: Case, level: Level) -> bool:
    facts = case.facts
    return facts.apex is not None and facts.rank_of(level) <= facts.apex and level.grade not in facts.executive


def _moment(case: Case, moment: Moment, experts: list[Level], managers: list[Level]) -> Iterator[Verdict]:
    ceilings = ceilings_of(case, moment, experts, managers)
    if not ceilings:
        yield case.not_judged("bands for experts and for managers", from_pay=True)
    for ceiling in ceilings:
        yield _judged(case, moment, ceiling)


def _judged(case: Case, moment: Moment, ceiling: Ceiling) -> Verdict:
    floor = Fraction(case.number("floor"))
    figures = _figures(case, moment, ceiling)
    if ceiling.manager.open and not ceiling.expert.open:
        return _cannot_be_shown(case, moment, ceiling, figures)
    if ceiling.ratio is None or ceiling.ratio >= floor:
        return case.holds(case.subject(zone=ceiling.zone), figures=figures, from_pay=True)
    if ceiling.missing and (ceiling.at_top is None or ceiling.at_top >= floor):
        return _missing_grades(case, moment, ceiling, figures)
    return _same_grade(case, moment, ceiling, figures)


def _missing_grades(case: Case, moment: Moment, ceiling: Ceiling, figures: tuple[Figure, ...]) -> Verdict:
    floor, locale = Fraction(case.number("floor")), case.framework.locale
    grades = f"missing {listed(map(grade_name, ceiling.missing))} {'level' if len(ceiling.missing) == 1 else 'levels'}"
    top = ceiling.expert.level.grade
    beside = (
        f"At {grade_name(top)}, where both exist, it is {shown_below(ceiling.at_top, floor, locale)}: the gap comes from the {grades}."
        if ceiling.at_top is not None
        else f"The gap comes from the {grades}."
    )
    mend = f"Add an expert level at {grade_name(ceiling.missing[-1])}, or record a waiver with the reason."
    return _fails(
        case,
        moment,
        ceiling,
        f"{_reached(case, moment, ceiling)}\n{beside}\n{mend}",
        figures,
        Severity.WARNING,
        "missing-grades",
    )


def _same_grade(case: Case, moment: Moment, ceiling: Ceiling, figures: tuple[Figure, ...]) -> Verdict:
    locale = case.framework.locale
    judged = ceiling.at_top if ceiling.missing and ceiling.at_top is not None else ceiling.ratio
    assert judged is not None, "a ceiling that falls short has its ratio"
    expected = f"Expected {share(Fraction(case.number('floor')), locale)} or more."
    absent = f"\nManagers also have {counted(len(ceiling.missing), 'grade')} above: {listed(map(grade_name, ceiling.missing))}."
    mend = f"Raise the band of {level_name(ceiling.expert.level)}, or record a waiver with the reason."
    return _fails(
        case,
        moment,
        ceiling,
        f"{_reached(case, moment, ceiling)}\n{expected}{absent if ceiling.missing else ''}\n{mend}",
        figures,
        Severity.ERROR if judged < Fraction(case.number("error_floor")) else Severity.WARNING,
        "same-grade",
    )


def _cannot_be_shown(case: Case, moment: Moment, ceiling: Ceiling, figures: tuple[Figure, ...]) -> Verdict:
    expert, manager = ceiling.expert, ceiling.manager
    assert expert.band.band.max is not None, "the expert's band has an end here"
    message = "\n".join(
        (
            f"{_begin(moment, ceiling)} has no upper end, that of {level_name(expert.level)} ends at "
            f"{moment.amount(expert.band.band.max, case.framework)}: that both can reach as much cannot be shown.",
            f"Write `max` for {level_name(manager.level)}, or leave it out for {level_name(expert.level)} as well.",
        )
    )
    return _fails(case, moment, ceiling, message, figures, Severity.WARNING, "cannot-be-shown")


def _begin(moment: Moment, ceiling: Ceiling) -> str:
    since = moment.since()
    return f"{since}{'the' if since else 'The'} band of {level_name(ceiling.manager.level)}{_where(moment, ceiling)}"


def _where(moment: Moment, ceiling: Ceiling) -> str:
    return "".join(f" in {zone.name.plain}" for zone in moment.structure.zones if zone.id == ceiling.zone)


def _reached(case: Case, moment: Moment, ceiling: Ceiling) -> str:
    assert ceiling.ratio is not None, "a ceiling that falls short has its ratio"
    since, framework = moment.since(), case.framework
    start = f"{since}{'the' if since else 'The'} best-paid expert{_where(moment, ceiling)}"
    own, theirs = (moment.amount(top.end, framework) for top in (ceiling.expert, ceiling.manager))
    shown = shown_below(ceiling.ratio, Fraction(case.number("floor")), framework.locale)
    mine, other = level_name(ceiling.expert.level), level_name(ceiling.manager.level)
    if ceiling.expert.open:
        return f"{start} ({mine}) starts at {own}, the best-paid manager ({other}) at {theirs}, both without an upper end: {shown}."
    return f"{start} ({mine}) can reach {own}, the best-paid manager ({other}) {theirs}: {shown}."


def _fails(
    case: Case,
    moment: Moment,
    ceiling: Ceiling,
    message: str,
    figures: tuple[Figure, ...],
    severity: Severity,
    topic: str,
) -> Verdict:
    expert, manager = ceiling.expert, ceiling.manager
    without = (
        f"{moment.since()}{level_name(expert.level)} may not reach what "
        f"{level_name(manager.level)} can{_where(moment, ceiling)}.\n{ASK}"
    )
    if case.framework.spine_assumed:
        said, _, mend = message.rpartition("\n")
        message = (
            f"{said}\nThe grades were ordered or paired by us: check the pairing, then write `spine: declared`.\n{mend}"
        )
    odd, other = (manager, expert) if manager.band.exception and not expert.band.exception else (expert, manager)
    return case.fails(
        message,
        odd.band.band.place,
        *_subjects(case, ceiling),
        figures=figures,
        related=(Related(other.band.band.place, f"the band of {level_name(other.level)}"),),
        severity=Severity.NOTE if case.framework.spine_assumed else severity,
        topic=topic,
        discriminator=moment.apart,
        from_pay=True,
        message_without_pay=without,
    )


def _subjects(case: Case, ceiling: Ceiling) -> tuple[Subject, Subject]:
    return (
        case.subject(level=ceiling.expert.level, zone=ceiling.zone),
        case.subject(level=ceiling.manager.level, zone=ceiling.zone),
    )


def _figures(case: Case, moment: Moment, ceiling: Ceiling) -> tuple[Figure, ...]:
    name = "min" if ceiling.expert.open and ceiling.manager.open else "max"
    return (
        *pay_figure(name, getattr(ceiling.expert.band.band, name), moment.unit, "A"),
        *pay_figure(name, getattr(ceiling.manager.band.band, name), moment.unit, "M"),
        *ratio_figure("ratio", ceiling.ratio),
        Figure("floor", case.number("floor"), "ratio", "limit"),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.ERROR,
    pay="always",
    settings=(
        Setting(
            "floor", Decimal("0.95"), "The share of the best-paid manager's maximum that the best-paid expert reaches."
        ),
        Setting("error_floor", Decimal("0.90"), "At one grade, below this share it is an error, above it a warning."),
    ),
)
