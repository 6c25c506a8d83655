"""The pieces of mending: modelines, the order of bands, tabs, diffs, and names that only one slip leads to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ladderc.edit.bandorder import in_order
from ladderc.edit.modeline import with_modeline
from ladderc.edit.unified import unified
from ladderc.sources.fieldnames import EVERY, LISTS_OF_SENTENCES, SENTENCES
from ladderc.sources.quoting import extent, holds_sentence
from ladderc.sources.read import read_file
from ladderc.sources.tabs import untabbed
from ladderc.wording.nearest import only_near

SCHEMAS = Path(__file__).parent.parent.parent / "schema"
LINE = "# yaml-language-server: $schema=../../.ladderc/schema/track.schema.json"
RANK = {"G1": 0, "G2": 1, "G3": 2, "4": 3}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: a\n", f"{LINE}\nid: a\n"),
        ("\ufeffid: a\r\nname: b", f"\ufeff{LINE}\r\nid: a\r\nname: b"),
        ("# Hello\rid: a\r", f"{LINE}\r# Hello\rid: a\r"),
        ("id: a", f"{LINE}\nid: a"),
        ("", ""),
        (" \n", " \n"),
        ("# Hello\n#yaml-language-server: $schema=elsewhere.json\nid: a\n",) * 2,
    ],
)
def test_a_modeline_comes_first_and_once(before: str, after: str) -> None:
    assert with_modeline("tracks/more/a.yaml", "track", before.encode()).decode() == after


def ordered(text: str) -> tuple[str, int]:
    document, findings = read_file("pay/x.yaml", "pay", text.encode())
    assert findings == []
    assert document is not None
    after, line = in_order(document, text.encode(), RANK)
    return after.decode(), line


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (
            "bands:\n- grade: G2\n  min: 2\n- grade: G1\n  min: 1",
            "bands:\n- grade: G1\n  min: 1\n- grade: G2\n  min: 2",
            2,
        ),
        (
            "bands:\r\n# of two\r\n- {grade: G2}\r\n\r\n# of one\r\n- {grade: G1} # x\r\n# end\r\n",
            "bands:\r\n# of one\r\n- {grade: G1} # x\r\n\r\n# of two\r\n- {grade: G2}\r\n# end\r\n",
            3,
        ),
        (
            "bands:\n  # Lowest first.\n  - grade: G1\n  - grade: 4\n  # three\n  - grade: G3\nround: 5\n",
            "bands:\n  # Lowest first.\n  - grade: G1\n  # three\n  - grade: G3\n  - grade: 4\nround: 5\n",
            4,
        ),
    ],
)
def test_bands_move_whole_with_their_remarks(before: str, after: str, line: int) -> None:
    assert ordered(before) == (after, line)
    assert ordered(after) == (after, 0)


@pytest.mark.parametrize(
    "text",
    [
        "bands:\n- grade: G1\n- grade: G2\n",
        "bands: [{grade: G2}, {grade: G1}]\n",
        "bands:\n- grade: G2\n- grade: G9\n- grade: G1\n",
        "bands:\n- grade: G2\n- grade: G1\n- grade: G1\n",
        "bands:\n- grade: G2\n# of which?\n\n- grade: G1\n",
        "bands:\n- {grade: G2, bonus: &b 5%}\n- {grade: G1, bonus: *b}\n",
        "bands: []\n",
        "name: none\n",
    ],
)
def test_bands_stay_where_they_are_in_order_or_it_is_not_certain_what_belongs_to_which(text: str) -> None:
    assert ordered(text) == (text, 0)


def spaces(text: str) -> str:
    lines = text.split("\n")
    for edit in untabbed("x.yaml", lines):
        span = edit.place.span
        assert span is not None
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + edit.text + line[span.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("levels:\n\t- id: S1", "levels:\n  - id: S1"),
        ("levels:\n\t- id: S1\n\t  grade: G1", "levels:\n  - id: S1\n    grade: G1"),
        ("a:\n    b: 1\nc:\n\td: 1", "a:\n    b: 1\nc:\n    d: 1"),
        ("a:\n  - id: S1\n\tgrade: G1", "a:\n  - id: S1\n    grade: G1"),
        ("a:\n\tb:\n\t\tc: 1", "a:\n  b:\n    c: 1"),
        # Two spaces would put it beside `b`, four or eight below it, which cannot be read.
        ("a:\n  b: 1\n\tc: 2", "a:\n  b: 1\n  c: 2"),
        # Below `b` with four spaces and more, beside it with two: not certain.
        ("a:\n  b:\n\tc: 2",) * 2,
        ("a: 1\n# \tremark\n",) * 2,
    ],
)
def test_a_tab_becomes_the_spaces_that_read_alike_whatever_its_width(before: str, after: str) -> None:
    assert spaces(before) == after


def test_a_diff_says_where_a_last_line_has_no_end() -> None:
    assert list(unified("a.yaml", b"a: 1\r\nb: 2", b"a: 1\r\nb: 3")) == [
        "--- a/a.yaml",
        "+++ b/a.yaml",
        "@@ -1,2 +1,2 @@",
        " a: 1\r",
        "-b: 2",
        "\\ No newline at end of file",
        "+b: 3",
        "\\ No newline at end of file",
    ]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("tilte", ["title", "name"], "title"),
        ("Design-Table", ["design-table", "design-tables"], "design-table"),
        ("specalist", ["specialist", "specialists"], None),
        ("specialist-data", ["specialist", "people"], None),
        ("people", ["people-leadership", "specialist"], None),
        ("S4", ["s4", "S-4"], None),
        ("max", ["min"], None),
        ("nothing", ["title"], None),
    ],
)
def test_a_name_is_certain_only_where_one_slip_leads_to_one_name(word: str, known: list[str], meant: str) -> None:
    assert only_near(word, known) == meant


LEVEL = """levels:
- id: S1
  title: T
  summary:
    de: D
  forums: [a]
  expectations:
    craft:
      statements:
      - S
      - id: x
        text: X
    reach:
    - R
  duties:
  - D
  promotion:
    requires:
      - P
  kind: K
families:
  - id: a
    requires:
      - Q
"""


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("  title: T", True),
        ("    de: D", True),
        ("      - S", True),
        ("        text: X", True),
        ("    - R", True),
        ("  - D", True),
        ("      - P", True),
        ("- id: S1", False),
        ("      - id: x", False),
        ("  kind: K", False),
        ("      - Q", False),
    ],
)
def test_a_sentence_belongs_where_the_fields_around_it_say_so(line: str, holds: bool) -> None:
    lines = LEVEL.split("\n")
    assert holds_sentence(lines, lines.index(line), len(line) - len(line.split()[-1])) is holds


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("- a b", (1, 6)),
        ("- a b  \n  c d\n- e", (2, 6)),
        ("x: a\n  # remark\ny: b", (1, 5)),
        ("x: a #42 b\ny: b", (1, 11)),
        ("x: a # b", None),
        ("x: a\n  y: b", None),
        ("x: a\n  - b", None),
        ("x: a\n\n  b", None),
        ("x: a\n  #42 b", None),
    ],
)
def test_a_sentence_ends_before_the_next_field_item_or_remark(text: str, end: tuple[int, int] | None) -> None:
    found = extent(text.split("\n"), 0, text.index("a"))
    assert (found and found[2:]) == end


def test_the_names_of_fields_are_those_of_the_schemas() -> None:
    every: set[str] = set()
    texts: set[str] = set()
    lists: set[str] = set()
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        definitions = schema.pop("definitions", {})
        parts = [schema, *(part for name, part in definitions.items() if name != "rules")]
        for part in parts:
            for name, field in _fields(part):
                every.add(name)
                form, of = _form(field), _form(field.get("items", {}))
                texts |= {name} if form in ("text", "line") else set()
                lists |= {name} if of in ("text", "statement", "requirement") or form == "statementList" else set()
    assert every - EVERY <= _OF_FILES_THAT_LADDERC_WRITES
    assert texts - {"about", "expires", "ref", "rule"} - _OF_FILES_THAT_LADDERC_WRITES == SENTENCES
    assert lists - _OF_FILES_THAT_LADDERC_WRITES == LISTS_OF_SENTENCES


_OF_FILES_THAT_LADDERC_WRITES = {"what", "when", "who", "until"}
"""Fields of acks.yaml alone."""


def _fields(part: Any) -> list[tuple[str, dict[str, Any]]]:
    if isinstance(part, list):
        return [found for one in part for found in _fields(one)]
    if not isinstance(part, dict):
        return []
    own = list(part["properties"].items()) if isinstance(part.get("properties"), dict) else []
    return own + [found for value in part.values() for found in _fields(value)]


def _form(field: Any) -> str:
    return str(field.get("$ref", "")).rpartition("/")[2] if isinstance(field, dict) else ""
