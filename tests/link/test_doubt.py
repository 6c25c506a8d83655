"""A file with a mistake puts in doubt the families it may touch, and no others; nothing is said twice."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from linking import Link

from ladderc.link import Linked, link
from ladderc.sources.read import read

SPECIALIST = "tracks/specialist.yaml"
BROKEN = "id: specialist\nname: Specialist\n%skind: [\n"
MOVE = "moves:\n  - {from: M3, to: specialist/S3, kind: return}\n"


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("family: engineering\n", ["engineering"]),
        ("family: 'engineering'  # ours\n", ["engineering"]),
        ("family: [engineering, care]\n", ["engineering", "care"]),
        ("family:\n  - care\n", ["care"]),
        ("family:\n- care\n- engineering\n", ["engineering", "care"]),
        ("family: enginering\n", ["engineering"]),
        ("family: all\n", ["engineering", "care"]),
        ("family: finance\n", ["engineering", "care"]),
        ("", ["engineering", "care"]),
        ("family: engineering\nleads: [care]\n", ["engineering", "care"]),
    ],
)
def test_a_track_that_cannot_be_read_is_placed_by_the_look_of_its_lines(
    link_files: Link, line: str, families: list[str]
) -> None:
    linked = link_files({SPECIALIST: BROKEN % line})
    assert linked.findings == ()
    assert linked.framework is not None
    assert linked.framework.doubtful == dict.fromkeys(families, SPECIALIST)
    assert linked.framework.doubtful_pay == {}
    assert "specialist" not in linked.framework.tracks


def test_a_track_of_wrong_shape_is_placed_by_its_data(link_files: Link) -> None:
    linked = link_files(faulty=[SPECIALIST])
    assert linked.findings == ()
    assert linked.framework is not None
    assert linked.framework.doubtful == {"engineering": SPECIALIST}


@pytest.mark.parametrize("broken", [True, False])
def test_references_into_a_track_left_out_are_not_reported(
    link_files: Link, sound: dict[str, str], broken: bool
) -> None:
    linked = link_files(
        {
            SPECIALIST: BROKEN % "family: engineering\n" if broken else sound[SPECIALIST],
            "tracks/people.yaml": sound["tracks/people.yaml"] + MOVE,
            "pay/a.yaml": "currency: GBP\nperiod: year\neffective: 2026-01-01\nbands: []\n"
            "exceptions: [{track: specialist, grade: G2, min: 1}]\n",
        },
        faulty=[] if broken else [SPECIALIST],
    )
    assert linked.findings == ()
    assert linked.framework is not None
    assert linked.framework.tracks["people"].moves == ()


def test_a_file_whose_track_cannot_be_told_silences_unknown_tracks_only(
    link_files: Link, sound: dict[str, str]
) -> None:
    people = sound["tracks/people.yaml"] + MOVE.replace("specialist/S3", "guild/X1") + "counterpart: commmon\n"
    wrong = sound["tracks/common.yaml"].replace("grade: G1", "grade: G9")
    linked = link_files({SPECIALIST: "[", "tracks/people.yaml": people, "tracks/common.yaml": wrong})
    assert [finding.message.split("\n")[0] for finding in linked.findings] == [
        "Level C1 of Common: there is no grade `G9`."
    ]


@pytest.mark.parametrize("id", ["special\u200bist", "special ist", "spécialist"])
def test_a_track_whose_id_cannot_be_one_silences_unknown_tracks(
    id: str, link_files: Link, sound: dict[str, str]
) -> None:
    track = sound[SPECIALIST].replace("id: specialist", f"id: {id}")
    people = sound["tracks/people.yaml"] + MOVE
    assert link_files({SPECIALIST: track, "tracks/people.yaml": people}, faulty=[SPECIALIST]).findings == ()


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("families: [care]\n", ["care"]),
        ("families:\n  - engineering\n", ["engineering"]),
        ("", ["engineering", "care"]),
    ],
)
def test_a_pay_file_that_cannot_be_read_puts_only_pay_in_doubt(
    link_files: Link, line: str, families: list[str]
) -> None:
    linked = link_files({"pay/a.yaml": f"currency: GBP\n{line}bands: [\n"})
    assert linked.framework is not None
    assert linked.framework.doubtful == {}
    assert linked.framework.doubtful_pay == dict.fromkeys(families, "pay/a.yaml")


def test_waivers_and_releases_put_nothing_in_doubt(link_files: Link) -> None:
    linked = link_files({"waivers.yaml": "- [", "releases.yaml": "- {id: a, date: 2026-01-01}\n- {id: a, date: x}\n"})
    assert [finding.rule for finding in linked.findings] == ["duplicate-id"]
    assert linked.framework is not None
    assert linked.framework.doubtful == linked.framework.doubtful_pay == {}


@pytest.mark.parametrize(("text", "faulty"), [("", []), ("name: [", []), ("name: M", ["framework.yaml"])])
def test_without_a_usable_framework_file_there_is_nothing_to_link(
    link_files: Link, text: str, faulty: list[str]
) -> None:
    linked = link_files({"framework.yaml": text}, faulty=faulty)
    assert linked.framework is None
    assert linked.findings == ()


@pytest.mark.parametrize(
    ("file", "parity", "pay"),
    [
        ("tracks/guild.yaml.txt", "tracks/guild.yaml.txt", None),
        ("tracks/guild.txt", "tracks/guild.txt", None),
        ("Tracks/guild.yaml", "Tracks", None),
        ("pay/2026.json", None, "pay/2026.json"),
        ("Pay/2026.yaml", None, "Pay"),
        ("tracks/guild.docx", None, None),
        ("tracks/README.txt", None, None),
        ("docs/guild.txt", None, None),
        ("waiver.yaml", None, None),
    ],
)
def test_a_file_that_is_not_read_for_its_name_puts_in_doubt_what_it_was_meant_to_hold(
    file: str, parity: str | None, pay: str | None, sound: dict[str, str], tmp_path: Path
) -> None:
    framework = laid({**sound, file: "what nobody reads\n"}, tmp_path).framework
    assert framework is not None
    assert framework.doubtful == (dict.fromkeys(framework.families, parity) if parity else {})
    assert framework.doubtful_pay == (dict.fromkeys(framework.families, pay) if pay else {})


def test_a_reference_to_a_track_that_is_not_read_for_its_name_is_no_second_mistake(
    sound: dict[str, str], tmp_path: Path
) -> None:
    text = sound.pop(SPECIALIST)
    linked = laid(
        {**sound, "tracks/people.yaml": sound["tracks/people.yaml"] + MOVE, f"{SPECIALIST}.txt": text}, tmp_path
    )
    assert linked.findings == ()


def laid(files: dict[str, str], folder: Path) -> Linked:
    for file, text in files.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text)
    return link(read(folder), frozenset(), datetime.date(2026, 11, 21))
