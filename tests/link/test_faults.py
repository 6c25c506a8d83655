"""Mistakes that are no wrong reference: ids, the order of levels, ratings, dates, circles."""

from __future__ import annotations

import pytest
from linking import Link

from ladderc.finding import Finding, Related
from ladderc.span import Place

FRAMEWORK = "framework.yaml"
SPECIALIST = "tracks/specialist.yaml"


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, [finding.message for finding in findings]
    return findings[0]


def test_a_second_track_of_one_id_is_left_out(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({"tracks/zz.yaml": sound[SPECIALIST].replace("name: Specialist", "name: Copy")})
    finding = only(linked.findings)
    assert finding.rule == "duplicate-id"
    assert finding.message == (
        "Track Copy: another track has the id `specialist` already.\n"
        "Delete the file that is a copy, or give one track another id."
    )
    assert finding.place == Place("tracks/zz.yaml", ("id",))
    assert finding.related == (Related(Place(SPECIALIST, ("id",)), "the first track `specialist`"),)
    assert linked.framework is not None
    assert linked.framework.tracks["specialist"].name.plain == "Specialist"
    assert linked.framework.doubtful == {"engineering": "tracks/zz.yaml"}


def test_ids_that_differ_in_capitals_are_the_same_file_somewhere(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST].replace("id: S3", "id: s2")})
    finding = only(linked.findings)
    assert finding.message == (
        "Level s2 of Specialist: another level has the id `S2` already.\n"
        "`S2` and `s2` differ only in capitals, which counts as the same.\n"
        "Give one of them another id: `S3` is free."
    )
    assert finding.place == Place(SPECIALIST, ("levels", 1, "id"))
    assert finding.related == (Related(Place(SPECIALIST, ("levels", 0, "id")), "the first level `S2`"),)


def test_a_grade_written_twice_brings_no_second_finding(link_files: Link, sound: dict[str, str]) -> None:
    # the author meant G3 and every level at G3 would now be reported
    linked = link_files({FRAMEWORK: sound[FRAMEWORK].replace("id: G3", "id: G2")})
    finding = only(linked.findings)
    assert finding.message == (
        "Grade G2: another grade has the id `G2` already.\nGive one of them another id: `G3` is free."
    )
    assert finding.place == Place(FRAMEWORK, ("grades", 2, "id"))
    assert linked.framework is not None
    assert linked.framework.doubtful == dict.fromkeys(["engineering", "care"], FRAMEWORK)


@pytest.mark.parametrize(
    ("ids", "mend"),
    [
        (["E1", "E2", "E3", "E3"], ": `E4` is free."),
        (["E1", "E3", "E3", "E4", "e5"], ": `E6` is free."),
        (["E1", "E1", "E3"], ": `E2` is free."),
        (["L08", "L09", "L09"], ": `L10` is free."),
        (["7", "7", "8"], ": `9` is free."),
        (["senior-2", "senior-2"], ": `senior-3` is free."),
        (["senior", "senior"], "."),
        (["2026", "2026"], "."),
        (["2026.10", "2026.10"], "."),
        (["G2a", "G2a"], "."),
    ],
    ids=[
        "next",
        "behind-others",
        "gap",
        "zeros",
        "numbers",
        "word-and-number",
        "word",
        "year",
        "month",
        "letter-behind",
    ],
)
def test_where_ids_are_counted_the_next_free_one_is_offered(ids: list[str], mend: str, link_files: Link) -> None:
    grades = "".join(f"  - id: {id}\n" for id in ids)
    linked = link_files(
        {
            FRAMEWORK: f"language: 1\nname: Meridian\ngrades:\n{grades}families:\n  - id: engineering\n",
            "tracks/people.yaml": "",
            "tracks/common.yaml": "",
            SPECIALIST: f"id: specialist\nname: Specialist\nkind: specialist\nfamily: engineering\nlevels:\n"
            f"  - {{id: S1, grade: {ids[0]}, title: Engineer}}\n",
        }
    )
    assert only(linked.findings).message.splitlines()[1:] == [f"Give one of them another id{mend}"]


@pytest.mark.parametrize(
    ("file", "old", "new", "subject", "noun"),
    [
        (SPECIALIST, "id: S3", "id: index", "Level index of Specialist", "level"),
        (SPECIALIST, "id: specialist", "id: Glossary", "Track Specialist", "track"),
        (SPECIALIST, "id: S3", "id: con.1", "Level con.1 of Specialist", "level"),
        (FRAMEWORK, "id: care", "id: all", "Family all", "family"),
        (FRAMEWORK, "id: care", "id: LPT9", "Family LPT9", "family"),
    ],
)
def test_names_that_ladderc_uses_are_refused_and_nothing_else_follows(
    link_files: Link, sound: dict[str, str], file: str, old: str, new: str, subject: str, noun: str
) -> None:
    linked = link_files({file: sound[file].replace(old, new, 1)})
    finding = only(linked.findings)
    id = new.removeprefix("id: ")
    assert finding.rule == "reserved-id"
    assert finding.message == (
        f"{subject}: no {noun} can have the id `{id}`, which ladderc uses itself.\n"
        f"Choose another, for example `{id}-1`."
    )
    assert linked.framework is not None
    assert linked.framework.doubtful == {}


def test_things_without_a_page_may_have_the_name_of_one(link_files: Link, sound: dict[str, str]) -> None:
    assert link_files({FRAMEWORK: sound[FRAMEWORK].replace("id: design", "id: pay")}).findings == ()


def test_the_standing_audiences_need_no_declaration(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[FRAMEWORK] + "audiences:\n  - {id: hr, name: Everyone in HR, like: hr}\n"
    finding = only(link_files({FRAMEWORK: text}).findings)
    assert finding.message == (
        "Audience hr: no audience can have the id `hr`, which ladderc uses itself.\nChoose another, for example `hr-1`."
    )


def test_levels_are_written_from_the_lowest_grade_up(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST].replace("grade: G3", "grade: G1")})
    finding = only(linked.findings)
    assert finding.rule == "grades-not-rising"
    assert finding.message == (
        "Level S3 of Specialist: grade `G1` is below grade `G2` of level S2, which is written before it.\n"
        "Write the levels of Specialist from the lowest grade to the highest (S3, S2), or correct the grade of S3."
    )
    assert finding.place == Place(SPECIALIST, ("levels", 1, "grade"))
    assert finding.related == (Related(Place(SPECIALIST, ("levels", 0, "grade")), "level S2 at grade G2"),)
    assert linked.framework is not None
    assert [level.id for level in linked.framework.tracks["specialist"].levels] == ["S3", "S2"]
    # the order may be wrong or the grade: nothing is proved on either guess
    assert linked.framework.doubtful == {"engineering": SPECIALIST}


def test_a_track_has_one_level_at_a_grade(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST].replace("grade: G3", "grade: G2")})
    finding = only(linked.findings)
    assert finding.rule == "grades-not-rising"
    assert finding.message == (
        "Level S3 of Specialist: level S2 stands at grade `G2` already.\n"
        "Give S3 a grade of its own, or put it into another track."
    )
    assert linked.framework is not None
    assert [level.id for level in linked.framework.tracks["specialist"].levels] == ["S2"]
    assert linked.framework.doubtful == {"engineering": SPECIALIST}


SCALE = "rating_scale: [Aware, Able, Expert]\n"


@pytest.mark.parametrize(
    ("scale", "rating", "message"),
    [
        (SCALE, "Abel", "the rating scale has no `Abel`.\nRename it to `Able`."),
        (SCALE, "5", "the rating scale has no `5`.\nWrite `Aware`, `Able` or `Expert`, or its position from 1 to 3."),
        (
            SCALE,
            "1.5",
            "the rating scale has no `1.5`.\nWrite `Aware`, `Able` or `Expert`, or its position from 1 to 3.",
        ),
        (
            "",
            "good",
            "`good` is no rating, since framework.yaml has no scale of words.\n"
            "Write a number from 0 to 100, or list the words under `rating_scale` in framework.yaml, lowest first.",
        ),
    ],
)
def test_a_rating_is_on_the_scale(
    link_files: Link, sound: dict[str, str], scale: str, rating: str, message: str
) -> None:
    level = sound[SPECIALIST].replace(
        "title: Senior Engineer", f"title: S, expectations: {{craft: {{rating: {rating}}}}}"
    )
    linked = link_files({FRAMEWORK: sound[FRAMEWORK] + scale, SPECIALIST: level})
    finding = only(linked.findings)
    assert finding.rule == "unknown-rating"
    assert finding.message == f"Level S2 of Specialist: {message}"
    assert finding.place == Place(SPECIALIST, ("levels", 0, "expectations", "craft", "rating"))
    assert linked.framework is not None
    assert linked.framework.levels["specialist/S2"].expectations["craft"].rating is None


def test_a_missing_scale_is_one_finding_for_all_ratings_in_words(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[SPECIALIST].replace("title: ", "expectations: {craft: {rating: Able}}, title: ")
    finding = only(link_files({SPECIALIST: text}).findings)
    assert finding.message == (
        "Level S2 of Specialist: `Able` is no rating, since framework.yaml has no scale of words.\n"
        "Write a number from 0 to 100, or list the words under `rating_scale` in framework.yaml, lowest first."
    )
    assert finding.related == (
        Related(Place(SPECIALIST, ("levels", 1, "expectations", "craft", "rating")), "a rating in words here too"),
    )


@pytest.mark.parametrize(
    ("scale", "rating", "value"),
    [
        (SCALE, "Able", "2"),
        (SCALE, "3", "3"),
        ("rating_scale: [{en: Aware, de: Kennt}, {en: Able, de: Kann}]\n", "Kann", "2"),
        ("rating_scale: [0, 1, 2, 3, 4]\n", "0", "1"),
        ("", "2.5", "2.5"),
        ("", "0", "0"),
    ],
)
def test_a_rating_counts_the_words_of_the_scale(
    link_files: Link, sound: dict[str, str], scale: str, rating: str, value: str
) -> None:
    level = sound[SPECIALIST].replace(
        "title: Senior Engineer", f"title: S, expectations: {{craft: {{rating: {rating}}}}}"
    )
    linked = link_files({FRAMEWORK: sound[FRAMEWORK] + scale, SPECIALIST: level})
    assert linked.findings == ()
    assert linked.framework is not None
    assert str(linked.framework.levels["specialist/S2"].expectations["craft"].rating) == value


def test_a_level_does_not_build_on_itself(link_files: Link, sound: dict[str, str]) -> None:
    text = (
        sound[SPECIALIST]
        .replace("title: Senior Engineer", "title: S, builds_on: S3")
        .replace("title: Principal Engineer", "title: P, builds_on: specialist/S2")
    )
    people = sound["tracks/people.yaml"].replace("title: Engineering Manager", "title: M, builds_on: specialist/S2")
    linked = link_files({SPECIALIST: text, "tracks/people.yaml": people})
    finding = only(linked.findings)
    assert finding.rule == "builds-on-cycle"
    assert finding.message == (
        "Level S2 of Specialist builds on itself: specialist/S2 → specialist/S3 → specialist/S2.\n"
        "Take `builds_on` out of the lowest of them."
    )
    assert finding.place == Place(SPECIALIST, ("levels", 0, "builds_on"))
    assert finding.related == (
        Related(Place(SPECIALIST, ("levels", 1, "builds_on")), "specialist/S3 builds on the next"),
    )
    assert linked.framework is not None
    assert [level.builds_on for level in linked.framework.levels.values()] == [
        None,
        "specialist/S2",
        None,
        None,
        "specialist/S2",
    ]


def test_dates_stand_in_the_calendar(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[FRAMEWORK] + "reviewed: 2026-02-30\nfreeze: {from: 2026-03-01, to: 2026-02-01}\n"
    linked = link_files({FRAMEWORK: text, "releases.yaml": "- {id: 2026.10, date: 2026-11-31}\n"})
    assert [(finding.rule, finding.place, finding.message) for finding in linked.findings] == [
        (
            "unknown-date",
            Place(FRAMEWORK, ("freeze", "to")),
            "The freeze: it ends on 2026-02-01, before it starts on 2026-03-01.\nWrite the earlier day as `from`.",
        ),
        (
            "unknown-date",
            Place("releases.yaml", (0, "date")),
            "Release 2026.10: the calendar has no `2026-11-31`.\n"
            "Write a day that exists as year-month-day, for example `2027-01-01`.",
        ),
        (
            "unknown-date",
            Place(FRAMEWORK, ("reviewed",)),
            "The framework: the calendar has no `2026-02-30`.\n"
            "Write a day that exists as year-month-day, for example `2027-01-01`.",
        ),
    ]
    assert linked.framework is not None
    assert linked.framework.doubtful == {}


def test_fewest_reports_are_not_more_than_most(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[SPECIALIST].replace("title: Senior Engineer", "title: S, reports: {min: 5, max: 3}")
    finding = only(link_files({SPECIALIST: text}).findings)
    assert finding.rule == "reports-order"
    assert finding.message == (
        "Level S2 of Specialist: at least 5 and at most 3 reports cannot both be.\nSwap `min` and `max`."
    )
    assert finding.place == Place(SPECIALIST, ("levels", 0, "reports", "max"))
