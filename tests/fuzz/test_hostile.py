"""What a hostile input costs is bounded by guards, each of which says so; the figures are in docs/robustness.md."""

from __future__ import annotations

import pytest
from hostile import CASES, FIRM, GRADES, MANAGERS, Files, experts, sound
from promises import checked

from ladderc.link.catalogue import MOST_ENTRIES, MOST_GRADES
from ladderc.link.levels import MOST_STATEMENTS
from ladderc.link.tracks import MOST_TRACKS
from ladderc.sources.characters import LARGEST
from ladderc.sources.enough import MOST

SPINE = "grades:\n" + "".join(f"  - id: G{n}\n" for n in range(1, MOST_GRADES + 2))
FAMILIES = "families:\n" + "".join(f"  - {{id: f{n}, name: F{n}}}\n" for n in range(MOST_ENTRIES + 1))
FOLLOWS = f"This file has {MOST} faults up to here; what follows was not looked at."


def said(files: Files) -> list[str]:
    """Rule and message of every fault of the files, with the sound ones around them."""
    contents = {name: text.encode("utf-8", "surrogateescape") for name, text in {**sound(), **files}.items()}
    return [f"{one.rule}: {one.message}" for one in checked(contents).faults]


@pytest.mark.parametrize(
    ("case", "guard"),
    [
        ("file-too-large", "too-large: This file is larger than 1 MiB"),
        ("aliases-wide", "too-many-aliases: What is repeated with stars in this file adds up to more than 100,000"),
        ("aliases-long", "too-many-aliases: What is repeated with stars in this file adds up to more than 100,000"),
        ("deep-lists", "too-deep: More than 100 things stand one inside the other here."),
        ("deep-groups", "too-deep: More than 100 things stand one inside the other here."),
        ("number-exponent", "too-many-digits: "),
        ("number-long", "too-many-digits: "),
    ],
)
def test_the_reader_gives_up_with_a_sentence(case: str, guard: str) -> None:
    (only,) = said(CASES[case].files())
    assert only.startswith(guard)


@pytest.mark.parametrize(
    "files",
    [
        experts(more="".join(f"levles{n}: 1\n" for n in range(MOST + 50))),
        experts("    duties:\n" + "      - [x]\n" * (MOST + 50)),
        experts(more="  - {id: x}\n" * (MOST + 50)),
        experts(more="  - {id: E1, grade: G1, title: Expert}\n" * (MOST + 50)),
        experts(more="moves:\n" + "  - {from: E1, to: managers/Mx1, kind: lateral}\n" * (MOST + 50)),
    ],
    ids=["unknown fields", "wrong kinds", "missing fields", "ids twice", "references"],
)
def test_so_many_faults_of_a_file_are_told_and_the_last_says_so(files: Files) -> None:
    found = said(files)
    assert len(found) == MOST
    assert [message.endswith(FOLLOWS) for message in found] == [False] * (MOST - 1) + [True]


@pytest.mark.parametrize("many", [1, MOST - 1])
def test_fewer_faults_are_all_told_and_nothing_is_said_of_more(many: int) -> None:
    found = said(experts(more="".join(f"levles{n}: 1\n" for n in range(many))))
    assert len(found) == many
    assert not any(FOLLOWS in message for message in found)


def test_a_reference_that_is_wrong_everywhere_is_one_finding_with_so_many_places_and_no_more() -> None:
    moves = "  - {from: E1, to: nowhere/A, kind: lateral}\n" * (MOST + 50)
    contents = {**sound(), **experts(more=f"moves:\n{moves}")}
    (found,) = checked({name: text.encode() for name, text in contents.items()}).faults
    assert len(found.related) == MOST
    assert found.related[-1].message == "`nowhere` stands here too, as it does further on"


def test_more_grades_than_any_firm_has_are_refused_once() -> None:
    assert said({"framework.yaml": FIRM + SPINE}) == [
        "too-many: Grade G201: this is number 201 of 201, and no more than 200 can be judged.\n"
        "Leave out each grade that no track needs."
    ]


def test_a_level_at_a_grade_too_many_is_left_out_without_a_second_message() -> None:
    levels = experts(more="  - {id: E9, grade: G201, title: Expert}\n")
    assert [message.split(":")[0] for message in said({"framework.yaml": FIRM + SPINE, **levels})] == ["too-many"]


def test_more_entries_of_a_list_than_any_firm_has_are_refused_once() -> None:
    (only,) = said(
        {
            "framework.yaml": FIRM + GRADES + FAMILIES,
            "tracks/managers.yaml": sound()["tracks/managers.yaml"] + "family: f1\n",
        }
    )
    assert only.startswith(
        "too-many: Family f1000: this is number 1001 of 1,001, and no more than 1,000 can be judged."
    )


def test_more_tracks_than_a_family_can_compare_are_left_out_one_by_one_and_what_names_them_is_let_be() -> None:
    tracks = {
        f"tracks/t{n:03}.yaml": f"id: t{n:03}\nname: Track {n}\nkind: specialist\nlevels:\n  - {{id: A, grade: G1, title: T{n}}}\n"
        for n in range(MOST_TRACKS + 1)
    }
    more = "moves:\n  - {from: M1, to: t200/A, kind: lateral}\n"
    assert said({**tracks, "tracks/managers.yaml": MANAGERS + more}) == [
        f"too-many: Track Track {n}: its family has 200 tracks already, and no more can be judged.\n"
        "Split the family, or take out what is no track."
        for n in (199, 200)
    ]


def test_a_chain_of_levels_too_long_is_cut_where_it_is() -> None:
    tracks = {}
    for n in range(3):
        levels = "".join(
            f"  - {{id: L{rank}, grade: G{rank}, title: T, builds_on: {f'L{rank - 1}' if rank > 1 else f't{n - 1}/L100'}}}\n"
            for rank in range(1, 101)
        )
        levels = levels.replace(", builds_on: t-1/L100", "")
        tracks[f"tracks/t{n}.yaml"] = f"id: t{n}\nname: Track {n}\nkind: specialist\nlevels:\n{levels}"
    spine = SPINE.removesuffix(f"  - id: G{MOST_GRADES + 1}\n")
    assert said({"framework.yaml": FIRM + spine, **tracks}) == [
        "too-many: Level L1 of Track 2: more than 200 levels build on each other here, one on the next.\n"
        "Take `builds_on` out, and write what the level asks."
    ]


def _expected(many: int) -> Files:
    lines = "          - Solves it.\n" * many
    return experts(f"    expectations:\n      craft:\n        statements:\n{lines}")


def test_more_statements_than_anybody_is_judged_by_are_left_out() -> None:
    (only,) = said(_expected(MOST_STATEMENTS + 5))
    assert only.endswith("more than 500 statements stand in one list.\nKeep those by which people are judged.")
    assert said(_expected(MOST_STATEMENTS)) == []


def test_as_many_grades_as_may_be_are_read() -> None:
    assert said({"framework.yaml": FIRM + SPINE.removesuffix(f"  - id: G{MOST_GRADES + 1}\n")}) == []


def test_every_hostile_input_but_the_one_that_is_too_large_is_small_enough_to_be_read() -> None:
    sizes = {
        name: max((len(text.encode("utf-8", "surrogateescape")) for text in case.files().values()), default=0)
        for name, case in CASES.items()
    }
    assert [name for name, size in sizes.items() if size > LARGEST] == ["file-too-large"]
