"""Every format tells the same findings at the same places, none shows pay unasked, and no text of an author does harm."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import judged, lay
from reported import PREFIX, READERS, TRACK, Page, Told, checked, expected, finding, mixed, one_ladder, report, told

from ladderc.finding import Related, Severity, Waived
from ladderc.report.formats import FORMATS, meant_by, written
from ladderc.span import Place
from ladderc.wording.printable import UNPRINTABLE

WITHOUT_CONSEQUENCES = {"github", "gitlab", "sarif", "markdown"}
"""Formats in which every entry counts as a problem: there a consequence is told at its cause."""


def in_any_order(told: list[Told]) -> list[Told]:
    return sorted(told, key=lambda one: (one.path, one.line, one.column or 0, one.rule))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("source", ["mixed", "one-ladder"])
def test_every_format_says_the_same_place_for_the_same_finding(name: str, source: str) -> None:
    shown = mixed() if source == "mixed" else one_ladder()
    if name == "text":
        shown = shown._replace(prefix="")  # a person stands in the framework; formats.py says which paths are whose
    wanted = expected(shown, consequences=name not in WITHOUT_CONSEQUENCES, columns=name != "gitlab")
    assert wanted
    if source == "mixed" and name == "junit":
        wanted = [one for one in wanted if one.rule == "unknown-field"] + [
            one for one in wanted if one.rule != "unknown-field"
        ]
    assert in_any_order(READERS[name](written(name, shown))) == in_any_order(wanted)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"junit", "markdown", "html"}))
def test_formats_without_parts_tell_findings_in_one_order(name: str) -> None:
    shown = mixed() if name != "text" else mixed()._replace(prefix="")
    wanted = expected(shown, consequences=name not in WITHOUT_CONSEQUENCES, columns=name != "gitlab")
    assert READERS[name](written(name, shown)) == wanted


def test_the_command_and_the_table_know_the_same_formats() -> None:
    from ladderc.cli.check_command import FORMATS as TYPED

    assert list(FORMATS) == [*sorted(FORMATS, key=TYPED.index)]
    assert set(TYPED) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_two_answers_are_the_same_bytes(name: str) -> None:
    assert written(name, one_ladder()) == written(name, one_ladder())


@pytest.mark.parametrize(
    ("file", "name"),
    [("a.html", "html"), ("A.SARIF", "sarif"), ("r.xml", "junit"), ("r.md", "markdown"), ("r.json", "json"), ("r.txt", "text"), ("r", None), ("r.pdf", None)],
)  # fmt: skip
def test_the_ending_of_a_file_says_the_format(file: str, name: str | None) -> None:
    assert meant_by(file) == name


# Pay

LESS = """
# pay/2026.yaml
exceptions:
  - {track: specialist, grade: G5, min: 57234, midpoint: 66234, max: 76234, because: legacy, reason: Hired early.}
"""
SECRET = ("57234", "66234", "76234", "62000", "74000", "86000")
SAID = {
    "gitlab": "--audience hr",
    "github": "Pay is left out here, for logs and files are read by many.",
}


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_pay_unless_it_may_and_each_says_so(name: str, tmp_path: Path) -> None:
    judged(lay(LESS), tmp_path)
    hidden = re.sub(r"[0-9a-f]{16,}", "", written(name, checked(tmp_path, show_pay=False)))
    figures = hidden.replace(",", "").replace(".", "")
    assert [figure for figure in SECRET if figure in figures] == []
    if name == "json":
        assert json.loads(hidden)["pay_shown"] is False
    else:
        assert SAID.get(name, "Pay is left out here") in hidden.replace("\\", "")
    shown = written(name, checked(tmp_path, show_pay=True))
    assert "Pay is left out" not in shown
    if name == "concise":
        assert "£66,234" in shown
    else:
        assert re.search(r"66[,&;#0-9]*234|66234", shown)


FAULTY = "currency: GBP\nperiod: year\nbands:\n  - {grade: G1, min: 31k}\neffective: 2026-01-01\n"


@pytest.mark.parametrize("name", FORMATS)
def test_a_fault_in_a_pay_file_shows_no_amount_in_any_format(name: str, tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    (tmp_path / "pay" / "2026.yaml").write_text(FAULTY)
    assert "31k" not in written(name, checked(tmp_path, show_pay=False))
    assert "31000" not in written(name, checked(tmp_path, show_pay=False))
    assert "31k" in written(name, checked(tmp_path, show_pay=True))


@pytest.mark.parametrize("name", ["html", "sarif"])
def test_why_and_by_whom_something_is_waived_is_for_hr_alone(name: str) -> None:
    shown = mixed()
    assert "Until spring." in written(name, shown)
    hidden = written(name, shown._replace(reasons_shown=False))
    assert "Until spring." not in hidden
    assert "Priya" not in hidden
    assert "equal-climb" in hidden


SIGNS = st.sampled_from("`|<>&:#@[]()\n\r\\*_~$%,;\"'-!^{}=/ a1")
ANYTHING = st.text(alphabet=st.one_of(SIGNS, st.characters()), max_size=60)


@given(ANYTHING, ANYTHING)
@settings(max_examples=40, deadline=None)
def test_whatever_is_written_every_format_says_where(message: str, beside: str) -> None:
    place = Related(Place(TRACK, ("line3",)), beside)
    one = finding("grade-gap", 2, message=message, related=(place,), waived=None)
    covered = finding("way-back", 4, waived=Waived(message, beside, message))
    for name in FORMATS:
        shown = report(one, covered)._replace(prefix="" if name == "text" else PREFIX, name=beside)
        text = written(name, shown)
        text.encode()
        wanted = told(shown, shown.items[0], columns=name != "gitlab")
        assert wanted in READERS[name](text), name


# Hostile texts

ATTACKS = {
    "a command of a build server": "::error::all is lost",
    "an old command": "##[error]all is lost",
    "a command after a line end": "x\n::add-mask::secret",
    "percent codes": "%0A::error::lost%25",
    "terminal colours": "\x1b[31mred\x1b[0m\x9b32m",
    "a link of a terminal": "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "right to left": "\u202egnp.exe\u2066",
    "forbidden in XML": "\x00\x01\x0b\ufffe\uffff",
    "the end of a script": "</script><script>alert(1)</script>",
    "the end of a text in XML": "]]> & <b attr='x' other=\"y\">",
    "a picture": "<img src=x onerror=alert(1)>",
    "a mention": "@acme/board please",
    "references": "see #12, !7 and GH-9",
    "a link": "[free money](https://evil.example/)",
    "a script link": "[x](javascript:alert(1))",
    "table and code": "a | b ` c `` d",
    "the end of a section": "</details></summary><!-- -->",
    "a quick action": "/close",
    "a heading": "# Approved",
    "a comma and a colon": "a,b:c=d",
    "another order": "file=x,line=1::",
}


def hostile(attack: str) -> object:
    place = Related(Place(TRACK, ("line3",)), f"of {attack}")
    return report(
        finding("grade-gap", 1, message=f"Level “{attack}” is odd.\n{attack}\nMend `{attack}`.", related=(place,)),
        finding("way-back", 2, waived=Waived(attack, attack, "2027-01-01")),
        faults=(finding("unknown-field", 4, Severity.WARNING, message=attack, category="language", subjects=()),),
        contents=f"line1: {attack}\nline2: x\nline3: y\nline4: z\n".replace("\x00", "0"),
    )


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", FORMATS)
def test_no_text_of_an_author_steers_a_terminal_or_a_build_server(name: str, attack: str) -> None:
    text = written(name, hostile(attack))  # type: ignore[arg-type] # a report
    assert [letter for letter in text if ord(letter) in UNPRINTABLE] == []
    assert "##[" not in text
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (2 if name == "github" else 0)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("name", FORMATS)
def test_with_a_hostile_text_every_format_still_says_where(name: str, attack: str) -> None:
    shown = hostile(attack)._replace(prefix="")  # type: ignore[attr-defined] # a report
    wanted = {("grade-gap", "error"), ("unknown-field", "warning")}
    found = READERS[name](written(name, shown))
    assert {(one.rule, one.severity) for one in found} >= wanted
    assert {one.path for one in found} == {TRACK}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_page_holds_nothing_but_its_own_elements(attack: str) -> None:
    page = Page(written("html", hostile(attack)))  # type: ignore[arg-type] # a report
    assert page.tags <= Page(written("html", mixed())).tags | {"nav", "ul", "li", "a"}
    assert [address for address in page.addresses if not address.startswith("#group-")] == []
    assert page.handlers == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_tests_are_xml_of_the_known_elements(attack: str) -> None:
    root = ET.fromstring(written("junit", hostile(attack)))  # type: ignore[arg-type] # a report
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "skipped", "system-out",
    }  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_comment_holds_no_mention_no_link_and_no_foreign_element(attack: str) -> None:
    from test_markdown_text import PLATFORMS, tokens

    found = tokens(written("markdown", hostile(attack)))  # type: ignore[arg-type] # a report
    assert not {"link_open", "image"} & {token.type for token in found}
    html = {token.content.strip() for token in found if token.type == "html_inline"}
    own = {
        "<details open>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "<b>",
        "</b>",
        "<br>",
        "<code>",
        "</code>",
    }
    assert html <= own | {"<span>", "</span>"}
    blocks = {line for token in found if token.type == "html_block" for line in token.content.strip().split("\n")}
    assert all(
        line in own
        or line == "<!-- ladderc check -->"
        or re.fullmatch(r"<summary><b>[\w ]+</b>: [\w, ]+</summary>", line)
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
@pytest.mark.parametrize("name", ["json", "gitlab", "sarif"])
def test_data_stays_data(name: str, attack: str) -> None:
    text = written(name, hostile(attack))  # type: ignore[arg-type] # a report
    assert "</" not in text
    data = json.loads(text)
    if name == "json":
        assert data["findings"][0]["message"] == f"Level “{attack}” is odd.\n{attack}\nMend `{attack}`."
    if name == "sarif":
        messages = [result["message"]["text"] for result in data["runs"][0]["results"]]
        assert [message for message in messages if "](" in message] == []


NAMES = ["tracks/a,b:c.yaml", "tracks/50%.yaml", "tracks/sp ace#1.yaml", "tracks/übung.yaml", "tracks/<b>&'\".yaml"]


@pytest.mark.parametrize("file", NAMES)
@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text"}))
def test_a_strange_name_of_a_file_is_named_whole(name: str, file: str) -> None:
    shown = report(finding("grade-gap", 2, place=Place(file, ("line2",))), file=file)
    (found,) = READERS[name](written(name, shown))
    assert (found.path, found.line) == (PREFIX + file, 2)


def test_hostile_titles_of_a_real_framework_reach_no_format_unescaped(tmp_path: Path) -> None:
    attack = "<script>alert(1)</script> @acme/board ##[error] ]]> | `x` \u202e"
    judged(lay("\n# tracks/specialist.yaml without S7\n"), tmp_path)
    for file in ("framework.yaml", "tracks/specialist.yaml", "tracks/people-leadership.yaml"):
        path = tmp_path / file
        data = json.loads(path.read_text(encoding="utf-8"))
        data["name"] = attack
        for family in data.get("families", ()):
            family["name"] = attack
        for level in data.get("levels", ()):
            level["title"] = f"Director of {attack}"
        path.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    shown = checked(tmp_path)
    assert any("<script>" in item.finding.message for item in shown.items)
    for name in FORMATS:
        text = written(name, shown)
        assert [letter for letter in text if ord(letter) in UNPRINTABLE] == [], name
        assert "##[" not in text, name
    assert Page(written("html", shown)).tags & {"script"} == set()
    assert "@acme" not in re.sub(r"`[^`]*`|<code>.*?</code>", "", written("markdown", shown))
    ET.fromstring(written("junit", shown))
