"""Whatever text is written, ladderc's reader reads exactly that text, and a person would have written it so."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ladderc.edit.yaml_text import Commented, dump, id_value
from ladderc.sources.read import read_file

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
WORDS = st.lists(
    st.sampled_from(
        [
            *"#-:?*&!|>%@`'\"{}[],=~<",
            "no",
            "1:30",
            "007",
            "a:",
            "x",
            "é",
            "🎉",
            "“",
            "”",
            "\u00a0",
            " ",
            "  ",
            "\n",
            "\t",
        ]
    ),
    max_size=30,
).map(" ".join)
ODD = ("no", "1:30", "#42 x", "007", "- a", " a", "a ", "🎉", "a: b", "a:", "", "null", "~", "1e5", "2026-01-01", "…",
       "“a”", "=x", "<<", "*x", "a #b", "a\nb", "a\n", "\na", "a\n b", "a \nb", "\u2028", "\x85", "\x00", "0x1F", ".5",
       "x" * 300, "word " * 60, "\u00a0x", "a\tb", "---", "...", "? a", "{D} Engineer", "it's", 'say "so"', "a\r\nb",
       "word  " * 60, ("word\u3000" * 30) + " x" * 60, "\ufeffa", "x, y", "[a]", "% a", "True", "yes", "+1", "1_000")  # fmt: skip


def read(text: str) -> object:
    document, findings = read_file("tracks/x.yaml", "track", text.encode())
    assert document is not None, [finding.message for finding in findings]
    assert findings == []
    return document.data


def back(text: str) -> object:
    data = {"plain": text, "list": [text, {"id": "x", "text": text}], "deep": {"a": {"b": [text]}}}
    assert read(dump(data, ("a header",))) == data
    return text


@given(TEXTS | WORDS)
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    back(text)


@pytest.mark.parametrize("text", ODD)
def test_texts_that_yaml_would_change_are_read_as_they_were_written(text: str) -> None:
    back(text)


@given(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}", fullmatch=True))
@example("1")
@example("1e5")
@example("no")
@example("null")
def test_every_id_that_names_a_field_is_read_as_it_was_written(name: str) -> None:
    assert read(dump({name: "x"}, ())) == {name: "x"}


@given(
    st.integers(-(10**17), 10**17)
    | st.decimals(Decimal("-1e11"), Decimal("1e11"), places=4)
    | st.booleans()
)  # fmt: skip
def test_reader_and_writer_agree_on_numbers_and_truth(value: object) -> None:
    found = read(dump({"a": value}, ()))
    assert isinstance(found, dict)
    assert found["a"] == value
    assert isinstance(found["a"], bool) == isinstance(value, bool)


def test_a_date_is_written_bare_and_read_as_text() -> None:
    written = dump({"effective": datetime.date(2026, 10, 1)}, ())
    assert written == "effective: 2026-10-01\n"
    assert read(written) == {"effective": "2026-10-01"}


def test_nothing_is_quoted_that_needs_no_quotes() -> None:
    texts = [
        "no",
        "1:30",
        "Owns it",
        "it's",
        "{x",
        "a: b",
        "42",
        "Äpfel & Birnen",
        "#42 x",
        "2026-01-01",
        "a, b",
        "C# and F#",
    ]
    assert dump({"list": texts}, ()) == (
        "list:\n  - no\n  - 1:30\n  - Owns it\n  - it's\n  - '{x'\n  - 'a: b'\n  - '42'\n  - Äpfel & Birnen\n"
        "  - '#42 x'\n  - '2026-01-01'\n  - a, b\n  - C# and F#\n"
    )


def test_long_texts_are_folded_and_lines_are_kept() -> None:
    long = "Sets the direction in which a whole line of products solves its hardest questions, and says no to the rest."
    assert dump({"levels": [{"summary": long, "note": "One line.\nAnother: line."}]}, ()) == (
        "levels:\n"
        "  - summary: >-\n"
        "      Sets the direction in which a whole line of products solves its hardest questions, and\n"
        "      says no to the rest.\n"
        "    note: |-\n"
        "      One line.\n"
        "      Another: line.\n"
    )


def test_a_text_that_comes_twice_is_written_twice() -> None:
    same = {"name": "x"}
    assert dump({"a": same, "b": same, "c": ["y", "y"]}, ()) == "a:\n  name: x\nb:\n  name: x\nc:\n  - y\n  - y\n"


def test_remarks_stand_behind_and_above() -> None:
    data = {
        "kind": Commented("specialist", behind="guessed"),
        "id": Commented("x", behind="guessed too"),
        "grades": Commented([{"id": 1}], above="Lowest first."),
        "name": Commented("word " * 30 + "end", behind="guessed"),
    }
    assert dump(data, ("yaml-language-server: x", "", "Ours.")) == (
        "# yaml-language-server: x\n#\n# Ours.\nkind: specialist  # guessed\nid: x  # guessed too\n"
        "# Lowest first.\ngrades:\n  - id: 1\n# guessed\nname: >-\n"
        f"  {' '.join(['word'] * 19)}\n  {' '.join(['word'] * 11)} end\n"
    )


@pytest.mark.parametrize(
    ("id", "value"),
    [("1", 1), ("0", 0), ("01", "01"), ("1.0", "1.0"), ("IC1", "IC1"), ("1e5", "1e5"), ("9" * 19, "9" * 19)],
)
def test_only_a_plain_whole_number_is_written_as_one(id: str, value: object) -> None:
    assert id_value(id) == value
