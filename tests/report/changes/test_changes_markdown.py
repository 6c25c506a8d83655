"""The comment on a pull request: how it is found again, what stands open, and what gives way when there is no room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from changed import back, compared, edited, firm, meridian, why

from ladderc.model.change import Impact
from ladderc.report.changes.markdown import as_markdown, marker
from ladderc.report.changes.report import ChangeReport
from ladderc.report.markdown_text import MOST, length

LIMIT = 65_536


def crowd(words: int = 30, findings: int = 0, **many: int) -> ChangeReport:
    """A review of so many changes of each impact, each with a long message, and so many findings."""
    report = back()
    item, found = report.changes[0], report.findings[0]
    changes = []
    for impact in ("worse", "unclear", "better", "neutral"):
        for number in range(many.get(impact, 0)):
            kind: Impact = impact  # type: ignore[assignment] # one of its words
            said = f"{impact} number {number}: {'word ' * words}here."
            change = item.change._replace(message=said, impact=kind, wordings=(), amounts=(), kind=f"{impact}-change")
            changes.append(item._replace(change=change, open=None))
    return report._replace(
        changes=tuple(changes),
        findings=tuple(
            found._replace(
                finding=found.finding._replace(message=f"Breaks.\nFinding number {number}: {'word ' * words}here.")
            )
            for number in range(findings)
        ),
        moved=(),
        mended=(),
    )


def numbered(text: str, name: str) -> int:
    return len(set(re.findall(rf"^ *(?:- )?.*?\b{name} number (\d+):", text, re.MULTILINE)))


@pytest.mark.parametrize(
    ("prefix", "first"),
    [
        ("", "<!-- ladderc diff -->"),
        ("hr/frameworks/tarn/", "<!-- ladderc diff hr/frameworks/tarn -->"),
        ("a b/--><b>/ü/", "<!-- ladderc diff a%20b/--%3E%3Cb%3E/%C3%BC -->"),
    ],
)
def test_two_frameworks_of_a_repository_have_two_comments(prefix: str, first: str) -> None:
    assert marker(prefix) == first
    assert as_markdown(back()._replace(prefix=prefix)).split("\n")[0] == first


def test_counts_and_the_story_stand_before_everything(tmp_path: Path) -> None:
    lines = as_markdown(why(tmp_path)).split("\n")
    assert lines[1] == "### ❌ Career framework: 2 changes, 5 errors open"
    assert lines[3:6] == [
        "| 🔴 worse | 🟡 unclear | 🟢 better | ⚪ neutral |",
        "|--:|--:|--:|--:|",
        "| 0 | 0 | 1 | 1 |",
    ]
    assert [line for line in lines[7:10] if not line.startswith("- ")] == []
    assert lines[11].startswith("Tarn Hydraulics: the files as they are now, compared with main")


def test_what_is_worse_stands_open_and_what_is_not_is_folded() -> None:
    heads = re.findall(r"<details( open)?>\n<summary><b>\S+ (.+?)</b>", as_markdown(meridian()))
    assert ("", "Better for people there") in heads
    assert ("", "Neither better nor worse") in heads
    assert (" open", "Worse for people there") in heads
    assert heads[0] == (" open", "Worse for people there")
    assert [head for opened, head in heads if opened] == ["Worse for people there"]


def test_a_new_wording_is_shown_word_by_word(tmp_path: Path) -> None:
    after = firm(tmp_path / "after")
    edited(after, "tracks/specialist.yaml", ("title: Staff Specialist", "title: Lead Specialist"))
    text = as_markdown(compared(firm(tmp_path / "before"), after))
    assert "\n  <del>Staff</del><ins>Lead</ins> Specialist<br>\n" in text


def test_what_fits_is_all_there_and_whole() -> None:
    text = as_markdown(crowd(worse=40, unclear=30, better=30, neutral=30))
    assert [numbered(text, one) for one in ("worse", "unclear", "better", "neutral")] == [40, 30, 30, 30]
    assert "room" not in text


def test_without_room_what_weighs_least_is_shortened_then_left_out_and_said() -> None:
    text = as_markdown(crowd(words=60, worse=60, unclear=60, better=80, neutral=80))
    assert numbered(text, "worse") == 60
    assert text.count("worse-change") == 60, "the worst stay whole"
    assert numbered(text, "unclear") == 60
    left = 80 - numbered(text, "neutral")
    assert left > 0
    assert f"{left} neutral changes" in text
    assert "`ladderc diff --all` names them all." in text
    assert length(text) <= MOST


def test_the_worst_are_never_left_out_but_shortened_to_a_line_at_last() -> None:
    text = as_markdown(crowd(words=40, worse=200, findings=50, unclear=500, better=500, neutral=500))
    assert numbered(text, "worse") == 200
    assert numbered(text, "Finding") == 50
    assert numbered(text, "better") == numbered(text, "neutral") == 0
    assert "For want of room" in text
    assert "have one line here" in text
    assert "500 better changes" in text
    assert length(text) <= MOST


def test_more_of_the_worst_than_lines_fit_are_told_kind_by_kind() -> None:
    text = as_markdown(crowd(worse=3000, neutral=10))
    assert "(3000 times)" in text
    assert "Not each of 3,000 worse changes has room here." in text
    assert length(text) <= MOST


def test_where_nothing_is_worse_what_is_unclear_is_kept() -> None:
    text = as_markdown(crowd(words=20, unclear=250, neutral=900))
    assert numbered(text, "unclear") == 250
    assert length(text) <= MOST


@pytest.mark.parametrize("many", [{"worse": 1, "neutral": 4000}, {"better": 700}, {"worse": 500, "unclear": 500}])
@pytest.mark.parametrize("words", [1, 60])
def test_no_comment_is_longer_than_a_platform_takes(many: dict[str, int], words: int) -> None:
    text = as_markdown(crowd(words=words, **many))
    assert length(text) <= MOST < LIMIT
    assert text.startswith("<!-- ladderc diff ")
    assert text.count("<details") == text.count("</details>") == text.count("<summary>")


def test_endless_names_and_stories_do_not_break_the_limit() -> None:
    report = back()
    endless = "word @a #1 | 👩 " * 9_000
    item = report.changes[0]
    text = as_markdown(
        report._replace(
            name=endless, base=endless, head=endless, story=(endless,) * 4, names=dict.fromkeys(report.names, endless),
            changes=(item._replace(change=item.change._replace(message=endless, reaches=("a/b", "c/d"))),),
        )
    )  # fmt: skip
    assert length(text) <= MOST


def test_real_reviews_fit_and_close_what_they_open() -> None:
    for report in (meridian(), back(), meridian(show_pay=False), back(show_pay=False)):
        text = as_markdown(report)
        assert length(text) <= MOST
        assert text.count("<details") == text.count("</details>") == text.count("<summary>")
        assert numbered_worse(text) == report.counts()["worse"]


def numbered_worse(text: str) -> int:
    part = text.split("Worse for people there</b>")[1].split("</details>")[0] if "Worse for people" in text else ""
    return len(re.findall(r"^- ", part, re.MULTILINE))
