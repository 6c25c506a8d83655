"""Every kind of wrong reference: the whole message, where it points, and what the model keeps."""

from __future__ import annotations

import pytest
from linking import Link

from ladderc.finding import Finding, Severity
from ladderc.span import Place

SPECIALIST = "tracks/specialist.yaml"


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, [finding.message for finding in findings]
    return findings[0]


def test_a_sound_framework_has_no_finding(link_files: Link) -> None:
    linked = link_files()
    assert linked.findings == ()
    assert linked.framework is not None
    assert list(linked.framework.levels) == ["common/C1", "people/M2", "people/M3", "specialist/S2", "specialist/S3"]
    assert linked.framework.doubtful == {}
    assert linked.framework.doubtful_pay == {}


LEVEL = "{id: S2, grade: G2, title: Senior Engineer%s}"
MOVE = "moves:\n  - {from: %s, to: %s, kind: lateral}\n"


@pytest.mark.parametrize(
    ("more", "route", "message"),
    [
        ("forums: [architectur]", ("forums", 0), "there is no forum `architectur`.\nRename it to `architecture`."),
        (
            "recognition: [felow]",
            ("recognition", 0),
            "there is no form of recognition `felow`.\nRename it to `fellow`.",
        ),
        ("visible_to: [employes]", ("visible_to", 0), "there is no audience `employes`.\nRename it to `employees`."),
        (
            "decisions: [{domain: desing, role: decides}]",
            ("decisions", 0, "domain"),
            "there is no decision domain `desing`.\nRename it to `design`.",
        ),
        (
            "builds_on: people/M22",
            ("builds_on",),
            "there is no level `people/M22`.\nWrite `people/M2` or `people/M3`, "
            "or add the level `M22` to tracks/people.yaml.",
        ),
        (
            "promotion: {requires: [{level: poeple/M2}]}",
            ("promotion", "requires", 0, "level"),
            "there is no track `poeple`.\nRename it to `people/M2`.",
        ),
        (
            "forums: [Architecture Board]",
            ("forums", 0),
            "there is no forum `Architecture Board`.\nThat is its name: write its id, `architecture`.",
        ),
        (
            "decisions: [{domain: system-design, role: decides}]",
            ("decisions", 0, "domain"),
            "there is no decision domain `system-design`.\nThat is its name: write its id, `design`.",
        ),
        (
            "forums: [Summer party]",
            ("forums", 0),
            "there is no forum `Summer party`.\nWrite its id: `architecture`.",
        ),
        (
            "forums: [guild]",
            ("forums", 0),
            "there is no forum `guild`.\nWrite `architecture`, "
            "or add it to `forums` in framework.yaml: `- {id: guild, name: …}`.",
        ),
    ],
)
def test_what_a_level_names_must_be_declared(
    link_files: Link, sound: dict[str, str], more: str, route: tuple[str | int, ...], message: str
) -> None:
    text = sound[SPECIALIST].replace(LEVEL % "", LEVEL % f", {more}")
    linked = link_files({SPECIALIST: text})
    finding = only(linked.findings)
    assert finding.rule == "unknown-reference"
    assert finding.severity is Severity.ERROR
    assert finding.message == f"Level S2 of Specialist: {message}"
    assert finding.place == Place(SPECIALIST, ("levels", 0, *route))
    assert linked.framework is not None
    assert "specialist/S2" in linked.framework.levels
    assert linked.framework.doubtful == {"engineering": SPECIALIST}


def test_a_misspelt_grade_is_one_finding_and_leaves_the_level_out(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[SPECIALIST].replace("grade: G3", "grade: g3") + MOVE % ("S3", "people/M3")
    linked = link_files(
        {SPECIALIST: text, "pay/a.yaml": PAY + "exceptions:\n  - {track: specialist, grade: G3, min: 1}\n"}
    )
    finding = only(linked.findings)
    assert finding.message == "Level S3 of Specialist: there is no grade `g3`.\nRename it to `G3`."
    assert finding.place == Place(SPECIALIST, ("levels", 1, "grade"))
    assert [(edit.place, edit.text) for edit in finding.fixes] == [(finding.place, "G3")]
    assert linked.framework is not None
    assert "specialist/S3" not in linked.framework.levels
    assert linked.framework.tracks["specialist"].moves == ()
    assert linked.framework.doubtful == {"engineering": SPECIALIST}
    assert linked.framework.doubtful_pay == dict.fromkeys(["engineering", "care"], SPECIALIST)


PAY = """
currency: GBP
period: year
effective: 2026-01-01
bands:
  - {grade: G2, min: 40000}
"""


def test_an_undeclared_dimension_is_one_finding_however_often_it_is_used(
    link_files: Link, sound: dict[str, str]
) -> None:
    text = sound[SPECIALIST].replace("title: ", "expectations: {reach: [Is asked for advice]}, title: ")
    linked = link_files({SPECIALIST: text})
    finding = only(linked.findings)
    assert finding.message == (
        "Level S2 of Specialist: there is no dimension `reach`.\n"
        "Write `craft` or `delivery`, or add it to `dimensions` in framework.yaml: `- {id: reach, name: …}`."
    )
    assert finding.place == Place(SPECIALIST, ("levels", 0, "expectations", "reach"), "key")
    assert [(one.place, one.message) for one in finding.related] == [
        (Place(SPECIALIST, ("levels", 1, "expectations", "reach"), "key"), "`reach` stands here too")
    ]


def test_a_misspelt_dimension_is_renamed_at_every_place(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[SPECIALIST].replace("title: ", "expectations: {crfat: [Knows it]}, title: ")
    linked = link_files({SPECIALIST: text})
    assert [finding.message for finding in linked.findings] == [
        "Level S2 of Specialist: there is no dimension `crfat`.\nRename it to `craft`.",
        "Level S3 of Specialist: there is no dimension `crfat`.\nRename it to `craft`.",
    ]


def test_dimensions_must_be_declared_even_where_there_are_none(link_files: Link, sound: dict[str, str]) -> None:
    text = sound[SPECIALIST].replace(LEVEL % "", LEVEL % ", expectations: {craft: [Knows it]}")
    bare = "language: 1\nname: Meridian\ngrades: [{id: G1}, {id: G2}, {id: G3}]\nfamilies: [{id: engineering, name: E}]"
    finding = only(link_files({SPECIALIST: text, "framework.yaml": bare}).findings)
    assert finding.message == (
        "Level S2 of Specialist: there is no dimension `craft`.\n"
        "Add it to `dimensions` in framework.yaml: `- {id: craft, name: …}`."
    )


@pytest.mark.parametrize(
    ("source", "target", "end", "message"),
    [
        (
            "S3",
            "people/M4",
            "to",
            "The move from S3 to people/M4: there is no level `people/M4`.\n"
            "Write `people/M2` or `people/M3`, or add the level `M4` to tracks/people.yaml.",
        ),
        (
            "S9",
            "people/M3",
            "from",
            "The move from S9 to people/M3: there is no level `S9`.\n"
            "Write `S2` or `S3`, or add the level `S9` to tracks/specialist.yaml.",
        ),
        (
            "S3",
            "M3",
            "to",
            "The move from S3 to M3: specialist has no level `M3` of its own.\nWrite `people/M3`.",
        ),
        (
            "S3",
            "director/D1",
            "to",
            "The move from S3 to director/D1: there is no track `director`.\n"
            "Write `common`, `people` or `specialist`, or add a file for the track `director` under tracks/.",
        ),
    ],
)
def test_both_ends_of_a_move_are_levels(
    link_files: Link, sound: dict[str, str], source: str, target: str, end: str, message: str
) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST] + MOVE % (source, target)})
    finding = only(linked.findings)
    assert (finding.rule, finding.message) == ("unknown-reference", message)
    assert finding.place == Place(SPECIALIST, ("moves", 0, end))


def test_a_move_goes_somewhere(link_files: Link, sound: dict[str, str]) -> None:
    finding = only(link_files({SPECIALIST: sound[SPECIALIST] + MOVE % ("S3", "specialist/S3")}).findings)
    assert finding.rule == "move-to-itself"
    assert finding.message == (
        "The move from S3 to specialist/S3: it ends where it starts, at specialist/S3.\n"
        "Write as `to` the level that people move to, as `level` or `track/level`."
    )
    assert finding.place == Place(SPECIALIST, ("moves", 0, "to"))


def test_a_move_may_start_in_another_track(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST] + MOVE % ("people/M2", "S2")})
    assert linked.findings == ()
    assert linked.framework is not None
    assert [(move.source, move.target) for move in linked.framework.tracks["specialist"].moves] == [
        ("people/M2", "specialist/S2")
    ]


def test_a_misspelt_family_is_named_and_only_that_family_is_in_doubt(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files(
        {
            SPECIALIST: sound[SPECIALIST].replace("family: engineering", "family: enginering"),
            "tracks/people.yaml": sound["tracks/people.yaml"] + MOVE % ("M3", "specialist/S3"),
        }
    )
    finding = only(linked.findings)
    assert finding.message == "Track Specialist: there is no family `enginering`.\nRename it to `engineering`."
    assert finding.place == Place(SPECIALIST, ("family",))
    assert linked.framework is not None
    assert "specialist" not in linked.framework.tracks
    assert list(linked.framework.doubtful) == ["engineering"]


def test_a_track_names_its_family_where_there_are_several(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST].replace("family: engineering\n", "")})
    finding = only(linked.findings)
    assert finding.rule == "family-needed"
    assert finding.message == (
        "Track Specialist: the framework has 2 families, and this track names none.\n"
        "Add `family:` with `engineering` or `care`, or with `all` for every family."
    )
    assert finding.place == Place(SPECIALIST)
    assert linked.framework is not None
    assert list(linked.framework.doubtful) == ["engineering", "care"]


def test_a_track_of_all_families_belongs_to_each(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST].replace("family: engineering", "family: all")})
    assert linked.findings == ()
    assert linked.framework is not None
    assert linked.framework.tracks["specialist"].families == ("engineering", "care")


def test_without_families_there_is_one_named_as_the_firm(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files(
        {
            "framework.yaml": "language: 1\nname: Meridian\ngrades: [{id: G1}, {id: G2}, {id: G3}]",
            **{file: text.replace("family: engineering\n", "") for file, text in sound.items() if "/" in file},
        }
    )
    assert linked.findings == ()
    assert linked.framework is not None
    family = linked.framework.families["all"]
    assert (family.name.plain, family.implied) == ("Meridian", True)
    assert len(linked.framework.tracks_of("all")) == 3


def test_leads_may_name_tracks_and_families(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({"tracks/people.yaml": sound["tracks/people.yaml"] + "leads: [specalist, care]\n"})
    finding = only(linked.findings)
    assert finding.message == (
        "Track People leadership: there is no track or family `specalist`.\nRename it to `specialist`."
    )
    assert linked.framework is not None
    assert linked.framework.tracks["people"].leads == ("care",)
    assert list(linked.framework.doubtful) == ["engineering", "care"]


def test_a_field_of_another_kind_of_track_is_not_ignored_in_silence(link_files: Link, sound: dict[str, str]) -> None:
    linked = link_files({SPECIALIST: sound[SPECIALIST] + "branches: []\n"})
    finding = only(linked.findings)
    assert finding.rule == "misplaced-field"
    assert finding.message == (
        "Track Specialist: only a track of kind `common` has `branches`, and this one is of kind `specialist`.\n"
        "Take `branches` out."
    )
    assert finding.place == Place(SPECIALIST, ("branches",), "key")


def test_the_lists_of_the_framework_refer_to_each_other(link_files: Link, sound: dict[str, str]) -> None:
    text = (
        sound["framework.yaml"]
        .replace("name: Craft", "name: Craft, from: G7")
        .replace("name: Engineering}", "name: Engineering, requires: [carft]}")
        .replace("name: Fellow", "name: Fellow, equivalent_to: director")
    ) + "rules: {grade-gap: {families: {enginering: {severity: off}}}}\n"
    linked = link_files({"framework.yaml": text})
    assert [(finding.place.route, finding.message) for finding in linked.findings] == [
        (
            ("dimensions", 0, "from"),
            "Dimension craft: there is no grade `G7`.\n"
            "Write `G1`, `G2`, `G3` or `G4`, or add it to `grades` in framework.yaml: `- id: G7`.",
        ),
        (
            ("families", 0, "requires", 0),
            "Family engineering: there is no dimension `carft`.\nRename it to `craft`.",
        ),
        (
            ("recognition", 0, "equivalent_to"),
            "Form of recognition fellow: there is no form of recognition `director`.\n"
            "Write `fellow`, or add it to `recognition` in framework.yaml: `- {id: director, name: …}`.",
        ),
        (
            ("rules", "grade-gap", "families", "enginering"),
            "The entry for rule `grade-gap`: there is no family `enginering`.\nRename it to `engineering`.",
        ),
    ]
    assert linked.framework is not None
    assert list(linked.framework.doubtful) == ["engineering", "care"]


def test_a_family_named_by_its_name_is_offered_its_id(link_files: Link, sound: dict[str, str]) -> None:
    finding = only(
        link_files({SPECIALIST: sound[SPECIALIST].replace("family: engineering", "family: customer-care")}).findings
    )
    assert finding.message == (
        "Track Specialist: there is no family `customer-care`.\nThat is its name: write its id, `care`."
    )
    assert [(edit.place, edit.text) for edit in finding.fixes] == [(finding.place, "care")]
