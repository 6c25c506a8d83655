"""The answer for a person: what is folded, what `--all` shows, and lines that can be read."""

from __future__ import annotations

import re
from pathlib import Path

from changed import back, compared, edited, firm, meridian

from ladderc.report.changes.formats import written
from ladderc.report.changes.wrapped import WIDTH, wrapped
from ladderc.report.styled import Piece, plain


def test_of_what_is_neither_only_the_first_are_shown_and_the_rest_is_counted_by_kind() -> None:
    text = written("text", meridian())
    section = text.split("Neither better nor worse (58)\n")[1].split("\n\n")[0]
    assert len(re.findall(r"^    [a-z-]+  \S+:\d+:\d+", section, re.MULTILINE)) == 8
    assert re.search(r"^  and 50 more, which `ladderc diff --all` shows: 3 promotion-changed, ", section, re.MULTILINE)
    whole = written("text", meridian(), every=True)
    assert len(re.findall(r"^    [a-z-]+  \S+:\d+:\d+", whole, re.MULTILINE)) == 115
    assert "--all" not in whole


def test_of_many_findings_the_first_are_whole_and_each_other_has_a_line() -> None:
    report = back()._replace(findings=back().findings * 3)
    assert len(report.findings) > 8
    text = written("text", report)
    heads = re.findall(r"^(?:error|warning|note) [a-z-]+  ", text, re.MULTILINE)
    rest = re.findall(r"^  (?:error|warning|note) [a-z-]+  \S+:\d+:\d+$", text, re.MULTILINE)
    assert (len(heads), len(rest)) == (8, len(report.findings) - 8)
    assert "This change breaks" in text
    assert len(
        re.findall(r"^(?:error|warning|note) [a-z-]+  ", written("text", report, every=True), re.MULTILINE)
    ) == len(report.findings)


def test_a_text_that_came_is_shown_where_the_sentence_has_no_room_for_it() -> None:
    text = written("text", meridian(), every=True)
    assert "    {+A quarter without people duties to catch up with the field.+}\n" in text


def test_a_text_in_several_languages_is_shown_in_each(tmp_path: Path) -> None:
    after = firm(tmp_path / "after")
    edited(
        after, "tracks/specialist.yaml",
        ("[Opens a field of work in", "[{text: {en: Names a risk., de: Nennt ein Risiko.}}, Opens a field of work in"),
    )  # fmt: skip
    text = written("text", compared(firm(tmp_path / "before"), after))
    assert (
        "  Newly asked of S6 Principal Specialist under “Craft”: “Names a risk”.\n"
        "    de: {+Nennt ein Risiko.+}\n"
        "    More is asked at the same grade.\n"
    ) in text
    back = written("text", compared(after, firm(tmp_path / "back")))
    assert "”Names a risk”.\n    de: [-Nennt ein Risiko.-]\n".replace("”N", "“N") in back


def test_of_many_wordings_of_one_change_the_first_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    for track in ("specialist", "project-leadership"):
        path = after / "tracks" / f"{track}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"    title: (.+)", r"    title: \1 of Tarn", text), encoding="utf-8")
    report = compared(before, after)
    (item,) = report.changes
    assert (item.change.kind, len(item.change.wordings)) == ("title-changed", 8)
    text = written("text", report)
    assert (text.count("{+of Tarn+}"), text.count("\n    and 2 more texts, which `ladderc diff --all` shows\n")) == (
        6,
        1,
    )
    whole = written("text", report, every=True)
    assert (whole.count("{+of Tarn+}"), whole.count("more texts")) == (8, 0)


def test_no_line_of_a_change_is_too_long_to_read() -> None:
    text = written("text", meridian(), every=True)
    body = text.split("\nParity that moved\n")[1].split("\nTo stand by")[0]
    place = re.compile(r"    [a-z-]+  \S+:\d+:\d+( before)?")  # a path is never broken, so that it can be followed
    assert [line for line in body.split("\n") if len(line) > WIDTH and not place.fullmatch(line)] == []


def test_no_sentence_ends_twice() -> None:
    for report in (meridian(), back(), meridian(show_pay=False), back(show_pay=False)):
        text = written("text", report, every=True)
        assert re.findall(r"[^.]\.\.(?!\.)|\.”\.|%%|  +\.", text) == []


def test_words_stay_whole_and_a_figure_keeps_its_percent_sign() -> None:
    words = "word " * 19 + "31 % more"
    lines = plain(tuple(wrapped(2, words, hanging=4))).split("\n")
    assert lines == ["  " + ("word " * 19).strip(), "    31 % more"]
    styled = list(wrapped(0, "a ", Piece("b c", "error"), Piece("d", "good"), " e"))
    assert [[(piece.text, piece.style) for piece in line if piece.text] for line in styled] == [
        [("a", "plain"), (" ", "plain"), ("b", "error"), (" ", "error"), ("c", "error"), ("d", "good"), (" ", "plain"), ("e", "plain")]
    ]  # fmt: skip


def test_pay_is_shown_before_and_after_with_the_rise(tmp_path: Path) -> None:
    after = firm(tmp_path / "after")
    edited(
        after, "pay/2026.yaml", ("min: 62000, midpoint: 74000, max: 86000", "min: 65100, midpoint: 77700, max: 90300")
    )
    text = written("text", compared(firm(tmp_path / "before"), after))
    assert "    G5 min £62,000 → £65,100, midpoint £74,000 → £77,700, max £86,000 → £90,300 (+5 %)\n" in text


def test_what_somebody_stands_by_is_told_with_who_and_why(tmp_path: Path) -> None:
    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    edited(after, "pay/2026.yaml", ("max: 86000", "max: 85900"))
    open_ = compared(before, after)
    text = written("text", open_)
    fingerprint = open_.unanswered()[0].fingerprint
    assert f'  - fingerprint: "{fingerprint}"\n    what: "band-lowered (G5): the framework"\n' in text
    assert text.endswith("1 change (1 worse): 1 warning open.")
    block = text.split("may read:\n")[1].split("\n\n")[0]
    filled = re.sub("^  ", "", block, flags=re.MULTILINE).replace('reason: "…"', "reason: Agreed in May.")
    (after / "acks.yaml").write_text(filled.replace('who: "…"', "who: Ana Ruiz") + "\n", encoding="utf-8")
    text = written("text", compared(before, after))
    assert "    Acknowledged by Ana Ruiz until 2027-02-22: Agreed in May.\n" in text
    assert "To stand by" not in text
    assert text.endswith("1 change (1 worse): nothing open.")


def test_figures_that_differ_from_level_to_level_are_shown_level_by_level(tmp_path: Path) -> None:
    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    for state, first in ((before, 3), (after, 5)):
        path = state / "tracks" / "people-leadership.yaml"
        head, *rest = path.read_text(encoding="utf-8").split("reports: {min: 3}")
        levels = "".join(f"reports: {{min: {first + number}}}{text}" for number, text in enumerate(rest))
        path.write_text(head + levels, encoding="utf-8")
    report = compared(before, after)
    (item,) = report.changes
    shown = written("text", report)
    assert item.change.kind == "reports-changed"
    rows = "    M4 min 3 → 5\n    M5 min 4 → 6\n    M6 min 5 → 7\n    M7 min 6 → 8\n"
    assert rows in shown
    assert "reaches" not in shown


def test_many_titles_are_told_once(tmp_path: Path) -> None:
    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    path = after / "tracks" / "specialist.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"    title: (.+)", r"    title: \1 of Tarn", text), encoding="utf-8")
    shown = written("text", compared(before, after))
    assert "likewise at 3 more levels: S5 Staff Specialist of Tarn, " in shown
    assert "reaches" not in shown


def test_two_findings_of_a_frozen_time_are_told_apart_in_the_lines_to_paste(tmp_path: Path) -> None:
    before, after = firm(tmp_path / "before"), firm(tmp_path / "after")
    for state in (before, after):
        path = state / "framework.yaml"
        frozen = "freeze: {from: 2026-11-01, to: 2026-12-15}\n"
        path.write_text(path.read_text(encoding="utf-8") + frozen, encoding="utf-8")
    edited(
        after,
        "tracks/specialist.yaml",
        ("min_months: 18", "min_months: 30"),
        ("A theory in use, ", "A theory, A proof, "),
    )
    block = written("text", compared(before, after), every=True).split("may read:\n")[1]
    frozen_lines = re.findall(r'what: "(raised-in-freeze .*)"', block)
    assert len(set(frozen_lines)) == len(frozen_lines) > 1
    assert "raised-in-freeze (promotion-bar-raised min_months): level S5 of Specialist" in frozen_lines
