"""What of the files stands in the model, and how."""

from __future__ import annotations

from decimal import Decimal

import pytest
from linking import Link

from ladderc.link import Linked
from ladderc.model.framework import Framework
from ladderc.model.text import Text
from ladderc.span import Place

FRAMEWORK, PEOPLE, SPECIALIST = "framework.yaml", "tracks/people.yaml", "tracks/specialist.yaml"


def framework(linked: Linked) -> Framework:
    assert linked.findings == ()
    assert linked.framework is not None
    return linked.framework


def test_texts_keep_their_languages_in_order_and_numbers_as_typed(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[SPECIALIST].replace("title: Senior Engineer", "title: {de: Fachkraft, en: Expert}, summary: 007")
    level = framework(link_files({SPECIALIST: text})).levels["specialist/S2"]
    assert level.title == Text((("de", "Fachkraft"), ("en", "Expert")))
    assert level.summary == Text((("", "007"),))


def test_ids_may_be_numbers_and_stay_as_typed(link_files: Link) -> None:
    linked = link_files(
        {
            FRAMEWORK: "language: 1\nname: M\ngrades: [{id: 1}, {id: 1.10}, {id: 1.1}]\n",
            SPECIALIST: "id: 7\nname: S\nkind: specialist\nlevels: [{id: 01, grade: 1, title: T}, "
            "{id: 1, grade: 1.10, title: T}]\nmoves: [{from: 01, to: 7/1, kind: promotion}]\n",
            PEOPLE: "",
            "tracks/common.yaml": "",
            "releases.yaml": "- {id: 2026.10, date: 2026-10-01}\n",
        }
    )
    model = framework(linked)
    assert [grade.id for grade in model.grades] == ["1", "1.10", "1.1"]
    assert [(level.key, level.grade) for level in model.levels.values()] == [("7/01", "1"), ("7/1", "1.10")]
    assert [(move.source, move.target) for move in model.tracks["7"].moves] == [("7/01", "7/1")]
    assert [(release.id, release.ref) for release in model.releases] == [("2026.10", "2026.10")]


@pytest.mark.parametrize(
    ("file", "reports", "manages", "on_ladder"),
    [
        (PEOPLE, "", True, True),
        (PEOPLE, "reports: {min: 0, max: 4}", False, True),
        (PEOPLE, "reports: {max: 0}", False, True),
        (PEOPLE, "reports: {max: 6}", True, True),
        (PEOPLE, "reports: {}", True, True),
        (SPECIALIST, "", False, False),
        (SPECIALIST, "reports: {max: 2}", False, False),
        (SPECIALIST, "reports: {min: 1}", True, True),
    ],
)
def test_who_manages(
    link_files: Link, sound: dict[str, str], file: str, reports: str, manages: bool, on_ladder: bool
) -> None:
    text = sound[file].replace("grade: G2,", f"grade: G2, {reports}{', ' if reports else ''}")
    model = framework(link_files({file: text}))
    level = next(level for level in model.levels.values() if level.place.file == file and level.grade == "G2")
    assert (level.manages, level.on_management_ladder) == (manages, on_ladder)


def test_a_level_is_executive_by_its_grade(link_files: Link, sound: dict[str, str]) -> None:
    model = framework(link_files({PEOPLE: sound[PEOPLE].replace("grade: G3", "grade: G4")}))
    assert [key for key, level in model.levels.items() if level.executive] == ["people/M3"]


def test_expectations_are_a_list_of_sentences_or_say_more(link_files: Link, sound: dict[str, str]) -> None:
    more = "{craft: [Knows the system, {id: c2, text: Mends it}], delivery: {rating: 3, statements: [{en: A, de: B}]}}"
    text = sound[SPECIALIST].replace("title: Senior Engineer", f"title: S, expectations: {more}")
    craft, delivery = framework(link_files({SPECIALIST: text})).levels["specialist/S2"].expectations.values()
    route = ("levels", 0, "expectations")
    assert (craft.dimension, craft.rating, craft.place) == ("craft", None, Place(SPECIALIST, (*route, "craft")))
    assert [(one.id, one.text.plain, one.place.route) for one in craft.statements] == [
        (None, "Knows the system", (*route, "craft", 0)),
        ("c2", "Mends it", (*route, "craft", 1)),
    ]
    assert delivery.rating == Decimal(3)
    assert [(one.text.all, one.place.route) for one in delivery.statements] == [
        (("A", "B"), (*route, "delivery", "statements", 0))
    ]


def test_a_condition_that_is_nothing_but_a_level_is_that_level(link_files: Link, sound: dict[str, str]) -> None:
    requires = "[{level: people/M2}, people/M3, people/M9, Two years at people/M2]"
    text = sound[SPECIALIST].replace("title: Principal Engineer", f"title: P, promotion: {{requires: {requires}}}")
    promotion = framework(link_files({SPECIALIST: text})).levels["specialist/S3"].promotion
    assert promotion is not None
    assert [(one.level, one.text and one.text.plain) for one in promotion.requires] == [
        ("people/M2", None),
        ("people/M3", None),
        (None, "people/M9"),
        (None, "Two years at people/M2"),
    ]


def test_absent_and_empty_are_kept_apart_where_it_matters(link_files: Link, sound: dict[str, str]) -> None:
    model = framework(link_files({SPECIALIST: sound[SPECIALIST] + "visible_to: []\n"}))
    assert (model.tracks["specialist"].visible_to, model.tracks["people"].visible_to) == ((), None)
    assert model.tracks["common"].branches is None
    assert "visible_to" in model.tracks["specialist"].given
    assert model.levels["specialist/S2"].given == frozenset({"id", "grade", "title"})


def test_defaults_of_a_framework_that_says_little(link_files: Link) -> None:
    model = framework(link_files())
    assert (model.locale, model.profile, model.spine_assumed, model.review_every_months) == ("en", "adopt", False, None)
    assert (model.rules, model.waivers, model.pay, model.freeze) == ({}, (), (), None)


def test_rule_settings(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[FRAMEWORK] + (
        "rules:\n  profile: strict\n  band-parity:\n    severity: error\n    floor: 0.95\n    words: [lead, 2]\n"
        "    families: {care: {severity: off, floor: 0.9}}\n"
    )
    model = framework(link_files({FRAMEWORK: text}))
    assert model.profile == "strict"
    options = model.rules["band-parity"]
    assert options.severity == "error"
    assert options.settings == (("floor", Decimal("0.95")), ("words", ("lead", "2")))
    assert options.place == Place(FRAMEWORK, ("rules", "band-parity"))
    [(family, inside)] = options.families
    assert (family, inside.severity, inside.settings) == ("care", "off", (("floor", Decimal("0.9")),))


def test_waivers_stand_as_written_whatever_they_name(link_files: Link) -> None:
    text = "- {rule: band-parity, subject: {family: care, grade: G9}, reason: Agreed, owner: Kim, expires: soon}\n"
    [waiver] = framework(link_files({"waivers.yaml": text})).waivers
    assert waiver[:8] == ("band-parity", "care", None, None, "G9", None, Text((("", "Agreed"),)), "Kim")
    assert (waiver.expires, waiver.place) == ("soon", Place("waivers.yaml", (0,)))
