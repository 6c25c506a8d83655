"""From a table to a framework that compiles, and everything that is told about the way there."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import xlsxwriter

from ladderc.pipeline import Checked, check

from .conftest import DAY, Import


def compiled(root: str = "ours") -> Checked:
    checked = check(Path(root), datetime.date.fromisoformat(DAY))
    assert [finding.message for finding in checked.faults] == []
    assert checked.framework is not None
    return checked


GRADES = """\
Career Track,Grade,Title,Min,Max
Engineer,IC1,Engineer,"40,000","60,000"
Engineer,IC2,Senior Engineer,"55,000","80,000"
Team Lead,IC2,Team Lead,"60,000","85,000"
Team Lead,M1,Head of Team,"80,000","110,000"
"""


def test_the_whole_answer(bring: Import) -> None:
    answer = bring(GRADES, "--map", "Career Track=track", "--currency", "eur", "--name", "Tarn")
    assert answer.code == 0
    assert (
        answer.text
        == """\
Imported grades.csv into ours
  2 tracks, 4 levels, 3 grades.
  Grades, the lowest first: IC1 IC2 M1
  3 bands and 1 exception in EUR a year, from 2026-11-21.

Columns
  Career Track → track
  Grade → grade
  Title → title
  Min → min
  Max → max

Guessed: please check
  At some grades levels have different bands; the commonest is taken to be the grade's, and the others are exceptions: `IC2` (1 of 2).
  Kind `specialist` (the names say engineer): Engineer.
  Kind `people-leadership` (the names say lead): Team Lead.
  Say a kind yourself with --kind "Engineer=specialist".

All 4 rows were placed.

Next: ladderc check ours
"""
    )
    compiled()


def test_the_files_are_as_a_person_writes_them(bring: Import) -> None:
    bring(GRADES, "--map", "Career Track=track", "--currency", "EUR", "--name", "Tarn")
    assert (
        Path("ours/framework.yaml").read_text()
        == """\
# yaml-language-server: $schema=.ladderc/schema/framework.schema.json
# Imported from grades.csv; README.md says how.
language: 1
name: Tarn
# From the lowest grade to the highest.
grades:
  - id: IC1
  - id: IC2
  - id: M1
rules:
  profile: adopt
"""
    )
    assert (
        Path("ours/tracks/team-lead.yaml").read_text()
        == """\
# yaml-language-server: $schema=../.ladderc/schema/track.schema.json
id: team-lead
name: Team Lead
kind: people-leadership  # guessed: the name says lead
levels:
  - id: IC2
    grade: IC2
    title: Team Lead
  - id: M1
    grade: M1
    title: Head of Team
"""
    )
    assert (
        Path("ours/pay/2026.yaml").read_text()
        == """\
# yaml-language-server: $schema=../.ladderc/schema/pay.schema.json
currency: EUR
period: year
effective: 2026-11-21
bands:
  - grade: IC1
    min: 40000
    max: 60000
  - grade: IC2
    min: 55000
    max: 80000
  - grade: M1
    min: 80000
    max: 110000
# Tracks whose band differs from their grade's. Say why with `because` and `reason`.
exceptions:
  - track: team-lead
    grade: IC2
    min: 60000
    max: 85000
"""
    )
    assert (
        Path("ours/README.md").read_text()
        == """\
# Tarn

This career framework was imported from `grades.csv` by `ladderc import`.

- 2 tracks, 4 levels, 3 grades.
- Grades, the lowest first: IC1 IC2 M1
- 3 bands and 1 exception in EUR a year, from 2026-11-21.

## What came from where

| column of the table | here |
|---|---|
| Career Track | track |
| Grade | grade |
| Title | title |
| Min | min |
| Max | max |

## What was guessed

Check each of these.

- At some grades levels have different bands; the commonest is taken to be the grade's, and the others are exceptions: `IC2` (1 of 2).
- Kind `specialist` (the names say engineer): Engineer.
- Kind `people-leadership` (the names say lead): Team Lead.
- Say a kind yourself with --kind "Engineer=specialist".

## Next

Type these in this folder:

    ladderc check
    ladderc serve --audience hr
    ladderc build --audience hr
"""
    )
    ours = {str(path.relative_to("ours")) for path in Path("ours").rglob("*") if path.is_file()}
    schemas = {
        f".ladderc/schema/{name}.schema.json"
        for name in ("framework", "track", "pay", "waivers", "releases", "baseline", "acks")
    }
    assert ours == schemas | {
        "framework.yaml", "README.md", "pay/2026.yaml", "tracks/engineer.yaml", "tracks/team-lead.yaml",
    }  # fmt: skip


STATEMENTS = """\
Family;Track;Kind;Level;Grade;Title;Skill;Statement;Statement Id;Rating;Reports
Care;Experts;specialist;E1;G1;Adviser;Craft;Knows the timetable.;;2;
Care;Experts;;E1;G1;;Craft;Finds the cause.;x-1;2;
Care;Experts;;E2;G2;Senior Adviser;Tact;Calms: even the angriest.;x-2;3;
Care;Heads;People leadership;M2;G2;Head of Desk;;;;;3-8
Sales;Experts;specialist;E1;G1;Seller;Craft;Closes.;;1;none
"""


def test_rows_repeat_for_each_statement(bring: Import) -> None:
    answer = bring(STATEMENTS, "--map", "Skill=dimension")
    assert "3 tracks, 4 levels, 2 grades." in answer.text
    assert "2 families: Care, Sales." in answer.text
    assert "4 statements under 2 dimensions, 3 ratings." in answer.text
    assert "All 5 rows were placed." in answer.text
    assert (
        Path("ours/tracks/experts.yaml").read_text()
        == """\
# yaml-language-server: $schema=../.ladderc/schema/track.schema.json
id: experts
name: Experts
kind: specialist
family: care
levels:
  - id: E1
    grade: G1
    title: Adviser
    expectations:
      craft:
        rating: 2
        statements:
          - Knows the timetable.
          - id: x-1
            text: Finds the cause.
  - id: E2
    grade: G2
    title: Senior Adviser
    expectations:
      tact:
        rating: 3
        statements:
          - id: x-2
            text: 'Calms: even the angriest.'
"""
    )
    framework = compiled().framework
    assert framework is not None
    assert {track.id: track.families for track in framework.tracks.values()} == {
        "experts": ("care",), "heads": ("care",), "sales-experts": ("sales",),
    }  # fmt: skip
    reports = framework.levels["heads/M2"].reports
    assert reports is not None
    assert (reports.min, reports.max) == (3, 8)


LOST = """\
Track,Grade,Level,Title,Dimension,Statement,Statement Id,Rating,Kind,Reports,Min,Max
Experts,G1,E1,Adviser,Craft,Knows.,,Able,specialist,,100,200
Experts,G1,E1,Helper,Craft,Knows.,,Expert,expert,some,150,lots
Experts,G1,E9,Other,,,,,,,,
,G1,E1,Adviser,,,,,,,,
Experts,,E7,Adviser,,,,,,,,
,,,,,,,,,,,
Experts,G2,E2,Senior,,Floats.,id-1,Guru,,,,"€ 300"
Experts,G2,,,Craft,,id-2,,,,,
"""


def test_whatever_is_not_placed_is_listed_with_its_row_and_the_reason(bring: Import) -> None:
    answer = bring(LOST, "--scale", "Able,Expert", "--currency", "EUR")
    start = answer.text.index("Could not")
    assert (
        answer.text[start:]
        == """\
Could not be placed: 4 of 8 rows as a whole
  row 3: the title `Helper`: Experts E1 has another one in row 2
  row 3: the kind `expert`: it is none of `people-leadership`, `specialist`, `project-leadership`, `influence-innovation` or `common`
  row 3: `some` in the column `Reports` is no number of reports such as `6`, `3-8` or `5+`
  row 3: the Min `150`: Experts E1 has another one in row 2
  row 3: `lots` in the column `Max` is no amount
  row 3: the rating `Expert`: Experts E1, Craft, has another one in row 2
  row 3: the statement `Knows.`: row 2 says the same of Experts E1
  row 4: the level `E9` at grade `G1`: `Experts` has the level `E1` there (row 2)
  row 5: no track is written
  row 6: no grade is written
  row 7: nothing is written there
  row 8: `Floats.`: no dimension is written for it
  row 8: `id-1`: no dimension is written for it
  row 8: `Guru`: no dimension is written for it
  row 8: the max `€ 300`: no minimum of pay is written for E2
  row 9: the id `id-2`: no statement stands beside it
  row 9: the dimension `Craft`: neither a statement nor a rating for it

Next: ladderc check ours
"""
    )
    assert "## What could not be placed\n\n- row 3: the title `Helper`" in Path("ours/README.md").read_text()
    compiled()


def test_rows_that_lost_the_same_share_a_line(bring: Import) -> None:
    answer = bring("Track,Grade\nA,1\n,2\n,3\nA,4\n,5\n")
    assert "  rows 3–4, 6: no track is written\n" in answer.text


def test_a_table_of_titles_alone_is_a_framework(bring: Import) -> None:
    answer = bring("Title\nJunior\nSenior\nLead\n")
    assert "1 track, 3 levels, 3 grades." in answer.text
    assert (
        answer.text[answer.text.index("Guessed") : answer.text.index("All 3")]
        == """\
Guessed: please check
  No column names tracks, so all rows are one track.
  No column names grades, so each name of a level is taken to be a grade.
  Kind `specialist` (nothing in the name tells another kind): grades.
  Say a kind yourself with --kind "grades=specialist".

"""
    )
    framework = compiled().framework
    assert framework is not None
    assert [grade.id for grade in framework.grades] == ["Junior", "Senior", "Lead"]
    assert not framework.spine_assumed
    assert "name: Grades  # guessed from the name of the table\n" in Path("ours/framework.yaml").read_text()


def test_levels_that_tracks_share_pair_them(bring: Import) -> None:
    answer = bring("Track,Level\nExpert,L1\nExpert,L2\nManager,L2\nManager,L3\n")
    framework = compiled().framework
    assert framework is not None
    assert [grade.id for grade in framework.grades] == ["L1", "L2", "L3"]
    assert not framework.spine_assumed
    assert "No column names grades, so each name of a level is taken to be a grade." in answer.text


def test_tracks_that_share_nothing_are_paired_step_by_step_and_that_is_said(bring: Import) -> None:
    answer = bring("Track,Level,Title\nExpert,E1,a\nExpert,E2,b\nManager,M1,c\n")
    framework = compiled().framework
    assert framework is not None
    assert framework.spine_assumed
    assert [(level.key, level.grade) for level in framework.levels.values()] == [
        ("expert/E1", "G1"), ("expert/E2", "G2"), ("manager/M1", "G1"),
    ]  # fmt: skip
    assert (
        "  No column names grades and no two tracks share a level, so the tracks are paired step by step: "
        "the first levels at grade `G1`, the next at `G2`, and so on.\n"
        "  The spine is therefore `assumed`, and the rules compare tracks with care; map a column to `grade` to say it.\n"
    ) in answer.text
    written = Path("ours/framework.yaml").read_text()
    assert "spine: assumed  # guessed: check the grades below, then write declared\n" in written


UNTOLD = "Track,Grade,Max,Min\nExpert,E1,50,40\nExpert,E2,70,60\nManager,M1,60,50\n"


def test_an_order_that_no_track_tells_is_chosen_and_said(bring: Import) -> None:
    answer = bring(UNTOLD, "--currency", "EUR")
    assert (
        "  No track tells the order of some grades, so it was chosen: `E1 < M1 < E2` by their highest pay.\n"
        "  The spine is therefore `assumed`, and the rules compare tracks with care; "
        '--grades "E1,M1,E2" makes it yours.\n'
    ) in answer.text
    framework = compiled().framework
    assert framework is not None
    assert framework.spine_assumed


def test_an_order_that_the_person_gives_is_theirs(bring: Import) -> None:
    answer = bring(UNTOLD, "--currency", "EUR", "--grades", "e1, E2, M1")
    framework = compiled().framework
    assert framework is not None
    assert [grade.id for grade in framework.grades] == ["E1", "E2", "M1"]
    assert not framework.spine_assumed
    assert "chosen" not in answer.text


def test_a_kind_that_is_said_is_no_guess(bring: Import) -> None:
    answer = bring(
        "Track,Grade\nTechnical Leader,1\nHead,1\n", "--kind", "technical leader=specialist", "--kind", "Head=Common"
    )
    assert "Guessed" not in answer.text
    assert "kind: specialist\n" in Path("ours/tracks/technical-leader.yaml").read_text()
    assert "kind: common\n" in Path("ours/tracks/head.yaml").read_text()


def test_a_level_without_pay_takes_the_grade_s_band_and_that_is_said(bring: Import) -> None:
    answer = bring("Track,Grade,Min\nExpert,1,10\nManager,1,\n", "--currency", "EUR")
    assert "  At `1` no pay is written for `manager`: the grade's band holds there.\n" in answer.text
    framework = compiled().framework
    assert framework is not None
    assert sorted(key for pay in framework.pay for key, _ in pay.by_level) == ["expert/1", "manager/1"]


def test_a_level_without_pay_gets_none_where_the_others_differ(bring: Import) -> None:
    answer = bring("Track,Grade,Min\nExpert,1,10\nManager,1,12\nProject,1,\n", "--currency", "EUR")
    assert (
        "  At `1` the other tracks have different bands and `project` none, so the grade has no band "
        "and each of the others has its own.\n"
    ) in answer.text
    written = Path("ours/pay/2026.yaml").read_text()
    assert "bands: []\n" in written
    compiled()


def test_families_that_are_paid_differently_get_a_file_each(bring: Import) -> None:
    bring("Family,Track,Grade,Min\nCare,Expert,1,10\nSales,Seller,1,12\n", "--currency", "EUR", "--period", "hour")
    assert Path("ours/pay/sales-2026.yaml").read_text().splitlines()[1:] == [
        "currency: EUR", "period: hour", "effective: 2026-11-21", "families:", "  - sales", "bands:", "  - grade: 1", "    min: 12",
    ]  # fmt: skip
    assert Path("ours/pay/care-2026.yaml").exists()
    compiled()


def test_families_that_are_paid_alike_share_a_file(bring: Import) -> None:
    bring(
        "Family,Track,Grade,Min\nCare,Expert,1,10\nSales,Seller,1,10\nall,Head,1,10\n",
        "--currency",
        "EUR",
        "--effective",
        "2027-01-01",
    )
    assert [path.name for path in Path("ours/pay").iterdir()] == ["2027.yaml"]
    assert "effective: 2027-01-01\n" in Path("ours/pay/2027.yaml").read_text()
    framework = compiled().framework
    assert framework is not None
    assert framework.tracks["head"].families == ("care", "sales")


def test_columns_that_nobody_needs_are_listed_and_can_be_named(bring: Import) -> None:
    answer = bring("Track,Level,Notes,Empty\nA,1,x,\n", "--map", "level=", "--map", "NOTES=title")
    columns = answer.text[answer.text.index("Columns") : answer.text.index("Guessed")]
    assert columns == "Columns\n  Notes → title\n  Track → track\n  Level → left out\n\n"


def test_names_that_cannot_be_ids_are_said(bring: Import) -> None:
    answer = bring(
        "Track,Grade,Level,Title,Skill,Statement,Statement Id\nA,G 1,Step Ä,T,C,Does.,id 7\n",
        "--map",
        "Skill=dimension",
    )
    assert "  The id `Step Ä` became `step-a`.\n  The id `id 7` became `id-7`.\n" in answer.text
    assert "  - id: g-1\n    name: G 1\n" in Path("ours/framework.yaml").read_text()
    compiled()


def test_one_name_in_two_spellings_is_one_and_said(bring: Import) -> None:
    answer = bring("Track,Grade\nTeam lead,G1\nteam  Lead,g2\nTeam lead,G2\n")
    assert "  `team Lead` and `Team lead` are taken to be one track.\n" in answer.text
    assert "1 track, 2 levels, 2 grades." in answer.text


def test_reserved_names_are_avoided(bring: Import) -> None:
    bring("Family,Track,Grade,Level\nPay,Index,404,Con\nPay,Search,405,con\n")
    compiled()
    assert sorted(path.name for path in Path("ours/tracks").iterdir()) == ["pay-index.yaml", "pay-search.yaml"]


def test_a_spreadsheet_is_imported(bring: Import, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "x.xlsx")
    sheet = book.add_worksheet()
    for row, cells in enumerate([["Track", "Grade", "Min"], ["Expert", 1, 54000.5], ["Expert", 2, 60000]]):
        sheet.write_row(row, 0, cells)
    book.close()
    bring((tmp_path / "x.xlsx").read_bytes(), "--currency", "EUR", file="levels.xlsx")
    assert "  - grade: 1\n    min: 54000.5\n  - grade: 2\n    min: 60000\n" in Path("ours/pay/2026.yaml").read_text()
    compiled()


def test_a_firm_s_language_is_kept(bring: Import) -> None:
    bring("Track,Grade\nFührung,1\n", "--locale", "de-AT")
    assert "locale: de-AT\n" in Path("ours/framework.yaml").read_text()
    assert Path("ours/tracks/fuehrung.yaml").exists()


def test_the_same_table_gives_the_same_bytes(bring: Import) -> None:
    bring(STATEMENTS, "--map", "Skill=dimension")
    bring(STATEMENTS, "--map", "Skill=dimension", out="again")
    for path in sorted(Path("ours").rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (Path("again") / path.relative_to("ours")).read_bytes()


@pytest.mark.parametrize("table", ["Track,Grade\n<script>,1\n\x1b[31mred,2\n", "Track,Grade\n'*a',#1\n- b,: 2\n"])
def test_hostile_names_do_no_harm(bring: Import, table: str) -> None:
    assert "\x1b" not in bring(table).text
    compiled()
