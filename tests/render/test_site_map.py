"""The career map's geometry: no label is cut, nothing lies on anything else, whatever the names are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from sample_view import sample_view

from ladderc.render.site.map import COMPACT, WIDE, CareerMap, Size, draw
from ladderc.render.site.wrap import lines_of, width_of
from ladderc.view.view import FamilyView

LONG = "Distinguished Donaudampfschifffahrtsgesellschaftskapitänsanwärterin of Cross-Functional-Reliability-Engineering"


def _long_names(family: FamilyView) -> FamilyView:
    columns = tuple(track._replace(name=LONG) for track in family.columns)
    rows = tuple(
        row._replace(
            grade=row.grade._replace(name=LONG, scope=f"{LONG} {LONG}"),
            cells=tuple(cell and cell._replace(title=LONG) for cell in row.cells),
        )
        for row in family.rows
    )
    return family._replace(columns=columns, rows=rows)


def _long_ids(family: FamilyView) -> FamilyView:
    rows = tuple(
        row._replace(cells=tuple(cell and cell._replace(id=f"senior-{cell.id}-of-many") for cell in row.cells))
        for row in family.rows
    )
    return family._replace(rows=rows)


FAMILIES = {
    "engineering": sample_view().families[0],
    "care": sample_view().families[1],
    "long names": _long_names(sample_view().families[0]),
    "long ids": _long_ids(sample_view().families[0]),
}


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("size", [WIDE, COMPACT], ids=["wide", "compact"])
def test_every_label_stays_in_its_row_and_its_column(name: str, size: Size) -> None:
    family = FAMILIES[name]
    drawn = draw(family, size)
    assert len(drawn.stations) == sum(cell is not None for row in family.rows for cell in row.cells)
    bounds = sorted({station.x for station in drawn.stations})
    for station in drawn.stations:
        row = next(row for row in drawn.rows if row.top <= station.y <= row.top + row.height)
        right = next((x for x in bounds if x > station.x), drawn.width)
        for y, line in station.title.lines:
            assert row.top + 10 < y < row.top + row.height
            assert station.title.x + width_of(line, size.font) < right
    for row in drawn.rows:
        for y, _ in (*row.name.lines, *row.scope.lines):
            assert row.top + 8 < y < row.top + row.height


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("size", [WIDE, COMPACT], ids=["wide", "compact"])
def test_rows_and_lines_stay_inside_the_drawing(name: str, size: Size) -> None:
    drawn = draw(FAMILIES[name], size)
    for before, after in pairwise(drawn.rows):
        assert before.top + before.height < after.top
    assert drawn.rows[-1].top + drawn.rows[-1].height <= drawn.height
    for line in drawn.lines:
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", line.path):
            assert 0 <= float(x) <= drawn.width
            assert 0 <= float(y) <= drawn.height


def _crossings(drawn: CareerMap) -> list[tuple[float, float, str]]:
    """Horizontal stretches of steps that run through a row instead of between two."""
    found = []
    for line in drawn.lines:
        points = [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", line.path)]
        corners = [(float(x), float(y)) for x, y in re.findall(r"Q(-?[\d.]+) (-?[\d.]+)", line.path)]
        for (_, y), (_, other) in pairwise(corners):
            inside = any(row.top < y < row.top + row.height for row in drawn.rows)
            if y == other and inside:
                found.append((y, points[0][0], line.source))
    return found


@pytest.mark.parametrize("name", FAMILIES)
def test_steps_run_between_the_rows_and_never_through_a_title(name: str) -> None:
    assert _crossings(draw(FAMILIES[name], WIDE)) == []


def test_a_step_that_goes_both_ways_has_two_arrows_and_a_branch_none() -> None:
    lines = {(line.source, line.target): line for line in draw(FAMILIES["engineering"], WIDE).lines}
    assert len(lines["specialist/S4", "people-leadership/M4"].arrows) == 2
    assert len(lines["influence-innovation/I7", "people-leadership/M8"].arrows) == 1
    assert lines["engineering-common/E3", "specialist/S4"].arrows == ()


def test_lines_of_text_are_never_wider_than_asked_and_lose_nothing() -> None:
    lines = lines_of(LONG, 120, 14)
    assert all(width_of(line, 14) <= 120 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == LONG.replace("-", "").replace(" ", "")
    assert lines_of("Two words", 500, 14) == ["Two words"]
    assert lines_of("", 100, 14) == []
