"""Each mistake of mistakes.yaml, made in a sound document, is answered with exactly the words, place and mend given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from whole_documents import WHOLE, document

from ladderc.finding import Severity
from ladderc.sources.faults import FAULTS as READING
from ladderc.sources.places import locate
from ladderc.validate import validate
from ladderc.validate.faults import FAULTS

CASES = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text("utf-8"))


def broken(case: dict[str, Any]) -> str:
    whole = WHOLE[case["file"]]
    assert whole.count(case["instead_of"]) == 1
    return whole.replace(case["instead_of"], case["written"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_one_mistake_is_one_finding_with_its_place_and_mend(case: dict[str, Any]) -> None:
    text = broken(case)
    findings = validate(document(case["file"], text))
    spans = locate(text.encode(), [finding.place for finding in findings])
    lines = text.split("\n")
    said = []
    for finding in findings:
        span = spans[finding.place]
        end = span.end_column - 1 if span.end_line == span.line else None
        said.append(
            {
                "rule": finding.rule,
                "line": span.line,
                "marked": lines[span.line - 1][span.column - 1 : end],
                "says": finding.message,
                "fix": finding.fixes[0].text if finding.fixes else None,
            }
        )
        assert (finding.severity, finding.category) == (Severity.ERROR, "language")
        assert [fix.place for fix in finding.fixes] in ([], [finding.place])
        assert "certain" not in case or [fix.certain for fix in finding.fixes] == [case["certain"]]
    assert said == [{key: case[key] for key in ("rule", "line", "marked", "says", "fix")}]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_document_that_uses_every_field_is_sound(kind: Any) -> None:
    assert validate(document(kind, WHOLE[kind])) == ()


def test_every_fault_has_a_case_and_an_explanation() -> None:
    shown = {case["rule"] for case in CASES}
    assert set(FAULTS) <= shown
    assert shown <= {*FAULTS, *READING}


def test_names_of_faults_are_used_once() -> None:
    assert not set(FAULTS) & set(READING)


def test_everything_wrong_in_one_file_is_said_in_one_run() -> None:
    text = "id: s\nname:\nkind: expert\nlevels:\n  - {id: S1, grade: 1, title: [a]}\n  - {id: S2}\n  - {id: S3}\n"
    said = [(finding.rule, finding.place.route, finding.place.on) for finding in validate(document("track", text))]
    assert said == [
        ("nothing-written", ("name",), "key"),
        ("not-in-list", ("kind",), "value"),
        ("wrong-kind", ("levels", 0, "title"), "value"),
        ("missing-field", ("levels", 1), "value"),
        ("missing-field", ("levels", 2), "value"),
    ]


def test_a_later_version_of_the_language_silences_all_other_faults() -> None:
    text = "language: 2\nladders: []\n"
    assert [finding.rule for finding in validate(document("framework", text))] == ["unknown-language-version"]


def test_two_missing_fields_of_one_thing_and_of_another_have_fingerprints_of_their_own() -> None:
    text = "- {id: a}\n- {date: 2026-01-01}\n- {}\n"
    findings = validate(document("releases", text))
    assert [finding.discriminator for finding in findings] == ["date", "id", "id date"]
    assert len({finding.fingerprint for finding in findings}) == 3


def test_a_name_for_an_id_is_said_here_where_something_else_keeps_the_file_from_linking() -> None:
    text = WHOLE["track"].replace("family: [eng, data]", "family: Data Science").replace("order: 2", "order: two")
    assert [finding.message.split("\n")[-1] for finding in validate(document("track", text))] == [
        "Write its id instead of its name.",
        "Write a whole number, such as `2`.",
    ]


@pytest.mark.parametrize(
    ("written", "folder", "says", "sign"),
    [
        ("track", "pay", "This is a track, and it stands in `pay/`.\nMove it to `tracks/`.", "levels"),
        ("pay", "track", "This is a pay file, and it stands in `tracks/`.\nMove it to `pay/`.", "currency"),
    ],
)
def test_a_file_in_the_other_folder_is_one_finding(written: Any, folder: Any, says: str, sign: str) -> None:
    found = validate(document(folder, WHOLE[written]))
    assert [(one.rule, one.message, one.place.route, one.place.on) for one in found] == [
        ("unknown-field", says, (sign,), "key")
    ]


def test_a_pay_file_with_levels_of_its_own_is_told_field_by_field() -> None:
    found = validate(document("pay", WHOLE["pay"] + "levels: []\n"))
    assert [one.message.split("\n")[0] for one in found] == [
        "The pay structure “UK” has a field `levels`, which is not known here."
    ]
