"""Edits of findings as changes of bytes, quotes around a sentence, and mends that touch one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.edit.edits import Change, Source, apart, applied, edits_for, quotes
from ladderc.finding import Edit, Finding, Severity
from ladderc.sources.read import read_file
from ladderc.span import Place, Route, Span


def finding(*edits: Edit, rule: str = "unknown-field") -> Finding:
    return Finding(rule, Severity.ERROR, "A message.", edits[0].place, fixes=edits)


def mended(content: str, *edits: Edit, rule: str = "unknown-field") -> str:
    mends = edits_for([finding(*edits, rule=rule)], {"x.yaml": content.encode()}).get("x.yaml", [])
    return applied(content.encode(), [change for mend in mends for change in mend.changes]).decode()


def at(*route: str | int, on: str = "value") -> Place:
    steps: Route = route
    return Place("x.yaml", steps, "key" if on == "key" else "value")


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("a: 1\ntilte: x\n", Edit(at("tilte", on="key"), "title"), "a: 1\ntitle: x\n"),
        ("\ufeffé: 1\r\ntilte: ü🚢\r\n", Edit(at("tilte", on="key"), "title"), "\ufeffé: 1\r\ntitle: ü🚢\r\n"),
        ("a: ['ü', {b: c}]", Edit(at("a", 1, "b"), "d"), "a: ['ü', {b: d}]"),
        ("kind: 'Comon' # why", Edit(at("kind"), "common"), "kind: 'common' # why"),
        ('"Kind": common', Edit(at("Kind", on="key"), "kind"), '"kind": common'),
        ('entry: "yes"', Edit(at("entry"), "true"), "entry: true"),
        ("family: a, b", Edit(at("family"), "[a, b]"), "family: [a, b]"),
        ("title: yes", Edit(at("title"), '"true"', quoted=True), 'title: "yes"'),
        ("a: b", Edit(Place("x.yaml", span=Span(1, 3, 1, 3)), " "), "a:  b"),
    ],
)
def test_an_edit_changes_what_it_is_about_and_nothing_else(before: str, edit: Edit, after: str) -> None:
    assert mended(before, edit) == after


@pytest.mark.parametrize(
    ("before", "edit"),
    [
        ("kind: &k comon\nname: *k", Edit(at("kind"), "common")),
        ("kind: &k comon\nname: *k", Edit(at("name"), "common")),
        ("kind: co\n  mon", Edit(at("kind"), "common")),
        ("min: 95,000", Edit(at("min"), "95000")),
        ("min: 1_000", Edit(at("min"), "1000")),
        ("date: 1/10/2026", Edit(at("date"), "2026-10-01")),
        ("bonus: 12.5", Edit(at("bonus"), "12.50%")),
        ("kind: common", Edit(at("kind"), "common")),
        ("- {Leads: the way}", Edit(at(0), '"Leads: the way"', quoted=True)),
    ],
)
def test_an_edit_that_could_change_more_or_a_figure_is_none(before: str, edit: Edit) -> None:
    assert mended(before, edit) == before


def test_a_name_may_have_a_figure_that_its_id_lacks() -> None:
    assert mended("grade: Band 4", Edit(at("grade"), "senior"), rule="unknown-reference") == "grade: senior"


def test_a_finding_without_edits_or_of_a_file_that_is_not_there_has_no_mend() -> None:
    lone = Finding("syntax", Severity.ERROR, "A message.", at("a"))
    assert edits_for([lone, finding(Edit(at("a"), "b"))], {"other.yaml": b"a: c"}) == {}


def test_a_file_that_is_not_utf8_has_no_mend() -> None:
    assert edits_for([finding(Edit(at("a"), "b"))], {"x.yaml": b"a: \xff"}) == {}


def test_of_two_mends_that_touch_the_first_is_made() -> None:
    content = {"x.yaml": b"a: b"}
    first, second = finding(Edit(at("a"), "c")), finding(Edit(at("a"), "d"))
    key = finding(Edit(at("a", on="key"), "e"))
    mends = edits_for([first, second, key], content)["x.yaml"]
    assert [mend.finding for mend in apart(mends)] == [first, key]


def test_changes_are_made_in_any_order() -> None:
    assert applied(b"abc", [Change(2, 3, b"C"), Change(0, 1, b""), Change(1, 1, b"+")]) == b"+bC"


SENTENCES = st.text("ab'\"\\:# -[]{}é", min_size=1).map(str.strip).filter(bool)


@given(SENTENCES, st.sampled_from(["", "\ufeff"]))
def test_quotes_keep_every_character(sentence: str, mark: str) -> None:
    content = f"{mark}text: {sentence}\n".encode()
    source = Source(content)
    quoted = applied(content, quotes(source, 6, 6 + len(sentence)))
    document, findings = read_file("tracks/x.yaml", "track", quoted)
    assert findings == []
    assert document is not None
    assert document.data == {"text": sentence}
    assert (
        quoted.decode().replace("''", "'").replace(f"text: '{sentence}'", sentence)
        in (
            f"{mark}{sentence}\n",
            f'{mark}text: "{sentence}"\n',
        )
        or "''" in sentence
    )
