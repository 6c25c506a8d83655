"""Values without quotes against the core schema of YAML 1.2, written out here a second time, as its text gives it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.sources.read import read_file
from ladderc.sources.resolve import Refused, resolve

# Section 10.3.2 of the specification.
CORE = {
    "nothing": re.compile(r"null|Null|NULL|~|"),
    "truth": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "whole": re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    "broken": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
    "unreal": re.compile(r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN"),
}


def sort_of(value: object) -> str:
    """Which of the sorts above a value is."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "truth"
    if isinstance(value, int):
        return "whole"
    if isinstance(value, Decimal):
        return "broken"
    if isinstance(value, Refused):
        return "unreal" if value.rule == "not-a-number" else "long"
    return "text"


def expected_sort(text: str) -> str:
    """Which of the sorts above a text is, by the specification."""
    return next((name for name, pattern in CORE.items() if pattern.fullmatch(text)), "text")


TABLE: list[tuple[str, object]] = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"), ("nil", "nil"),
    ("true", True), ("True", True), ("TRUE", True), ("tRUE", "tRUE"), ("yes", "yes"), ("on", "on"), ("y", "y"),
    ("false", False), ("False", False), ("FALSE", False), ("no", "no"), ("off", "off"), ("No", "No"),
    ("0", 0), ("-0", 0), ("12", 12), ("+12", 12), ("-7", -7), ("007", 7), ("0o17", 15), ("0x1F", 31), ("0xfe", 254),
    ("0o8", "0o8"), ("0O7", "0O7"), ("0b1", "0b1"), ("-0x1", "-0x1"), ("+0o7", "+0o7"), ("0x", "0x"), ("1_000", "1_000"),
    ("1,000", "1,000"), ("12%", "12%"), ("1:30", "1:30"), ("2026-01-01", "2026-01-01"), ("1 000", "1 000"),
    ("1.5", Decimal("1.5")), (".5", Decimal("0.5")), ("-.5", Decimal("-0.5")), ("1.", Decimal(1)), ("0.1", Decimal("0.1")),
    ("1e3", Decimal(1000)), ("1E+3", Decimal(1000)), ("1.5e-3", Decimal("0.0015")), ("2026.10", Decimal("2026.10")),
    ("0e5", Decimal(0)), ("1.2.3", "1.2.3"), (".", "."), ("-", "-"), ("+", "+"), ("1e", "1e"), (".e1", ".e1"), ("e1", "e1"),
    ("--1", "--1"), ("1-", "1-"), ("Infinity", "Infinity"), ("inf", "inf"), ("nan", "nan"), ("..", ".."), ("-.nan", "-.nan"),
    ("٣", "٣"), ("１", "１"), ("0" * 5000, 0), ("-" + "0" * 5000 + "5", -5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TABLE, ids=[text[:20] or "empty" for text, _ in TABLE])
def test_a_value_without_quotes_means_what_the_core_schema_says(text: str, value: object) -> None:
    found = resolve(text)
    assert (found, type(found)) == (value, type(value))
    assert sort_of(found) == expected_sort(text)


@pytest.mark.parametrize("text", [".inf", ".Inf", ".INF", "-.inf", "+.INF", ".nan", ".NaN", ".NAN"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert resolve(text) == Refused(
        "not-a-number", f"`{text}` is not an amount.\nWrite a number such as `12.5`, or leave it out."
    )


@pytest.mark.parametrize(
    "text",
    [
        "1234567890123456789",
        "0.1234567890123456789",
        "1e18",
        "1e-19",
        "1e9999999999999",
        "0xFFFFFFFFFFFFFFFF",
        "0e999999",
    ],
)
def test_a_number_that_nobody_can_mean_is_refused(text: str) -> None:
    assert resolve(text) == Refused(
        "too-many-digits",
        f"`{text}` has more than 18 digits when written out.\nShorten the number, or put it in quotes if it is a text.",
    )


@pytest.mark.parametrize("text", ["123456789012345678", "0.000000000000000001", "1e17", "1e-18", "0xDE0B6B3A763FFFF"])
def test_eighteen_digits_are_kept_exactly(text: str) -> None:
    assert resolve(text) == (int(text, 0) if text.startswith("0x") else Decimal(text))


@given(st.text("0123456789+-.eExXoOabfinINFtruTRU~_:, ", max_size=12))
def test_every_text_is_of_the_sort_that_the_core_schema_gives_it(text: str) -> None:
    found = sort_of(resolve(text))
    assert found == expected_sort(text) or (found == "long" and expected_sort(text) in ("whole", "broken"))


def test_characters_that_a_number_no_longer_shows_are_kept_beside_the_data() -> None:
    content = b"a: 007\nb: [1e3, 10, 2026.10, 0x1F, +5, '008']\nc: {d: 1.50, e: .5}\nf: -0\ng: 1.\n"
    document, findings = read_file("tracks/x.yaml", "track", content)
    assert findings == []
    assert document is not None
    assert document.typed == {
        ("a",): "007",
        ("b", 0): "1e3",
        ("b", 3): "0x1F",
        ("b", 4): "+5",
        ("c", "e"): ".5",
        ("f",): "-0",
        ("g",): "1.",
    }


def test_characters_of_a_number_are_kept_where_it_is_repeated() -> None:
    content = b"a: &a {b: [007, 1e3]}\nc: *a\nd: &d 1e1\ne: [*d]\n"
    document, _ = read_file("tracks/x.yaml", "track", content)
    assert document is not None
    assert document.typed == {
        ("a", "b", 0): "007",
        ("a", "b", 1): "1e3",
        ("c", "b", 0): "007",
        ("c", "b", 1): "1e3",
        ("d",): "1e1",
        ("e", 0): "1e1",
    }
