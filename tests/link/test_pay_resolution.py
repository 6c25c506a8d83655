"""Which structure holds for a family, and what band each level has in each zone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from linking import Link

from ladderc.finding import Related
from ladderc.link import Linked
from ladderc.span import Place

PAY = """
currency: GBP
period: year
effective: 2026-01-01
bands:
  - {grade: G2, min: 60000, max: 80001}
  - {grade: G3, min: 80000, midpoint: 91000, max: 100000, bonus: 12.5%, equity: 2000, market: {value: 90000}}
"""


def amounts(linked: Linked, level: str, zone: str | None = None, family: str = "engineering") -> list[str | None]:
    """Min, midpoint and max of a level today, as written out; empty where it has no band."""
    assert linked.framework is not None
    for pay in linked.framework.pay:
        if pay.family == family and not pay.later:
            found = pay.band_of(level, zone)
            return [str(n) if n is not None else None for n in (found.band[1:4] if found else ())]
    return []


def in_force(linked: Linked, family: str = "engineering") -> list[tuple[str, bool]]:
    assert linked.framework is not None
    return [(pay.structure.place.file, pay.later) for pay in linked.framework.pay if pay.family == family]


def test_a_level_has_the_band_of_its_grade(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY})
    assert linked.findings == ()
    assert amounts(linked, "specialist/S3") == ["80000", "91000", "100000"]
    assert amounts(linked, "common/C1") == []


def test_without_a_midpoint_it_is_the_middle_and_said_so(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY})
    assert amounts(linked, "people/M2") == ["60000", "70000.5", "80001"]
    assert linked.framework is not None
    bands = linked.framework.pay[0]
    middle, written = bands.band_of("people/M2", None), bands.band_of("people/M3", None)
    assert middle is not None
    assert written is not None
    assert (middle.band.midpoint_written, written.band.midpoint_written) == (False, True)


def test_bonus_is_a_share_and_equity_an_amount(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY})
    assert linked.framework is not None
    found = linked.framework.pay[0].band_of("people/M3", None)
    assert found is not None
    assert (found.band.bonus, found.band.equity) == (Decimal("0.125"), Decimal(2000))


def test_rounding_is_half_up_and_done_once(link_files: Link) -> None:
    text = PAY + "round: 100\n"
    linked = link_files({"pay/a.yaml": text.replace("min: 60000, max: 80001", "min: 60050, max: 80149.99")})
    # the middle of what is written is 70099.995: rounding the ends first would give 70100 too late or 70200
    assert amounts(linked, "people/M2") == ["60100", "70100", "80100"]


def test_a_zone_multiplies_pay_and_leaves_the_market_alone(link_files: Link) -> None:
    zones = (
        "zones:\n  - {id: london, name: London, factor: 1.15}\n  - {id: leeds, name: Leeds, factor: 1}\nround: 100\n"
    )
    linked = link_files({"pay/a.yaml": PAY + zones})
    assert amounts(linked, "specialist/S3", "london") == ["92000", "104700", "115000"]
    assert amounts(linked, "specialist/S3", "leeds") == ["80000", "91000", "100000"]
    assert amounts(linked, "specialist/S3") == []
    assert linked.framework is not None
    found = linked.framework.pay[0].band_of("specialist/S3", "london")
    assert found is not None
    assert found.band.equity == Decimal(2300)
    assert found.band.market is not None
    assert found.band.market.value == Decimal(90000)


def test_a_band_without_max_is_open(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY.replace(", max: 80001", "")})
    assert amounts(linked, "people/M2") == ["60000", None, None]


EXCEPTIONS = """
zones:
  - {id: london, name: London, factor: 1.2}
  - {id: leeds, name: Leeds, factor: 1}
exceptions:
  - {track: specialist, grade: G3, min: 90000, max: 110000, because: scarcity}
  - {track: specialist, grade: G3, zone: london, min: 125000, max: 150000, because: market}
"""


def test_an_exception_replaces_the_band_of_its_track_alone(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY + EXCEPTIONS})
    assert linked.findings == ()
    assert amounts(linked, "specialist/S3", "leeds") == ["90000", "100000", "110000"]
    assert amounts(linked, "people/M3", "leeds") == ["80000", "91000", "100000"]


def test_an_exception_for_a_zone_is_written_in_its_money(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY + EXCEPTIONS})
    assert amounts(linked, "specialist/S3", "london") == ["125000", "137500", "150000"]


def test_an_exception_for_no_zone_is_multiplied(link_files: Link) -> None:
    text = PAY + EXCEPTIONS.replace("zone: london, ", "").replace("grade: G3, min: 125000", "grade: G2, min: 125000")
    assert amounts(link_files({"pay/a.yaml": text}), "specialist/S3", "london") == ["108000.0", "120000.0", "132000.0"]


def test_an_exception_needs_no_band_of_the_grade(link_files: Link) -> None:
    text = PAY.split("  - {grade: G3")[0] + "exceptions: [{track: specialist, grade: G3, min: 90000}]\n"
    linked = link_files({"pay/a.yaml": text})
    assert amounts(linked, "specialist/S3") == ["90000", None, None]
    assert amounts(linked, "people/M3") == []


def test_a_file_that_names_the_family_beats_one_that_names_none(link_files: Link) -> None:
    named = PAY.replace("2026-01-01", "2025-01-01") + "families: [engineering]\n"
    linked = link_files({"pay/a.yaml": PAY, "pay/b.yaml": named})
    assert linked.findings == ()
    assert in_force(linked) == [("pay/b.yaml", False)]
    assert in_force(linked, "care") == [("pay/a.yaml", False)]


def test_the_latest_in_force_holds_and_later_ones_follow(link_files: Link) -> None:
    linked = link_files(
        {
            "pay/a.yaml": PAY,
            "pay/b.yaml": PAY.replace("2026-01-01", "2025-01-01"),
            "pay/c.yaml": PAY.replace("2026-01-01", "2028-01-01"),
            "pay/d.yaml": PAY.replace("2026-01-01", "2027-01-01"),
        }
    )
    assert in_force(linked) == [("pay/a.yaml", False), ("pay/d.yaml", True), ("pay/c.yaml", True)]


def test_the_day_of_the_run_decides_and_counts(link_files: Link) -> None:
    files = {"pay/a.yaml": PAY, "pay/b.yaml": PAY.replace("2026-01-01", "2027-01-01")}
    assert in_force(link_files(files, today="2026-12-31")) == [("pay/a.yaml", False), ("pay/b.yaml", True)]
    assert in_force(link_files(files, today="2027-01-01")) == [("pay/b.yaml", False)]


def test_a_later_file_for_all_does_not_touch_a_family_that_has_its_own(link_files: Link) -> None:
    own = PAY + "families: [engineering]\n"
    linked = link_files({"pay/a.yaml": own, "pay/b.yaml": PAY.replace("2026-01-01", "2027-01-01")})
    assert in_force(linked) == [("pay/a.yaml", False)]
    assert in_force(linked, "care") == [("pay/b.yaml", True)]


def test_until_its_own_file_is_in_force_a_family_has_the_one_for_all(link_files: Link) -> None:
    own = PAY.replace("2026-01-01", "2027-01-01") + "families: [engineering]\n"
    linked = link_files({"pay/a.yaml": PAY, "pay/b.yaml": own})
    assert in_force(linked) == [("pay/a.yaml", False), ("pay/b.yaml", True)]


def test_two_files_for_one_family_and_day_are_unclear(link_files: Link) -> None:
    named = PAY + "families: [engineering]\n"
    linked = link_files({"pay/a.yaml": named, "pay/b.yaml": named, "pay/c.yaml": PAY})
    assert [(one.rule, one.place, one.message, one.related) for one in linked.findings] == [
        (
            "unclear-pay",
            Place("pay/b.yaml", ("effective",)),
            "Two pay files hold for Engineering from 2026-01-01: pay/a.yaml and pay/b.yaml.\n"
            "Name different `families` in them, or give the newer one a later `effective`.",
            (Related(Place("pay/a.yaml", ("effective",)), "the other one"),),
        )
    ]
    assert in_force(linked) == []
    assert in_force(linked, "care") == [("pay/c.yaml", False)]
    assert linked.framework is not None
    assert linked.framework.doubtful_pay == {"engineering": "pay/b.yaml"}


def test_amounts_of_any_size_the_reader_lets_through_stay_exact(link_files: Link) -> None:
    text = PAY.replace("min: 60000, max: 80001", "min: 100000000000000001, max: 900000000000000001")
    linked = link_files(
        {"pay/a.yaml": text + "zones: [{id: far, name: Far, factor: 1.0000000000000001}]\nround: 0.01\n"}
    )
    assert linked.findings == ()
    assert amounts(linked, "people/M2", "far") == [
        "100000000000000011.00",
        "500000000000000051.00",
        "900000000000000091.00",
    ]


@pytest.mark.parametrize(
    ("line", "route", "rule", "message"),
    [
        (
            "bands: [{grade: G9, min: 1}]",
            ("bands", 0, "grade"),
            "unknown-reference",
            "The band for G9: there is no grade `G9`.\n"
            "Write `G1`, `G2`, `G3` or `G4`, or add it to `grades` in framework.yaml: `- id: G9`.",
        ),
        (
            "bands: [{grade: G1, min: 1}, {grade: G1, min: 2}]",
            ("bands", 1, "grade"),
            "duplicate-id",
            "The band for G1: pay for grade `G1` is written twice in this file.\n"
            "Keep the one that holds and take out the other.",
        ),
        (
            "bands: [{grade: G1, min: 84k}]",
            ("bands", 0, "min"),
            "unknown-amount",
            "The band for G1: `84k` is no amount.\nWrite only the number, for example `84000`.",
        ),
        (
            "bands: [{grade: G1, min: 1, bonus: 0.12}]",
            ("bands", 0, "bonus"),
            "unknown-amount",
            "The band for G1: `0.12` is no bonus.\nWrite it as a percentage of base pay, for example `12%`.",
        ),
        (
            "bands: [{grade: G1, min: 1, market: {value: 1, as_of: 2026-13}}]",
            ("bands", 0, "market", "as_of"),
            "unknown-date",
            "The market figure of the band for G1: the calendar has no `2026-13`.\nWrite `2026-11` or `2026-11-30`.",
        ),
        (
            "bands: []\nexceptions: [{track: specalist, grade: G2, min: 1}]",
            ("exceptions", 0, "track"),
            "unknown-reference",
            "The exception for specalist at G2: there is no track `specalist`.\nRename it to `specialist`.",
        ),
        (
            "bands: []\nexceptions: [{track: specialist, grade: G4, min: 1}]",
            ("exceptions", 0, "grade"),
            "unknown-reference",
            "The exception for specialist at G4: Specialist has no level at grade `G4`.\n"
            "Write `G2` or `G3`, where its levels stand.",
        ),
        (
            "bands: []\nexceptions: [{track: specialist, grade: G2, zone: lodnon, min: 1}]",
            ("exceptions", 0, "zone"),
            "unknown-reference",
            "The exception for specialist at G2: there is no zone `lodnon`.\n"
            "Add it to `zones` in pay/a.yaml: `- {id: lodnon, name: …, factor: 1}`.",
        ),
        (
            "bands: []\nfamilies: [care]\nexceptions: [{track: specialist, grade: G2, min: 1}]",
            ("exceptions", 0, "track"),
            "unknown-reference",
            "The exception for specialist at G2: this file holds for `care`, and Specialist is not of that family.\n"
            "Put it into the pay file that holds for `engineering`.",
        ),
        (
            "bands: []\nfamilies: [enginering]",
            ("families", 0),
            "unknown-reference",
            "The pay structure in pay/a.yaml: there is no family `enginering`.\nRename it to `engineering`.",
        ),
    ],
)
def test_mistakes_in_a_pay_file(
    link_files: Link, line: str, route: tuple[str | int, ...], rule: str, message: str
) -> None:
    text = "currency: GBP\nperiod: year\neffective: 2026-01-01\n" + line
    linked = link_files({"pay/a.yaml": text})
    assert [(one.rule, one.place, one.message) for one in linked.findings] == [
        (rule, Place("pay/a.yaml", route), message)
    ]
    assert linked.framework is not None
    touches_pay = rule != "unknown-date"  # the day of a market figure decides no band
    assert ("pay/a.yaml" in linked.framework.doubtful_pay.values()) is touches_pay
    assert linked.framework.doubtful == {}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("min: 60000", "min: 60.000", "`60.000` is read as `60` with three decimals.\nWrite `60000`, or `60` if that"),
        (
            "max: 80001",
            "max: 80.500",
            "`80.500` is read as `80.5` with three decimals.\nWrite `80500`, or `80.5` if that",
        ),
        (
            "min: 60000",
            "min: 14.125",
            "`14.125` is read as `14.125` with three decimals.\nWrite `14125`, or `14.1250` if that",
        ),
    ],
)
def test_a_point_that_may_part_thousands_is_asked_about(link_files: Link, old: str, new: str, says: str) -> None:
    linked = link_files({"pay/a.yaml": PAY.replace(old, new, 1)})
    assert [(one.rule, one.message, one.fixes) for one in linked.findings] == [
        ("unknown-amount", f"The band for G2: {says} is meant.", ())
    ]
    assert [one.place.route for one in linked.findings] == [("bands", 0, old[:3])]
    assert linked.framework is not None
    assert linked.framework.pay_structures[0].bands[0].grade == ("G3" if old.startswith("min") else "G2")


def test_all_points_of_a_file_are_one_finding(link_files: Link) -> None:
    text = PAY.replace("min: 60000, max: 80001", "min: 60.000, midpoint: 70.000, max: 80.000")
    (finding,) = link_files({"pay/a.yaml": text}).findings
    assert finding.message == (
        "The band for G2: `60.000` is read as `60` with three decimals.\nWrite `60000`, or `60` if that is meant."
    )
    assert finding.place.route[-1] == "min"
    assert [(one.place.route[-1], one.message) for one in finding.related] == [
        ("midpoint", "a point before three digits here too"),
        ("max", "a point before three digits here too"),
    ]


def test_a_point_in_a_market_figure_is_asked_about(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": PAY.replace("value: 90000", "value: 90.000")})
    assert [one.message for one in linked.findings] == [
        "The market figure of the band for G3: `90.000` is read as `90` with three decimals.\n"
        "Write `90000`, or `90` if that is meant."
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("min: 60000", "min: 14.50"),
        ("min: 60000", "min: 60000.125"),
        ("min: 60000", "min: 14.1250"),
        ("min: 60000", "min: 0.125"),
        ("currency: GBP", "zones: [{id: leeds, name: Leeds, factor: 1.125}]\ncurrency: GBP"),
        ("currency: GBP\nperiod: year", "currency: KWD\nperiod: month\nround: 0.005"),
    ],
)
def test_a_point_that_parts_no_thousands_is_left_alone(link_files: Link, old: str, new: str) -> None:
    assert link_files({"pay/a.yaml": PAY.replace(old, new, 1)}).findings == ()


def test_in_dinars_three_digits_after_the_point_are_an_amount(link_files: Link) -> None:
    text = PAY.replace("GBP", "KWD").replace("min: 60000", "min: 950.250")
    assert link_files({"pay/a.yaml": text}).findings == ()
