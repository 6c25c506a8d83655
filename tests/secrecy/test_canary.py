"""No amount of pay is anywhere in a public build, and the search that says so finds planted ones."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path

import pytest
from conftest import TODAY, public_view
from firms import amounts, firm, marked
from search import leaks

from ladderc import pipeline


@pytest.mark.slow
def test_no_amount_of_pay_is_in_any_byte_of_a_public_build(meridian: Path, tmp_path: Path) -> None:
    canaries = marked(meridian)
    root = firm(meridian, tmp_path / "firm", canaries)
    assert sorted(amounts(root)) == sorted(canaries.values())
    target = tmp_path / "public"
    pipeline.build(public_view(root), target)
    assert (target / "site" / "index.html").exists()
    assert leaks(target, canaries.values()) == []


@pytest.mark.slow
def test_the_search_finds_the_same_amounts_in_a_build_for_hr(meridian: Path, tmp_path: Path) -> None:
    canaries = marked(meridian)
    root = firm(meridian, tmp_path / "firm", canaries)
    checked = pipeline.check(root, TODAY)
    assert checked.framework is not None
    target = tmp_path / "hr"
    pipeline.build(pipeline.view(checked.framework, "hr", TODAY), target)
    found = leaks(target, canaries.values())
    kinds = {Path(name).suffix for name, _ in found}
    assert {".html", ".pdf", ".csv", ".xlsx", ".json"} <= kinds


PLANTED = {
    "plain": b"<p>7310137</p>",
    "grouped with commas": b"<p>7,310,137</p>",
    "grouped with points": b"<p>7.310.137,00</p>",
    "grouped with narrow blanks": "<p>7\u202f310\u202f137</p>".encode(),
    "split by tags": b"<b>7</b>310<i>137</i>",
    "as entities": b"&#55;&#51;10137",
    "in base64": base64.b64encode(b"min 7310137 max"),
    "in base64 inside a word": b"data:x;base64," + base64.b64encode(b"a7310137bc"),
    "in a gzip": gzip.compress(b"7310137"),
    "in base64 in a gzip": gzip.compress(base64.b64encode(b"the pay is 7310137")),
    "in JSON": json.dumps({"min": 7310137}).encode(),
}


@pytest.mark.parametrize("hidden", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_amount_is_found_however_it_is_written(hidden: bytes, tmp_path: Path) -> None:
    (tmp_path / "page.bin").write_bytes(hidden)
    assert leaks(tmp_path, ["7310137"]) == [("page.bin", "7310137")]


def test_a_planted_amount_in_a_file_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "level-7310137.html").write_text("nothing here")
    assert leaks(tmp_path, ["7310137"]) == [("level-7310137.html", "7310137")]


def test_other_numbers_are_no_leak(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>731 013 people since 2026-11-21, 7310138</p>")
    assert leaks(tmp_path, ["7310137"]) == []


@pytest.mark.slow
def test_an_amount_planted_in_the_view_reaches_pages_and_guides_and_is_found(meridian: Path, tmp_path: Path) -> None:
    canaries = marked(meridian)
    view = public_view(firm(meridian, tmp_path / "firm", canaries))
    planted = next(iter(canaries.values()))
    level = view.levels[0]._replace(summary=f"Earns {planted} a year.")
    track = view.tracks[0]._replace(levels=(level, *view.tracks[0].levels[1:]))
    leaking = view._replace(levels=(level, *view.levels[1:]), tracks=(track, *view.tracks[1:]))
    target = tmp_path / "public"
    pipeline.build(leaking, target)
    kinds = {Path(name).suffix for name, _ in leaks(target, canaries.values())}
    assert {".html", ".pdf", ".json"} <= kinds
