"""The View: everything a renderer prints is worked out here, ready to print."""

from __future__ import annotations

from pathlib import Path

import pytest
from seeing import RICH, level, linked, seen

from ladderc.model.framework import Framework
from ladderc.view.view import View


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    return linked(RICH, tmp_path_factory.mktemp("firm"))


@pytest.fixture(scope="module")
def hr(rich: Framework) -> View:
    return seen(rich, "hr")


def test_the_frame_of_a_view(hr: View) -> None:
    assert (hr.version, hr.audience, hr.language, hr.locale) == (1, "hr", "en", "en-GB")
    assert (hr.today, hr.today_text, hr.reviewed_text) == ("2026-11-21", "21 November 2026", "1 September 2026")
    assert (hr.name, hr.owner) == ("Tarn Hydraulics", "Priya Nair, head of people")
    assert hr.sentence == "4 tracks and 15 levels over 7 grades."
    assert [grade.id for grade in hr.grades] == ["G7", "G6", "G5", "G4", "G3", "G2", "G1"]
    assert [track.ref.id for track in hr.tracks] == ["stem", "specialist", "project-leadership", "people-leadership"]


def test_the_map_has_a_row_a_grade_and_a_cell_a_track(hr: View) -> None:
    [family] = hr.families
    assert [column.id for column in family.columns] == ["stem", "specialist", "project-leadership", "people-leadership"]
    cells = {row.grade.id: [cell and cell.id for cell in row.cells] for row in family.rows}
    assert cells == {
        "G7": [None, "S7", "P7", "M7"],
        "G6": [None, "S6", "P6", "M6"],
        "G5": [None, "S5", "P5", "M5"],
        "G4": [None, "S4", "P4", "M4"],
        "G3": ["E3", None, None, None],
        "G2": ["E2", None, None, None],
        "G1": ["E1", None, None, None],
    }


def test_the_map_s_edges_join_cells_and_fold_a_move_with_its_way_back(hr: View) -> None:
    [family] = hr.families
    edges = {(edge.source.id, edge.target.id): edge for edge in family.edges}
    assert [(edge.kind, edge.both_ways) for edge in family.edges if edge.kind not in ("rung", "branch")] == [
        (edges["M4", "S4"].kind, True) if ("M4", "S4") in edges else (edges["S4", "M4"].kind, True),
        (edges["P4", "S4"].kind, True) if ("P4", "S4") in edges else (edges["S4", "P4"].kind, True),
    ]
    assert {edge.both_ways for edge in family.edges if edge.kind in ("rung", "branch")} == {False}
    assert len(edges) == 11 + 3 + 2
    branch = edges["E3", "S4"]
    assert (branch.kind, branch.source_column, branch.source_row, branch.target_column, branch.target_row) == (
        "branch",
        0,
        4,
        1,
        3,
    )
    [move] = [edge for pair, edge in edges.items() if set(pair) == {"S4", "M4"}]
    assert move.both_ways
    for edge in family.edges:
        assert family.rows[edge.source_row].cells[edge.source_column] == edge.source
        assert family.rows[edge.target_row].cells[edge.target_column] == edge.target


def test_a_level_compares_itself_with_the_next_rung(hr: View) -> None:
    [up] = level(hr, "specialist/S4").comparisons
    assert (up.target.id, up.kind) == ("S5", "rung")
    assert [row.dimension.name for row in up.rows] == ["Craft", "Delivery", "Influence"]
    craft = up.rows[0]
    assert (craft.now.rating, craft.next.rating, craft.rises) == ("Able", "Expert", True)
    assert craft.now.statements == ("Models a pump that has not been built.", "Predicts its wear.")
    assert craft.next.statements == ("Derives one theory from faults of three products.",)
    assert (up.rows[1].now.rating, up.rows[1].rises) == ("", False)


def test_the_end_of_a_stem_compares_itself_with_every_branch(hr: View) -> None:
    ends = level(hr, "stem/E3").comparisons
    assert [(one.target.key, one.kind) for one in ends] == [
        ("specialist/S4", "branch"),
        ("project-leadership/P4", "branch"),
        ("people-leadership/M4", "branch"),
    ]
    people = next(row for row in ends[2].rows if row.dimension.name == "People")
    assert people.now == ("", ())
    assert people.next.statements == ("Tells each person every month what goes well and what does not.",)


def test_the_top_of_a_track_compares_itself_with_nothing(hr: View) -> None:
    assert level(hr, "specialist/S7").comparisons == ()
    assert level(hr, "specialist/S7").above is None


def test_ways_on_and_in_say_what_they_are_and_under_what_conditions(hr: View) -> None:
    on = {way.level.key: way for way in level(hr, "specialist/S4").ways_on}
    assert {key: way.kind for key, way in on.items()} == {
        "specialist/S5": "rung",
        "people-leadership/M4": "lateral",
        "project-leadership/P4": "lateral",
    }
    assert on["people-leadership/M4"].conditions == ("pay protected", "trial of 6 months")
    assert on["specialist/S5"].conditions == ()
    into = {way.level.key: way.kind for way in level(hr, "specialist/S4").ways_in}
    assert into == {"stem/E3": "branch", "people-leadership/M4": "return", "project-leadership/P4": "lateral"}


def test_counterparts_stand_at_the_same_grade_in_other_tracks(hr: View) -> None:
    assert [ref.key for ref in level(hr, "specialist/S5").counterparts] == [
        "project-leadership/P5",
        "people-leadership/M5",
    ]
    assert level(hr, "stem/E1").counterparts == ()


ORDERED = """
# framework.yaml
families:
  - {id: engineering, name: Engineering}
  - {id: care, name: Care}
# tracks/specialist.yaml
order: 1
# tracks/project-leadership.yaml
order: 2
# tracks/people-leadership.yaml
order: 3
# tracks/care-experts.yaml
id: care-experts
name: Care experts
kind: specialist
family: care
levels: [{id: C1, title: Adviser, grade: G1}]
# tracks/care-trainers.yaml
id: care-trainers
name: Care trainers
kind: specialist
family: care
levels: [{id: T1, title: Trainer, grade: G1}]
"""


def test_lists_of_levels_follow_the_columns_of_the_map(tmp_path: Path) -> None:
    shown = seen(linked(ORDERED, tmp_path), "hr")
    columns = ["stem", "specialist", "project-leadership", "people-leadership"]
    assert [column.id for column in shown.families[0].columns] == columns
    assert [ref.id for ref in level(shown, "people-leadership/M5").counterparts] == ["S5", "P5"]
    assert [way.level.id for way in level(shown, "stem/E3").ways_on if way.kind == "branch"] == ["S4", "P4", "M4"]
    assert [way.level.id for way in level(shown, "specialist/S4").ways_on] == ["S5", "P4", "M4"]
    assert [one.target.id for one in level(shown, "stem/E3").comparisons] == ["S4", "P4", "M4"]
    assert shown.pay is not None
    assert [ref.id for ref in shown.pay[0].rows[0].levels] == ["S7", "P7", "M7"]
    [stem] = [track for track in shown.tracks if track.ref.id == "stem"]
    assert [ref.id for ref in stem.neighbours] == columns[1:]


def test_a_kind_of_track_has_one_colour_in_every_family_and_a_second_track_another(tmp_path: Path) -> None:
    shown = seen(linked(ORDERED, tmp_path), "hr")
    hues = {track.ref.id: track.ref.hue for track in shown.tracks}
    assert hues["care-experts"] == hues["specialist"]
    for family in shown.families:
        used = [column.hue for column in family.columns]
        assert len(set(used)) == len(used)
    assert hues["care-trainers"] not in {hue for name, hue in hues.items() if name != "care-trainers"}


def test_reports_and_promotion_are_words(hr: View) -> None:
    assert level(hr, "people-leadership/M4").reports == "3 people or more"
    assert level(hr, "people-leadership/M5").reports == "3 to 8 people"
    assert level(hr, "specialist/S5").reports == ""
    step = level(hr, "specialist/S5").promotion
    assert step is not None
    assert step.months == "18 months"
    assert step.requires == ("Two letters from products", "Has held P4 Project Lead")


def test_parity_says_how_each_rule_ended_with_its_figures(tmp_path: Path) -> None:
    low = "\n# pay/2026.yaml\nexceptions: [{track: specialist, grade: G5, min: 55000, midpoint: 62000, max: 84000}]\n"
    waived = "\n# waivers.yaml\n- {rule: grade-gap, subject: {track: project-leadership}, reason: P5 is being written., owner: Priya, expires: 2027-01-01}\n"
    gap = "\n# tracks/project-leadership.yaml without P5\n"
    framework = linked(low + gap + waived, tmp_path)
    card = seen(framework, "hr").parity
    cells = {row.rule: row.cells[0] for group in card.groups for row in group.rows if row.cells[0].family}
    assert {name: cells[name].outcome for name in ("band-parity", "grade-gap", "ceiling-parity")} == {
        "band-parity": "fails",
        "grade-gap": "waived",
        "ceiling-parity": "holds",
    }
    [failing] = [one for one in cells["band-parity"].details if one.outcome == "fails"]
    assert failing.about.startswith("S5 Staff Specialist")
    assert {(figure.side, figure.value) for figure in failing.figures} >= {
        ("expert", "£62,000 a year"),
        ("manager", "£74,000 a year"),
    }
    [covered] = [one for one in cells["grade-gap"].details if one.outcome == "waived"]
    assert covered.waiver == ("P5 is being written.", "Priya", "2027-01-01")
    whole = {count.family and count.family.id: count for count in card.counts}
    assert (whole["engineering"].fails, whole["engineering"].waived) == (
        sum(cell.outcome == "fails" for cell in cells.values()),
        1,
    )
    staff = seen(framework, "employees").parity
    told = {row.rule: row.cells[0] for group in staff.groups for row in group.rows}
    [covered] = [one for one in told["grade-gap"].details if one.outcome == "waived"]
    assert covered.waiver == ("", "", "2027-01-01")
    public = seen(framework, "public").parity
    named = {row.rule for group in public.groups for row in group.rows}
    assert not named & {"band-parity", "band-missing", "band-order", "pay-ceiling-parity"}


def test_pay_rows_are_ready_to_print(hr: View) -> None:
    assert hr.pay is not None
    assert [(table.zone, table.effective, table.later) for table in hr.pay] == [
        ("North", "2026-01-01", False),
        ("South", "2026-01-01", False),
        ("", "2027-01-01", True),
    ]
    assert len({table.anchor for table in hr.pay}) == 3
    north = hr.pay[0]
    assert [(row.grade.id, [ref.id for ref in row.levels]) for row in north.rows] == [
        ("G7", ["S7", "P7", "M7"]),
        ("G6", ["S6", "P6", "M6"]),
        ("G5", ["S5"]),
        ("G5", ["P5", "M5"]),
        ("G4", ["S4", "P4", "M4"]),
        ("G3", ["E3"]),
        ("G2", ["E2"]),
        ("G1", ["E1"]),
    ]
    principal, odd = north.rows[1], north.rows[2]
    assert (principal.min_text, principal.midpoint_text, principal.max_text) == ("£74,000", "£88,500", "£103,000")
    assert (principal.bonus_text, principal.equity_text, principal.market_text) == ("12.5 %", "£8,000", "£90,000")
    assert (principal.midpoint_worked_out, odd.midpoint_worked_out) == (False, True)
    assert (odd.midpoint_text, odd.bonus_text) == ("£78,000", "10 %")
    assert odd.exception.startswith("A band of its own for Specialist because of ")
    assert odd.exception.endswith(": Rivals pay more for pumps.")
    assert (north.has_bonus, north.has_equity, north.has_market, north.has_exceptions) == (True, True, True, True)
    south = hr.pay[1].rows[1]
    assert (south.min_text, south.midpoint_text, south.equity_text) == ("£66,600", "£79,650", "£7,200")


def test_the_market_of_the_base_zone_is_not_shown_as_that_of_another(hr: View) -> None:
    assert hr.pay is not None
    north, south = hr.pay[:2]
    assert (north.rows[1].market_text, north.has_market) == ("£90,000", True)
    assert (south.rows[1].market, south.rows[1].market_text, south.has_market) == (None, "", False)


def test_a_market_written_for_a_zone_is_shown_there(tmp_path: Path) -> None:
    own = "{track: specialist, zone: south, grade: G5, min: 65000, max: 91000, because: market, market: {value: 77000}}"
    zones = "zones: [{id: south, name: South, factor: 0.9}]"
    shown = seen(linked(f"\n# pay/2026.yaml\n{zones}\nexceptions: [{own}]\n", tmp_path), "hr")
    assert shown.pay is not None
    assert {row.market_text for row in shown.pay[0].rows} == {"", "£77,000"}


def test_bars_stand_on_one_axis_with_round_marks(hr: View) -> None:
    assert hr.pay is not None
    north = hr.pay[0]
    assert [(tick.at, tick.label) for tick in north.ticks] == [
        (0, "£0"),
        (333, "£50,000"),
        (666, "£100,000"),
        (1000, "£150,000"),
    ]
    top = north.rows[0]
    assert top.bar == (88000 * 1000 // 150000, 105500 * 1000 // 150000, 123000 * 1000 // 150000, False)
    for row in north.rows:
        assert 0 <= row.bar.start <= (row.bar.midpoint or row.bar.start) <= row.bar.end <= 1000


def test_a_band_without_a_maximum_is_open(tmp_path: Path) -> None:
    shown = seen(linked("\n# pay/2026.yaml\nbands: [{grade: G7, midpoint: ~, max: ~}]\n", tmp_path), "hr")
    assert shown.pay is not None
    top = shown.pay[0].rows[0]
    assert (top.max_text, top.bar.end, top.bar.open) == ("no maximum", 1000, True)


def test_employees_have_bands_without_what_is_only_for_hr(rich: Framework) -> None:
    shown = seen(rich, "employees")
    assert shown.pay is not None
    assert [(table.zone, table.later) for table in shown.pay] == [("North", False), ("South", False)]
    north = shown.pay[0]
    assert (north.has_bonus, north.has_equity, north.has_market) == (True, False, False)
    assert north.rows[2].exception == "A band of its own for Specialist"
    assert {row.equity_text + row.market_text for row in north.rows} == {""}
    [line] = [line for line in level(shown, "specialist/S6").pay or () if line.zone == "North"]
    assert (line.min, line.midpoint, line.max, line.period, line.bonus, line.equity) == (
        "£74,000",
        "£88,500",
        "£103,000",
        "a year",
        "12.5 %",
        "",
    )


def test_the_public_has_no_pay_anywhere(rich: Framework) -> None:
    shown = seen(rich, "public")
    assert shown.pay is None
    assert {one.pay for one in shown.levels} == {None}
    assert "£" not in repr(shown)
    assert "88500" not in repr(shown)


def test_the_glossary_has_every_declared_word_under_an_anchor_of_its_own(hr: View) -> None:
    groups = {group.anchor: group for group in hr.glossary}
    assert [term.name for term in groups["ratings"].terms] == ["Learning", "Able", "Expert"]
    assert groups["dimensions"].terms[0].anchor == "dimension-craft"
    anchors = [term.anchor for group in hr.glossary for term in group.terms]
    assert len(set(anchors)) == len(anchors)
    linked_to = {row.dimension.anchor for one in hr.levels for row in one.expectations}
    linked_to |= {link.anchor for one in hr.levels for link in (*one.forums, *one.recognition)}
    assert linked_to <= set(anchors)


def test_two_views_of_one_framework_are_equal(rich: Framework, hr: View) -> None:
    assert seen(rich, "hr") == hr
