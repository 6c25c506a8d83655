"""A group whose fields start in its own column is one mistake with one mend; fields beside an empty group are not."""

from __future__ import annotations

import pytest

from ladderc.sources.document import FileKind
from ladderc.sources.read import read_file
from ladderc.validate.shape import validate

LEVEL = "id: a\nname: A\nkind: specialist\nlevels:\n  - id: A4\n    grade: G4\n    title: Fitter\n"
FRAMEWORK = "language: 1\nname: Tarn\ngrades:\n  - id: G1\n"
PAY = "currency: GBP\nperiod: year\neffective: 2026-01-01\nbands:\n  - grade: G1\n    min: 100\n"
WAIVER = "- rule: band-parity\n  reason: Two steps.\n  owner: HR\n  expires: 2027-01-01\n"


def said(kind: FileKind, text: str) -> list[str]:
    document, findings = read_file("a.yaml", kind, text.encode())
    assert document is not None, findings
    return [f"{one.rule} {'/'.join(map(str, one.place.route))}\n{one.message}" for one in validate(document)]


def test_one_field_that_is_a_word() -> None:
    assert said("waivers", WAIVER + "  subject:\n  track: specialist\n") == [
        "nothing-written 0/subject\n"
        "Nothing belongs to `subject:` in the waiver of band-parity, for `track` below it starts in the same column.\n"
        "Put two spaces more before `track`."
    ]


def test_fields_with_lines_of_their_own() -> None:
    text = LEVEL + "    expectations:\n    craft:\n      - Does it.\n    delivery:\n      rating: 3\n"
    assert said("track", text) == [
        "nothing-written levels/0/expectations\n"
        "Nothing belongs to `expectations:` in level A4 of A, for `craft` and `delivery` below it start in the same column.\n"
        "Put two spaces more before `craft` and `delivery`, and before the lines that belong to them."
    ]


@pytest.mark.parametrize(
    ("kind", "text", "group", "children"),
    [
        ("track", LEVEL + "    reports:\n    min: 3\n    max: 8\n", "reports", "`min` and `max`"),
        ("track", LEVEL + "    expectations:\n      craft:\n      statements:\n        - Does it.\n", "craft", "`statements`"),
        ("track", LEVEL + "    expectations:\n      craft:\n      rating: 3\n      reach: [Does it.]\n", "craft", "`rating`"),
        ("pay", PAY + "    market:\n    value: 90\n    as_of: 2026-04\n", "market", "`value` and `as_of`"),
        ("framework", FRAMEWORK + "freeze:\nfrom: 2026-11-01\nto: 2026-12-01\n", "freeze", "`from` and `to`"),
        ("framework", FRAMEWORK + "rules:\nprofile: strict\n", "rules", "`profile`"),
        ("framework", FRAMEWORK + "rules:\n  profile: strict\n  band-parity:\n  severity: off\n", "band-parity", "`severity`"),
    ],
)  # fmt: skip
def test_every_kind_of_group(kind: FileKind, text: str, group: str, children: str) -> None:
    [message] = said(kind, text)
    assert message.split("\n")[1].startswith(f"Nothing belongs to `{group}:` in ")
    assert f", for {children} below it start" in message.split("\n")[1]


def test_what_else_is_wrong_is_told_as_well() -> None:
    text = LEVEL.replace("    title: Fitter\n", "") + "    reports:\n    min: 3\n    colour: red\n"
    assert [one.split("\n")[0] for one in said("track", text)] == [
        "nothing-written levels/0/reports",
        "unknown-field levels/0/colour",
        "missing-field levels/0",
    ]


def test_an_empty_group_alone_is_told_as_one() -> None:
    [message] = said("track", LEVEL + "    reports:\n    duties: [On call.]\n")
    assert message.split("\n")[1] == "Nothing is written after `reports:` in level A4 of A."


def test_an_unknown_field_that_no_group_could_hold_is_no_part_of_it() -> None:
    assert [one.split("\n")[0] for one in said("track", LEVEL + "    reports:\n    colour: red\n")] == [
        "unknown-field levels/0/colour",
        "nothing-written levels/0/reports",
    ]


def test_a_field_further_down_is_no_part_of_it() -> None:
    text = LEVEL + "    reports:\n    duties: [On call.]\n    min: 3\n"
    assert [one.split("\n")[0] for one in said("track", text)] == [
        "unknown-field levels/0/min",
        "nothing-written levels/0/reports",
    ]
