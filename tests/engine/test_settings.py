"""How much a finding weighs: the rule's own, the profile's, the law's, the company's, the family's."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
import yaml
from overlay import judged, lay

from ladderc.finding import Finding
from ladderc.pipeline import check

LOW = """
# pay/2026.yaml
exceptions: [{track: specialist, grade: G5, min: 55000, midpoint: %s, max: 84000}]
"""
SLIGHT, DEEP = LOW % 69000, LOW % 62000
"""93 % of the managers' midpoint, and 83 %."""

CARE = """
# framework.yaml
families:
  - {id: engineering, name: Engineering, requires: [craft, delivery, influence, people]}
  - {id: care, name: Customer care}
# tracks/specialist.yaml
family: [engineering, care]
# tracks/people-leadership.yaml
family: [engineering, care]
# tracks/project-leadership.yaml
family: [engineering, care]
# tracks/stem.yaml
family: [engineering, care]
"""


def settings(rules: str, profile: str = "adopt") -> str:
    return f"\n# framework.yaml\nrules:\n  profile: {profile}\n  {rules}\n"


def found(snippet: str, folder: Path, rule: str = "band-parity") -> list[Finding]:
    return [finding for finding in judged(lay(snippet), folder).findings if finding.rule == rule]


def weights(snippet: str, folder: Path, rule: str = "band-parity") -> list[str]:
    return [finding.severity.value for finding in found(snippet, folder, rule)]


@pytest.mark.parametrize(
    ("snippet", "profile", "expected"),
    [
        (SLIGHT, "adopt", ["warning"]),
        (SLIGHT, "standard", ["error"]),
        (SLIGHT, "strict", ["error"]),
        (DEEP, "adopt", ["error"]),
    ],
)
def test_profiles_raise_what_the_catalogue_marks(
    snippet: str, profile: str, expected: list[str], tmp_path: Path
) -> None:
    assert weights(settings("", profile) + snippet, tmp_path) == expected


ONE_KIND = "\n# without tracks/project-leadership.yaml\n# tracks/specialist.yaml without S4 -> project-leadership/P4\n"


@pytest.mark.parametrize(
    ("profile", "expected"), [("adopt", ["warning"]), ("standard", ["warning"]), ("strict", ["error"])]
)
def test_only_strict_raises_what_is_not_marked(profile: str, expected: list[str], tmp_path: Path) -> None:
    gap = "\n# tracks/specialist.yaml without S5\n"
    assert weights(settings("", profile) + gap, tmp_path, "grade-gap") == expected


@pytest.mark.parametrize(("profile", "expected"), [("standard", ["note"]), ("strict", ["warning"])])
def test_a_note_stays_a_note_but_in_strict(profile: str, expected: list[str], tmp_path: Path) -> None:
    assert weights(settings("", profile) + ONE_KIND, tmp_path, "only-path-is-management") == expected


@pytest.mark.parametrize("chosen", ["note", "warning", "error"])
@pytest.mark.parametrize("profile", ["adopt", "strict"])
def test_a_severity_that_the_company_chose_beats_profile_and_tier(chosen: str, profile: str, tmp_path: Path) -> None:
    for snippet in (SLIGHT, DEEP):
        text = settings(f"band-parity: {{severity: {chosen}}}", profile) + snippet
        assert weights(text, tmp_path) == [chosen]


def test_a_question_does_not_become_an_error_because_faults_of_the_rule_do(tmp_path: Path) -> None:
    text = settings("only-path-is-management: {severity: error}") + ONE_KIND
    assert weights(text, tmp_path, "only-path-is-management") == ["note"]


def test_a_rule_that_is_off_proves_nothing_and_says_so(tmp_path: Path) -> None:
    said = judged(lay(settings('band-parity: {severity: "off"}') + DEEP), tmp_path)
    assert [finding.rule for finding in said.findings if finding.rule == "band-parity"] == []
    verdicts = [verdict for verdict in said.verdicts if verdict.rule == "band-parity"]
    assert [(one.state, one.lacking) for one in verdicts] == [("not-judged", "it is switched off in framework.yaml")]


def test_a_threshold_decides(tmp_path: Path) -> None:
    assert weights(settings("band-parity: {floor: 0.92}") + SLIGHT, tmp_path) == []
    assert weights(settings("band-parity: {error_floor: 0.94}") + SLIGHT, tmp_path) == ["error"]


def test_a_family_has_its_own_severity_and_threshold(tmp_path: Path) -> None:
    own = settings("band-parity: {severity: error, families: {care: {severity: note}}}")
    both = found(CARE + own + SLIGHT, tmp_path)
    assert [(one.subjects[0].family, one.severity.value) for one in both] == [
        ("engineering", "error"),
        ("care", "note"),
    ]
    own = settings("band-parity: {floor: 0.92, families: {care: {floor: 0.99}}}")
    assert [one.subjects[0].family for one in found(CARE + own + SLIGHT, tmp_path)] == ["care"]


def test_a_family_where_a_rule_is_off_is_not_judged_and_the_other_is(tmp_path: Path) -> None:
    said = judged(lay(CARE + settings('band-parity: {families: {care: {severity: "off"}}}') + SLIGHT), tmp_path)
    states = {one.family: one.state for one in said.verdicts if one.rule == "band-parity"}
    assert states == {"engineering": "fails", "care": "not-judged"}


def test_a_family_can_switch_on_what_is_off_for_all(tmp_path: Path) -> None:
    own = settings('band-parity: {severity: "off", families: {care: {severity: warning}}}')
    both = found(CARE + own + SLIGHT, tmp_path)
    assert [(one.subjects[0].family, one.severity.value) for one in both] == [("care", "warning")]


def test_a_family_that_sets_only_a_threshold_keeps_the_severity_of_all(tmp_path: Path) -> None:
    own = settings("band-parity: {severity: note, families: {care: {floor: 0.99}}}")
    assert weights(CARE + own + SLIGHT, tmp_path) == ["note", "note"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (95, "Write a number from 0 to 3; 95 % is `0.95`."),
        (2.5, None),
        (97.5, "Write a number from 0 to 3; 97.5 % is `0.975`."),
        (400, "Write a number from 0 to 3."),
        ("95%", "Write it as a share: `0.95`."),
        ("97,5 %", "Write it as a share: `0.975`."),
        ("0,95", "Write the figure alone: `0.95`."),
    ],
)
def test_a_share_is_not_taken_for_a_percentage(typed: float | str, said: str | None, tmp_path: Path) -> None:
    written = f'"{typed}"' if isinstance(typed, str) else typed
    rules = yaml.safe_load(f"band-parity: {{floor: {written}}}")
    (tmp_path / "framework.yaml").write_text(json.dumps({**lay("").files["framework.yaml"], "rules": rules}))
    findings = check(tmp_path, datetime.date(2026, 11, 21)).findings
    mends = [one.message.partition("\n")[2] for one in findings if one.place.route == ("rules", "band-parity", "floor")]
    assert mends == ([said] if said else [])
