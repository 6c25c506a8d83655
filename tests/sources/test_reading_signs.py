"""Bullets, long dashes, other signs than a colon, and what a merge leaves behind: each mistake, and what only looks like one."""

from __future__ import annotations

import pytest
from saying import data_of, said

LOUD: list[tuple[str, str, list[str]]] = [
    (
        "a bullet in a list",
        "levels:\n  - statements:\n      - Ships it\n      • Builds services\n      - Tests\n",
        ["error syntax 4:7-4:24 `•` is no dash, so this is no item of a list. / Replace `•` by `-`."],
    ),
    (
        "a bullet without a space",
        "a:\n  - Ships it\n  •Builds services\n  - Tests\n",
        ["error syntax 3:3-3:19 `•` is no dash, so this is no item of a list. / Replace `•` by `- `."],
    ),
    (
        "a bullet and a tab",
        "a:\n  - Ships it\n  •\tBuilds services\n  - Tests\n",
        [
            "error syntax 3:3-3:20 `•` is no dash, so this is no item of a list. / Replace `•` and the tab after it by `- `."
        ],
    ),
    (
        "a long dash in a list",
        "a:\n  - Ships it\n  – Builds services\n  - Tests\n",
        ["error syntax 3:3-3:20 `–` is no dash, so this is no item of a list. / Replace `–` by `-`."],
    ),
    (
        "a long dash before an id",
        "levels:\n  - id: S4\n    title: a\n  – id: S5\n    title: b\n",
        ["error syntax 4:3-4:11 `–` is no dash, so this is no item of a list. / Replace `–` by `-`."],
    ),
    (
        "a long dash before the first id",
        "levels:\n  – id: S4\n    title: a\n  – id: S5\n    title: b\n",
        [
            "error syntax 2:3-2:11 `–` is no dash, so this is no item of a list. / Replace `–` by `-`. / "
            "Do the same in the lines below that start so."
        ],
    ),
    (
        "a dash without a space",
        "a:\n  - Ships it\n  -Builds services\n  - Tests\n",
        [
            "error syntax 3:3-3:19 A space is missing after the dash, so this is no item of a list. / Type a space after the `-`."
        ],
    ),
    (
        "bullets alone",
        "a:\n  • Builds services\n  • Runs tests\nb: 1\n",
        [
            "error syntax 2:3-2:20 `•` is no dash, so this is no item of a list. / Replace `•` by `-`. / "
            "Do the same in the lines below that start so."
        ],
    ),
    (
        "one bullet alone",
        "a:\n  • Builds services\n",
        ["error syntax 2:3-2:20 `•` is no dash, so this is no item of a list. / Replace `•` by `-`."],
    ),
    (
        "the first dash without a space",
        "a:\n  -Builds services\n  - Tests\n",
        [
            "error syntax 2:3-2:19 A space is missing after the dash, so this is no item of a list. / Type a space after the `-`."
        ],
    ),
    (
        "a bullet indented below an item",
        "a:\n  - Ships it\n    • Builds services\n  - Tests\n",
        [
            "warning swallowed-item 3:5-3:22 `•` is no dash, so this is no item of a list. / Replace `•` by `-`. / "
            "Start it in the same column as the other items of its list."
        ],
    ),
    (
        "a sentence without a dash",
        "a:\n  - Ships it\n  Builds services\n  - Tests\n",
        [
            "error syntax 3:3-3:18 `Builds services` is neither a field with a colon nor an item with a dash. / "
            "If it is a sentence of its own, type `- ` before it. / "
            "If it goes on with the sentence above, start it below the first word of that sentence."
        ],
    ),
    (
        "a word without a dash",
        "a:\n  - Ships\n  Builds\n  - Tests\n",
        [
            "error syntax 3:3-3:9 `Builds` is neither a field with a colon nor an item with a dash. / "
            "If `Builds` is a field, type `Builds: ` and its value. / If it is a text of its own, type `- ` before it."
        ],
    ),
    (
        "a colon without a space",
        "levels:\n  - id: S5\n    title:Specialist Engineer\n    grade: G5\n",
        ["error syntax 3:10-3:11 A space is missing after the colon of `title`. / Type `title: Specialist Engineer`."],
    ),
    (
        "an id without a space after its dash",
        "levels:\n  -id: S4\n  -id: S5\n",
        [
            "error syntax 2:3-2:6 A space is missing after the dash, so this is no item of a list. / Type a space after the `-`."
        ],
    ),
    (
        "an address among fields",
        "a: x\nhttp://firm.example\nb: c\n",
        [
            "error syntax 2:1-2:20 `http://firm.example` is neither a field with a colon nor an item with a dash. / "
            "If it belongs to the sentence above, indent it further than the field's name."
        ],
    ),
    (
        "an equals sign",
        "id: x\nname = Specialist\nkind: y\n",
        [
            "error syntax 2:1-2:18 `name = Specialist` is neither a field with a colon nor an item with a dash. / "
            "Type a colon in place of `=`: `name: Specialist`."
        ],
    ),
    (
        "a semicolon",
        "id: x\nname; Specialist\nkind: y\n",
        [
            "error syntax 2:1-2:17 `name; Specialist` is neither a field with a colon nor an item with a dash. / "
            "Type a colon in place of `;`: `name: Specialist`."
        ],
    ),
    (
        "two versions",
        "id: x\n<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> other\nkind: c\n",
        [
            "error syntax 2:1-2:13 Git left two versions of these lines here, for you to choose. / "
            "Keep one, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`."
        ],
    ),
    (
        "two versions of a list",
        "a:\n  - Foo\n<<<<<<< HEAD\n  - A\n=======\n  - B\n>>>>>>> other\n",
        [
            "error syntax 3:1-3:13 Git left two versions of these lines here, for you to choose. / "
            "Keep one, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`."
        ],
    ),
    (
        "what is left of two versions",
        "id: x\nname: B\n>>>>>>> other\nkind: c\n",
        ["error syntax 3:1-3:14 `>>>>>>> other` is left over from two versions of this file. / Delete the line."],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [(text, told) for _, text, told in LOUD], ids=[name for name, *_ in LOUD]
)
def test_a_sign_in_the_wrong_place_is_told_with_what_to_type(text: str, expected: list[str]) -> None:
    assert said(text) == expected


SILENT: list[tuple[str, str, object]] = [
    ("a long dash in a sentence", "a: Leads – and ships\n", {"a": "Leads – and ships"}),
    ("a sentence wrapped at a long dash", "- Leads\n  – and ships\n- Tests\n", ["Leads – and ships", "Tests"]),
    ("a wrapped hyphen", "- Leads\n  -and ships\n", ["Leads -and ships"]),
    ("a wrapped word after a dash", "- Leads a test\n  -based team\n", ["Leads a test -based team"]),
    ("bullets in a text of its own lines", "a: |\n  • one\n  • two\n", {"a": "• one\n• two\n"}),
    ("bullets between quotes", 'a: "x\n  • one"\n', {"a": "x • one"}),
    ("a bullet between quotes", 'a: "• Leads"\n', {"a": "• Leads"}),
    ("an equals sign in a value", "a: b = c\n", {"a": "b = c"}),
    ("a line of equals signs in a text", "a: |\n  Title\n  =======\n  text\n", {"a": "Title\n=======\ntext\n"}),
]


@pytest.mark.parametrize(
    ("text", "data"), [(text, data) for _, text, data in SILENT], ids=[name for name, *_ in SILENT]
)
def test_what_only_looks_like_one_is_read(text: str, data: object) -> None:
    assert data_of(text) == data
