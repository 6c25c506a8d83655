"""SARIF: valid by its published schema, columns as declared, mends that fit, and what is covered told as suppressed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from overlay import judged, lay
from pydantic_sarif import model  # the published schema as types
from reported import DAY, PREFIX, checked, finding, mixed, one_ladder, report

from ladderc.finding import Edit, Severity, Waived
from ladderc.pipeline import check
from ladderc.report.report import Report
from ladderc.report.sarif import as_sarif
from ladderc.rules import catalog
from ladderc.span import Place


def run_of(shown: Report) -> dict[str, Any]:
    (run,) = json.loads(as_sarif(shown))["runs"]
    return dict(run)


@pytest.mark.parametrize("source", ["mixed", "real", "empty", "odd"])
def test_it_is_valid_by_the_published_schema(source: str) -> None:
    odd = report(finding("grade-gap", 1, message="\x00 \u202e ]]> 👩", waived=Waived("", "x", "never")))
    shown = {"mixed": mixed(), "real": one_ladder(), "empty": report(), "odd": odd}[source]
    schema = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    assert schema.model_validate_json(as_sarif(shown)).version.value == "2.1.0"


def test_the_schema_refuses_what_it_does_not_know() -> None:
    data = json.loads(as_sarif(mixed()))
    data["runs"][0]["results"][0]["line"] = 3
    with pytest.raises(ValueError, match="Extra inputs are not permitted"):
        model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(data)


def test_one_result_whole() -> None:
    (result,) = run_of(report(finding("grade-gap", 2)))["results"]
    assert len(result.pop("partialFingerprints")["ladderc/v1"]) == 32
    assert result == {
        "ruleId": "grade-gap",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "About grade-gap in line 2.\nMend `it`."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": f"{PREFIX}tracks/specialist.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 14},
                    "contextRegion": {"startLine": 2, "snippet": {"text": "line2: täxt 👩"}},
                }
            }
        ],
        "relatedLocations": [],
    }


def test_columns_count_characters_as_declared() -> None:
    run = run_of(
        report(finding("grade-gap", 1, place=Place("tracks/specialist.yaml", ("a", 1))), contents="a: [👩‍💻é, here]\n")
    )
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    line = "a: [👩‍💻é, here]"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "here"


def test_every_rule_told_of_carries_its_help_and_no_address() -> None:
    rules = run_of(one_ladder())["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} <= set(catalog.names())
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"]
        assert f"# {rule['id']}\n" in rule["help"]["markdown"]
        assert "## When to waive" in rule["help"]["markdown"]
        assert "helpUri" not in rule


def test_a_fault_of_a_file_carries_its_help_too() -> None:
    (rule,) = run_of(report(faults=(finding("unknown-field", 2, category="language"),)))["tool"]["driver"]["rules"]
    assert (
        rule["shortDescription"]["text"]
        == "Every field has a name that the language knows, in the place where it belongs."
    )
    assert rule["properties"]["tags"] == ["language"]


def test_every_fault_and_every_rule_has_help() -> None:
    from ladderc.link.explained import FAULTS as LINKING
    from ladderc.report.rule_help import rule_help
    from ladderc.sources.faults import FAULTS as READING
    from ladderc.validate.faults import FAULTS as SHAPE

    for name in (*catalog.names(), *LINKING, *READING, *SHAPE):
        assert rule_help(name).text.startswith(f"# {name}\n")


def test_what_is_covered_is_suppressed_with_the_reason_that_was_given() -> None:
    covered = {result["ruleId"]: result for result in run_of(mixed())["results"] if "suppressions" in result}
    assert covered["equal-climb"]["suppressions"] == [{"kind": "external", "justification": "Until spring."}]
    assert covered["move-step"]["suppressions"] == [
        {"kind": "external", "justification": "It stands in baseline.yaml."}
    ]
    assert covered["move-step"]["baselineState"] == "unchanged"
    assert covered["equal-climb"]["baselineState"] == "new"


def test_without_a_baseline_nothing_is_said_of_one() -> None:
    (result,) = run_of(report(finding("grade-gap", 2)))["results"]
    assert "baselineState" not in result


def test_a_reason_that_may_speak_of_pay_is_left_out() -> None:
    shown = report(finding("band-parity", 2, waived=Waived("", "Priya", "2027-03-31")))
    assert run_of(shown)["results"][0]["suppressions"] == [{"kind": "external"}]


def test_places_beside_it_and_what_follows_are_related_locations() -> None:
    result = next(one for one in run_of(mixed())["results"] if one["ruleId"] == "grade-gap")
    assert [
        (one["id"], one["message"]["text"], one["physicalLocation"]["region"]["startLine"])
        for one in result["relatedLocations"]
    ] == [(1, "the other one", 7), (2, "From this follows (way-back): About way-back in line 9.", 9)]


def test_a_mend_made_as_it_says_mends_the_file(tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    path = tmp_path / "tracks" / "specialist.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"summary"', '"sumary"', 1), encoding="utf-8")
    assert [one.rule for one in check(tmp_path, DAY).faults] == ["unknown-field"]
    (result,) = (one for one in run_of(checked(tmp_path))["results"] if one["ruleId"] == "unknown-field")
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == f"{PREFIX}tracks/specialist.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    for mend in reversed(change["replacements"]):
        region = mend["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        new = line[: region["startColumn"] - 1] + mend["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1] = new
    path.write_text("\n".join(lines), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
    assert check(tmp_path, DAY).faults == ()


def test_a_mend_that_fits_nothing_is_none() -> None:
    fault = finding("unknown-reference", 2, category="language", fixes=(Edit(Place("tracks/gone.yaml", ("x",)), "y"),))
    (result,) = run_of(report(faults=(fault,)))["results"]
    assert "fixes" not in result


def test_the_run_says_what_the_check_says_as_a_whole() -> None:
    run = run_of(report(finding("grade-gap", 2, Severity.NOTE)))
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [{"level": "note", "message": {"text": "Read 1 file: 1 note."}}],
        }
    ]
