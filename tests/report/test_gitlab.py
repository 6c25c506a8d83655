"""GitLab's Code Quality report: its fields, and fingerprints that are one a finding and outlive an edit."""

from __future__ import annotations

import json
import re
from typing import Any

from reported import LINES, PREFIX, finding, mixed, one_ladder, report

from ladderc.finding import Severity
from ladderc.report.gitlab import as_gitlab
from ladderc.report.report import Report


def entries(shown: Report) -> list[dict[str, Any]]:
    return list(json.loads(as_gitlab(shown)))


def test_one_entry_whole() -> None:
    (entry,) = entries(report(finding("grade-gap", 2)))
    assert re.fullmatch(r"[0-9a-f]{32}", entry.pop("fingerprint"))
    assert entry == {
        "description": "About grade-gap in line 2. Mend `it`.",
        "check_name": "grade-gap",
        "severity": "major",
        "location": {"path": f"{PREFIX}tracks/specialist.yaml", "lines": {"begin": 2}},
    }


def test_a_clean_framework_is_an_empty_list() -> None:
    assert as_gitlab(report()) == "[]"


def test_the_weights_are_the_platform_s() -> None:
    shown = report(
        finding("grade-gap", 1), finding("way-back", 2, Severity.WARNING), finding("move-step", 3, Severity.NOTE),
        faults=(finding("unknown-field", 4, category="language"),),
    )  # fmt: skip
    assert [(one["check_name"], one["severity"]) for one in entries(shown)] == [
        ("unknown-field", "critical"),
        ("grade-gap", "major"),
        ("way-back", "minor"),
        ("move-step", "info"),
    ]


def test_what_is_waived_known_or_only_follows_is_no_entry() -> None:
    assert [one["check_name"] for one in entries(mixed())] == [
        "unknown-field",
        "grade-gap",
        "ceiling-parity",
        "three-measures",
    ]


def prints(shown: Report) -> list[str]:
    return [one["fingerprint"] for one in entries(shown)]


def test_no_two_fingerprints_are_alike_even_of_two_faults_at_one_spot() -> None:
    twice = finding("unknown-field", 4, category="language", subjects=())
    shown = report(finding("grade-gap", 1), faults=(twice, twice._replace(message="Another.")))
    assert len(set(prints(shown))) == 3
    real = prints(one_ladder())
    assert len(set(real)) == len(real)


def test_lines_words_figures_and_weight_are_not_in_a_fingerprint() -> None:
    before = prints(report(finding("grade-gap", 2)))
    further_down = finding("grade-gap", 2, Severity.WARNING, message="Now 2 % less.")
    assert prints(report(further_down, contents="# a remark\n\n" + LINES)) == before


def test_two_frameworks_of_one_repository_do_not_share_fingerprints() -> None:
    assert prints(report(finding("grade-gap", 2), prefix="a/")) != prints(report(finding("grade-gap", 2), prefix="b/"))
