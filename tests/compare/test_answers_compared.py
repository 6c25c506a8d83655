"""Our answer to each of the twelve broken files is one message, right and whole; the page that compares them is true.

`pytest tests/compare --update-docs` writes the page anew with our answers of now; those of the others come from run.py.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from answers_page import KEPT, PAGE, page
from broken_files import Mistake, findings, lay_out, mistakes, our_answer
from other_tools import TOOLS, VERSIONS

from ladderc.pipeline import check as look

TODAY = datetime.date(2026, 11, 21)
ALL = mistakes()
each = pytest.mark.parametrize("mistake", ALL, ids=[one.name for one in ALL])

SAID = {
    "a-tab": """\
error tab-indent  tracks/specialist.yaml:11:1
  A tab stands before the text of this line.
  Type spaces in its place, as many as the lines beside it begin with.
   11 |  title: Senior Specialist
      | ^
""",
    "a-colon-in-a-sentence": """\
error split-sentence  tracks/specialist.yaml:14:9
  The colon after `Leads` makes a field of the words before it.
  Put the sentence in quotes: `"Leads: the way to a shared standard for cranes"`.
   14 |       - Leads: the way to a shared standard for cranes
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    "an-issue-number": """\
warning swallowed-comment  tracks/specialist.yaml:14:20
  The text ends before `#42, the backlog of crane faults`: what stands after a space and `#` is a remark that nobody sees.
  Put the sentence in quotes: `"Owns issue #42, the backlog of crane faults"`.
  If it is a remark, type a space after the `#`.
   14 |       - Owns issue #42, the backlog of crane faults
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    "curly-quotes": """\
error curly-quote  tracks/specialist.yaml:11:12
  The curly quotes around `“Senior Specialist”` count as letters of the text.
  Type straight quotes, or none.
   11 |     title: “Senior Specialist”
      |            ^^^^^^^^^^^^^^^^^^^
""",
    "bullets": """\
error syntax  tracks/specialist.yaml:13:7
  `•` is no dash, so this is no item of a list.
  Replace `•` by `-`.
  Do the same in the lines below that start so.
   13 |       • Reviews designs of other teams
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
""",
    "merge-marks": """\
error syntax  tracks/specialist.yaml:11:1
  Git left two versions of these lines here, for you to choose.
  Keep one, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.
   11 | <<<<<<< HEAD
      | ^^^^^^^^^^^^
""",
    "a-misspelt-field": """\
error unknown-field  tracks/specialist.yaml:12:5
  Level S2 of Specialist has a field `sumary`, which is not known here.
  Rename it to `summary`.
   12 |     sumary: Is asked first when a crane behaves oddly.
      |     ^^^^^^
""",
    "a-misspelt-field-that-is-required": """\
error unknown-field  tracks/specialist.yaml:11:5
  Level S2 of Specialist has a field `tilte`, which is not known here.
  Rename it to `title`.
   11 |     tilte: Senior Specialist
      |     ^^^^^
""",
    "a-grade-that-does-not-exist": """\
error unknown-reference  tracks/specialist.yaml:13:12
  Level S3 of Specialist: there is no grade `G4`.
  Write `G1`, `G2` or `G3`, or add it to `grades` in framework.yaml: `- id: G4`.
   13 |     grade: G4
      |            ^^
""",
    "a-level-twice": """\
error duplicate-id  tracks/people-leadership.yaml:9:9
  Level m2 of People leadership: another level has the id `M2` already.
  `M2` and `m2` differ only in capitals, which counts as the same.
  Give one of them another id: `M3` is free.
    9 |   - id: m2
      |         ^^
  see tracks/people-leadership.yaml:6:9 (the first level `M2`)
""",
    "points-between-thousands": """\
error unknown-amount  pay/2026.yaml:7:10
  The band for G1: `42.000` is read as `42` with three decimals.
  Write `42000`, or `42` if that is meant.
    7 |     min: 42.000
      |          ^^^^^^
  see pay/2026.yaml:8:10 (a point before three digits here too)
  see pay/2026.yaml:10:10 (a point before three digits here too)
  see pay/2026.yaml:11:10 (a point before three digits here too)
  see pay/2026.yaml:13:10 (a point before three digits here too)
  and 1 more place
""",
    "a-band-upside-down": """\
error band-order  pay/2026.yaml:11:10
  The band for G2 has a maximum below its minimum: min €70,000, max €52,000.
  Exchange the two, or correct the one that is mistyped.
   11 |     max: 52000
      |          ^^^^^
""",
}
"""What the writer is told, whole."""


def test_there_is_nothing_to_say_about_the_firm_itself(tmp_path: Path) -> None:
    assert look(lay_out(tmp_path), TODAY).findings == ()


@each
def test_one_mistake_is_one_message_at_its_place(mistake: Mistake) -> None:
    (finding,) = findings(our_answer(mistake))
    assert finding.partition("\n")[0].endswith(f"  {mistake.file}:{mistake.line}:{mistake.column}")
    assert finding == SAID[mistake.name]
    assert our_answer(mistake).rstrip().endswith((": 1 error.", ": 1 warning."))


@each
def test_whoever_does_what_the_message_says_is_done(mistake: Mistake, tmp_path: Path) -> None:
    firm = mistake.lay_out(tmp_path)
    text = mistake.text
    for old, new in mistake.mend:
        assert old in text
        text = text.replace(old, new)
    (firm / mistake.file).write_text(text, encoding="utf-8")
    assert look(firm, TODAY).findings == ()


def test_the_page_shows_what_is_answered(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-docs", default=False):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_others_were_asked_about_these_files() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert kept["versions"] == VERSIONS
    assert {name: one["digest"] for name, one in kept["answers"].items()} == {one.name: one.digest for one in ALL}
    assert all(list(one["told"]) == [tool.name for tool in TOOLS] for one in kept["answers"].values())
    assert not any(root in KEPT.read_text(encoding="utf-8") for root in ("/tmp", "/home", "/work", "/root"))
