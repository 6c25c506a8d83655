"""One more entry goes to its place in a list; every other byte of the file stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladderc.edit.block_list import Entry, insert
from ladderc.errors import UsageError
from ladderc.sources.read import read_file

HEAD = "id: s\nname: S\nkind: specialist\n"
FILE = "tracks/s.yaml"


def level(id: str, grade: str) -> Entry:
    return Entry({"id": id, "grade": grade, "title": id})


def put(text: str, at: int, entry: Entry, field: str = "levels", apart: bool = True) -> tuple[str, int]:
    made = insert(FILE, "track", text.encode(), field, at, entry, apart)
    return made.content.decode(), made.line


def test_behind_the_last_with_its_remarks_and_before_what_follows() -> None:
    text = (
        HEAD
        + "levels:\n  - id: S4\n    grade: G4\n    title: A  # said\n    # a last word on S4\n\n# On moves.\nmoves: []\n"
    )
    assert put(text, 1, level("S5", "G5")) == (
        HEAD + "levels:\n  - id: S4\n    grade: G4\n    title: A  # said\n    # a last word on S4\n\n"
        "  - id: S5\n    grade: G5\n    title: S5\n\n# On moves.\nmoves: []\n",
        10,
    )


def test_before_the_first_above_the_remarks_that_belong_to_it() -> None:
    text = HEAD + "levels:\n  # Where specialists begin.\n  - id: S4\n    grade: G4\n    title: A\n"
    assert put(text, 0, level("S3", "G3")) == (
        HEAD + "levels:\n  - id: S3\n    grade: G3\n    title: S3\n\n"
        "  # Where specialists begin.\n  - id: S4\n    grade: G4\n    title: A\n",
        5,
    )


def test_between_two_and_the_remark_above_the_second_stays_with_it() -> None:
    text = HEAD + "levels:\n- id: S4\n  grade: G4\n  title: A\n# On S6.\n- id: S6\n  grade: G6\n  title: C\n"
    assert put(text, 1, level("S5", "G5")) == (
        HEAD + "levels:\n- id: S4\n  grade: G4\n  title: A\n- id: S5\n  grade: G5\n  title: S5\n"
        "# On S6.\n- id: S6\n  grade: G6\n  title: C\n",
        8,
    )


def test_a_list_that_is_not_there_goes_to_the_end_set_in_as_the_levels_are() -> None:
    text = HEAD + "levels:\n- {id: S4, grade: G4, title: A}"
    move = Entry({"from": "S4", "to": "m/M4", "kind": "lateral"})
    assert put(text, 0, move, "moves") == (
        HEAD + "levels:\n- {id: S4, grade: G4, title: A}\n\nmoves:\n- from: S4\n  to: m/M4\n  kind: lateral\n",
        8,
    )


def test_an_empty_list_loses_its_brackets_and_keeps_its_remark() -> None:
    text = HEAD + "moves: [ ]  # none yet\nlevels:\n  - {id: S4, grade: G4, title: A}\n"
    move = Entry({"from": "S4", "to": "m/M4", "kind": "lateral"})
    assert put(text, 0, move, "moves") == (
        HEAD + "moves:  # none yet\n  - from: S4\n    to: m/M4\n    kind: lateral\nlevels:\n"
        "  - {id: S4, grade: G4, title: A}\n",
        5,
    )


def test_a_dash_that_stands_alone_above_its_fields() -> None:
    text = HEAD + "levels:\n  -\n    id: S4\n    grade: G4\n    title: A\n"
    assert put(text, 0, level("S3", "G3"))[0] == (
        HEAD + "levels:\n  - id: S3\n    grade: G3\n    title: S3\n\n  -\n    id: S4\n    grade: G4\n    title: A\n"
    )


def test_behind_a_text_of_several_lines() -> None:
    text = HEAD + "levels:\n  - id: S4\n    grade: G4\n    title: A\n    summary: >-\n      One\n      two.\n\n\n"
    assert put(text, 1, level("S5", "G5"))[0] == (
        HEAD + "levels:\n  - id: S4\n    grade: G4\n    title: A\n    summary: >-\n      One\n      two.\n\n"
        "  - id: S5\n    grade: G5\n    title: S5\n\n\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "s", "name": "S", "kind": "specialist", "levels": [{"id": "S4", "grade": "G4", "title": "A"}]}',
        HEAD + "levels: [{id: S4, grade: G4, title: A}]\n",
        HEAD + "levels:\n  [\n    {id: S4, grade: G4, title: A}\n  ]\n",
    ],
)
def test_a_list_between_brackets_is_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        put(text, 1, level("S5", "G5"))
    assert str(caught.value) == (
        "`levels` of tracks/s.yaml stands between brackets, so nothing was added.\n"
        "Write each entry on a line of its own that begins with a dash, and try again."
    )


def test_a_list_under_another_name_is_refused() -> None:
    text = HEAD + "purpose: &all\n  - x\nlevels: *all\n"
    with pytest.raises(UsageError):
        put(text, 1, level("S5", "G5"))


remark = st.sampled_from(["", "\n", "  # a remark\n", "    # deep\n", "# at the edge\n", "\n  # above\n"])


@given(
    gaps=st.lists(remark, min_size=1, max_size=5),
    after=st.sampled_from(["", "\n", "\n# End.\n", "moves: []\n", "\n# Moves.\nmoves:\n  - {from: L0, to: L1, kind: lateral}\n"]),
    indent=st.sampled_from([0, 2, 4]),
    ends=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
    mark=st.booleans(),
    where=st.integers(0, 5),
)  # fmt: skip
def test_whatever_the_layout_the_rest_stays_and_the_entry_stands_where_it_was_asked(
    gaps: list[str], after: str, indent: int, ends: str, last: bool, mark: bool, where: int
) -> None:
    text = HEAD + "levels:\n"
    for number, gap in enumerate(gaps):
        text += gap + "".join(
            " " * indent + line + "\n" for line in (f"- id: L{number}", f"  grade: G{number}", "  title: T # t")
        )
    text = (text + after).replace("\n", ends)
    text = text.removesuffix(ends) if last else text
    content = ("\ufeff" * mark + text).encode()
    at = min(where, len(gaps))
    made = insert(FILE, "track", content, "levels", at, Entry({"id": "NEW", "grade": "G9", "title": "N"}), True)
    before, _ = read_file(FILE, "track", content)
    now, _ = read_file(FILE, "track", made.content)
    assert before is not None
    assert now is not None
    assert [one["id"] for one in now.data["levels"]] == [  # type: ignore[index, call-overload] # a track's levels
        *(f"L{n}" for n in range(at)), "NEW", *(f"L{n}" for n in range(at, len(gaps))),
    ]  # fmt: skip
    old, new = content.decode().splitlines(keepends=True), made.content.decode().splitlines(keepends=True)
    assert "NEW" in new[made.line - 1]
    rest = [line for line in new if "NEW" not in line and "G9" not in line and "title: N" not in line]
    added = len(rest) - len(old)
    assert added in (0, 1)
    if not added:
        assert "".join(rest).rstrip(ends) == "".join(old).rstrip(ends)
    assert ends == "\n" or "\n" not in made.content.decode().replace("\r\n", "")
