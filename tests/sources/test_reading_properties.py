"""Reading at random: JSON comes back as it went, places agree with data, and no bytes bring reading down."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladderc.finding import Severity
from ladderc.sources import events
from ladderc.sources.build import build
from ladderc.sources.faults import FAULTS
from ladderc.sources.places import locate
from ladderc.sources.read import read_file, read_tree_contents
from ladderc.span import Place, Route

# What a parser of YAML refuses in a text of JSON, and reading too: signs that nobody can see.
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
)
NAMES = TEXTS.filter(lambda name: len(name) < 80).filter(
    lambda name: not any(sign in name for sign in "\u00a0\u202f\u2007\u200b")
)
LEAVES = st.none() | st.booleans() | st.integers(-(10**18) + 1, 10**18 - 1) | TEXTS
DATA = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=20
)
SENTENCE_SIGNS = "abC 0.,:;-#'\"[]{}&*!|>@`%?“”‘’~\n\t\\\u00a0"


def routes_of(data: Any, route: Route = ()) -> list[tuple[Route, Any]]:
    """Every route of some data, with what stands there."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(route, data), *(found for step, value in below for found in routes_of(value, (*route, step)))]


@given(DATA, st.booleans(), st.sampled_from([None, 2]))
def test_json_comes_back_as_it_went(data: Any, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps([data], ensure_ascii=ascii_only, indent=indent)
    document, findings = read_file("tracks/x.yaml", "track", text.encode())
    assert findings == []
    assert document is not None
    assert document.data == [data]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_amounts_come_back_exactly(amount: Decimal) -> None:
    document, _ = read_file("pay/x.yaml", "pay", f"min: {amount:f}\n".encode())
    assert document is not None
    assert document.data == {"min": amount}


@given(DATA, st.sampled_from([None, 2]))
def test_places_agree_with_the_data(data: Any, indent: int | None) -> None:
    text = json.dumps([data], indent=indent)
    lines = text.split("\n")
    wanted = [(Place("x", route), value) for route, value in routes_of([data]) if route]
    found = locate(text.encode(), [place for place, _ in wanted])
    for place, value in wanted:
        span = found[place]
        part = lines[span.line - 1 : span.end_line]
        part[-1] = part[-1][: span.end_column - 1]
        part[0] = part[0][span.column - 1 :]
        assert json.loads("\n".join(part)) == value


@given(
    DATA, st.lists(st.sampled_from(["a", "", "b", 0, 1, 5, -1]) | NAMES, max_size=5), st.sampled_from(["key", "value"])
)
def test_any_route_has_a_place_within_the_text(data: Any, route: list[str | int], on: Any) -> None:
    text = json.dumps(data, indent=1)
    place = Place("x", tuple(route), on)
    span = locate(text.encode(), [place])[place]
    lines = text.split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert span[:2] <= span[2:]


def check_anything(content: bytes) -> None:
    """Read any bytes and hold what comes of it to what reading promises."""
    reading = read_tree_contents({"framework.yaml": content})
    assert len(reading.documents) + len(reading.broken) == 1
    errors = [one for one in reading.findings if one.severity is Severity.ERROR]
    assert bool(errors) == bool(reading.broken)
    for finding in reading.findings:
        assert finding.rule in FAULTS
        assert finding.message.endswith((".", "`", "?"))
        assert "\n\n" not in finding.message
        finding.message.encode()
        assert len(finding.fingerprint) == 16
        assert finding.place.span is not None
        assert finding.place.span[:2] <= finding.place.span[2:]
        assert sum(one.rule == "syntax" for one in errors) <= 1
    places = [Place("framework.yaml", route) for route in ((), ("a",), (0,), ("a", "b", 1))]
    assert set(locate(content, places)) == set(places)
    assert read_tree_contents({"framework.yaml": content}) == reading


@settings(max_examples=300)
@given(st.binary(max_size=60))
def test_no_bytes_bring_reading_down(content: bytes) -> None:
    check_anything(content)


@settings(max_examples=600)
@given(st.text(SENTENCE_SIGNS, max_size=40))
def test_no_text_brings_reading_down(text: str) -> None:
    check_anything(text.encode())


LINES = st.sampled_from(
    ["a: 1", "- x", "  - y: z", "  b: 'q", '"k": v"', "t: Leads: on", "c: &m {d: e, f}", "  g: *m", "*m", "- *m", "---",
     "? [k]", ": v", "h: >", "    folded", "# note", "i: x #1", "\tj: 1", "<<: *m", "!t k", "“l”: “m”", "n: [1, {o: 2}", "}]",
     'p: "\\ud83d\\ude00\\ud83d"', "q:\u00a0r", "s: 1e400", "a: 2"]
)  # fmt: skip


@settings(max_examples=600)
@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_lines_bring_reading_down(lines: list[str], end: str) -> None:
    check_anything(end.join(lines).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"a: {b: [1, x, 'y']}\nc: >\n  d\n",
        b"a: &x [1]\nb: *x\n",
        b'{"a": "\\ud83d\\ude00"}',
        b"a: caf\xc3\xa9 \xf0\x9f\x98\x80\n",
    ],
)
def test_without_the_c_library_the_same_is_read(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = build("x", content)
    monkeypatch.setattr(events, "CParser", None)
    assert build("x", content) == fast


@given(st.text(SENTENCE_SIGNS, max_size=30))
@settings(max_examples=100)
def test_without_the_c_library_nothing_is_raised_either(text: str) -> None:
    original = events.CParser
    try:
        events.CParser = None
        check_anything(text.encode())
    finally:
        events.CParser = original
