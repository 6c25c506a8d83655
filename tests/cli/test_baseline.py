"""`ladderc baseline`: what is known does not fail, what is new does, and what was mended must leave the file."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from running import TODAY, Said, run

from ladderc import pipeline
from ladderc.view.view import View

DAY = ("--today", TODAY)
HEADER = """\
# yaml-language-server: $schema=.ladderc/schema/baseline.schema.json
# What the rules found on 21 November 2026, when this file was made with `ladderc baseline create`.
# `ladderc check` knows these findings: they do not count, and only new ones fail.
# What was mended must leave the file: type `ladderc baseline prune`.
# None of this is excused; an exception that is meant to last for a while belongs in waivers.yaml.
"""
PLACEHOLDER = """\
- fingerprint: 1dc827fc51d605bd
  rule: placeholder-text
  family: engineering
  about: level S6 of Specialist
"""
TITLE = """\
- fingerprint: ff68b57ce85d4b57
  rule: manager-title-without-reports
  family: engineering
  about: level S7 of Specialist
"""
BAND = """\
- fingerprint: 17c75d429c4cb65a
  rule: band-parity
  family: engineering
  about: level S5 of Specialist
"""
SUMMARY = "Sets the direction in which a whole line of products solves its hardest questions."
LOW_BAND = """\
exceptions:
  - {track: specialist, grade: G5, min: 61111, midpoint: 70202, max: 79797, because: market, reason: Hired cheaply.}
"""
SPECIALIST = "tracks/specialist.yaml"


def change(firm: Path, old: str, new: str, file: str = SPECIALIST) -> None:
    path = firm / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def make_todo(firm: Path) -> None:
    change(firm, SUMMARY, "TODO")


def make_director(firm: Path) -> None:
    change(firm, "Distinguished Specialist", "Director of Simulation")


def make_band_low(firm: Path) -> None:
    pay = firm / "pay/2026.yaml"
    pay.write_text(pay.read_text(encoding="utf-8") + LOW_BAND, encoding="utf-8")


@pytest.fixture
def unfair(firm: Path) -> Path:
    """The base framework with a text that is not written, a title that misleads and a band that is too low."""
    make_todo(firm)
    make_director(firm)
    make_band_low(firm)
    return firm


def check(firm: Path, *more: str) -> Said:
    return run("check", firm, *DAY, *more)


def findings(said: Said) -> str:
    """The answer of a check from its first finding on, without what was not judged."""
    paragraphs = said.out.split("\n\n")[2:]
    return "\n\n".join(one for one in paragraphs if not one.startswith("Not judged"))


def create(firm: Path, *more: str) -> Said:
    return run("baseline", "create", firm, *DAY, *more)


def prune(firm: Path) -> Said:
    return run("baseline", "prune", firm, *DAY)


def baseline(firm: Path) -> str:
    return (firm / "baseline.yaml").read_text(encoding="utf-8")


def test_today_s_findings_are_recorded_and_named(unfair: Path) -> None:
    said = create(unfair)
    assert said == Said(
        "3 findings recorded in baseline.yaml.\n"
        "From now on only new ones fail. When something was mended, type `ladderc baseline prune`.\n",
        "",
        0,
    )
    assert baseline(unfair) == HEADER + PLACEHOLDER + TITLE + BAND
    assert (unfair / ".ladderc/schema/baseline.schema.json").exists()


def test_no_figure_of_pay_and_no_sentence_is_in_the_file(unfair: Path) -> None:
    create(unfair)
    text = baseline(unfair)
    assert [word for word in ("61111", "70202", "79797", "70,202", "94.9", "TODO", "Hired") if word in text] == []


def test_a_check_after_that_is_clean_and_says_how_many_are_known(unfair: Path) -> None:
    create(unfair)
    said = check(unfair, "--audience", "hr", "--fail-on", "note")
    assert findings(said) == "3 findings are in the baseline.\nChecked 4 tracks, 15 levels: nothing new.\n"
    assert said.code == 0


def test_one_known_finding_is_one(firm: Path) -> None:
    make_todo(firm)
    assert create(firm).out.startswith("1 finding recorded in baseline.yaml.\n")
    assert findings(check(firm)) == "1 finding is in the baseline.\nChecked 4 tracks, 15 levels: nothing new.\n"


def test_only_what_is_new_fails(firm: Path) -> None:
    make_todo(firm)
    create(firm)
    make_director(firm)
    said = check(firm)
    assert (
        findings(said)
        == """\
error manager-title-without-reports  tracks/specialist.yaml:55:12
  S7 Director of Simulation is titled “Director” and manages nobody.
  Expected a title that says what the work is.
  Rename the level, or write how many report to it under `reports`.
   55 |     title: Director of Simulation
      |            ^^^^^^^^^^^^^^^^^^^^^^

1 finding is in the baseline.
Checked 4 tracks, 15 levels: 1 error.
"""
    )
    assert said.code == 1


def test_what_was_mended_is_named_at_its_entry_until_it_leaves_the_file(unfair: Path) -> None:
    create(unfair)
    change(unfair, "TODO", SUMMARY)
    said = check(unfair)
    assert (
        findings(said).split("\n\n")[0]
        == """\
error baseline-outdated  baseline.yaml:6:3
  The entry for `placeholder-text` (level S6 of Specialist) is out of date: what it names was mended.
  Take it out, or type `ladderc baseline prune`.
    6 | - fingerprint: 1dc827fc51d605bd
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"""
    )
    assert said.code == 1
    assert prune(unfair) == Said(
        "1 entry taken out of baseline.yaml, 2 left.\n  - placeholder-text: level S6 of Specialist\n", "", 0
    )
    assert baseline(unfair) == HEADER + TITLE + BAND
    assert check(unfair).code == 0


def test_a_raise_and_a_rewording_leave_a_known_finding_known(unfair: Path) -> None:
    create(unfair)
    change(unfair, "midpoint: 70202, max: 79797", "midpoint: 69000, max: 78000", "pay/2026.yaml")
    change(unfair, "TODO", "TBD")
    change(unfair, "Director of Simulation", "Director of Modelling")
    said = check(unfair, "--audience", "hr")
    assert findings(said) == "3 findings are in the baseline.\nChecked 4 tracks, 15 levels: nothing new.\n"


def test_a_finding_that_weighs_more_than_before_stays_known(unfair: Path) -> None:
    change(unfair, "  profile: standard", "  profile: standard\n  placeholder-text: {severity: note}", "framework.yaml")
    create(unfair)
    change(unfair, "placeholder-text: {severity: note}", "placeholder-text: {severity: error}", "framework.yaml")
    assert check(unfair).code == 0


def test_what_a_waiver_covers_is_not_recorded(unfair: Path) -> None:
    (unfair / "waivers.yaml").write_text(
        "- rule: manager-title-without-reports\n  subject: {level: S7}\n"
        "  reason: Her contract says so.\n  owner: Ana Ruiz\n  expires: 2027-03-31\n",
        encoding="utf-8",
    )
    create(unfair)
    assert baseline(unfair) == HEADER + PLACEHOLDER + BAND
    assert check(unfair).code == 0


def test_what_a_waiver_covers_now_must_leave_the_file_so_that_it_shows_when_the_waiver_ends(unfair: Path) -> None:
    create(unfair)
    (unfair / "waivers.yaml").write_text(
        "- rule: manager-title-without-reports\n  subject: {level: S7}\n"
        "  reason: Her contract says so.\n  owner: Ana Ruiz\n  expires: 2026-11-30\n",
        encoding="utf-8",
    )
    said = check(unfair)
    assert "error baseline-outdated  baseline.yaml:10:3\n" in said.out
    assert "(level S7 of Specialist) is out of date: a waiver covers it now.\n" in said.out
    prune(unfair)
    assert baseline(unfair) == HEADER + PLACEHOLDER + BAND
    assert check(unfair).code == 0
    assert "error manager-title-without-reports" in run("check", unfair, "--today", "2026-12-01").out


def test_what_only_follows_is_neither_recorded_nor_new(firm: Path) -> None:
    for file, old in (
        ("tracks/specialist.yaml", "  - id: S7\n"),
        ("tracks/project-leadership.yaml", "  - id: P7\n"),
    ):
        text = (firm / file).read_text(encoding="utf-8")
        before, found, after = text.partition(old)
        assert found
        moves = after[after.index("\nmoves:") :] if "\nmoves:" in after else "\n"
        (firm / file).write_text(before.rstrip("\n") + "\n" + moves.lstrip("\n"), encoding="utf-8")
    shown = json.loads(check(firm, "--format", "json").out)["findings"]
    assert ("pay-ceiling-parity", True) in {(one["rule"], bool(one["because"])) for one in shown}
    create(firm)
    assert "rule: ceiling-parity\n" in baseline(firm)
    assert "rule: pay-ceiling-parity\n" not in baseline(firm)
    after_that = json.loads(check(firm, "--format", "json").out)["findings"]
    assert {(one["rule"], one["baselined"]) for one in after_that} == {(one["rule"], True) for one in shown}


def test_data_for_programs_marks_what_is_known(unfair: Path) -> None:
    create(unfair)
    change(unfair, "Staff Specialist", "Director of Analysis")
    data = json.loads(check(unfair, "--format", "json").out)
    assert [(one["rule"], one["subjects"][0].get("level"), one["baselined"]) for one in data["findings"]] == [
        ("manager-title-without-reports", "S5", False),
        ("band-parity", "S5", True),
        ("placeholder-text", "S6", True),
        ("manager-title-without-reports", "S7", True),
    ]
    summary = data["summary"]
    assert (summary["errors"], summary["warnings"], summary["notes"], summary["baselined"]) == (1, 0, 0, 3)


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("  profile: standard", "  profile: standard\n  placeholder-text: {severity: off}", "framework.yaml"),
        ("    title: Staff Specialist", "    titel: Staff Specialist", SPECIALIST),
    ],
    ids=["a rule that is switched off", "a file with a fault"],
)
def test_what_could_not_be_judged_is_not_taken_for_mended(old: str, new: str, file: str, unfair: Path) -> None:
    create(unfair)
    change(unfair, old, new, file)
    assert "baseline-outdated" not in check(unfair).out


def test_pay_that_is_not_at_hand_is_not_taken_for_mended(unfair: Path) -> None:
    create(unfair)
    (unfair / "pay/2026.yaml").unlink()
    assert "band-parity` (" not in check(unfair).out
    before = baseline(unfair)
    prune(unfair)
    assert baseline(unfair) == before


def test_a_finding_hidden_by_a_new_cause_is_not_taken_for_mended(unfair: Path) -> None:
    create(unfair)
    change(unfair, "min: 61111, midpoint: 70202", "min: 71111, midpoint: 70202", "pay/2026.yaml")
    said = check(unfair)
    assert "error band-order" in said.out
    assert "baseline-outdated" not in said.out


def test_an_entry_of_a_rule_that_does_not_exist_is_out_of_date(firm: Path) -> None:
    (firm / "baseline.yaml").write_text("- {fingerprint: 3f9c2b7a10de5864, rule: lunch, about: Lunch}\n")
    said = check(firm)
    assert "  The entry for `lunch` (Lunch) is out of date: what it names was mended.\n" in said.out
    assert said.code == 1


def test_faults_of_files_are_never_known(firm: Path) -> None:
    change(firm, "    title: Staff Specialist", "    titel: Staff Specialist")
    said = create(firm)
    assert (said.out, said.code) == ("", 1)
    assert "error unknown-field  tracks/specialist.yaml" in said.err
    assert said.err.endswith("Mend this first: what a broken file hides can neither be recorded nor taken out.\n")
    assert not (firm / "baseline.yaml").exists()
    (firm / "baseline.yaml").write_text(PLACEHOLDER)
    assert prune(firm).code == 1
    assert baseline(firm) == PLACEHOLDER


def test_a_file_that_cannot_be_read_leaves_with_3(firm: Path) -> None:
    (firm / SPECIALIST).write_bytes(b"id: \xff\n")
    assert create(firm).code == 3


def test_an_existing_baseline_is_not_overwritten_and_the_answer_says_what_would_change(unfair: Path) -> None:
    create(unfair)
    change(unfair, "TODO", SUMMARY)
    change(unfair, "Staff Specialist", "Director of Analysis")
    before = baseline(unfair)
    assert create(unfair) == Said(
        "",
        "There is a baseline already: baseline.yaml.\n"
        "Recorded anew it would change like this:\n"
        "  + manager-title-without-reports: level S5 of Specialist\n"
        "  - placeholder-text: level S6 of Specialist\n"
        "Type `ladderc baseline prune` to take out what was mended, or add `--force` to record everything anew.\n",
        2,
    )
    assert baseline(unfair) == before
    said = create(unfair, "--force")
    assert said == Said(
        "3 findings recorded in baseline.yaml.\n"
        "  + manager-title-without-reports: level S5 of Specialist\n"
        "  - placeholder-text: level S6 of Specialist\n"
        "From now on only new ones fail. When something was mended, type `ladderc baseline prune`.\n",
        "",
        0,
    )
    assert check(unfair).code == 0


def test_an_existing_baseline_that_is_current_needs_nothing(unfair: Path) -> None:
    create(unfair)
    assert create(unfair).err == (
        "There is a baseline already: baseline.yaml.\n"
        "It holds exactly today's findings, so there is nothing to do.\n"
    )  # fmt: skip
    assert prune(unfair).out == "No entry of baseline.yaml is out of date: 3 stand in it.\n"


def test_a_broken_baseline_can_be_recorded_anew(unfair: Path) -> None:
    (unfair / "baseline.yaml").write_text("- {fingerprint: none}\n")
    assert create(unfair).code == 1
    assert create(unfair, "--force").code == 0
    assert baseline(unfair) == HEADER + PLACEHOLDER + TITLE + BAND


def test_a_broken_entry_takes_no_other_along(unfair: Path) -> None:
    create(unfair)
    change(unfair, PLACEHOLDER, PLACEHOLDER.replace("  rule:", "  rul:"), "baseline.yaml")
    data = json.loads(check(unfair, "--format", "json").out)
    assert [(one["rule"], one["baselined"]) for one in data["findings"]] == [
        ("unknown-field", False),
        ("placeholder-text", False),
        ("band-parity", True),
        ("manager-title-without-reports", True),
    ]


def test_where_nothing_is_found_nothing_is_written(firm: Path) -> None:
    assert create(firm) == Said("The rules find nothing here, so there is nothing to record.\n", "", 0)
    assert not (firm / "baseline.yaml").exists()


def test_the_last_entry_leaves_a_file_of_remarks_that_is_read_without_a_fault(firm: Path) -> None:
    make_todo(firm)
    create(firm)
    change(firm, "TODO", SUMMARY)
    assert prune(firm).out == (
        "1 entry taken out of baseline.yaml, 0 left.\n"
        "  - placeholder-text: level S6 of Specialist\n"
        "The baseline is empty: delete the file.\n"
    )  # fmt: skip
    assert baseline(firm) == HEADER
    assert check(firm).code == 0


def test_prune_never_adds(firm: Path) -> None:
    make_todo(firm)
    create(firm)
    make_director(firm)
    prune(firm)
    assert baseline(firm) == HEADER + PLACEHOLDER


def test_without_a_baseline_there_is_nothing_to_prune(firm: Path) -> None:
    assert prune(firm) == Said(
        "", "There is no baseline.yaml here.\nType `ladderc baseline create` to make one.\n", 2
    )  # fmt: skip


def test_the_short_ending_is_kept(firm: Path) -> None:
    make_todo(firm)
    create(firm)
    (firm / "baseline.yaml").rename(firm / "baseline.yml")
    assert check(firm).code == 0
    change(firm, "TODO", SUMMARY)
    assert prune(firm).out.startswith("1 entry taken out of baseline.yml, 0 left.\n")


def test_the_scorecard_of_the_site_ignores_the_baseline(unfair: Path) -> None:
    def scorecard() -> tuple[View, int]:
        framework = pipeline.check(unfair, datetime.date.fromisoformat(TODAY)).framework
        assert framework
        return pipeline.view(framework, "hr", datetime.date.fromisoformat(TODAY)), len(framework.baseline)

    before, none = scorecard()
    create(unfair)
    after, three = scorecard()
    assert (none, three) == (0, 3)
    assert before == after


def test_an_entry_that_is_out_of_date_does_not_stop_a_build(firm: Path, tmp_path: Path) -> None:
    make_todo(firm)
    create(firm)
    change(firm, "TODO", SUMMARY)
    assert run("build", firm, *DAY, "--only", "data", "--out", tmp_path / "out").code == 0


def test_the_same_findings_and_day_make_the_same_bytes(unfair: Path) -> None:
    create(unfair)
    first = (unfair / "baseline.yaml").read_bytes()
    create(unfair, "--force")
    assert (unfair / "baseline.yaml").read_bytes() == first
