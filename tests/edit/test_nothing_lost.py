"""Whatever a table holds: each cell of a used column is in the framework, or its row is told with that cell."""

from __future__ import annotations

import csv
import datetime
import io
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ladderc.edit.decide import decide
from ladderc.edit.files import files
from ladderc.edit.ledger import quoted
from ladderc.edit.options import ImportOptions, folded
from ladderc.edit.plan import Plan
from ladderc.edit.read_table import read_table
from ladderc.edit.slug import slug
from ladderc.edit.table import Row, Table
from ladderc.errors import UnreadableError, UsageError
from ladderc.pipeline import check_reading
from ladderc.sources.read import read_tree_contents

DAY = datetime.date(2026, 11, 21)
SCALE = ("Low", "High")
NAMES = (
    "track",
    "family",
    "kind",
    "grade",
    "level",
    "title",
    "dimension",
    "statement",
    "statement_id",
    "rating",
    "reports",
    "min",
    "max",
)
CELLS = {
    "track": ["A", "a", "B lead", "", "Ü"],
    "family": ["F", "G", "", "all"],
    "kind": ["specialist", "", "boss"],
    "grade": ["1", "2", "X", ""],
    "level": ["E1", "E2", "e 3", ""],
    "title": ["Senior", "Head: of", ""],
    "dimension": ["Craft", "Reach", ""],
    "statement": ["Does.", "#1 only", "", "- no"],
    "statement_id": ["i1", "i 2", "", "é"],
    "rating": ["Low", "High", "2", "Guru", ""],
    "reports": ["3", "2-4", "many", ""],
    "min": ["10", "1,000", "x", ""],
    "max": ["20", "€ 30", "$5", ""],
}


@st.composite
def tables(draw: st.DrawFn) -> str:
    columns = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    row = st.tuples(*(st.sampled_from(CELLS[name]) | st.text("ab:# é\u00a0-", max_size=4) for name in columns))
    rows = draw(st.lists(row, min_size=1, max_size=12))
    out = io.StringIO()
    csv.writer(out).writerows([columns, *rows])
    return out.getvalue()


@given(tables())
@settings(max_examples=200, deadline=None)
def test_every_cell_is_placed_or_told(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text(text, encoding="utf-8")
        try:
            table = read_table(path)
            plan = decide(table, ImportOptions(DAY, scale=SCALE, currency="EUR"))
        except UsageError:  # a refusal of the whole table loses nothing
            return
    written = {name: text.encode() for name, text in files(plan).items() if name.endswith(".yaml")}
    checked = check_reading(read_tree_contents(written), DAY)
    assert [(one.place.file, one.message) for one in checked.faults] == []
    placed = {str(value) for document in checked.reading.documents for value in leaves(document.data)}
    for row in table.rows:
        account(plan, table, row, placed)


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(ANY, ANY, ANY, ANY, ANY, ANY), min_size=1, max_size=5))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_in_cells_the_framework_compiles(rows: list[tuple[str, ...]]) -> None:
    columns = ("track", "family", "level", "title", "dimension", "statement")
    out = io.StringIO()
    csv.writer(out).writerows([columns, *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_text(out.getvalue(), encoding="utf-8", newline="")
        try:
            plan = decide(read_table(path), ImportOptions(DAY))
        except (UsageError, UnreadableError):  # nothing in it, or a sign that no text has
            return
    written = {name: text.encode() for name, text in files(plan).items() if name.endswith(".yaml")}
    checked = check_reading(read_tree_contents(written), DAY)
    assert [(one.place.file, one.message) for one in checked.faults] == []


def account(plan: Plan, table: Table, row: Row, placed: set[str]) -> None:
    told = [one for one in plan.unplaced if one.row == row.number]
    if any(one.whole for one in told):
        return
    for name, cell in zip(table.columns, row.cells, strict=True):
        if cell == "" or any(quoted(cell) in one.why for one in told):
            continue
        assert isinstance(cell, str)
        assert ways(name, cell, plan) & placed, (row.number, name, cell)


def ways(name: str, cell: str, plan: Plan) -> set[str]:
    """The texts under which a cell may stand in the files."""
    if name in ("min", "max"):
        return {str(Decimal(cell.replace(",", "").replace("€", "").strip()).normalize().__format__("f"))}
    if name == "reports":
        return {cell.split("-")[0].strip(" +")}
    if name == "rating" and cell in ("1", "2"):
        return {SCALE[int(cell) - 1]}
    said = {one for one in plan.guesses if quoted(cell) in one}
    spelled = {name for guess in said for name in guess.split("`")[1::2]}
    ids = {slug(one, code=code) for one in (cell, *spelled) for code in (False, True)}
    numbered = {f"{id}-{n}" for id in ids for n in range(4)} | {
        f"{noun}-{n}" for noun in ("level", "track", "grade", "family", "dimension") for n in range(5)
    }
    return {cell, folded(cell), " ".join(cell.split()), *spelled, *ids, *numbered}


def leaves(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield name
            yield from leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value)
    else:
        yield data
