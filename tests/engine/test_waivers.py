"""What a waiver covers, until when, and what is said when it does not."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from overlay import lay

from ladderc.finding import Finding
from ladderc.pipeline import Checked, check
from ladderc.rules.judgement import outcome_of

SHORT = "\n# tracks/specialist.yaml without S7\n# tracks/project-leadership.yaml without P7\n"
"""Experts end a grade short; that their pay does too follows from it."""

TITLE = "\n# tracks/specialist.yaml\nlevels: [{id: S5, title: Director}]\n"


def waiver(subject: str, rule: str = "ceiling-parity", expires: str = "2027-03-31") -> str:
    return (
        f"\n# waivers.yaml\n- {{rule: {rule}, subject: {{{subject}}}, reason: It is being written., "
        f'owner: Priya Nair, expires: "{expires}"}}\n'
    )


def checked(snippet: str, folder: Path, today: str = "2026-11-21") -> Checked:
    for name, data in lay(snippet).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    return check(folder, datetime.date.fromisoformat(today))


def found(snippet: str, folder: Path, rule: str, today: str = "2026-11-21") -> list[Finding]:
    return [finding for finding in checked(snippet, folder, today).findings if finding.rule == rule]


def test_a_covered_finding_says_why_and_by_whom(tmp_path: Path) -> None:
    [finding] = found(SHORT + waiver("family: engineering"), tmp_path, "ceiling-parity")
    assert finding.waived == ("It is being written.", "Priya Nair", "2027-03-31")
    assert finding.related == found(SHORT, tmp_path, "ceiling-parity")[0].related


def test_what_follows_from_a_covered_finding_is_covered_too(tmp_path: Path) -> None:
    result = checked(SHORT + waiver("family: engineering"), tmp_path)
    assert all(one.waived for one in result.findings)
    assert {one.rule for one in result.findings} >= {"ceiling-parity", "pay-ceiling-parity"}
    by_rule = {
        rule: [one for one in result.judgement.results if one.verdict.rule == rule] for rule in ("pay-ceiling-parity",)
    }
    assert outcome_of(by_rule["pay-ceiling-parity"]) == "waived"


def test_a_waiver_of_the_consequence_leaves_the_cause(tmp_path: Path) -> None:
    result = checked(SHORT + waiver("family: engineering", "pay-ceiling-parity"), tmp_path)
    waived = {one.rule: one.waived is not None for one in result.findings}
    assert waived["pay-ceiling-parity"]
    assert not waived["ceiling-parity"]


@pytest.mark.parametrize(
    ("today", "covered"), [("2027-03-30", True), ("2027-03-31", True), ("2027-04-01", False), ("2030-01-01", False)]
)
def test_the_last_day_counts(today: str, covered: bool, tmp_path: Path) -> None:
    [finding] = found(SHORT + waiver("family: engineering"), tmp_path, "ceiling-parity", today)
    assert (finding.waived is not None) is covered


@pytest.mark.parametrize("expires", ["2026-11-20", "spring 2027", "31.03.2027", "2027-02-30", "2027-13-01"])
def test_an_expired_or_unreadable_waiver_is_named_beside_its_finding(expires: str, tmp_path: Path) -> None:
    [finding] = found(SHORT + waiver("family: engineering", expires=expires), tmp_path, "ceiling-parity")
    assert finding.waived is None
    assert [(one.place.file, one.place.route, one.message) for one in finding.related[-1:]] == [
        ("waivers.yaml", (0,), f"its waiver expired: `{expires}`")
    ]


@pytest.mark.parametrize(
    ("reason", "owner", "field", "said"),
    [
        ('""', "Priya Nair", "reason", "its waiver gives no reason"),
        ("TODO", "Priya Nair", "reason", "its waiver gives no reason"),
        ("It is being written.", '"…"', "owner", "its waiver names no owner"),
        ('""', '""', "reason", "its waiver gives no reason and names no owner"),
    ],
)
def test_a_waiver_that_was_not_filled_in_is_named_beside_its_finding(
    reason: str, owner: str, field: str, said: str, tmp_path: Path
) -> None:
    text = waiver("family: engineering").replace("It is being written.", reason).replace("Priya Nair", owner)
    result = checked(SHORT + text, tmp_path)
    [finding] = [one for one in result.findings if one.rule == "ceiling-parity"]
    assert finding.waived is None
    assert [(one.place.file, one.place.route, one.message) for one in finding.related[-1:]] == [
        ("waivers.yaml", (0, field), said)
    ]
    assert "waiver-unused" not in {one.rule for one in result.findings}


@pytest.mark.parametrize(
    "subject",
    [
        "level: S5",
        "level: specialist/S5",
        "track: specialist",
        "grade: G5",
        "family: engineering",
        "track: specialist, level: S5, grade: G5, family: engineering",
    ],
)
def test_a_subject_may_be_named_by_any_of_its_parts(subject: str, tmp_path: Path) -> None:
    text = TITLE + waiver(subject, "manager-title-without-reports")
    [finding] = found(text, tmp_path, "manager-title-without-reports")
    assert finding.waived is not None


@pytest.mark.parametrize(
    "subject",
    ["level: S6", "level: stem/S5", "track: stem", "grade: G6", "track: specialist, grade: G6", "zone: north"],
)
def test_a_waiver_for_something_else_covers_nothing_and_is_said_to_be_unused(subject: str, tmp_path: Path) -> None:
    text = TITLE + waiver(subject, "manager-title-without-reports")
    [finding] = found(text, tmp_path, "manager-title-without-reports")
    assert (finding.waived, finding.because) == (None, None)
    assert len(found(text, tmp_path, "waiver-unused")) == 1


def test_a_waiver_of_another_rule_covers_nothing(tmp_path: Path) -> None:
    [finding] = found(TITLE + waiver("level: S5", "grade-gap"), tmp_path, "manager-title-without-reports")
    assert finding.waived is None


def test_of_two_waivers_one_in_date_is_enough(tmp_path: Path) -> None:
    two = waiver("family: engineering") + waiver("family: engineering", expires="2026-01-01").replace(
        "\n# waivers.yaml\n", ""
    )
    [finding] = found(SHORT + two, tmp_path, "ceiling-parity")
    assert finding.waived is not None


def test_while_a_file_is_broken_no_waiver_is_called_unused(tmp_path: Path) -> None:
    snippet = """
# tracks/project-leadership.yaml
kind: nonsense
# waivers.yaml
- rule: manager-title-without-reports
  subject: {track: specialist, level: S6}
  reason: The title is in the contract of its one holder, who retires in March.
  owner: Ana Ruiz
  expires: 2027-03-31
"""
    judged = checked(snippet, tmp_path)
    assert [one.rule for one in judged.findings if one.category != "language"] == []
    unused = [one.verdict for one in judged.judgement.results if one.verdict.rule == "waiver-unused"]
    assert [(one.state, one.lacking) for one in unused] == [
        ("not-judged", "`tracks/project-leadership.yaml` has to be mended first")
    ]


SOUND = waiver("level: S5", "manager-title-without-reports").replace("\n# waivers.yaml\n", "")

BROKEN = {
    "missing owner": "- {rule: grade-gap, subject: {level: S5}, reason: Soon., expires: 2027-03-31}\n",
    "unknown field": "- {rule: grade-gap, subject: {level: S5}, reason: Soon., owner: Ana Ruiz, expires: 2027-03-31, x: y}\n",
    "nothing": "-\n",
    "a sentence": "- See the minutes.\n",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_waiver_takes_no_other_along(broken: str, tmp_path: Path) -> None:
    result = checked(TITLE + "\n# waivers.yaml\n" + broken + SOUND, tmp_path)
    [finding] = [one for one in result.findings if one.rule == "manager-title-without-reports"]
    assert finding.waived == ("It is being written.", "Priya Nair", "2027-03-31")
    assert [one.category for one in result.findings if not one.waived] == ["language"]


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("owner: Priya Nair", "ownr: Priya Nair"),
        ("owner: Priya Nair, ", ""),
        ("reason: It is being written.", "reason: [It is being written.]"),
        ('expires: "2027-03-31"', "expires:"),
    ],
)
def test_the_finding_that_a_broken_waiver_means_names_it(field: str, written: str, tmp_path: Path) -> None:
    assert field in SOUND
    result = checked(TITLE + "\n# waivers.yaml\n" + SOUND.replace(field, written), tmp_path)
    [finding] = [one for one in result.findings if one.rule == "manager-title-without-reports"]
    assert finding.waived is None
    assert [(one.place.file, one.place.route, one.message) for one in finding.related] == [
        ("waivers.yaml", (0,), "its waiver has a mistake, so it covers nothing yet")
    ]
    assert not {"waiver-unused", "waiver-expired", "waiver-malformed"} & {one.rule for one in result.findings}


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("subject: {level: S5}", "subject: {levle: S5}"),
        ("subject: {level: S5}", "subject: {track: specialist, levle: S5}"),
        ("subject: {level: S5}", "subject: {}"),
        ("subject: {level: S5}, ", ""),
        ("rule: manager-title-without-reports", "rule: [manager-title-without-reports]"),
        ("owner: Priya Nair, ", "level: S6, "),
    ],
)
def test_a_broken_waiver_of_which_nobody_can_tell_what_it_means_stands_beside_no_finding(
    field: str, written: str, tmp_path: Path
) -> None:
    text = SOUND.replace("level: S5", "level: S6") if "S6" in written else SOUND
    result = checked(TITLE + "\n# waivers.yaml\n" + text.replace(field, written), tmp_path)
    [finding] = [one for one in result.findings if one.rule == "manager-title-without-reports"]
    assert (finding.waived, finding.related) == (None, ())


def test_beside_a_sound_waiver_of_the_same_a_broken_one_is_not_named(tmp_path: Path) -> None:
    text = TITLE + "\n# waivers.yaml\n" + SOUND.replace("owner: Priya Nair, ", "") + SOUND
    [finding] = [one for one in checked(text, tmp_path).findings if one.rule == "manager-title-without-reports"]
    assert finding.waived is not None
    assert finding.related == ()
