"""A broken file makes no false finding: its family is not judged, and every other is."""

from __future__ import annotations

import datetime
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from overlay import BASE

from ladderc.audience.redact import redact
from ladderc.finding import Severity
from ladderc.pipeline import Checked, check
from ladderc.report.json import as_json
from ladderc.report.report import make_report
from ladderc.report.styled import plain
from ladderc.report.text import as_text
from ladderc.rules import catalog
from ladderc.rules.engine import judge

DAY = datetime.date(2026, 11, 21)
FAMILY_RULES = {
    name
    for name in catalog.names()
    if catalog.load(name).scope == "family" and catalog.load(name).severity is not Severity.OFF
}


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two families; care has a single ladder of managers, which is a fault that must still be found."""
    folder = tmp_path / "firm"
    shutil.copytree(BASE, folder)
    framework = folder / "framework.yaml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(
        text.replace("families:\n", "families:\n  - {id: care, name: Customer care}\n"), encoding="utf-8"
    )
    (folder / "tracks" / "care.yaml").write_text(
        "id: care-people\nname: Care people leadership\nkind: people-leadership\nfamily: care\nlevels:\n"
        "  - {id: C4, grade: G4, title: Care Team Leader, reports: {min: 3}}\n"
        "  - {id: C5, grade: G5, title: Care Manager, reports: {min: 3}}\n"
    )
    return folder


def outcomes(checked: Checked, family: str) -> dict[str, set[str]]:
    states: dict[str, set[str]] = {}
    for result in checked.judgement.results:
        if result.verdict.family == family and result.verdict.rule in FAMILY_RULES:
            states.setdefault(result.verdict.rule, set()).add(result.verdict.state)
    return states


@pytest.mark.parametrize("how", ["shape", "syntax", "reference"])
def test_the_family_of_a_broken_track_is_not_judged_and_the_other_is(how: str, two: Path) -> None:
    track = two / "tracks" / "specialist.yaml"
    text = track.read_text(encoding="utf-8")
    broken = {
        "shape": text.replace("title: Staff Specialist", "titel: Staff Specialist"),
        "syntax": text.replace("    title: Staff Specialist", "\ttitle: Staff Specialist"),
        "reference": text.replace("grade: G5", "grade: G55"),
    }
    before = check(two, DAY)
    track.write_text(broken[how], encoding="utf-8")
    checked = check(two, DAY)
    assert outcomes(checked, "engineering") == {name: {"not-judged"} for name in FAMILY_RULES}
    assert outcomes(checked, "care") == outcomes(before, "care")
    assert [one.rule for one in checked.findings if one.rule == "only-path-is-management"] == [
        "only-path-is-management"
    ]
    assert all(one.subjects[0].family != "engineering" for one in checked.judgement.findings if one.subjects)


def test_the_reason_is_said_once(two: Path) -> None:
    track = two / "tracks" / "specialist.yaml"
    track.write_text(track.read_text(encoding="utf-8").replace("title: Staff", "titel: Staff"), encoding="utf-8")
    checked = check(two, DAY)
    report = make_report(checked.reading, checked.faults, checked.framework, checked.judgement, DAY, show_pay=True)
    assert plain(as_text(report)).count("`tracks/specialist.yaml` has to be mended first") == 1
    silenced = sum(rule.scope != "waivers" and rule.severity is not Severity.OFF for rule in catalog.load_all())
    assert (
        f"  Engineering, Whole framework: `tracks/specialist.yaml` has to be mended first ({silenced} rules)"
        in plain(as_text(report))
    )
    lacking = {one["family"]: one["lacking"] for one in json.loads(as_json(report))["summary"]["families"]}
    assert [one["reason"] for one in lacking["engineering"]] == ["`tracks/specialist.yaml` has to be mended first"]


def test_a_broken_pay_file_silences_only_what_reads_pay(two: Path) -> None:
    pay = two / "pay" / "2026.yaml"
    pay.write_text(pay.read_text(encoding="utf-8").replace("max: 86000", "max: lots"), encoding="utf-8")
    states = outcomes(check(two, DAY), "engineering")
    pay.unlink()
    unreadable = {name for name, seen in states.items() if seen == {"not-judged"}}
    elsewhere = {name for name in FAMILY_RULES if catalog.load(name).pay == "never"}
    judged = {name for name, seen in outcomes(check(two, DAY), "engineering").items() if seen != {"not-judged"}}
    assert unreadable & elsewhere & judged == set(), "what reads no pay is judged as without the file"
    assert {name for name in FAMILY_RULES if catalog.load(name).pay != "never"} <= unreadable


def test_a_broken_waiver_touches_no_family(two: Path) -> None:
    before = check(two, DAY)
    (two / "waivers.yaml").write_text("- rule: band-parity\n  subject: {}\n")
    after = check(two, DAY)
    assert {one.place.file for one in after.faults} == {"waivers.yaml"}
    assert outcomes(after, "engineering") == outcomes(before, "engineering")


def test_of_a_family_that_is_partly_hidden_nothing_is_claimed(two: Path) -> None:
    track = two / "tracks" / "specialist.yaml"
    text = track.read_text(encoding="utf-8")
    track.write_text(text.replace("family: engineering\n", "family: engineering\nvisible_to: [hr]\n"), encoding="utf-8")
    checked = check(two, DAY)
    assert checked.framework is not None
    seen = judge(redact(checked.framework, "employees"), DAY.isoformat())
    states: dict[str, Counter[str]] = {}
    for result in seen.results:
        states.setdefault(str(result.verdict.family), Counter())[result.verdict.state] += 1
    assert set(states["engineering"]) == {"not-judged"}
    assert {one.verdict.lacking for one in seen.results if one.verdict.family == "engineering"} == {
        "not every part of it is shown to this audience"
    }
    assert states["care"]["fails"] >= 1
    assert set(outcomes(checked, "engineering")["grade-gap"]) == {"holds"}


def test_without_pay_no_rule_of_pay_is_even_named(two: Path) -> None:
    checked = check(two, DAY)
    assert checked.framework is not None
    seen = judge(redact(checked.framework, "public"), DAY.isoformat(), pay=False)
    named = {result.verdict.rule for result in seen.results}
    assert not named & {name for name in catalog.names() if catalog.load(name).pay == "always"}
    assert not any(result.verdict.from_pay for result in seen.results)


def test_a_family_without_a_track_lacks_one_thing(two: Path) -> None:
    (two / "tracks" / "care.yaml").unlink()
    checked = check(two, DAY)
    lacking = {
        result.verdict.lacking
        for result in checked.judgement.results
        if result.verdict.family == "care" and result.verdict.state == "not-judged"
    }
    assert lacking == {"a track in the family, which `ladderc new track` adds"}
    report = make_report(checked.reading, checked.faults, checked.framework, checked.judgement, DAY, show_pay=True)
    lines = plain(as_text(report)).splitlines()
    assert [line for line in lines if line.startswith("  Customer care: ")] == [
        "  Customer care: a track in the family, which `ladderc new track` adds (61 rules)"
    ]


def test_a_family_with_one_track_lacks_what_each_rule_needs(two: Path) -> None:
    checked = check(two, DAY)
    reasons = {one.verdict.lacking for one in checked.judgement.results if one.verdict.family == "care"}
    assert "a track in the family, which `ladderc new track` adds" not in reasons
    assert "a specialist track" in reasons


def with_settings(two: Path, settings: str) -> Checked:
    framework = two / "framework.yaml"
    text = framework.read_text(encoding="utf-8")
    assert text.count("rules:\n") == 1
    framework.write_text(text.replace("rules:\n", f"rules:\n{settings}"), encoding="utf-8")
    return check(two, DAY)


@pytest.mark.parametrize(
    "settings",
    [
        "  grade-gap: {families: {enginering: {severity: 'off'}}}\n",
        "  grade-gap: {families: {finance: {severity: note}, care: {severity: note}}}\n",
        "  grade-gap: {severity: note, families: {Customer care: {severity: warning}}}\n".replace(
            "Customer care", "customers"
        ),
    ],
)
def test_a_setting_for_a_family_that_is_unknown_leaves_its_own_rule_unjudged_and_no_other(
    settings: str, two: Path
) -> None:
    sound = {family: outcomes(check(two, DAY), family) for family in ("engineering", "care")}
    checked = with_settings(two, settings)
    assert [one.rule for one in checked.faults] == ["unknown-reference"]
    for family, states in sound.items():
        assert outcomes(checked, family) == {**states, "grade-gap": {"not-judged"}}
    lacking = {one.verdict.lacking for one in checked.judgement.results if one.verdict.rule == "grade-gap"}
    assert lacking == {"`framework.yaml` has to be mended first"}


def test_a_setting_for_a_family_that_is_known_leaves_nothing_unjudged(two: Path) -> None:
    sound = {family: outcomes(check(two, DAY), family) for family in ("engineering", "care")}
    checked = with_settings(two, "  grade-gap: {families: {care: {severity: note}}}\n")
    assert {family: outcomes(checked, family) for family in sound} == sound


def test_a_family_unknown_to_settings_and_to_a_track_is_one_mistake_that_keeps_the_track_unjudged(two: Path) -> None:
    track = two / "tracks" / "care.yaml"
    track.write_text(track.read_text().replace("family: care", "family: finance"))
    checked = with_settings(two, "  grade-gap: {families: {finance: {severity: note}}}\n")
    assert [one.rule for one in checked.faults] == ["unknown-reference"]
    assert checked.framework is not None
    assert checked.framework.doubtful == dict.fromkeys(("care", "engineering"), "tracks/care.yaml")


@pytest.mark.parametrize(("rule", "state"), [("grade-gap", "not-judged"), ("section-parity", "fails")])
def test_a_waiver_of_a_rule_in_doubt_is_not_called_unused(rule: str, state: str, two: Path) -> None:
    (two / "waivers.yaml").write_text(
        f"- {{rule: {rule}, subject: {{level: S5}}, reason: Soon., owner: Ana Ruiz, expires: 2027-03-31}}\n"
    )
    checked = with_settings(two, "  grade-gap: {families: {finance: {severity: note}}}\n")
    unused = [one.verdict.state for one in checked.judgement.results if one.verdict.rule == "waiver-unused"]
    assert unused == [state]


def test_a_rule_about_waivers_is_in_doubt_like_any_other(two: Path) -> None:
    (two / "waivers.yaml").write_text(
        "- {rule: grade-gap, subject: {level: S5}, reason: Soon., owner: Ana Ruiz, expires: 2026-03-31}\n"
    )
    checked = with_settings(two, "  waiver-expired: {families: {finance: {severity: note}}}\n")
    states = [one.verdict.state for one in checked.judgement.results if one.verdict.rule == "waiver-expired"]
    assert states == ["not-judged"]
