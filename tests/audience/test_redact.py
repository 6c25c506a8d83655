"""What an audience may not see is taken out of the model itself, with everything that points at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from seeing import RICH, linked

from ladderc.audience.redact import redact, rights_of
from ladderc.errors import UsageError
from ladderc.model.framework import Framework

DRAFT_LEVEL = "\n# tracks/specialist.yaml\nlevels: [{id: S7, status: draft}]\n"
HIDDEN_TRACK = "\n# tracks/project-leadership.yaml\nvisible_to: [hr]\n"


@pytest.fixture
def rich(tmp_path: Path) -> Framework:
    return linked(RICH, tmp_path)


def test_hr_sees_the_framework_itself(rich: Framework) -> None:
    assert redact(rich, "hr") is rich
    assert redact(rich, "board") is rich


def test_the_public_sees_no_pay_at_all(rich: Framework) -> None:
    seen = redact(rich, "public")
    assert (seen.pay, seen.pay_structures, seen.doubtful_pay) == ((), (), {})
    assert seen.levels.keys() == rich.levels.keys()
    assert seen.partly_hidden == frozenset()


@pytest.mark.parametrize("audience", ["employees", "leads"])
def test_employees_see_bands_and_bonus_of_today_and_nothing_that_explains_them(rich: Framework, audience: str) -> None:
    seen = redact(rich, audience)
    assert [pay.later for pay in rich.pay] == [False, True]
    assert [pay.structure.effective for pay in seen.pay] == ["2026-01-01"]
    assert seen.pay_structures == ()
    bands = {(one.level, one.zone): one for pay in seen.pay for one in pay.bands}
    before = {(one.level, one.zone): one for one in rich.pay[0].bands}
    assert bands.keys() == before.keys()
    assert before["specialist/S6", "north"].band.equity is not None
    assert before["specialist/S6", "north"].band.market is not None
    for key, one in bands.items():
        assert (one.band.equity, one.band.market) == (None, None)
        assert one.band[1:4] == before[key].band[1:4]
        assert one.band.bonus == before[key].band.bonus
    odd, told = bands["specialist/S5", "north"].exception, before["specialist/S5", "north"].exception
    assert odd is not None
    assert told is not None
    assert told.because == "market"
    assert (odd.track, odd.because, odd.reason) == ("specialist", None, None)


@pytest.mark.parametrize(
    ("snippet", "audience", "shown"),
    [
        (DRAFT_LEVEL, "public", False),
        (DRAFT_LEVEL, "employees", False),
        (DRAFT_LEVEL, "hr", True),
        ("\n# tracks/specialist.yaml\nlevels: [{id: S7, visible_to: [employees]}]\n", "public", False),
        ("\n# tracks/specialist.yaml\nlevels: [{id: S7, visible_to: [employees]}]\n", "employees", True),
        ("\n# tracks/specialist.yaml\nlevels: [{id: S7, visible_to: [public]}]\n", "employees", False),
        ("\n# tracks/specialist.yaml\nstatus: draft\n", "public", False),
        ("\n# tracks/specialist.yaml\nvisible_to: [employees, hr]\n", "employees", True),
    ],
)
def test_drafts_are_for_hr_and_the_rest_for_those_that_are_named(
    snippet: str, audience: str, shown: bool, tmp_path: Path
) -> None:
    seen = redact(linked(snippet, tmp_path), audience)
    assert ("specialist/S7" in seen.levels) is shown
    assert seen.partly_hidden == (frozenset() if shown else {"engineering"})


def test_a_hidden_level_leaves_no_trace(tmp_path: Path) -> None:
    whole = linked(RICH + "\n# tracks/project-leadership.yaml\nlevels: [{id: P4, status: draft}]\n", tmp_path)
    seen = redact(whole, "employees")
    assert any(step.target == "project-leadership/P4" for step in whole.graph.steps)
    names = {name for step in seen.graph.steps for name in (step.source, step.target)}
    assert "project-leadership/P4" not in names
    assert names <= set(seen.levels)
    assert [(move.source, move.target) for move in seen.tracks["specialist"].moves] == [
        ("specialist/S4", "people-leadership/M4")
    ]
    assert seen.tracks["project-leadership"].moves == ()
    promotion = seen.levels["specialist/S5"].promotion
    assert promotion is not None
    assert [need.level for need in promotion.requires] == [None]
    assert "project-leadership/P4" not in {band.level for pay in seen.pay for band in pay.bands}
    assert [level.id for level in seen.tracks["project-leadership"].levels] == ["P5", "P6", "P7"]


def test_a_level_that_builds_on_a_hidden_one_says_no_more_on_what(tmp_path: Path) -> None:
    whole = linked(RICH + "\n# tracks/stem.yaml\nlevels: [{id: E3, visible_to: [hr]}]\n", tmp_path)
    assert whole.levels["specialist/S4"].builds_on == "stem/E3"
    assert redact(whole, "public").levels["specialist/S4"].builds_on is None
    assert redact(whole, "public").tracks["specialist"].levels[0].builds_on is None


def test_a_track_whose_every_level_is_hidden_is_hidden(tmp_path: Path) -> None:
    levels = ", ".join(f"{{id: P{n}, status: draft}}" for n in (4, 5, 6, 7))
    seen = redact(linked(f"\n# tracks/project-leadership.yaml\nlevels: [{levels}]\n", tmp_path), "public")
    assert "project-leadership" not in seen.tracks


def test_waivers_about_what_is_hidden_are_hidden(tmp_path: Path) -> None:
    waivers = "\n# waivers.yaml\n" + "".join(
        f"- {{rule: grade-gap, subject: {{{subject}}}, reason: So it is., owner: Priya, expires: 2027-01-01}}\n"
        for subject in ("track: project-leadership", "level: P4", "level: project-leadership/P4", "track: specialist")
    )
    whole = linked(HIDDEN_TRACK + waivers, tmp_path)
    assert len(whole.waivers) == 4
    assert [(one.track, one.level) for one in redact(whole, "public").waivers] == [("specialist", None)]


def test_an_audience_sees_like_another(rich: Framework) -> None:
    assert [rights_of(rich, name) for name in ("public", "employees", "hr", "board", "leads")] == [
        "public",
        "employees",
        "hr",
        "hr",
        "employees",
    ]


def test_an_audience_that_is_none(rich: Framework) -> None:
    with pytest.raises(UsageError) as error:
        redact(rich, "boss")
    assert str(error.value) == "There is no audience `boss`.\nChoose `public`, `employees`, `hr`, `board` or `leads`."
