"""``ladderc diff`` on a repository with real history: what a reviewer reads, and what makes the command fail."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import run

DAY = "2026-11-22"
RAISED = {"G4": (70750, 84410, 98070), "G5": (84410, 100750, 117090), "G6": (100760, 120490, 140220)}
BEFORE = {"G4": (53880, 64240, 74600), "G5": (64250, 76675, 89100), "G6": (76690, 91700, 106710)}
"""The managers' bands: 3.5 % above the experts' before, and 31.4 % higher after."""


NOT_COMMITTED = "Nothing is committed here that main does not have, so the files as they are now are compared with the last commit.\n"


def exceptions(bands: dict[str, tuple[int, int, int]]) -> str:
    rows = "".join(
        f"  - {{track: people-leadership, grade: {grade}, because: market, reason: Hard to find here., "
        f"min: {low}, midpoint: {middle}, max: {high}}}\n"
        for grade, (low, middle, high) in bands.items()
    )
    return f"exceptions:\n{rows}"


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=Ana Ruiz", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def history(firm: Path) -> Path:
    """The firm on main, with managers paid 3.5 % more at three grades; a branch is checked out."""
    pay = firm / "pay" / "2026.yaml"
    pay.write_text(pay.read_text() + exceptions(BEFORE))
    git(firm, "init", "--quiet", "--initial-branch", "main")
    git(firm, "add", ".")
    git(firm, "commit", "--quiet", "--message", "The framework as it is")
    git(firm, "switch", "--quiet", "--create", "round-2027")
    return firm


def in_a_new_file(firm: Path) -> None:
    """The rise as a new pay file for the year after."""
    text = (firm / "pay" / "2026.yaml").read_text().replace("2026", "2027")
    later = text[: text.index("exceptions:")] + exceptions(RAISED)
    (firm / "pay" / "2027.yaml").write_text(later)


def in_place(firm: Path) -> None:
    """The rise as changed figures of the file in force."""
    pay = firm / "pay" / "2026.yaml"
    text = pay.read_text()
    pay.write_text(text[: text.index("exceptions:")] + exceptions(RAISED))


def diff(firm: Path, *words: str) -> tuple[list[str], int]:
    said = run("diff", "--today", DAY, "--audience", "hr", *words, inside=firm)
    assert said.err in ("", NOT_COMMITTED)
    return said.out.splitlines(), said.code


@pytest.mark.parametrize(
    ("change", "since"), [(in_a_new_file, "From 1 January 2027"), (in_place, "From 1 January 2026")]
)
def test_a_rise_for_managers_alone_is_told_in_three_lines(
    history: Path, change: Callable[[Path], None], since: str
) -> None:
    change(history)
    git(history, "add", ".")
    git(history, "commit", "--quiet", "--message", "The pay round")
    lines, code = diff(history)
    first = "\n".join(lines[:3])
    assert f"{since} the midpoint rises 31 % for People leadership at G4 to G6" in first
    assert "Project leadership and Specialist stay as before" in first
    assert "a gap of 3 % becomes 27 %" in first
    assert code == 1


def test_what_is_not_committed_yet_is_compared_too(history: Path) -> None:
    in_place(history)
    lines, _ = diff(history)
    assert "31 %" in lines[0]


def test_nothing_changed_is_said_and_passes(history: Path) -> None:
    lines, code = diff(history)
    assert "Nothing changed that a person would notice." in lines
    assert code == 0


def test_old_debt_does_not_fail(history: Path) -> None:
    in_place(history)
    git(history, "commit", "--quiet", "--all", "--message", "The pay round")
    git(history, "branch", "--quiet", "--force", "main")
    track = history / "tracks" / "specialist.yaml"
    track.write_text(track.read_text().replace("title: Staff Specialist", "title: Lead Specialist"))
    lines, code = diff(history)
    assert "S5 is titled “Lead Specialist” now; it was “Staff Specialist”." in lines[0]
    assert code == 0
    assert not [line for line in lines if "parity-regression" in line]


def test_old_debt_that_grows_fails(history: Path) -> None:
    in_place(history)
    git(history, "commit", "--quiet", "--all", "--message", "The pay round")
    git(history, "branch", "--quiet", "--force", "main")
    pay = history / "pay" / "2026.yaml"
    pay.write_text(pay.read_text().replace("midpoint: 120490", "midpoint: 124500"))
    lines, code = diff(history)
    assert "  This change makes worse what broke `band-parity` before." in lines
    assert "  It was 73.5 % and is 71.1 %." in lines
    assert code == 1


def test_what_somebody_stands_by_does_not_fail(history: Path) -> None:
    in_place(history)
    lines, _ = diff(history)
    start = next(number for number, line in enumerate(lines) if "acks.yaml" in line) + 1
    block = "\n".join(line[2:] for line in lines[start:] if line.startswith("  "))
    answered = block.replace('reason: "…"', "reason: The experts follow in March.").replace('who: "…"', "who: Ana Ruiz")
    (history / "acks.yaml").write_text(answered + "\n")
    lines, code = diff(history)
    assert code == 0, "\n".join(lines)
    assert not [line for line in lines if line.startswith("error")]
    assert run("diff", "--today", "2027-06-01", "--audience", "hr", inside=history).code == 1, "its last day is over"


def test_a_frozen_time_stops_what_asks_for_more(history: Path) -> None:
    framework = history / "framework.yaml"
    framework.write_text(framework.read_text() + "\nfreeze: {from: 2026-11-01, to: 2026-12-15, why: Autumn round}\n")
    git(history, "commit", "--quiet", "--all", "--message", "Freeze")
    git(history, "branch", "--quiet", "--force", "main")
    track = history / "tracks" / "specialist.yaml"
    track.write_text(track.read_text().replace("min_months: 18", "min_months: 30"))
    lines, code = diff(history)
    assert "  Nothing may ask for more from 1 November 2026 to 15 December 2026 (Autumn round)." in lines
    assert code == 1
    assert diff(history, "--today", "2026-12-16")[1] == 0, "the last day is over"


def test_a_broken_state_is_not_compared(history: Path) -> None:
    (history / "tracks" / "specialist.yaml").write_text("id: specialist\n  name: [")
    said = run("diff", inside=history)
    assert said.code == 3
    assert "tracks/specialist.yaml" in said.err
    assert "Mend them first" in said.err


def test_a_folder_is_a_base_too(history: Path, tmp_path: Path) -> None:
    other = tmp_path / "before"
    git(history, "worktree", "add", "--quiet", "--detach", str(other), "main")
    in_place(history)
    lines, code = diff(history, "--base", str(other))
    assert "31 %" in lines[0]
    assert code == 1


def test_the_way_back_is_told_as_such(history: Path) -> None:
    in_place(history)
    git(history, "commit", "--quiet", "--all", "--message", "The pay round")
    lines, _ = diff(history, "--base", "round-2027..main")
    assert "the midpoint falls 24 % for People leadership at G4 to G6" in lines[0]
    assert "Mended (" in "\n".join(lines)


def test_a_framework_that_is_new_has_nothing_to_be_compared_with_and_fails_nothing(firm: Path) -> None:
    git(firm, "init", "--quiet", "--initial-branch=main")
    git(firm, "commit", "--quiet", "--allow-empty", "--message", "Nothing yet")
    git(firm, "switch", "--quiet", "--create", "first")
    git(firm, "add", ".")
    git(firm, "commit", "--quiet", "--message", "The framework")
    new = (
        r"At main \([0-9a-f]{10}\) there is no framework in the top folder.\n"
        "It is new since then, so there is nothing to compare it with.\n"
    )
    for words in ((), ("--base", "main"), ("--output", "review.html"), ("--format", "markdown")):
        said = run("diff", *words, inside=firm)
        assert re.fullmatch(new, said.out)
        assert (said.err, said.code) == ("", 0)
    assert not (firm / "review.html").exists()
    said = run("diff", "--format", "json", inside=firm)
    assert (said.out, bool(re.fullmatch(new, said.err)), said.code) == ("", True, 2)
    assert run("diff", "--base", "main:elsewhere", inside=firm).code == 2
    commit = git(firm, "rev-parse", "HEAD")
    assert f"compared with {commit[:10]}, as of" in run("diff", "--base", commit, inside=firm).out, "not said twice"


def test_a_base_that_had_no_track_yet_is_compared(firm: Path) -> None:
    git(firm, "init", "--quiet", "--initial-branch", "main")
    git(firm, "add", "framework.yaml")
    git(firm, "commit", "--quiet", "--message", "A beginning")
    git(firm, "switch", "--quiet", "--create", "tracks")
    lines, _ = diff(firm, "--base", "main")
    new = re.findall(r"The track ([\w ]+) is new", " ".join(" ".join(lines).split()))
    assert {"Engineer", "People leadership"} <= set(new)


def test_a_head_that_has_no_track_any_more_is_refused(history: Path) -> None:
    for track in (history / "tracks").iterdir():
        track.unlink()
    said = run("diff", "--today", DAY, inside=history)
    assert said.code == 1
    assert "  This framework has no track: no file in `tracks/` ends in `.yaml`.\n" in said.err
