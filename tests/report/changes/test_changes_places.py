"""Where a change of a step or a mark points: at the words that were written, not at the block around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from changed import compared, edited, firm

FILE = "tracks/specialist.yaml"
EDITS = {
    "a longer wait": ("min_months: 18", "min_months: 30", "promotion-bar-raised", "30"),
    "a shorter wait": ("min_months: 18", "min_months: 6", "promotion-bar-lowered", "6"),
    "a wait that is not written any more": (", min_months: 18", "", "promotion-bar-lowered", "promotion"),
    "one more piece of evidence": (
        "[A theory in use, ", "[A theory in use, Three drawings, ", "promotion-bar-raised", "Three drawings",
    ),
    "one piece of evidence less": ("A theory in use, ", "", "promotion-bar-lowered", "A theory in use"),
    "evidence in other words": (
        "A product lead's letter", "A product lead's long letter", "promotion-changed", "A product lead's long letter",
    ),
    "another basis": ("min_months: 18, basis: capability", "min_months: 18, basis: vacancy", "promotion-bar-raised", "vacancy"),
    "a draft": ("title: Staff Specialist", "title: Staff Specialist\n    status: draft", "withdrawn", "draft"),
    "other readers": ("order: 2", "order: 2\nvisible_to: [hr]", "audience-changed", "[hr]"),
    "a mark": (
        "craft: {statements: [Derives one", "craft: {rating: 4, statements: [Derives one", "rating-raised", "4",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind", "words"), EDITS.values(), ids=EDITS)
def test_a_change_points_at_what_was_written(old: str, new: str, kind: str, words: str, tmp_path: Path) -> None:
    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    edited(after, FILE, (old, new))
    (item,) = compared(before, after).changes
    text = ((before if item.change.gone else after) / FILE).read_text(encoding="utf-8")
    line = text.split("\n")[item.span.line - 1]
    assert (item.change.kind, line[item.span.column - 1 : item.span.end_column - 1]) == (kind, words)
