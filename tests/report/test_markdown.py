"""The comment on a pull request: what stands first, what is folded, and what goes when there is no room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from overlay import judged, lay
from reported import PREFIX, checked, finding, mixed, one_ladder, report

from ladderc.finding import Severity
from ladderc.report.markdown import MARKER, as_markdown
from ladderc.report.markdown_text import MOST, length
from ladderc.report.report import Report

LIMIT = 65_536


def crowd(errors: int, warnings: int = 0, notes: int = 0, words: int = 40) -> Report:
    message = f"{'word ' * words}here.\nMend it with `{'x' * 50}`."
    kinds = (
        ("grade-gap", Severity.ERROR, errors),
        ("way-back", Severity.WARNING, warnings),
        ("move-step", Severity.NOTE, notes),
    )
    return report(
        *(
            finding(rule, number % 390 + 1, severity, message=f"{rule} {number}: {message}", discriminator=str(number))
            for rule, severity, count in kinds
            for number in range(count)
        )
    )


def test_the_whole_comment() -> None:
    assert as_markdown(mixed()) == (
        "<!-- ladderc check -->\n"
        "### ❌ Career framework: 2 errors, 1 warning, 1 note\n"
        "\n"
        "<details open>\n"
        "<summary><b>Files</b>: 1 error</summary>\n"
        "\n"
        f"- ❌ error **unknown-field** `{PREFIX}tracks/specialist.yaml:3:8`<br>\n"
        "  About unknown-field in line 3.<br>Mend `it`.\n"
        "\n"
        "</details>\n"
        "\n"
        "<details open>\n"
        "<summary><b>Whole framework</b>: 1 error, 1 warning, 1 note</summary>\n"
        "\n"
        f"- ❌ error **grade-gap** `{PREFIX}tracks/specialist.yaml:5:8`<br>\n"
        "  About grade-gap in line 5.<br>Mend `it`.<br>\n"
        f"  See `{PREFIX}tracks/specialist.yaml:7:8` (the other one)<br>\n"
        f"  From this follows: **way-back** `{PREFIX}tracks/specialist.yaml:9:8` About way-back in line 9.\n"
        f"- ⚠️ warning **ceiling-parity** `{PREFIX}tracks/specialist.yaml:11:9`<br>\n"
        "  About ceiling-parity in line 11.<br>Mend `it`.\n"
        f"- ℹ️ note **three-measures** `{PREFIX}tracks/specialist.yaml:13:9`<br>\n"
        "  About three-measures in line 13.<br>Mend `it`.\n"
        "\n"
        "</details>\n"
        "\n"
        "1 finding is in the baseline.<br>A waiver covers 1 finding (equal-climb).<br>"
        "Read 1 file: 2 errors, 1 warning, 1 note.\n"
    )


def test_nothing_found_is_short_and_still_carries_the_mark_and_the_counts(tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    text = as_markdown(checked(tmp_path))
    assert text.split("\n")[:4] == [
        MARKER,
        "### ✅ Career framework: no problems",
        "",
        "Tarn Hydraulics, as of 21 November 2026.",
    ]
    assert "| Engineering | " in text
    assert "<details" not in text
    assert text.endswith("Checked 4 tracks, 15 levels: no problems.\n")


def test_families_are_folded_but_for_those_with_something_of_the_worst() -> None:
    text = as_markdown(one_ladder())
    heads = re.findall(r"^(<details(?: open)?>)\n<summary><b>(.+?)</b>: (.+)</summary>$", text, re.MULTILINE)
    assert heads == [
        ("<details open>", "Engineering", "2 errors, 1 warning, 1 note"),
        ("<details open>", "Customer care", "1 error, 2 warnings, 1 note"),
    ]
    only_notes = report(finding("grade-gap", 1), faults=(finding("quotes", 2, Severity.NOTE, category="language"),))
    assert "<details>\n<summary><b>Files</b>: 1 note</summary>" in as_markdown(only_notes)


def entries(text: str) -> dict[str, int]:
    return {sign: len(re.findall(rf"^- {sign} ", text, re.MULTILINE)) for sign in ("❌", "⚠️", "ℹ️")}


def test_what_fits_is_all_there_and_whole() -> None:
    text = as_markdown(crowd(40, 40, 40))
    assert entries(text) == {"❌": 40, "⚠️": 40, "ℹ️": 40}
    assert "Left out" not in text
    assert text.count("Mend it with") == 120


def test_without_room_the_least_are_shortened_first() -> None:
    text = as_markdown(crowd(60, 60, 90))
    assert entries(text) == {"❌": 60, "⚠️": 60, "ℹ️": 90}
    assert 0 < text.count("Mend it with") < 220
    assert length(text) <= MOST


def test_then_the_least_are_left_out_and_counted() -> None:
    text = as_markdown(crowd(100, 100, 300))
    found = entries(text)
    assert found["❌"] == 100
    assert found["⚠️"] == 100
    left = 300 - found["ℹ️"]
    assert left > 0
    assert f"Left out for want of room: {left} notes. `ladderc check` names them all." in text
    assert length(text) <= MOST


def test_the_worst_are_never_left_out() -> None:
    text = as_markdown(crowd(200, 500, 500))
    assert entries(text)["❌"] == 200
    left = re.search(r"Left out for want of room: (\d+) warnings, 500 notes", text)
    assert left
    assert int(left[1]) + entries(text)["⚠️"] == 500


def test_more_of_the_worst_than_lines_fit_are_told_rule_by_rule() -> None:
    text = as_markdown(crowd(1000, 10))
    assert "(1000 times)" in text
    assert "Not each of 1,000 errors, 10 warnings has room here." in text
    assert length(text) <= MOST


@pytest.mark.parametrize(
    ("errors", "warnings", "notes"), [(1, 0, 3000), (0, 0, 500), (300, 300, 300), (1500, 1500, 1500)]
)
@pytest.mark.parametrize("words", [1, 40])
def test_no_comment_is_longer_than_a_platform_takes(errors: int, warnings: int, notes: int, words: int) -> None:
    text = as_markdown(crowd(errors, warnings, notes, words))
    assert length(text) <= MOST < LIMIT
    assert text.startswith(MARKER)


def test_a_single_endless_message_does_not_break_the_limit() -> None:
    text = as_markdown(report(finding("grade-gap", 1, message="word " * 30_000)))
    assert length(text) <= MOST
    assert "- ❌ error **grade-gap**" in text
    attack = report(*(finding(f"rule-{n}", 1, message="@a #1 | " * 200) for n in range(200)))
    assert length(as_markdown(attack)) <= MOST
    assert as_markdown(attack).count("- ❌ error **rule") == 200


def test_every_section_that_opens_closes() -> None:
    for shown in (mixed(), one_ladder(), crowd(60, 60, 90), crowd(100, 100, 300)):
        text = as_markdown(shown)
        assert text.count("<details") == text.count("</details>") == text.count("<summary>")
