"""Every format tells the same changes at the same places, and no text of an author does harm in any."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from changed import FORMATS, PREFIX, READERS, back, compared, expected, firm, meridian, poisoned, why
from reported import Page
from test_formats import ATTACKS
from test_markdown_text import PLATFORMS, tokens

from ladderc.report.changes.formats import meant_by, written
from ladderc.report.changes.report import ChangeReport
from ladderc.wording.printable import UNPRINTABLE


def shown(name: str, report: ChangeReport) -> str:
    """The answer without anything left out, and for a person by the paths of the framework's own folder."""
    return written(name, report._replace(prefix="") if name == "text" else report, every=True)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("show_pay", [True, False], ids=["hr", "public"])
@pytest.mark.parametrize("source", ["meridian", "back"])
def test_every_format_says_the_same_place_for_the_same_change(name: str, source: str, *, show_pay: bool) -> None:
    report = meridian(show_pay=show_pay) if source == "meridian" else back(show_pay=show_pay)
    wanted = expected(report._replace(prefix="") if name == "text" else report)
    assert any(one.gone for one in wanted)
    if name == "markdown":  # it has room for few; those that it tells whole are told alike
        found = READERS[name](shown(name, report))
        assert len(found) >= 5
        assert set(found) <= set(wanted)
    else:
        assert READERS[name](shown(name, report)) == wanted


def test_a_comment_with_room_names_every_change(tmp_path: Path) -> None:
    report = why(tmp_path)
    assert READERS["markdown"](written("markdown", report)) == expected(report)


@pytest.mark.parametrize("name", FORMATS)
def test_two_answers_are_the_same_bytes(name: str) -> None:
    meridian.cache_clear()
    first = shown(name, meridian())
    meridian.cache_clear()
    assert shown(name, meridian()) == first


@pytest.mark.parametrize("name", FORMATS)
def test_where_nothing_changed_every_format_says_so(name: str, tmp_path: Path) -> None:
    report = compared(firm(tmp_path / "one"), firm(tmp_path / "two"))
    answer = written(name, report)
    if name == "json":
        data = json.loads(answer)
        assert (data["story"], data["changes"], data["findings"]) == ([], [], [])
        assert set(data["counts"].values()) == {0}
    else:
        assert "Nothing changed that a person would notice." in answer
    assert READERS[name](answer) == []


@pytest.mark.parametrize(
    ("file", "name"),
    [("a.html", "html"), ("A.HTM", "html"), ("r.md", "markdown"), ("r.json", "json"), ("r.txt", None), ("r", None)],
)
def test_the_ending_of_a_file_says_the_format(file: str, name: str | None) -> None:
    assert meant_by(file) == name


# Hostile texts


def hostile(attack: str) -> ChangeReport:
    """A review of everything, of which every word is hostile; short enough for a comment to hold all of it."""
    report = poisoned(back(), attack)
    kinds = {item.change.kind: item for item in report.changes}
    return report._replace(changes=tuple(kinds.values()), findings=report.findings[:4], mended=meridian().mended[:2])


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", FORMATS)
def test_no_text_of_an_author_steers_a_terminal_or_a_build_server(name: str, attack: str) -> None:
    text = written(name, hostile(attack))
    assert [letter for letter in text if ord(letter) in UNPRINTABLE] == []
    assert "##[" not in text
    assert [line for line in text.split("\n") if line.lstrip().startswith("::")] == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", FORMATS)
def test_with_a_hostile_text_every_format_still_says_where(name: str, attack: str) -> None:
    report = hostile(attack)
    report = report._replace(prefix="") if name == "text" else report
    assert READERS[name](written(name, report, every=True)) == expected(report)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_page_holds_nothing_but_its_own_elements(attack: str) -> None:
    page = Page(written("html", hostile(attack)))
    assert page.tags <= Page(written("html", back())).tags | Page(written("html", meridian())).tags
    assert [address for address in page.addresses if not re.fullmatch("#[a-z]+", address)] == []
    assert page.handlers == []


OWN = {
    "<details open>", "<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<br>", "<code>", "</code>",
    "<sub>", "</sub>", "<del>", "</del>", "<ins>", "</ins>", "<span>", "</span>",
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_comment_holds_no_mention_no_link_and_no_foreign_element(attack: str) -> None:
    found = tokens(written("markdown", hostile(attack)))
    assert not {"link_open", "image", "blockquote_open", "hr", "code_block"} & {token.type for token in found}
    assert {token.content.strip() for token in found if token.type == "html_inline"} <= OWN
    assert [token.tag for token in found if token.type == "heading_open"] == ["h3"]
    blocks = {line for token in found if token.type == "html_block" for line in token.content.strip().split("\n")}
    assert all(
        line in OWN
        or line == f"<!-- ladderc diff {PREFIX.strip('/')} -->"
        or re.fullmatch(r"<summary><b>[^<>&@#]+</b>(?: \(\d+\))?</summary>", line)
        for line in blocks
    ), blocks
    code, running = False, []
    for token in found:
        if token.type == "html_inline" and "code>" in token.content:
            code = not code
        elif token.type == "text" and not code:
            running.append(token.content)
    assert [part for part in running if PLATFORMS.search(part)] == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_data_stays_data(attack: str) -> None:
    report = hostile(attack)
    text = written("json", report)
    assert "</" not in text
    data = json.loads(text)
    assert data["story"] == list(report.story)
    assert {one["message"] for one in data["changes"]} == {f"{attack} is `{attack}` now."}


NAMES = ["a,b:c.yaml", "50%.yaml", "sp ace#1.yaml", "übung.yaml", "<b>&'\".yaml"]


@pytest.mark.parametrize("file", NAMES)
@pytest.mark.parametrize("name", ["json", "markdown", "html"])
def test_a_strange_name_of_a_file_is_named_whole(name: str, file: str, tmp_path: Path) -> None:
    report = why(tmp_path)
    item = report.changes[0]
    strange = item._replace(change=item.change._replace(place=item.change.place._replace(file=f"pay/{file}")))
    shown = report._replace(changes=(strange,), prefix=PREFIX)
    (found,) = READERS[name](written(name, shown))
    assert (found.path, found.line) == (f"{PREFIX}pay/{file}", item.span.line)
