"""JUnit's XML: its shape, counts that add up, and which tests fail, pass and are skipped."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from overlay import judged, lay
from reported import PREFIX, checked, finding, mixed, one_ladder, report

from ladderc.finding import Severity
from ladderc.report.junit import as_junit
from ladderc.report.report import Report

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "skipped", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"},
    "testcase": {"name", "classname", "time", "file", "line"},
    "failure": {"message", "type"},
    "skipped": {"message"},
    "system-out": set(),
}
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase", "system-out"},
    "testcase": {"failure", "skipped", "system-out"},
}


def tree(shown: Report) -> ET.Element:
    return ET.fromstring(as_junit(shown))


@pytest.mark.parametrize("source", ["mixed", "real", "empty"])
def test_it_has_the_shape_that_build_servers_read(source: str) -> None:
    root = tree({"mixed": mixed(), "real": one_ladder(), "empty": report()}[source])
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) <= ATTRIBUTES[element.tag], element.tag
        assert {child.tag for child in element} <= INSIDE.get(element.tag, set())
    for suite in root:
        cases = suite.findall("testcase")
        counts = [len(cases), len(suite.findall("testcase/failure")), 0, len(suite.findall("testcase/skipped"))]
        assert [int(suite.get(name, "")) for name in ("tests", "failures", "errors", "skipped")] == counts
        assert [child.tag for child in suite] == ["testcase"] * len(cases) + ["system-out"]
        names = [(case.get("classname"), case.get("name")) for case in cases]
        assert len(set(names)) == len(names)
        assert all(len(case.findall("failure")) + len(case.findall("skipped")) <= 1 for case in cases)
    for name in ("tests", "failures", "errors", "skipped"):
        assert int(root.get(name, "")) == sum(int(suite.get(name, "")) for suite in root)


def test_one_failure_whole() -> None:
    shown = report(finding("grade-gap", 2), finding("grade-gap", 4))
    (case,) = tree(shown).findall(".//testcase[@name='grade-gap']")
    assert (case.get("classname"), case.get("file"), case.get("line")) == (
        "Whole framework.structure",
        f"{PREFIX}tracks/specialist.yaml",
        "2",
    )
    (failure,) = case
    assert (failure.tag, failure.attrib) == (
        "failure",
        {"message": "About grade-gap in line 2. (and 1 more)", "type": "error"},
    )
    assert failure.text == (
        f"{PREFIX}tracks/specialist.yaml:2:8: error grade-gap\nAbout grade-gap in line 2.\nMend `it`.\n\n"
        f"{PREFIX}tracks/specialist.yaml:4:8: error grade-gap\nAbout grade-gap in line 4.\nMend `it`."
    )


def failing(shown: Report) -> list[str | None]:
    return [case.get("name") for case in tree(shown).iter("testcase") if case.find("failure") is not None]


@pytest.mark.parametrize(
    ("fail_on", "rules"),
    [
        (Severity.ERROR, ["unknown-field", "grade-gap"]),
        (Severity.WARNING, ["unknown-field", "grade-gap", "ceiling-parity"]),
        (Severity.NOTE, ["unknown-field", "grade-gap", "ceiling-parity", "three-measures"]),
    ],
)
def test_a_test_fails_where_the_check_does(fail_on: Severity, rules: list[str]) -> None:
    assert failing(mixed()._replace(fail_on=fail_on)) == rules


def test_what_weighs_less_is_told_by_a_test_that_passes() -> None:
    (case,) = tree(mixed()).findall(".//testcase[@name='ceiling-parity']")
    assert [child.tag for child in case] == ["system-out"]
    assert "warning ceiling-parity\nAbout ceiling-parity in line 11." in (case[0].text or "")


def test_what_is_covered_and_what_only_follows_is_skipped_and_says_why() -> None:
    skipped = {
        case.get("name"): child.get("message")
        for case in tree(mixed()).iter("testcase")
        for child in case.findall("skipped")
    }
    assert skipped == {
        "way-back": "It fails because another rule does, which names it.",
        "equal-climb": "A waiver covers it.",
        "move-step": "It stands in the baseline.",
    }


def test_what_was_not_judged_is_skipped_and_what_holds_passes(tmp_path: Path) -> None:
    judged(lay("\n# without pay/2026.yaml\n"), tmp_path)
    root = tree(checked(tmp_path))
    assert [suite.get("name") for suite in root] == ["Files", "Engineering", "Whole framework"]
    (unjudged,) = root.findall(".//testcase[@name='band-parity']")
    assert unjudged[0].get("message", "").startswith("Not judged: ")
    (held,) = root.findall(".//testcase[@name='grade-gap']")
    assert list(held) == []


def test_a_clean_framework_shows_that_its_files_were_looked_at() -> None:
    (case,) = tree(report()).iter("testcase")
    assert (case.get("name"), list(case)) == ("every file can be used", [])
