"""One cause, one finding: each entry of the table does what the catalogue says, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import judged, lay

from ladderc.finding import Finding, Related, Severity, Subject, Verdict
from ladderc.rules import catalog, precedence
from ladderc.rules.explained import explain
from ladderc.rules.judgement import Result
from ladderc.rules.precedence import TABLE, Precedence
from ladderc.span import Place

HERE = Subject("engineering", "specialist", "S5", "G5")
ELSEWHERE = {
    "family": Subject("care", "care-specialist", "C5", "G5"),
    "track": Subject("engineering", "stem", "S5", "G5"),
    "level": Subject("engineering", "stem", "S5", "G5"),
    "grade": Subject("engineering", "specialist", "S6", "G6"),
}
IDS = [f"{entry.cause} {entry.how} {entry.effect}" for entry in TABLE]


def result(rule: str, subject: Subject, topic: str = "", severity: Severity = Severity.ERROR) -> Result:
    place = Place("tracks/specialist.yaml", ("levels", 0))
    verdict = Verdict(rule, "fails", (subject,), f"{rule} fails.", place, topic=topic)
    return Result(
        catalog.category_of(rule),
        severity,
        verdict,
        Finding(rule, severity, f"{rule} fails.", place, (subject,), category=catalog.category_of(rule)),
    )


def settled(entry: Precedence, subject: Subject, *, topic: str, cause_topic: str) -> tuple[Result, Result]:
    cause, effect = precedence.settle((result(entry.cause, HERE, cause_topic), result(entry.effect, subject, topic)))
    return cause, effect


def test_every_name_in_the_table_is_a_rule() -> None:
    assert {name for entry in TABLE for name in (entry.cause, entry.effect)} <= set(catalog.names())


@pytest.mark.parametrize("entry", TABLE, ids=IDS)
def test_the_effect_is_dropped_or_put_under_its_cause(entry: Precedence) -> None:
    cause, effect = settled(entry, HERE, topic=entry.topic, cause_topic=entry.cause_topic)
    assert cause == result(entry.cause, HERE, entry.cause_topic)
    if entry.how == "drops":
        assert effect.finding is None
        assert effect.verdict.state == "not-judged"
        assert effect.verdict.lacking == f"`{entry.cause}` has to be mended first"
    else:
        assert effect.finding is not None
        assert cause.finding is not None
        assert effect.finding.because == cause.finding.fingerprint


@pytest.mark.parametrize("entry", TABLE, ids=IDS)
def test_what_speaks_of_something_else_stays(entry: Precedence) -> None:
    far = ELSEWHERE[entry.shared]
    assert settled(entry, far, topic=entry.topic, cause_topic=entry.cause_topic)[1] == result(
        entry.effect, far, entry.topic
    )


@pytest.mark.parametrize("entry", [one for one in TABLE if one.topic or one.cause_topic], ids=str)
def test_another_topic_stays(entry: Precedence) -> None:
    other = "another" if entry.topic else ""
    effect = settled(entry, HERE, topic=other, cause_topic="another" if entry.cause_topic else "")[1]
    assert effect == result(entry.effect, HERE, other)


def test_the_order_of_results_does_not_matter() -> None:
    cause, effect = result("band-order", HERE), result("band-parity", HERE)
    assert precedence.settle((effect, cause)) == tuple(reversed(precedence.settle((cause, effect))))


def test_a_cause_that_holds_causes_nothing() -> None:
    holds = result("band-order", HERE)._replace(finding=None)
    effect = result("band-parity", HERE)
    assert precedence.settle((holds, effect)) == (holds, effect)


def test_what_follows_from_a_dropped_finding_follows_from_the_one_that_stands_for_it() -> None:
    top = result("only-path-is-management", HERE, "none")
    ceiling = result("ceiling-parity", HERE, "ceiling")
    pay = result("pay-ceiling-parity", HERE, "missing-grades")
    first, second, third = precedence.settle((top, ceiling, pay))
    assert first.finding
    assert second.finding is None
    assert third.finding
    assert third.finding.because == first.finding.fingerprint


@pytest.mark.parametrize("same", [Severity.NOTE, Severity.WARNING, Severity.ERROR])
def test_a_consequence_that_is_no_heavier_than_its_cause_is_shown_under_it(same: Severity) -> None:
    cause, effect = result("definition-depth", HERE, severity=same), result("section-parity", HERE)
    for severity in (one for one in Severity if 0 < one.rank <= same.rank):
        assert effect.finding
        lighter = effect._replace(finding=effect.finding._replace(severity=severity))
        _, after = precedence.settle((cause, lighter))
        assert after.finding
        assert cause.finding
        assert after.finding.because == cause.finding.fingerprint
        assert after.finding.related == ()


@pytest.mark.parametrize("severity", [Severity.NOTE, Severity.WARNING])
def test_a_consequence_that_is_heavier_stands_on_its_own_and_names_its_cause(severity: Severity) -> None:
    cause, effect = result("definition-depth", HERE, severity=severity), result("section-parity", HERE)
    _, after = precedence.settle((cause, effect))
    assert cause.finding
    assert after.finding
    assert after.finding.because is None
    assert after.finding.related == (
        Related(cause.finding.place, f"may follow from `definition-depth`, a {severity} here"),
    )


def test_of_two_causes_the_one_that_is_heavy_enough_explains() -> None:
    heavy = result("dimension-coverage", HERE)
    light = result("definition-depth", HERE, severity=Severity.NOTE)
    effect = result("thinner-than-below", HERE, severity=Severity.WARNING)
    for causes in ((heavy, light), (light, heavy)):
        after = precedence.settle((*causes, effect))[2].finding
        assert after
        assert heavy.finding
        assert after.because == heavy.finding.fingerprint
        assert after.related == ()


def test_a_lighter_cause_drops_all_the_same_what_could_only_be_wrong() -> None:
    light = result("band-missing", HERE, severity=Severity.WARNING)
    assert precedence.settle((light, result("band-parity", HERE)))[1].finding is None


REAL = {
    "placeholder-text drops section-parity": """
# tracks/specialist.yaml
levels: [{id: S5, summary: TODO}]
""",
    "band-order drops band-parity": """
# pay/2026.yaml
exceptions: [{track: specialist, grade: G5, min: 50000, midpoint: 49000, max: 51000}]
""",
    "ceiling-parity explains pay-ceiling-parity": """
# tracks/specialist.yaml without S7
# tracks/project-leadership.yaml without P7
""",
}


@pytest.mark.parametrize("name", REAL)
def test_on_a_real_framework_one_cause_is_one_finding(name: str, tmp_path: Path) -> None:
    found = judged(lay(REAL[name]), tmp_path).findings
    assert [finding.rule for finding in found] == [name.split()[0]]


def test_on_a_real_framework_an_error_is_not_hidden_beneath_a_note(tmp_path: Path) -> None:
    settings = "# framework.yaml\nrules: {profile: standard, definition-depth: {severity: note}}\n"
    thin = explain("definition-depth").bad.replace("- id: S7\n", "- id: S7\n    metrics: ~\n")
    found = {finding.rule: finding for finding in judged(lay(f"\n{settings}{thin}\n"), tmp_path).findings}
    assert found["definition-depth"].severity is Severity.NOTE
    heavy = found["section-parity"]
    assert (heavy.severity, heavy.because) == (Severity.ERROR, None)
    assert "may follow from `definition-depth`, a note here" in [related.message for related in heavy.related]
