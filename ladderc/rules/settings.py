"""Which severity and settings a rule has in one family: the rule's own, the profile's, the company's."""

from __future__ import annotations

from ladderc.finding import Severity, Verdict
from ladderc.model.catalogue import RuleOptions
from ladderc.model.framework import Framework
from ladderc.rules.base import Rule, SettingValue

RAISED = "raised"
"""A verdict whose topic holds this word is a warning that profiles above ``adopt`` raise to an error."""


def options_for(framework: Framework, rule: Rule, family: str | None) -> tuple[RuleOptions, ...]:
    """What ``framework.yaml`` says of a rule, the family's own first."""
    general = framework.rules.get(rule.name)
    if general is None:
        return ()
    own = dict(general.families).get(family) if family else None
    return (own, general) if own else (general,)


def settings_for(framework: Framework, rule: Rule, family: str | None) -> dict[str, SettingValue]:
    """Every setting of a rule with the value that counts in a family."""
    values: dict[str, SettingValue] = {setting.name: setting.default for setting in rule.settings}
    for options in reversed(options_for(framework, rule, family)):
        values.update((name, value) for name, value in options.settings if name in values)
    return values


def switched_off(framework: Framework, rule: Rule, family: str | None) -> bool:
    """Whether the rule does not run in a family."""
    if rule.name not in framework.rules:
        return rule.severity is Severity.OFF
    chosen = _chosen(framework, rule, family)
    return (chosen or rule.severity) is Severity.OFF


def severity_of(framework: Framework, rule: Rule, verdict: Verdict) -> Severity:
    """How much a verdict weighs.

    A severity chosen in ``framework.yaml`` replaces the rule's warnings and errors; notes stay
    notes, for they ask a question rather than name a fault.
    ``strict`` makes every warning an error and every note a warning.
    """
    severity = verdict.severity or rule.severity
    chosen = _chosen(framework, rule, verdict.family)
    if chosen is not None and severity is Severity.OFF:
        return chosen  # off until a company asks for it, so its own weight says nothing
    if chosen is not None:
        return severity if severity.rank < min(chosen.rank, Severity.WARNING.rank) else chosen
    if verdict.severity is None:
        severity = _declared(rule, framework.profile, framework.law)
    raised = framework.profile in ("standard", "strict") and RAISED in verdict.topic.split()
    if raised and severity is Severity.WARNING:
        severity = Severity.ERROR
    return _stricter(severity) if framework.profile == "strict" else severity


def weight(rule: Rule, profile: str, law: str | None = None) -> Severity:
    """How much a finding of a rule weighs where ``framework.yaml`` names a profile and a law, and not the rule."""
    if rule.severity is Severity.OFF:
        return Severity.OFF
    severity = _declared(rule, profile, law)
    return _stricter(severity) if profile == "strict" else severity


def _declared(rule: Rule, profile: str, law: str | None) -> Severity:
    severity = rule.eu if law == "eu" and rule.eu else rule.severity
    if profile != "adopt" and rule.standard and rule.standard.rank > severity.rank:
        return rule.standard
    return severity


def _stricter(severity: Severity) -> Severity:
    return {Severity.NOTE: Severity.WARNING, Severity.WARNING: Severity.ERROR}.get(severity, severity)


def _chosen(framework: Framework, rule: Rule, family: str | None) -> Severity | None:
    for options in options_for(framework, rule, family):
        if options.severity:
            return Severity(options.severity)
    return None
