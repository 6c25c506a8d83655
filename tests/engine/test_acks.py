"""Whom an acknowledgement answers, until when, and what it has to say to count."""

from __future__ import annotations

import pytest

from ladderc.finding import Finding, Severity, Subject, Verdict, Waived
from ladderc.model.catalogue import Ack
from ladderc.model.text import plain
from ladderc.rules import acks
from ladderc.rules.judgement import Result
from ladderc.span import Place

TODAY = "2026-11-21"
PLACE = Place("tracks/specialist.yaml", ("levels", 0))


def result(level: str) -> Result:
    subject = Subject("engineering", "specialist", level, "G5")
    verdict = Verdict("worse-for-people", "fails", (subject,), "It is worse.", PLACE)
    finding = Finding("worse-for-people", Severity.WARNING, "It is worse.", PLACE, (subject,), category="review")
    return Result("review", Severity.WARNING, verdict, finding)


FIRST, SECOND = sorted((result("S5"), result("S6")), key=lambda one: one.finding.fingerprint if one.finding else "")


def ack(of: Result, *, reason: str = "They were told.", who: str = "Ana Ruiz", until: str = "2026-12-31") -> Ack:
    assert of.finding
    return Ack(of.finding.fingerprint, "level", plain(reason), who, "2026-11-01", until, Place("acks.yaml", (0,)))


def answered(one: Ack) -> list[bool]:
    applied, _ = acks.apply((FIRST, SECOND), (one,), TODAY, "en")
    return [result.finding is not None and result.finding.waived is not None for result in applied]


def test_it_answers_the_finding_that_it_names_and_no_other() -> None:
    assert answered(ack(FIRST)) == [True, False]
    assert answered(ack(SECOND)) == [False, True]


def test_the_finding_says_why_by_whom_and_until_when() -> None:
    applied, used = acks.apply((FIRST, SECOND), (ack(FIRST), ack(SECOND, until="2026-11-20")), TODAY, "en")
    assert [one.finding and one.finding.waived for one in applied] == [
        Waived("They were told.", "Ana Ruiz", "2026-12-31"),
        None,
    ]
    assert used == {0, 1}, "one past its day names something all the same"


@pytest.mark.parametrize(
    ("until", "counts"),
    [("2026-11-20", False), ("2026-11-21", True), ("2026-11-22", True), ("20261231", False), ("spring 2027", False)],
)
def test_the_last_day_counts_and_a_date_that_cannot_be_read_does_not(until: str, counts: bool) -> None:
    assert answered(ack(FIRST, until=until)) == [counts, False]


@pytest.mark.parametrize(("reason", "who"), [("…", "Ana Ruiz"), ("They were told.", "…"), ("", "")])
def test_lines_that_were_not_filled_in_answer_nothing(reason: str, who: str) -> None:
    assert answered(ack(FIRST, reason=reason, who=who)) == [False, False]
