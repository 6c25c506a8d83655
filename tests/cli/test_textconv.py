"""`ladderc textconv`: what git shows of a file's changes, also for broken, foreign and hostile files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ladderc.report.outline.convert import convert
from ladderc.sources.read import read_file

TOP = Path(__file__).parent.parent.parent
DOCS = TOP / "docs" / "git-diff.md"
FRAMEWORKS = TOP / "frameworks"

TRACK = """\
# A remark
id: specialist
kind: specialist
levels:
  - id: S10
    grade: G10
    title: Fellow
  - id: S5
    title: Principal Specialist
    grade: G7
    reports: {max: 2}
    expectations:
      craft:
        statements:
          - id: hardest
            text: >-
              Solves problems that nobody
              here has solved before.
          - Plain text is fine.
        rating: 5
      advice: [Is asked first.]
    metrics:
      - {name: Plan quality, type: outcome}
    decisions:
      - {domain: methods, role: decides}
      - {domain: budget, role: advises}
    forums: [guild, council]
    promotion:
      min_months: 18
      requires: [{level: specialist/S4}, Two years of results]
moves:
  - {to: people-leadership/M4, from: S5, kind: lateral, pay: protected}
name: {en: Specialist, de: Fachlaufbahn}
"""

FACTS = """\
track · name · de: Fachlaufbahn
track · name · en: Specialist
track · id: specialist
track · kind: specialist
S5 · title: Principal Specialist
S5 · grade: G7
S5 · reports · max: 2
S5 · advice · expects: Is asked first.
S5 · craft · rating: 5
S5 · craft · expects (hardest): Solves problems that nobody here has solved before.
S5 · craft · expects: Plain text is fine.
S5 · metric Plan quality · type: outcome
S5 · advises: budget
S5 · decides: methods
S5 · forums: council
S5 · forums: guild
S5 · promotion · min_months: 18
S5 · promotion · requires · level: specialist/S4
S5 · promotion · requires: Two years of results
S10 · title: Fellow
S10 · grade: G10
move S5 → people-leadership/M4 · kind: lateral
move S5 → people-leadership/M4 · pay: protected
"""


def shown(text: str) -> str:
    return convert(text.encode()).decode()


def test_a_track_reads_level_by_level_in_the_order_of_grades() -> None:
    assert shown(TRACK) == FACTS


def test_remarks_layout_and_the_order_in_the_file_change_nothing() -> None:
    top, _, rest = TRACK.partition("levels:\n")
    first, _, second = rest.partition("  - id: S5\n")
    second, _, moves = second.partition("moves:\n")
    turned = f"moves:\n{moves}{top}levels:\n  # The expert\n  - id:   S5\n{second}{first}".replace("\n", "\r\n")
    assert shown(turned) == FACTS


def test_a_pay_structure_reads_band_by_band() -> None:
    assert shown(
        "effective: 2026-01-01\nperiod: year\ncurrency: GBP\nbands:\n"
        "- {grade: G10, min: 120000, midpoint: 150000.50}\n"
        "- {grade: G2, max: 40000, min: 30000, bonus: 5%, equity: 4100, market: {value: 35000, percentile: 50}}\n"
        "exceptions:\n- {track: specialist, grade: G2, zone: leeds, because: scarcity, min: 33000}\n"
        "zones: [{id: leeds, name: Leeds, factor: 1.00}]\n"
    ) == (
        "pay · currency: GBP\npay · period: year\npay · effective: 2026-01-01\n"
        "zone leeds · name: Leeds\nzone leeds · factor: 1.00\n"
        "G2 · band: min 30,000, max 40,000 GBP a year\nG2 · equity: 4,100 GBP a year\nG2 · bonus: 5%\n"
        "G2 · market: 35,000 GBP a year\nG2 · market · percentile: 50\n"
        "G10 · band: min 120,000, midpoint 150,000.50 GBP a year\n"
        "G2 specialist in leeds · band: min 33,000 GBP a year\nG2 specialist in leeds · because: scarcity\n"
    )


def test_the_firm_reads_with_its_grades_in_their_order() -> None:
    assert shown(
        "grades:\n- {id: senior, name: Senior}\n- id: lead\nlanguage: 1\nname: Meridian\nrating_scale: [Learning, Guiding]\n"
        "families: [{id: engineering, name: Engineering}]\n"
        "rules: {profile: standard, ceiling-parity: {severity: error, floor: 0.95}}\n"
        "awards:\n- {id: lantern, name: The Lantern, open_to: [specialist, common]}\n"
    ) == (
        "framework · language: 1\nframework · name: Meridian\n"
        "grade senior · follows: (the lowest)\ngrade senior · name: Senior\ngrade lead · follows: senior\n"
        "rating scale: Learning < Guiding\nfamily engineering · name: Engineering\n"
        "award lantern · name: The Lantern\naward lantern · open_to: common\naward lantern · open_to: specialist\n"
        "rule · ceiling-parity · severity: error\nrule · ceiling-parity · floor: 0.95\nrule · profile: standard\n"
    )


def test_waivers_releases_and_a_baseline_read_entry_by_entry() -> None:
    assert shown(
        "- {expires: 2027-06-30, rule: reach-apex, subject: {track: t, family: f}, reason: Why, owner: O}\n"
    ) == (
        "waiver of reach-apex for family f, track t · reason: Why\n"
        "waiver of reach-apex for family f, track t · owner: O\n"
        "waiver of reach-apex for family f, track t · expires: 2027-06-30\n"
    )
    assert shown("- {id: 2026.10, date: 2026-10-01}\n- {id: 2026.04, date: 2026-04-01, title: One spine}\n") == (
        "release 2026.04 · title: One spine\nrelease 2026.04 · date: 2026-04-01\nrelease 2026.10 · date: 2026-10-01\n"
    )
    assert shown("- {fingerprint: 0a1b, rule: reach-apex, about: S5}\n") == (
        "entry reach-apex · about: S5\nentry reach-apex · fingerprint: 0a1b\n"
    )


def test_a_broken_file_is_shown_as_it_is_below_a_line_that_says_why() -> None:
    broken = "id: S\n\tname: x\n# remark\n"
    assert shown(broken) == (
        "(This file cannot be read, so it is shown as it is. Line 2: A tab stands before the text of this line.)\n"
        + broken
    )
    assert convert(b"id: caf\xe9\n") == (
        "(This file cannot be read, so it is shown as it is. "
        "Line 1: The character here (byte E9, in Windows files `é`) is not UTF-8.)\n".encode()
        + b"id: caf\xe9\n"
    )


@pytest.mark.parametrize(
    "other", ["on: push\njobs: {}  # remark\n", "- one\n- two\n", "just words\n", "- a: 1\n", "3\n"]
)
def test_a_file_that_is_none_of_ours_is_shown_as_it_is(other: str) -> None:
    assert shown(other) == other


@pytest.mark.parametrize("empty", ["", "# only a remark\n", "[]\n", "{}\n"])
def test_a_file_without_content_says_so(empty: str) -> None:
    assert shown(empty) == "(Nothing is written in this file.)\n"


@pytest.mark.parametrize(
    ("odd", "line"),
    [
        ("levels: 3\n", "levels: 3\n"),
        ("levels: [1, two]\n", "levels: 1\nlevels: two\n"),
        ("levels:\n- {id: 007, expectations: [], metrics: {a: [[]]}, decisions: [x], promotion: no}\n", None),
        ("levels:\n- {id: [], grade: {}, title: , reports: 3, duties: {}, forums: [[1]]}\nmoves: x\n", None),
        ("levels:\n- id: S9\n- {}\nmoves:\n- {from: S9}\n", "level without an id\nS9\nmove S9 → (nothing is written)\n"),
        ("bands: x\nzones: 3\nexceptions: [1]\n", "zone: 3\nbands: x\nexceptions: 1\n"),
        ("bands:\n- {min: high, market: 3, bonus: [1]}\nperiod: []\ncurrency: {}\n", None),
        ("grades: G1\nrating_scale: low\nrules: []\nlanguage: x\n", "framework · language: x\ngrades: G1\nrating scale: low\nrule: (none)\n"),
        ("- {rule: [], subject: 3}\n", "waiver of (none) for 3\n"),
        ("- {rule: x, subject: }\n", "waiver of x for (nothing is written)\n"),
    ],
)  # fmt: skip
def test_a_file_of_odd_shape_is_shown_all_the_same(odd: str, line: str | None) -> None:
    assert shown(odd).endswith("\n")
    if line is not None:
        assert shown(odd) == line


@pytest.mark.parametrize(
    "file", sorted(FRAMEWORKS.glob("*/**/*.yaml")), ids=lambda file: str(file.relative_to(FRAMEWORKS))
)
def test_no_word_of_a_file_is_lost(file: Path) -> None:
    document, _ = read_file(file.name, "waivers", file.read_bytes())
    assert document is not None
    words: list[str] = []
    said = shown(json.dumps(_marked(document.data, words)))
    assert [word for word in words if word not in said] == []


def _marked(data: Any, words: list[str]) -> Any:
    """The same file with a word of its own in place of every value."""
    if isinstance(data, dict):
        return {key: _marked(value, words) for key, value in data.items()}
    if isinstance(data, list):
        return [_marked(value, words) for value in data]
    words.append(f"word{len(words)}x")
    return words[-1]


def test_signs_that_move_the_cursor_stay_out_of_the_terminal() -> None:
    assert shown('levels:\n- {id: S1, title: "a\\e[31m\\u202eb"}\n') == "S1 · title: a\ufffd[31m\ufffdb\n"


def test_a_number_is_shown_as_it_was_typed() -> None:
    assert shown("levels:\n- {id: 007, grade: 1.10, title: 1e3}\n") == "007 · title: 1e3\n007 · grade: 1.10\n"


def ladderc(*words: str | Path, inside: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ladderc", *map(str, words)], cwd=inside, capture_output=True, check=False
    )


def test_the_command_writes_utf8_whatever_the_terminal_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    (tmp_path / "x.yaml").write_text("levels: [{id: S1, title: Größe → mehr}]\n", encoding="utf-8")
    said = ladderc("textconv", "x.yaml", inside=tmp_path)
    assert (said.stdout.decode(), said.stderr, said.returncode) == ("S1 · title: Größe → mehr\n", b"", 0)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    said = ladderc("textconv", "gone.yaml", inside=tmp_path)
    assert said.stderr.decode() == "There is no file gone.yaml.\nName a file of a framework.\n"
    assert (said.stdout, said.returncode) == (b"", 3)


class TestInGit:
    """Switched on with the very lines of docs/git-diff.md."""

    @pytest.fixture
    def repository(self, tmp_path: Path) -> Path:
        (tmp_path / "tracks" / "engineering").mkdir(parents=True)
        blocks = DOCS.read_text(encoding="utf-8").split("```")
        attributes = next(block for block in blocks if block.startswith("gitattributes\n"))
        commands = next(block for block in blocks if "git config diff.ladderc.textconv" in block)
        (tmp_path / ".gitattributes").write_text(attributes.partition("\n")[2], encoding="utf-8")
        _git(tmp_path, "init", "--quiet")
        program = f'"{sys.executable}" -m ladderc textconv'
        for command in commands.splitlines()[1:]:
            subprocess.run(
                command.replace('"ladderc textconv"', f"'{program}'"),
                shell=True,
                cwd=tmp_path,
                env=_clean(),
                check=True,
            )
        return tmp_path

    def commit(self, repository: Path, text: str) -> None:
        (repository / "tracks" / "engineering" / "specialist.yaml").write_text(text, encoding="utf-8")
        _git(repository, "add", "--all")
        _git(repository, "commit", "--quiet", "--message", "A change")

    def test_a_change_in_the_log_names_the_level(self, repository: Path) -> None:
        self.commit(repository, TRACK)
        self.commit(
            repository, TRACK.replace("rating: 5", "rating: 4 # lower").replace("min_months: 18", "min_months: 24")
        )
        assert _changes(_git(repository, "log", "-p", "-1", "-U0")) == [
            "@@ -9 +9 @@ S5 · title: Principal Specialist",
            "-S5 · craft · rating: 5",
            "+S5 · craft · rating: 4",
            "@@ -17 +17 @@ S5 · title: Principal Specialist",
            "-S5 · promotion · min_months: 18",
            "+S5 · promotion · min_months: 24",
        ]

    def test_a_change_of_layout_alone_shows_no_line(self, repository: Path) -> None:
        self.commit(repository, TRACK)
        self.commit(
            repository, "# Another remark\n" + TRACK.replace("[guild, council]", "\n      - council\n      - guild")
        )
        assert _changes(_git(repository, "log", "-p", "-1")) == []

    def test_a_state_that_was_broken_does_not_stop_the_log(self, repository: Path) -> None:
        self.commit(repository, TRACK)
        self.commit(repository, TRACK.replace("grade: G7", "\tgrade: G7"))
        self.commit(repository, TRACK)
        log = _git(repository, "log", "-p")
        assert "+(This file cannot be read, so it is shown as it is. Line 10: " in log
        assert "-(This file cannot be read, so it is shown as it is. Line 10: " in log


def _changes(log: str) -> list[str]:
    lines = log.splitlines()
    return [line for line in lines if line[:1] in "+-@" and line[:1] and not line.startswith(("+++", "---"))]


def _git(where: Path, *words: str) -> str:
    names = ["-c", "user.name=Ines Hartog", "-c", "user.email=ines@example.com"]
    done = subprocess.run(["git", *names, *words], cwd=where, env=_clean(), capture_output=True, check=True)
    return done.stdout.decode()


def _clean() -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    dates = {"GIT_AUTHOR_DATE": "2026-03-01T09:00:00Z", "GIT_COMMITTER_DATE": "2026-03-01T09:00:00Z"}
    return clean | dates | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
