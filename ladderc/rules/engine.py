"""Runs the rules over a framework: verdicts, then findings, waivers and precedence."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Finding, Severity, Verdict
from ladderc.model.catalogue import Family
from ladderc.model.framework import Framework
from ladderc.rules import catalog, precedence, waivers
from ladderc.rules.base import Case, Rule
from ladderc.rules.content import Content
from ladderc.rules.facts import FamilyFacts, family_facts
from ladderc.rules.judgement import Judgement, Result
from ladderc.rules.paths import FOLLOWING_WAYS
from ladderc.rules.settings import settings_for, severity_of, switched_off

WITHOUT_TRACK = "a track in the family, which `ladderc new track` adds"
"""What each rule lacks in a family that has none yet."""


def judge(framework: Framework, today: str, *, pay: bool = True) -> Judgement:
    """Every rule's verdicts on every family, on the ISO date ``today``.

    With ``pay`` false nothing that depends on pay is judged or said: rules about pay are left out,
    and so is the part of other rules that reads pay.
    """
    if not pay:
        kept = tuple(waiver for waiver in framework.waivers if not _about_pay(waiver.rule))
        framework = framework._replace(waivers=kept)
    facts = family_facts(framework)
    rules = [rule for rule in catalog.load_all() if pay or rule.pay != "always"]
    results = tuple(
        result_of(framework, rule, verdict)
        for rule, verdict in _all_verdicts(framework, rules, facts, today)
        if pay or not verdict.from_pay
    )
    results = precedence.settle(results)
    nothing = Content(framework, ())
    results, used = waivers.apply(results, framework.waivers, today, framework.broken_waivers)
    about_waivers = tuple(
        result_of(framework, rule, verdict)
        for rule in rules
        if rule.scope == "waivers" and not switched_off(framework, rule, None)
        for verdict in _of_waivers(
            case_of(framework, rule, None, facts, nothing, today)._replace(used_waivers=used), rule
        )
        if pay or not verdict.from_pay
    )
    return Judgement(results + about_waivers)


def _about_pay(name: str) -> bool:
    return name in catalog.names() and catalog.load(name).pay == "always"


def _all_verdicts(
    framework: Framework, rules: list[Rule], facts: dict[str, FamilyFacts], today: str
) -> Iterator[tuple[Rule, Verdict]]:
    """Every rule's verdicts, in the order of the catalogue; waivers are judged later.

    The rules of one family run one after the other, so that they can share what its levels say, and no more is kept.
    """
    found: dict[str, list[Verdict]] = {rule.name: [] for rule in rules}
    usual = {rule.name: settings_for(framework, rule, None) for rule in rules}
    for family in (None, *framework.families.values()):
        content = Content(framework, facts[family.id].tracks if family else ())
        for rule in rules:
            if rule.scope == ("family" if family else "framework"):
                own = rule.name in framework.rules  # else every family has the rule's own settings
                settings = settings_for(framework, rule, family.id if family else None) if own else usual[rule.name]
                case = Case(rule.name, framework, family, settings, facts, content, today)
                found[rule.name] += _verdicts(case, rule)
    return ((rule, verdict) for rule in rules for verdict in found[rule.name])


def _verdicts(case: Case, rule: Rule) -> Iterator[Verdict]:
    framework, family = case.framework, case.family
    broken = _broken_file(framework, rule, family)
    if switched_off(framework, rule, family.id if family else None):
        if rule.severity is not Severity.OFF:  # what sleeps until a company asks for it lacks nothing
            yield case.not_judged("it is switched off in framework.yaml")
    elif broken:
        yield case.not_judged(f"`{broken}` has to be mended first")
    elif _partly_hidden(framework, family):
        yield case.not_judged("not every part of it is shown to this audience")
    elif family and family.id in framework.hidden_ways and rule.name in FOLLOWING_WAYS:
        yield case.not_judged("not every level that its moves lead to or come from is shown to this audience")
    elif family and not case.facts.tracks:
        yield from (_for_want_of_a_track(verdict) for verdict in rule.check(case))
    else:
        yield from rule.check(case)


def _of_waivers(case: Case, rule: Rule) -> Iterator[Verdict]:
    file = case.framework.doubtful_rules.get(rule.name)  # a mistake in any other file hides no waiver
    return iter((case.not_judged(f"`{file}` has to be mended first"),)) if file else rule.check(case)


def _for_want_of_a_track(verdict: Verdict) -> Verdict:
    """In a family without a track every rule lacks the same, whatever else it would need."""
    return verdict._replace(lacking=WITHOUT_TRACK) if verdict.state == "not-judged" else verdict


def _broken_file(framework: Framework, rule: Rule, family: Family | None) -> str | None:
    """The file whose fault could make this rule say something false."""
    doubts = [framework.doubtful] if rule.pay == "never" else [framework.doubtful, framework.doubtful_pay]
    for doubtful in doubts:
        if family is None and doubtful:
            return next(iter(doubtful.values()))
        if family is not None and family.id in doubtful:
            return doubtful[family.id]
    return framework.doubtful_rules.get(rule.name)


def _partly_hidden(framework: Framework, family: Family | None) -> bool:
    return bool(framework.partly_hidden) and (family is None or family.id in framework.partly_hidden)


def case_of(
    framework: Framework, rule: Rule, family: Family | None, facts: dict[str, FamilyFacts], content: Content, today: str
) -> Case:
    """What a rule is handed to judge a family, or the framework."""
    settings = settings_for(framework, rule, family.id if family else None)
    return Case(rule.name, framework, family, settings, facts, content, today)


def result_of(framework: Framework, rule: Rule, verdict: Verdict) -> Result:
    """A verdict as the company weighs it, with the finding where it fails."""
    severity = severity_of(framework, rule, verdict)
    if verdict.state != "fails":
        return Result(rule.category, severity, verdict, None)
    assert verdict.place is not None, f"{rule.name} fails without a place"
    finding = Finding(
        rule=rule.name,
        severity=severity,
        message=verdict.message,
        place=verdict.place,
        subjects=verdict.subjects,
        related=verdict.related,
        figures=verdict.figures,
        discriminator=verdict.discriminator,
        from_pay=verdict.from_pay,
        message_without_pay=verdict.message_without_pay,
        category=rule.category,
    )
    return Result(rule.category, severity, verdict, finding)
