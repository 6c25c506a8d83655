"""What counts as known, new and mended, on judgements made by hand and on the rules' own examples."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from overlay import TODAY, lay

from ladderc.edit.baseline import written
from ladderc.finding import Finding, Severity, State, Subject, Verdict, Waived
from ladderc.model.catalogue import BaselineEntry
from ladderc.model.framework import Framework
from ladderc.pipeline import Checked, check
from ladderc.rules import catalog
from ladderc.rules.baseline import about, compare, entries_for, finding_of
from ladderc.rules.explained import explain
from ladderc.rules.judgement import Judgement, Result
from ladderc.span import Place

DAY = datetime.date.fromisoformat(TODAY)
HERE = Place("tracks/specialist.yaml", ("levels", 0))


def lay_down(snippet: str, folder: Path) -> None:
    """The base framework with a rule's example over it, on disk."""
    for name, data in lay(snippet).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def tarn(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    """The clean base framework."""
    folder = tmp_path_factory.mktemp("tarn")
    lay_down("", folder)
    framework = check(folder, DAY).framework
    assert framework
    return framework


def result(rule: str, level: str, state: State = "fails", **more: object) -> Result:
    subjects = (Subject("engineering", "specialist", level),)
    verdict = Verdict(rule, state, subjects, "Said." if state == "fails" else "", HERE)
    finding = Finding(rule, Severity.ERROR, "Said.", HERE, subjects)._replace(**more)  # type: ignore[arg-type] # fields of a finding
    return Result("structure", Severity.ERROR, verdict, finding if state == "fails" else None)


def knowing(framework: Framework, *results: Result) -> Framework:
    """The framework with a baseline of these findings."""
    return framework._replace(baseline=entries_for(framework, Judgement(results)))


def known(framework: Framework, *results: Result) -> list[tuple[str | None, bool]]:
    compared = compare(framework, Judgement(results))
    return [(one.subjects[0].level, one.baselined) for one in compared.judgement.findings]


def mended(framework: Framework, *results: Result) -> list[str]:
    return [entry.about for entry, _ in compare(framework, Judgement(results)).outdated]


S4, S5, S6 = (result("grade-gap", level) for level in ("S4", "S5", "S6"))


def test_what_is_in_the_baseline_is_known_and_the_rest_is_new(tarn: Framework) -> None:
    assert known(knowing(tarn, S4, S5), S4, S5, S6) == [("S4", True), ("S5", True), ("S6", False)]


def test_without_a_baseline_everything_is_new(tarn: Framework) -> None:
    assert known(tarn, S4, S5) == [("S4", False), ("S5", False)]


def test_what_follows_from_a_known_finding_is_known(tarn: Framework) -> None:
    cause = S4.finding
    assert cause
    follows = result("way-back", "S5", because=cause.fingerprint)
    assert follows.finding
    further = result("move-step", "S6", because=follows.finding.fingerprint)
    assert known(knowing(tarn, S4), S4, follows, further) == [("S4", True), ("S5", True), ("S6", True)]


def test_a_known_finding_does_not_hide_the_new_one_that_it_follows_from(tarn: Framework) -> None:
    assert S4.finding
    follows = result("way-back", "S5", because=S4.finding.fingerprint)
    alone = result("way-back", "S5")
    assert known(knowing(tarn, alone), S4, follows) == [("S4", False), ("S5", True)]
    assert mended(knowing(tarn, alone), S4, follows) == []


def test_a_waived_finding_is_waived_and_not_known(tarn: Framework) -> None:
    waived = result("grade-gap", "S4", waived=Waived("why", "who", "2027-01-01"))
    assert known(knowing(tarn, S4), waived) == [("S4", False)]
    assert mended(knowing(tarn, S4), waived) == ["level S4 of Specialist"]


def test_what_is_gone_while_the_rule_was_judged_was_mended(tarn: Framework) -> None:
    assert mended(knowing(tarn, S4, S5), S5) == ["level S4 of Specialist"]
    assert mended(knowing(tarn, S4), result("grade-gap", "S4", "holds")) == ["level S4 of Specialist"]


def test_what_is_gone_with_its_family_was_mended(tarn: Framework) -> None:
    assert mended(knowing(tarn, S4)) == ["level S4 of Specialist"]


@pytest.mark.parametrize("others", [(), (result("grade-gap", "S6", "not-judged"),)])
def test_a_subject_that_could_not_be_judged_was_not_mended(tarn: Framework, others: tuple[Result, ...]) -> None:
    assert mended(knowing(tarn, S4), result("grade-gap", "S4", "not-judged"), *others) == []
    assert mended(knowing(tarn, S4), result("grade-gap", "S4", "not-judged"), result("grade-gap", "S5", "holds")) == []


def test_a_rule_that_could_not_be_judged_in_the_family_mended_nothing(tarn: Framework) -> None:
    nobody = result("grade-gap", "S9", "not-judged")
    assert mended(knowing(tarn, S4), nobody) == []
    assert mended(knowing(tarn, S4), nobody, S6) == ["level S4 of Specialist"]


def test_another_family_that_could_not_be_judged_does_not_keep_an_entry(tarn: Framework) -> None:
    care = result("grade-gap", "S9", "not-judged")
    care = care._replace(verdict=care.verdict._replace(subjects=(Subject("care"),)))
    holds = result("grade-gap", "S4", "holds")
    assert mended(knowing(tarn, S4), care, holds) == ["level S4 of Specialist"]


def test_one_entry_stands_for_findings_of_one_fingerprint(tarn: Framework) -> None:
    assert len(entries_for(tarn, Judgement((S4, S4)))) == 1


@pytest.mark.parametrize(
    ("subjects", "words"),
    [
        ((Subject("engineering", "specialist", "S5", "G5"),), "level S5 of Specialist"),
        ((Subject("engineering", "specialist"),), "track Specialist"),
        ((Subject("engineering", grade="G5"),), "grade G5 of Engineering"),
        ((Subject("engineering", grade="G5", zone="north"),), "grade G5 of Engineering in zone north"),
        ((Subject("engineering"),), "family Engineering"),
        ((Subject(),), "the framework"),
        ((), ""),
        (
            (Subject("engineering", "specialist", "S5"), Subject("engineering", "people-leadership", "M5")),
            "level S5 of Specialist and level M5 of People leadership",
        ),
        (
            tuple(Subject("engineering", "specialist", f"S{rung}") for rung in (4, 5, 6, 7, 7)),
            "level S4 of Specialist, level S5 of Specialist, level S6 of Specialist and 1 more",
        ),
    ],
)
def test_what_a_finding_is_about_in_words(tarn: Framework, subjects: tuple[Subject, ...], words: str) -> None:
    assert about(tarn, subjects) == words


def test_a_name_that_could_break_a_line_is_one_line() -> None:
    entry = BaselineEntry("3f9c2b7a10de5864", "a\nb", "x `y`\n" + "z" * 200, None, Place("baseline.yaml", (0,)))
    first, second = finding_of(entry, "what it names was mended").message.split("\n")
    assert first == f"The entry for `a b` (x 'y' {'z' * 93}…) is out of date: what it names was mended."
    assert second == "Take it out, or type `ladderc baseline prune`."


def test_the_fingerprint_of_an_outdated_entry_does_not_hang_on_where_it_stands() -> None:
    entry = BaselineEntry("3f9c2b7a10de5864", "grade-gap", "Engineering", "engineering", Place("baseline.yaml", (0,)))
    moved = entry._replace(place=Place("baseline.yaml", (7,)))
    other = entry._replace(fingerprint="3f9c2b7a10de5865")
    assert finding_of(entry, "…").fingerprint == finding_of(moved, "…").fingerprint
    assert finding_of(entry, "…").fingerprint != finding_of(other, "…").fingerprint


def counting(checked: Checked) -> list[str]:
    return [
        finding.rule
        for finding in checked.findings
        if not (finding.waived or finding.because or finding.baselined)
    ]  # fmt: skip


BROKEN = [rule.name for rule in catalog.load_all() if rule.severity is not Severity.OFF]


@pytest.mark.parametrize("name", BROKEN)
def test_every_rule_s_bad_example_is_known_once_recorded_and_named_once_mended(name: str, tmp_path: Path) -> None:
    told = explain(name)
    bad, good = tmp_path / "bad", tmp_path / "good"
    lay_down(f"\n{told.bad}\n", bad)
    lay_down(f"\n{told.good}\n", good)
    checked = check(bad, DAY)
    assert checked.framework
    entries = entries_for(checked.framework, checked.judgement)
    assert {entry.rule for entry in entries} == set(counting(checked))
    text = written(entries, DAY)
    money = {str(figure.value) for one in checked.findings for figure in one.figures if figure.pay}
    assert [figure for figure in money if re.search(rf"\b{re.escape(figure)}\b", text.partition("\n- ")[2])] == []
    for folder in (bad, good):
        (folder / "baseline.yaml").write_text(text, encoding="utf-8")
        helping = folder / ".ladderc" / "schema" / "baseline.schema.json"  # where its first line leads an editor
        helping.parent.mkdir(parents=True)
        helping.write_text("{}", encoding="utf-8")
    assert counting(check(bad, DAY)) == []
    after = check(good, DAY)
    assert set(counting(after)) == {"baseline-outdated"}
    assert {one.discriminator for one in after.outdated} == {entry.fingerprint for entry in entries}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_part_of_the_findings_can_be_known(tarn: Framework, data: st.DataObject) -> None:
    rules = st.sampled_from(("grade-gap", "way-back", "placeholder-text"))
    pairs = data.draw(st.lists(st.tuples(rules, st.sampled_from("ABCDEF")), unique=True, max_size=12))
    recorded = data.draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    found = data.draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    framework = knowing(tarn, *(result(*pair) for pair in sorted(recorded)))
    held = [result(rule, "Z", "holds") for rule in ("grade-gap", "way-back", "placeholder-text")]
    compared = compare(framework, Judgement((*(result(*pair) for pair in sorted(found)), *held)))
    marked = {(one.rule, one.subjects[0].level): one.baselined for one in compared.judgement.findings}
    assert marked == {pair: pair in recorded for pair in found}
    gone = {finding.fingerprint for pair in recorded - found if (finding := result(*pair).finding)}
    assert {entry.fingerprint for entry, _ in compared.outdated} == gone
