"""Pay and hidden levels of published states are in no byte of a build for those who may not see them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from conftest import MERIDIAN, TODAY
from firms import amounts, firm, marked
from search import leaks
from test_noninterference import differing

from ladderc import pipeline

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))  # where repositories are built, for all folders of tests

from repositories import Work

RELEASES = """\
- {id: '2026.10', date: 2026-10-01, title: Four tracks}
- {id: '2026.04', date: 2026-04-01, title: Once more}
- {id: '2025.10', date: 2025-10-01, title: One ladder}
"""

PARTS = ("site", "tables", "data")
"""What could tell the past; a guide is about today alone, and test_canary looks into guides."""

HIDDEN = "zanderquokka"
"""A word that stands only in what the public may not see, in states that were published or in that of today."""


def published(folder: Path, past_pay: dict[str, str] | None = None) -> Path:
    """The example firm after two releases with other pay, hidden levels and drafts, and a third as it stands."""
    folder.mkdir(parents=True)
    work = Work(folder)
    work.git("init", "--quiet")
    states = {
        "2025.10": (MERIDIAN, {"visible_to": "[hr]"}),
        "2026.04": (MERIDIAN, {"status": "draft"}),
    }
    root = folder / "framework"
    for tag, (source, secret) in states.items():
        shutil.rmtree(root, ignore_errors=True)
        firm(source, root, past_pay)
        _hide(root, secret)
        work.commit(tag)
        work.git("tag", tag)
    shutil.rmtree(root)
    firm(MERIDIAN, root)
    _reword(root)
    (root / "releases.yaml").write_text(RELEASES)
    work.commit("Today")
    work.git("tag", "2026.10")
    return root


def _hide(root: Path, secret: dict[str, str]) -> None:
    """One level of a track says a word that no other text has, and is hidden."""
    path = root / "tracks" / "engineering" / "specialist.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    start = next(row for row, line in enumerate(lines) if line.strip() == "- id: S6")
    (field, value), *_ = secret.items()
    lines.insert(start + 1, f"    {field}: {value}")
    summary = next(row for row in range(start, len(lines)) if lines[row].strip().startswith("summary:"))
    lines[summary + 1] = f"      {HIDDEN} {value.strip('[]')}"
    path.write_text("\n".join(lines), encoding="utf-8")


def _reword(root: Path) -> None:
    path = root / "tracks" / "engineering" / "specialist.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("purpose: >-\n", "purpose: >-\n  Reworded since.\n", 1), encoding="utf-8")


def build(root: Path, audience: str, target: Path, parts: tuple[str, ...] = PARTS) -> Path:
    """Build as the command does."""
    framework = pipeline.check(root, TODAY).framework
    assert framework is not None
    past = pipeline.past(root, framework, TODAY)
    assert [one.note for one in past] == ["", "", ""]
    pipeline.build(pipeline.view(framework, audience, TODAY, past), target, parts)
    return target


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["public", "employees"])
def test_no_amount_of_the_past_is_in_any_byte(tmp_path: Path, audience: str) -> None:
    canaries = marked(MERIDIAN)
    root = published(tmp_path / "firm", canaries)
    assert amounts(root) == amounts(firm(MERIDIAN, tmp_path / "plain"))
    target = build(root, audience, tmp_path / "out")
    assert (target / "site" / "changes" / "2026.10.html").exists()
    assert leaks(target, canaries.values()) == []


@pytest.mark.slow
def test_the_search_finds_amounts_of_the_past_in_a_build_for_hr(tmp_path: Path) -> None:
    canaries = marked(MERIDIAN)
    target = build(published(tmp_path / "firm", canaries), "hr", tmp_path / "out")
    found = {name for name, _ in leaks(target, canaries.values())}
    assert "site/changes/2026.10.html" in found
    assert "site/levels/specialist/s5.html" in found
    assert "site/framework.json" in found


@pytest.mark.slow
@pytest.mark.parametrize("audience", ["public", "employees"])
def test_a_change_of_pay_in_a_published_state_changes_no_byte(tmp_path: Path, audience: str) -> None:
    other = {amount: str(int(amount) * 3 + 7) for amount in amounts(MERIDIAN)[::2]}
    one, two = published(tmp_path / "one"), published(tmp_path / "two", other)
    for root, target in ((one, tmp_path / "a"), (two, tmp_path / "b")):
        build(root, audience, target)
    assert differing(tmp_path / "a", tmp_path / "b") == []


@pytest.mark.slow
def test_a_change_of_pay_in_a_published_state_is_told_to_hr(tmp_path: Path) -> None:
    other = {amount: str(int(amount) * 3 + 7) for amount in amounts(MERIDIAN)[::2]}
    build(published(tmp_path / "one"), "hr", tmp_path / "a", ("site",))
    build(published(tmp_path / "two", other), "hr", tmp_path / "b", ("site",))
    assert "site/changes/2026.10.html" in differing(tmp_path / "a", tmp_path / "b")


@pytest.mark.slow
def test_what_was_hidden_when_it_was_published_is_in_no_byte(tmp_path: Path) -> None:
    root = published(tmp_path / "firm")
    for audience, holds in (("public", False), ("employees", False), ("hr", True)):
        target = build(root, audience, tmp_path / audience)
        found = {name for name, _ in leaks(target, [HIDDEN])}
        assert bool(found) == holds, (audience, found)


@pytest.mark.slow
def test_two_clones_give_the_same_bytes(tmp_path: Path) -> None:
    root = published(tmp_path / "firm")
    Work(tmp_path).git("clone", "--quiet", tmp_path / "firm", tmp_path / "a clone")
    build(root, "hr", tmp_path / "a")
    build(tmp_path / "a clone" / "framework", "hr", tmp_path / "b")
    assert differing(tmp_path / "a", tmp_path / "b") == []
