"""One cause, one finding: each entry of the table does what the catalogue says, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import judged, lay

from ladderc.finding import Finding, Severity, Subject, Verdict
from ladderc.rules import catalog, precedence
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


def result(rule: str, subject: Subject, topic: str = "") -> Result:
    place = Place("tracks/specialist.yaml", ("levels", 0))
    verdict = Verdict(rule, "fails", (subject,), f"{rule} fails.", place, topic=topic)
    return Result(
        catalog.category_of(rule),
        Severity.ERROR,
        verdict,
        Finding(rule, Severity.ERROR, f"{rule} fails.", place, (subject,), category=catalog.category_of(rule)),
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
