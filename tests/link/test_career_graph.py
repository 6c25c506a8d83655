"""Rungs, branches, moves and entries."""

from __future__ import annotations

from linking import Link

from ladderc.link import Linked

COMMON, PEOPLE, SPECIALIST = "tracks/common.yaml", "tracks/people.yaml", "tracks/specialist.yaml"


def steps(linked: Linked) -> list[tuple[str, str, str]]:
    assert linked.framework is not None
    assert linked.findings == ()
    return [(step.source, step.target, step.kind) for step in linked.framework.graph.steps]


def branches(linked: Linked) -> list[tuple[str, str]]:
    return [(source, target) for source, target, kind in steps(linked) if kind == "branch"]


def entries(linked: Linked) -> tuple[str, ...]:
    assert linked.framework is not None
    return linked.framework.graph.entries


def test_rungs_then_branches_then_moves_in_the_order_of_the_files(link_files: Link, sound: dict[str, str]) -> None:
    move = "moves:\n  - {from: S2, to: people/M2, kind: lateral, pay: protected, trial_months: 6}\n"
    linked = link_files({SPECIALIST: sound[SPECIALIST] + move})
    assert steps(linked) == [
        ("people/M2", "people/M3", "rung"),
        ("specialist/S2", "specialist/S3", "rung"),
        ("common/C1", "people/M2", "branch"),
        ("common/C1", "specialist/S2", "branch"),
        ("specialist/S2", "people/M2", "lateral"),
    ]
    assert linked.framework is not None
    move_step = linked.framework.graph.steps[-1]
    assert move_step.move is not None
    assert (move_step.move.pay, move_step.move.trial_months) == ("protected", 6)


def test_a_stem_branches_only_to_the_next_grade_its_family_uses(link_files: Link, sound: dict[str, str]) -> None:
    # specialists start at G3: the next grade in use is G2, where managers start
    late = sound[SPECIALIST].replace("  - {id: S2, grade: G2, title: Senior Engineer}\n", "")
    assert branches(link_files({SPECIALIST: late})) == [("common/C1", "people/M2")]


def test_a_grade_that_nobody_uses_is_stepped_over(link_files: Link, sound: dict[str, str]) -> None:
    def higher(file: str) -> str:
        return sound[file].replace("grade: G3", "grade: G4").replace("grade: G2", "grade: G3")

    linked = link_files({SPECIALIST: higher(SPECIALIST), PEOPLE: higher(PEOPLE)})
    assert branches(linked) == [("common/C1", "people/M2"), ("common/C1", "specialist/S2")]


def test_tracks_of_other_families_get_no_branch(link_files: Link, sound: dict[str, str]) -> None:
    other = sound[SPECIALIST].replace("family: engineering", "family: care")
    assert branches(link_files({SPECIALIST: other})) == [("common/C1", "people/M2")]


def test_a_stem_of_two_families_branches_in_each_and_once(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files(
        {
            COMMON: sound[COMMON].replace("family: engineering", "family: [engineering, care]"),
            PEOPLE: sound[PEOPLE].replace("family: engineering", "family: all"),
            SPECIALIST: sound[SPECIALIST].replace("family: engineering", "family: care"),
        }
    )
    assert branches(linked) == [("common/C1", "people/M2"), ("common/C1", "specialist/S2")]


def test_listed_branches_replace_the_implied_ones(link_files: Link, sound: dict[str, str]) -> None:
    assert branches(link_files({COMMON: sound[COMMON] + "branches: [specialist/S3]\n"})) == [
        ("common/C1", "specialist/S3")
    ]
    assert branches(link_files({COMMON: sound[COMMON] + "branches: []\n"})) == []


def test_people_start_on_the_stem(link_files: Link) -> None:
    assert entries(link_files()) == ("common/C1",)


def test_without_a_stem_every_track_can_be_started(link_files: Link) -> None:
    assert entries(link_files({COMMON: ""})) == ("people/M2", "specialist/S2")


def test_a_stem_serves_its_own_family_only(link_files: Link, sound: dict[str, str]) -> None:
    other = sound[SPECIALIST].replace("family: engineering", "family: [engineering, care]")
    assert entries(link_files({SPECIALIST: other})) == ("common/C1", "specialist/S2")


def test_a_level_may_be_marked_as_an_entry(link_files: Link, sound: dict[str, str]) -> None:
    marked = sound[SPECIALIST].replace("title: Principal Engineer", "title: P, entry: true")
    assert entries(link_files({SPECIALIST: marked})) == ("common/C1", "specialist/S3")


def test_drafts_are_part_of_the_graph(link_files: Link, sound: dict[str, str]) -> None:
    draft = sound[SPECIALIST] + "status: draft\n"
    assert steps(link_files({SPECIALIST: draft})) == steps(link_files())
