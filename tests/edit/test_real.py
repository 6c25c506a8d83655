"""Frameworks that real firms published arrive whole, compile, and are judged without a false error."""

from __future__ import annotations

import csv
import datetime
from collections import Counter
from pathlib import Path

import pytest

from ladderc.finding import Severity
from ladderc.pipeline import Checked, check

from .conftest import DAY, typed

REAL = Path(__file__).parents[3] / "shared" / "real"

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="NOT TESTED ON REAL INPUT: ../shared/real is not beside this repository"
)

MEWS = (
    str(REAL / "mews" / "grades.csv"),
    *("--map", "Career Track=track", "--map", "Job Title=title", "--map", "Min Salary=min", "--map", "Next Salary=max"),
    *("--currency", "EUR", "--name", "Mews", "--kind", "Technical Leader=specialist"),
)
FT = (
    str(REAL / "ft" / "competencies.csv"),
    *("--map", "Job Title=title", "--map", "Theme=dimension", "--map", "Competency=statement"),
    *("--map", "Competency Id=statement_id", "--map", "Proficiency=rating", "--name", "Financial Times"),
    *("--scale", "Awareness,Foundational,Working knowledge,Practitioner,Expert"),
)


def brought(out: Path, arguments: tuple[str, ...]) -> tuple[str, Checked]:
    answer = typed("import", *arguments, "--out", str(out), "--today", DAY)
    assert answer.code == 0
    checked = check(out, datetime.date.fromisoformat(DAY))
    assert [finding.message for finding in checked.faults] == []
    return answer.text, checked


def rows(*path: str) -> list[dict[str, str]]:
    with REAL.joinpath(*path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def errors(checked: Checked) -> list[str]:
    found = checked.judgement.findings
    return [f"{one.rule}: {one.message}" for one in found if one.severity is Severity.ERROR and not one.because]


def test_mews_arrives_with_its_tracks_levels_grades_and_bands(tmp_path: Path) -> None:
    told, checked = brought(tmp_path / "mews", MEWS)
    framework = checked.framework
    assert framework is not None
    assert " ".join(grade.id for grade in framework.grades) == "IC1 IC2 S1 IC3 S2 IC4 M1 IC5 D1 M2 D2 L1"
    assert (len(framework.tracks), len(framework.levels), len(framework.grades)) == (21, 75, 12)
    assert "All 75 rows were placed." in told
    arrived = {
        (track.name.plain, level.grade, level.title.plain, band.band.min, band.band.max)
        for track in framework.tracks.values()
        for level in track.levels
        for pay in framework.pay
        if (band := pay.by_level.get((level.key, None)))
    }
    assert arrived == {
        (row["Career Track"], row["Grade"], row["Job Title"], int(row["Min Salary"]), int(row["Next Salary"]))
        for row in rows("mews", "grades.csv")
    }


def test_mews_is_told_its_kinds_and_its_guessed_order(tmp_path: Path) -> None:
    told, checked = brought(tmp_path / "mews", MEWS)
    framework = checked.framework
    assert framework is not None
    assert framework.spine_assumed
    assert Counter(track.kind for track in framework.tracks.values()) == {
        "people-leadership": 10, "specialist": 10, "influence-innovation": 1,
    }  # fmt: skip
    managing = {track.name.plain for track in framework.tracks.values() if track.kind == "people-leadership"}
    assert managing == {
        row["Career Track"] for row in rows("mews", "grades.csv") if row["Career Track"].endswith(("Lead", "Manager"))
    }
    assert '--grades "IC1,IC2,S1,IC3,S2,IC4,M1,IC5,D1,M2,D2,L1" makes it yours.' in told
    assert "  Min P → left out\n  Max P → left out\n" in told


def test_ft_arrives_with_its_statements_and_ratings(tmp_path: Path) -> None:
    told, checked = brought(tmp_path / "ft", FT)
    framework = checked.framework
    assert framework is not None
    assert [grade.id for grade in framework.grades] == ["1", "2", "3", "4", "5", "6"]
    assert {track.id: track.kind for track in framework.tracks.values()} == {
        "engineering": "common", "individual-contributor": "specialist", "people-manager": "people-leadership",
    }  # fmt: skip
    assert not framework.spine_assumed  # two of its tracks share grades 4 and 5, and the grades are numbered
    source = rows("ft", "competencies.csv")
    scale = [word.plain for word in framework.rating_scale]
    arrived = {
        (track.name.plain, level.grade, level.id, level.title.plain, framework.dimensions[one.dimension].name.plain,
         statement.text.plain, statement.id, scale[int(one.rating) - 1])
        for track in framework.tracks.values()
        for level in track.levels
        for one in level.expectations.values()
        for statement in one.statements
        if one.rating is not None
    }  # fmt: skip
    assert arrived == {tuple(cell.replace("\u200b", "") for cell in row.values()) for row in source}
    assert len({statement for *_, statement, _ in arrived}) == len(source) == 72
    assert "All 72 rows were placed." in told
    unseen = [str(n) for n, row in enumerate(source, 2) if "\u200b" in row["Competency"]]
    assert f"  Signs that nobody sees were taken out of rows {', '.join(unseen)}.\n" in told


def test_a_first_run_on_real_input_has_no_error(tmp_path: Path) -> None:
    assert errors(brought(tmp_path / "mews", MEWS)[1]) == []
    assert errors(brought(tmp_path / "ft", FT)[1]) == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "arguments"), [("mews", MEWS), ("ft", FT)])
def test_real_input_is_built_for_hr(tmp_path: Path, name: str, arguments: tuple[str, ...]) -> None:
    brought(tmp_path / name, arguments)
    answer = typed("build", str(tmp_path / name), "--audience", "hr", "--out", str(tmp_path / "built"), "--today", DAY)
    assert answer.code == 0
    assert (tmp_path / "built" / "site" / "index.html").is_file()
    assert (tmp_path / "built" / "site" / "framework.json").is_file()
