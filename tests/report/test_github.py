"""Workflow commands: the fields of one, what is escaped, and that GitHub's caps never swallow a finding unsaid."""

from __future__ import annotations

import pytest
from reported import PREFIX, finding, mixed, read_github, report

from ladderc.finding import Finding, Related, Severity
from ladderc.report.github import as_github
from ladderc.span import Place


def many(rule: str, count: int, severity: Severity, start: int = 1) -> list[Finding]:
    return [finding(rule, number, severity) for number in range(start, start + count)]


def test_one_command_whole() -> None:
    beside = Related(Place("tracks/specialist.yaml", ("line7",)), "the other one")
    assert as_github(report(finding("grade-gap", 2, related=(beside,)))) == (
        f"::error file={PREFIX}tracks/specialist.yaml,line=2,endLine=2,col=8,endColumn=14,title=grade-gap::"
        "About grade-gap in line 2.%0AMend `it`.%0A"
        f"See {PREFIX}tracks/specialist.yaml:7 (the other one).\n"
        "Read 1 file: 1 error."
    )


def test_what_follows_is_told_at_its_cause_and_is_no_annotation_of_its_own() -> None:
    text = as_github(mixed())
    assert "%0AFrom this follows (way-back): About way-back in line 9.\n" in text
    assert [one.rule for one in read_github(text)] == ["unknown-field", "grade-gap", "ceiling-parity", "three-measures"]


def test_signs_that_end_a_field_or_a_command_are_coded() -> None:
    odd = finding("grade-gap", 1, message="100 %\r\n::error::x", place=Place("tracks/a,b:c%.yaml", ("line1",)))
    command = as_github(report(odd, file="tracks/a,b:c%.yaml", prefix="")).split("\n")[0]
    assert command == (
        "::error file=tracks/a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=8,endColumn=14,title=grade-gap::100 %25�%0A::error::x"
    )


def test_a_finding_of_several_lines_is_put_under_its_first_which_alone_may_have_a_column() -> None:
    shown = report(finding("grade-gap", 1), contents="line1:\n  - one\n  - two\n")
    assert ",line=2,endLine=2,col=3,title=" in as_github(shown)


def test_nothing_found_is_said_in_a_line() -> None:
    assert as_github(report()) == "Read 1 file: no problems."


def test_of_each_kind_ten_are_annotated_and_the_rest_counted_in_the_last_line() -> None:
    shown = report(
        *many("grade-gap", 13, Severity.ERROR),
        *many("way-back", 11, Severity.WARNING),
        *many("move-step", 10, Severity.NOTE),
    )
    text = as_github(shown)
    found = read_github(text)
    assert [one.severity for one in found] == ["error"] * 10 + ["warning"] * 10 + ["note"] * 10
    assert text.split("\n")[-2:] == [
        "Read 1 file: 13 errors, 11 warnings, 10 notes.",
        "Not shown above: 3 errors, 1 warning, for GitHub shows 10 of each kind. `ladderc check --format concise` names them all.",
    ]


def test_ten_of_each_kind_leave_nothing_out() -> None:
    assert "Not shown" not in as_github(report(*many("grade-gap", 10, Severity.ERROR)))


def test_a_rule_with_many_findings_does_not_hide_the_others() -> None:
    shown = report(*many("grade-gap", 20, Severity.ERROR), finding("way-back", 30), finding("move-step", 31))
    found = read_github(as_github(shown))
    assert [one.rule for one in found] == ["grade-gap"] * 8 + ["way-back", "move-step"]
    assert [one.line for one in found] == [1, 2, 3, 4, 5, 6, 7, 8, 30, 31]


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING, Severity.NOTE])
def test_the_three_kinds_have_the_platform_s_names(severity: Severity) -> None:
    names = {"error": "::error ", "warning": "::warning ", "note": "::notice "}
    assert as_github(report(finding("grade-gap", 1, severity))).startswith(names[severity.value])
