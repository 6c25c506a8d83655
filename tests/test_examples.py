"""The two example frameworks: one worth copying, one that tells its stories and nothing else."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from ladderc import pipeline
from ladderc.finding import Severity

FRAMEWORKS = Path(__file__).parent.parent / "frameworks"
TODAY = datetime.date(2026, 11, 21)
FILES = sorted(path for path in FRAMEWORKS.rglob("*.yaml"))


def test_meridian_has_no_error_and_no_warning_and_one_waiver() -> None:
    checked = pipeline.check(FRAMEWORKS / "meridian", TODAY)
    open_ones = [one for one in checked.findings if not one.waived and one.severity is not Severity.NOTE]
    assert open_ones == []
    assert [one.rule for one in checked.findings if one.waived] == ["headcount-as-criterion"]


def test_meridian_stays_clean_when_its_later_pay_is_in_force() -> None:
    checked = pipeline.check(FRAMEWORKS / "meridian", datetime.date(2027, 1, 2))
    assert [one for one in checked.findings if not one.waived and one.severity is not Severity.NOTE] == []


def test_one_ladder_tells_its_two_stories_and_nothing_else() -> None:
    checked = pipeline.check(FRAMEWORKS / "one-ladder", TODAY)
    told = sorted(
        (one.severity.value, one.rule, one.subjects[0].level or one.subjects[0].track or one.subjects[0].family or "")
        for one in checked.findings
        if not one.because
    )
    assert told == [
        ("error", "band-parity", "S4"),
        ("error", "management-gate", "CS5"),
        ("error", "title-as-pay-workaround", "S5"),
        ("note", "only-path-is-management", "customer-care"),
        ("note", "only-path-is-management", "engineering"),
        ("warning", "ceiling-parity", "customer-care"),
        ("warning", "ceiling-parity", "engineering"),
        ("warning", "way-back", "CM4"),
    ]


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(FRAMEWORKS).as_posix() for path in FILES])
def test_the_first_line_leads_an_editor_to_the_right_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert found, first
    schema = (path.parent / found[1]).resolve()
    kind = {"tracks": "track", "pay": "pay"}.get(path.relative_to(FRAMEWORKS).parts[1], path.stem)
    assert schema == (
        FRAMEWORKS / path.relative_to(FRAMEWORKS).parts[0] / ".ladderc" / "schema" / f"{kind}.schema.json"
    )
    assert schema.is_file()


def test_no_sentence_of_meridian_stands_twice() -> None:
    framework = pipeline.check(FRAMEWORKS / "meridian", TODAY).framework
    assert framework is not None
    seen: dict[str, str] = {}
    twice = []
    for level in framework.levels.values():
        for expectation in level.expectations.values():
            for statement in expectation.statements:
                other = seen.setdefault(statement.text.plain, level.key)
                if other != level.key:
                    twice.append((statement.text.plain, other, level.key))
    assert twice == []
