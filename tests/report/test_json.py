"""The data format of `check`, field by field, as docs/check-json.md promises it."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
from overlay import judged, lay

from ladderc.pipeline import check
from ladderc.report.json import as_json
from ladderc.report.report import make_report

DOCS = Path(__file__).parent.parent.parent / "docs" / "check-json.md"
DAY = datetime.date(2026, 11, 21)

WAIVED = """
# tracks/specialist.yaml without S7
# tracks/project-leadership.yaml without P7
# waivers.yaml
- rule: ceiling-parity
  subject: {family: engineering}
  reason: The expert level at G7 is being written.
  owner: Priya Nair
  expires: 2027-03-31
"""
"""Experts stop a grade short, for which there is a waiver; pay falls short with it, which follows."""

SHORT = "\n# tracks/specialist.yaml without S7\n# tracks/project-leadership.yaml without P7\n"


def told(snippet: str, folder: Path, *, show_pay: bool = True) -> dict[str, Any]:
    judged(lay(snippet), folder)
    checked = check(folder, DAY)
    report = make_report(checked.reading, checked.faults, checked.framework, checked.judgement, DAY, show_pay=show_pay)
    return dict(json.loads(as_json(report)))


def line_of(folder: Path, file: str, text: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_clean_framework(tmp_path: Path) -> None:
    data = told("", tmp_path)
    assert {name: data[name] for name in ("version", "framework", "date", "pay_shown", "findings")} == {
        "version": 1,
        "framework": "Tarn Hydraulics",
        "date": "2026-11-21",
        "pay_shown": True,
        "findings": [],
    }
    families = data["summary"].pop("families")
    assert data["summary"] == {
        "files": 6,
        "tracks": 4,
        "levels": 15,
        "errors": 0,
        "warnings": 0,
        "notes": 0,
        "waived": 0,
        "baselined": 0,
    }
    assert [(one["family"], one["name"]) for one in families] == [
        ("engineering", "Engineering"),
        (None, "Whole framework"),
    ]
    for one in families:
        unjudged = {rule for lack in one["lacking"] for rule in lack["rules"]}
        assert (one["fails"], one["waived"], one["not_judged"]) == (0, 0, len(unjudged))
        assert one["holds"] == len({v["rule"] for v in data["verdicts"] if v["family"] == one["family"]} - unjudged)


def test_a_finding_and_what_follows_from_it(tmp_path: Path) -> None:
    data = told(SHORT, tmp_path)
    by_rule = {one["rule"]: one for one in data["findings"]}
    cause, effect = by_rule["ceiling-parity"], by_rule["pay-ceiling-parity"]
    assert [one for one in data["findings"] if one["because"] is None] == [cause]
    assert {name: value for name, value in cause.items() if name != "fingerprint"} == {
        "rule": "ceiling-parity",
        "category": "reach",
        "severity": "error",
        "message": "Engineering: managers rise to G7 (M7 Vice President of Engineering), "
        "experts stop at G6 (S6 Principal Specialist): one grade short.\n"
        "No grade is excused as executive.\n"
        "Add an expert level at G7, or record a waiver with the reason.",
        "file": "tracks/specialist.yaml",
        "line": cause["line"],
        "column": cause["column"],
        "end_line": cause["end_line"],
        "end_column": cause["end_column"],
        "subjects": [{"family": "engineering"}],
        "related": [
            {
                "file": "tracks/people-leadership.yaml",
                "line": line_of(tmp_path, "tracks/people-leadership.yaml", '"id": "M7"') - 1,
                "column": 3,
                "message": "the managers' highest level",
            }
        ],
        "figures": cause["figures"],
        "because": None,
        "waived": None,
        "baselined": False,
    }
    assert cause["line"] == line_of(tmp_path, "tracks/specialist.yaml", '"id": "S6"') - 1
    assert (cause["end_line"], cause["end_column"]) >= (cause["line"], cause["column"] + 1)
    assert re.fullmatch(r"[0-9a-f]{16}", cause["fingerprint"])
    assert [(one["name"], one["side"]) for one in cause["figures"]] != []
    assert (effect["rule"], effect["because"]) == ("pay-ceiling-parity", cause["fingerprint"])
    assert {(one["side"], one["value"], one["unit"]) for one in effect["figures"]} >= {
        ("A", "103000", "GBP/year"),
        ("M", "123000", "GBP/year"),
    }
    assert (data["summary"]["errors"], data["summary"]["warnings"], data["summary"]["notes"]) == (1, 0, 0)


def test_a_waived_finding_says_why_and_counts_nowhere(tmp_path: Path) -> None:
    data = told(WAIVED, tmp_path)
    covered = {"reason": "The expert level at G7 is being written.", "owner": "Priya Nair", "expires": "2027-03-31"}
    assert {one["rule"] for one in data["findings"]} >= {"ceiling-parity", "pay-ceiling-parity"}
    assert [one["waived"] for one in data["findings"]] == [covered] * len(data["findings"])
    summary = data["summary"]
    assert (summary["errors"], summary["warnings"], summary["notes"], summary["waived"]) == (0, 0, 0, 1)
    states = {one["rule"]: (one["state"], one["waived"]) for one in data["verdicts"] if one["state"] == "fails"}
    assert set(states.values()) == {("fails", True)}
    assert set(states) >= {"ceiling-parity", "pay-ceiling-parity"}


def test_verdicts_say_what_held_and_what_was_lacking(tmp_path: Path) -> None:
    data = told("\n# without pay/2026.yaml\n", tmp_path)
    by_rule = {one["rule"]: one for one in data["verdicts"]}
    assert by_rule["grade-gap"] == {
        "rule": "grade-gap",
        "category": "structure",
        "family": "engineering",
        "state": "holds",
        "severity": "warning",
        "subjects": by_rule["grade-gap"]["subjects"],
        "figures": by_rule["grade-gap"]["figures"],
        "path": [],
        "cut": [],
        "ways": [],
        "lacking": None,
        "finding": None,
        "waived": False,
    }
    assert by_rule["band-parity"]["state"] == "not-judged"
    assert by_rule["reach-apex-without-managing"]["path"][-1].endswith("7"), "the way that proves it is told"
    assert by_rule["band-parity"]["lacking"]
    reasons = [one["reason"] for one in data["summary"]["families"][0]["lacking"]]
    assert by_rule["band-parity"]["lacking"] in reasons


def test_every_failing_verdict_names_its_finding(tmp_path: Path) -> None:
    data = told(SHORT, tmp_path)
    found = {one["fingerprint"] for one in data["findings"]}
    assert {one["finding"] for one in data["verdicts"] if one["state"] == "fails"} == found


def test_a_broken_framework_has_no_name_and_no_verdicts(tmp_path: Path) -> None:
    (tmp_path / "framework.yaml").write_text("language: 1\nname: Tarn\ngrades: none\n")
    checked = check(tmp_path, DAY)
    report = make_report(checked.reading, checked.faults, checked.framework, checked.judgement, DAY, show_pay=True)
    data = json.loads(as_json(report))
    assert (data["framework"], data["verdicts"], data["summary"]["families"]) == ("", [], [])
    assert [(one["rule"], one["category"], one["file"], one["line"]) for one in data["findings"]] == [
        ("wrong-kind", "language", "framework.yaml", 3)
    ]


@pytest.mark.parametrize(("heading", "example"), [("# The data format of `check`", "top"), ("## A finding", "finding")])
def test_the_documentation_names_exactly_the_fields_that_are_there(heading: str, example: str, tmp_path: Path) -> None:
    section = DOCS.read_text(encoding="utf-8").split(heading)[1].split("\n## ")[0]
    named = re.findall(
        r"`(\w+)`", "\n".join(line.split("|")[1] for line in section.split("\n") if line.startswith("| `"))
    )
    data = told(SHORT, tmp_path)
    assert named == list(data if example == "top" else data["findings"][0])


def test_the_documentation_names_every_field_of_a_verdict(tmp_path: Path) -> None:
    section = DOCS.read_text(encoding="utf-8").split("## A verdict")[1].split("\n## ")[0]
    data = told("", tmp_path)
    assert all(f"`{name}`" in section for name in data["verdicts"][0])
