"""Fields that come again because a dash or a file's end was forgotten between them, and fields that simply come twice."""

from __future__ import annotations

from saying import data_of, said


def test_a_level_without_its_dash_is_one_finding() -> None:
    text = "levels:\n  - id: S4\n    title: a\n    grade: G4\n    id: S5\n    title: b\n    grade: G5\n"
    assert said(text) == [
        "error duplicate-key 5:5-5:7 Is a `- ` missing before `id: S5`? / "
        "Without it this goes on with what begins in line 2, which has `id` already. / "
        "Type `- ` in place of the last two spaces before it, so that its dash stands below the dash of line 2."
    ]


def test_each_level_without_its_dash_is_one_finding() -> None:
    text = "levels:\n  - id: S4\n    title: a\n    id: S5\n    title: b\n    id: S6\n    title: c\n"
    assert [line.split(" / ")[0] for line in said(text)] == [
        "error duplicate-key 4:5-4:7 Is a `- ` missing before `id: S5`?",
        "error duplicate-key 6:5-6:7 Is a `- ` missing before `id: S6`?",
    ]


def test_a_waiver_without_its_dash_is_one_finding() -> None:
    text = "- rule: a\n  reason: b\n  rule: c\n  reason: d\n"
    assert said(text, "waivers") == [
        "error duplicate-key 3:3-3:7 Is a `- ` missing before `rule: c`? / "
        "Without it this goes on with what begins in line 1, which has `rule` already. / "
        "Type `- ` in place of the last two spaces before it, so that its dash stands below the dash of line 1."
    ]


def test_a_second_text_below_the_first_is_one_finding() -> None:
    text = "id: x\nname: y\nkind: z\nlevels: []\nid: a\nname: b\nkind: c\n"
    assert said(text) == [
        "error duplicate-key 5:1-5:3 A second text seems to begin here: `id`, `name` and `kind` are written again, "
        "and the first begin in line 1. / Move it into a file of its own, or delete it."
    ]


def test_one_field_of_a_level_written_twice_is_no_missing_dash() -> None:
    assert said("levels:\n  - id: S4\n    title: a\n    id: S5\n") == [
        "error duplicate-key 4:5-4:7 `id` is written twice here; the first stands in line 2. / Keep one of the two."
    ]


def test_two_fields_of_a_file_written_twice_are_two_findings() -> None:
    assert said("id: x\nname: y\nid: a\nname: b\n") == [
        "error duplicate-key 3:1-3:3 `id` is written twice here; the first stands in line 1. / Keep one of the two.",
        "error duplicate-key 4:1-4:5 `name` is written twice here; the first stands in line 2. / Keep one of the two.",
    ]


def test_a_long_dash_before_every_level_is_one_finding() -> None:
    assert said("levels:\n  – id: S5\n  – id: S6\n") == [
        "error syntax 2:3-2:7 `–` is no dash, so this is no item of a list. / Replace `–` by `-`."
    ]


def test_two_levels_may_have_the_same_fields() -> None:
    assert data_of("levels:\n  - id: S4\n    title: a\n  - id: S5\n    title: a\n") == {
        "levels": [{"id": "S4", "title": "a"}, {"id": "S5", "title": "a"}]
    }
