"""Lines that start in a column where nothing starts: how many spaces they should have, and below what."""

from __future__ import annotations

import pytest
from saying import data_of, said

ODD = "This line starts in column {}, where nothing that it could belong with starts. / "
NO_DASH = "This line stands among the items of a list and has no dash. / "
LOUD: list[tuple[str, str, str]] = [
    (
        "one space too few below an item",
        "levels:\n  - id: S4\n   title: a\n    grade: G4\n",
        "error syntax 3:4-3:12 "
        + ODD.format(4)
        + "Put 4 spaces before `title`, so that it starts below `id` of line 2.",
    ),
    (
        "one space too few between two fields",
        "levels:\n  - id: S4\n    grade: G4\n   title: a\n    scope: x\n",
        "error syntax 4:4-4:12 "
        + ODD.format(4)
        + "Put 4 spaces before `title`, so that it starts below `grade` of line 3.",
    ),
    (
        "one space too many",
        "levels:\n  - id: S4\n    grade: G4\n     title: a\n",
        "error syntax 4:6-4:11 `title` is indented further than what stands above it, so it is read as part of that text. / "
        "Put 4 spaces before `title`, so that it starts below `grade` of line 3.",
    ),
    (
        "between two columns that it may belong to",
        "levels:\n  - id: S4\n    expectations:\n      craft:\n        - A\n     delivery:\n        - B\n",
        "error syntax 6:6-6:15 "
        + ODD.format(6)
        + "Put 6 spaces before `delivery`, so that it starts below `craft` of line 4, "
        "or 4 spaces before it, so that it starts below `expectations` of line 3.",
    ),
    (
        "the last line",
        "a:\n  - id: 1\n   b: 2\n",
        "error syntax 3:4-3:8 " + ODD.format(4) + "Put 4 spaces before `b`, so that it starts below `id` of line 2.",
    ),
    (
        "the last line before another field",
        "a:\n  - id: 1\n   b: 2\nc: 3\n",
        "error syntax 3:4-3:8 " + ODD.format(4) + "Put 4 spaces before `b`, so that it starts below `id` of line 2.",
    ),
    (
        "below a name in quotes",
        'a:\n  - "x": 1\n   b: 2\n',
        "error syntax 3:4-3:8 " + ODD.format(4) + 'Put 4 spaces before `b`, so that it starts below `"x"` of line 2.',
    ),
    (
        "an item of a list",
        "a:\n  - one\n - two\n",
        "error syntax 3:2-3:7 "
        + ODD.format(2)
        + "Put 2 spaces before this dash, so that it starts below the dash of line 2.",
    ),
    (
        "a waiver without its dash",
        "- rule: a\n  reason: b\nrule: c\nreason: d\n",
        "error syntax 3:1-3:8 "
        + NO_DASH
        + "If `rule: c` begins an item of its own, type `- ` before it, and 2 spaces before each other line of that item. / "
        "If not, indent it as the field is that it belongs with.",
    ),
    (
        "a level without its dash",
        "levels:\n  - id: S4\n    title: a\n  id: S5\n    title: b\n",
        "error syntax 4:3-4:9 " + NO_DASH + "If `id: S5` begins an item of its own, type `- ` before it. / "
        "If not, indent it as the field is that it belongs with.",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [(text, told) for _, text, told in LOUD], ids=[name for name, *_ in LOUD]
)
def test_a_line_in_a_wrong_column_is_told_where_to_start(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_columns_that_differ_between_lists_are_read() -> None:
    assert data_of("a:\n- one\nb:\n     - two\nc:\n    d: 1\n") == {"a": ["one"], "b": ["two"], "c": {"d": 1}}
