"""What a change comes to: the sentences to begin with, and gaps told by both sides and both figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from edits import base, framework_of

from ladderc.finding import Subject
from ladderc.model.change import RatioMoved
from ladderc.model.framework import Framework
from ladderc.review.gaps import gaps, told
from ladderc.review.review import Review, State, review
from ladderc.review.story import story
from ladderc.rules.engine import judge

TODAY = "2026-11-21"


def framework() -> Framework:
    return framework_of(base())


def ratio(level: str, before: str, after: str, **more: Any) -> RatioMoved:
    grade, tracks = f"G{level[1]}", {"S": "specialist", "P": "project-leadership"}
    subjects = (
        Subject("engineering", tracks[level[0]], level, grade),
        Subject("engineering", "people-leadership", f"M{level[1]}", grade),
    )
    moved = RatioMoved(
        "band-parity", "midpoint", subjects, Decimal(before), Decimal(after), Decimal("0.95"), "", from_pay=True
    )
    return moved._replace(**more)


def sentences(*moved: RatioMoved) -> list[str]:
    known = framework()
    return [told(known, gap) for gap in gaps(moved)]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("0.97", "0.73", "At G5 a gap of 3 % becomes 27 %: the midpoint of S5 Staff Specialist lies that far below that of M5 Senior Engineering Manager; at most 5 % is expected."),
        ("1.00", "0.73", "At G5 a gap of 27 % opens: the midpoint of S5 Staff Specialist lies that far below that of M5 Senior Engineering Manager; at most 5 % is expected."),
        ("0.73", "1.00", "At G5 a gap of 27 % closes: the midpoint of S5 Staff Specialist is as high as that of M5 Senior Engineering Manager."),
        ("0.97", "1.10", "At G5 a gap of 3 % becomes one of 10 % the other way: the midpoint of S5 Staff Specialist lies that far above that of M5 Senior Engineering Manager."),
        ("1.02", "1.10", "At G5 a gap of 2 % becomes 10 %: the midpoint of S5 Staff Specialist lies that far above that of M5 Senior Engineering Manager."),
        ("0.953", "0.948", "At G5 a gap of 4.7 % becomes 5.2 %: the midpoint of S5 Staff Specialist lies that far below that of M5 Senior Engineering Manager; at most 5 % is expected."),
    ],
)  # fmt: skip
def test_a_gap_is_told_by_both_sides_and_both_figures(before: str, after: str, said: str) -> None:
    assert sentences(ratio("S5", before, after)) == [said]


def test_a_step_that_no_reader_could_see_is_not_told() -> None:
    assert sentences(ratio("S5", "0.9500", "0.9502")) == []


def test_levels_that_moved_alike_are_one_sentence_and_so_are_midpoint_and_maximum() -> None:
    moved = [ratio(level, "0.97", "0.73", effective="2027-01-01") for level in ("S4", "S5", "S6", "P4", "P5", "P6")]
    both = [*moved, *(one._replace(name="maximum") for one in moved)]
    assert sentences(*both) == [
        "At G4 to G6 a gap of 3 % becomes 27 %: from 1 January 2027 the midpoints and maxima of Specialist and "
        "Project leadership lie that far below those of People leadership; at most 5 % is expected."
    ]
    assert len(sentences(*moved, both[6])) == 2, "a maximum that moved at one grade alone is a gap of its own"


def test_the_length_of_texts_is_told_as_such() -> None:
    words = {"rule": "definition-depth", "name": "words", "limit": Decimal("0.6"), "from_pay": False}
    assert sentences(ratio("S5", "0.89", "0.55", **words)) == [
        "At G5 a gap of 11 % in words becomes 45 %: S5 Staff Specialist has that many fewer than "
        "M5 Senior Engineering Manager; at most 40 % is expected."
    ]
    assert sentences(ratio("S5", "0.55", "1.00", **words)) == [
        "At G5 a gap of 45 % in words closes: S5 Staff Specialist has as many as M5 Senior Engineering Manager."
    ]


def test_what_opens_beyond_what_is_expected_stands_first_then_what_widened_then_what_closed() -> None:
    found = gaps([
        ratio("S4", "0.80", "1.00"),
        ratio("S5", "1.00", "0.97"),
        ratio("S6", "0.97", "0.90"),
    ])  # fmt: skip
    assert [(gap.first.subjects[0].level, gap.widened, gap.opened, gap.closed) for gap in found] == [
        ("S6", True, True, False),
        ("S5", True, False, False),
        ("S4", False, False, True),
    ]


def test_pay_with_zones_compares_with_pay_without_either_way_round() -> None:
    plain = base()
    zoned = base()
    pay = zoned["pay/2026.yaml"]
    pay["zones"] = [{"id": "north", "name": "North", "factor": 1}, {"id": "south", "name": "South", "factor": 0.9}]
    own = {"track": "people-leadership", "grade": "G5", "min": 68200, "midpoint": 81400, "max": 94600}
    pay["exceptions"] = [{**own, "because": "market", "reason": "Hard to find here."}]
    there, here = (
        [(one.subjects[0].level, one.subjects[0].zone, one.before, one.after) for one in reviewed(*pair).moved]
        for pair in ((plain, zoned), (zoned, plain))
    )
    assert ("S5", None, Decimal(1), Decimal("0.909091")) in there
    assert [(level, zone, after, before) for level, zone, before, after in here] == there


def told_of(before: dict[str, Any], after: dict[str, Any]) -> tuple[str, ...]:
    return story(reviewed(before, after))


def reviewed(before: dict[str, Any], after: dict[str, Any]) -> Review:
    states = [State(one, judge(one, TODAY)) for one in map(framework_of, (before, after))]
    return review(*states, TODAY)


def test_nothing_changed_has_no_story() -> None:
    assert told_of(base(), base()) == ()


def test_one_change_is_told_and_counted() -> None:
    after = base()
    after["tracks/specialist.yaml"]["levels"][1]["title"] = "Lead Specialist"
    assert told_of(base(), after) == (
        "S5 is titled “Lead Specialist” now; it was “Staff Specialist”.",
        "One change; no finding is new or grew.",
    )


def test_one_worse_change_is_said_to_be() -> None:
    after = base()
    after["pay/2026.yaml"]["bands"][4]["max"] = 85900
    assert told_of(base(), after)[-1] == "One change, worse for people there; no finding is new or grew."


def test_a_finding_that_is_gone_is_counted_as_mended() -> None:
    before = base()
    before["tracks/specialist.yaml"]["levels"].pop()
    before["tracks/project-leadership.yaml"]["levels"].pop()
    [*_, last] = told_of(before, base())
    assert last.startswith("2 changes, none of them worse for people there; no finding is new or grew, ")
    assert last.endswith("mended.")
    [*_, back] = told_of(base(), before)
    assert "findings are new or grew." in back or "one finding is new or grew." in back


def own_band(grade: str, low: int, middle: int, high: int) -> dict[str, Any]:
    """A band of the managers' own at a grade."""
    return {
        "track": "people-leadership", "grade": grade, "min": low, "midpoint": middle, "max": high,
        "because": "market", "reason": "Hard to find here.",
    }  # fmt: skip


def test_of_two_gaps_that_open_the_one_that_moved_further_for_all_is_told() -> None:
    before, after = base(), base()
    specialists = {**own_band("G6", 80000, 93000, 106000), "track": "specialist", "because": "scarcity"}
    before["pay/2026.yaml"]["exceptions"] = [specialists]  # so that at G6 one level falls from above to below
    after["pay/2026.yaml"]["exceptions"] = [
        specialists, own_band("G5", 74000, 88000, 102000), own_band("G6", 88000, 105000, 122000),
    ]  # fmt: skip
    found = gaps(reviewed(before, after).moved)
    assert [len(gap.moved) for gap in found if gap.opened] == [1, 6, 1]
    assert told_of(before, after)[1].startswith("At G5 and G6 a gap of 16 % opens: ")


def test_what_may_not_be_asked_now_is_counted_as_a_finding() -> None:
    before, after = base(), base()
    for files in (before, after):
        files["framework.yaml"]["freeze"] = {"from": "2026-11-01", "to": "2026-12-15"}
    after["tracks/specialist.yaml"]["levels"][1]["promotion"]["min_months"] = 20
    assert told_of(before, after)[-1] == "One change, worse for people there; one finding is new or grew."


def test_what_a_draft_lacks_is_no_finding_that_counts() -> None:
    after = base()
    after["tracks/research.yaml"] = {
        "id": "research", "name": "Research", "kind": "specialist", "family": "engineering", "status": "draft",
        "levels": [{"id": "R4", "grade": "G4", "title": "Seeker"}],
    }  # fmt: skip
    assert told_of(base(), after) == (
        "The track Research is new as a draft, with one level: R4 Seeker.",
        "One change; no finding is new or grew.",
    )


def test_a_level_of_a_track_that_is_reached_stays_by_its_own_name() -> None:
    before, after = base(), base()
    for files in (before, after):
        files["pay/2026.yaml"]["exceptions"] = [{**own_band("G6", 74000, 88500, 103000), "track": "specialist"}]
    for one in after["pay/2026.yaml"]["bands"][4:6]:
        for field in ("min", "midpoint", "max"):
            one[field] = one[field] * 11 // 10
    assert told_of(before, after)[0] == (
        "From 1 January 2026 the midpoint rises 10 % for every track at G5 and G6; "
        "S6 Principal Specialist stays as before."
    )
