"""Between pay files whose amounts fit only if one is for another period, ladderc asks; of one file it never guesses."""

from __future__ import annotations

import pytest
from linking import Link

from ladderc.finding import Finding, Related, Severity
from ladderc.span import Place

YEARLY = (60_000, 80_000)
MONTHLY = (5_100, 6_900)
HOURLY = (29, 39)


def pay(amounts: tuple[int, ...] = YEARLY, period: str = "year", since: str = "2026-01-01", more: str = "") -> str:
    bands = "".join(
        f"  - {{grade: {grade}, min: {least}, max: {least + 20}}}\n"
        for grade, least in zip(("G2", "G3"), amounts, strict=False)
    )
    return f"currency: GBP\nperiod: {period}\neffective: {since}\n{more}bands:\n{bands}"


def asked(link_files: Link, *files: str) -> list[tuple[str, str]]:
    """The file and the message of each question about periods; there is no other finding."""
    findings = link_files({f"pay/{letter}.yaml": text for letter, text in zip("abcd", files, strict=False)}).findings
    assert {finding.rule for finding in findings} <= {"doubtful-period"}
    return [(finding.place.file, finding.message) for finding in findings]


NEXT = "2027-01-01"


def test_a_month_over_yearly_amounts_is_asked_about_where_it_stands(link_files: Link) -> None:
    linked = link_files({"pay/a.yaml": pay(), "pay/b.yaml": pay((62_000, 82_000), "month", NEXT)})
    assert linked.findings == (
        Finding(
            "doubtful-period",
            Severity.WARNING,
            "pay/b.yaml: at every grade, its pay is far above that of pay/a.yaml.\n"
            "The two would be alike if its amounts were for a year and not for a month.\n"
            "Write `period: year` if they are, or look at the `period` of pay/a.yaml.",
            Place("pay/b.yaml", ("period",)),
            related=(Related(Place("pay/a.yaml", ("period",)), "the other one"),),
        ),
    )
    assert linked.framework is not None
    assert linked.framework.doubtful_pay == {}


@pytest.mark.parametrize(
    ("first", "second", "odd", "says"),
    [
        (pay(), pay(MONTHLY, "year", NEXT), "pay/b.yaml", "below that of pay/a.yaml/a month and not for a year"),
        (pay(MONTHLY), pay(YEARLY, "year", NEXT), "pay/a.yaml", "below that of pay/b.yaml/a month and not for a year"),
        (pay(), pay(HOURLY, "month", NEXT), "pay/b.yaml", "below that of pay/a.yaml/an hour and not for a month"),
        (pay(MONTHLY, "month"), pay(MONTHLY, "hour", NEXT), "pay/b.yaml", "above that of pay/a.yaml/a month and not for an hour"),
        (pay(), pay(YEARLY, "hour", NEXT), "pay/b.yaml", "above that of pay/a.yaml/a year and not for an hour"),
    ],
    ids=["monthly as year", "the first one", "hourly as month", "monthly as hour", "yearly as hour"],
)  # fmt: skip
def test_every_wrong_period_is_told_with_the_one_that_fits(
    first: str, second: str, odd: str, says: str, link_files: Link
) -> None:
    [(file, message)] = asked(link_files, first, second)
    far, alike, _ = message.split("\n")
    assert (file, f"{far.partition('far ')[2][:-1]}/{alike.partition('were for ')[2][:-1]}") == (odd, says)


def test_of_three_files_the_one_that_differs_is_asked_about(link_files: Link) -> None:
    files = pay(YEARLY, "month"), pay(since="2026-07-01"), pay(since=NEXT)
    assert [file for file, _ in asked(link_files, *files)] == ["pay/a.yaml"]


def test_two_families_are_compared_where_the_periods_differ(link_files: Link) -> None:
    files = pay(more="families: [engineering]\n"), pay(period="month", more="families: [care]\n")
    assert [file for file, _ in asked(link_files, *files)] == ["pay/b.yaml"]


SILENT = {
    "one file": [pay(period="month")],
    "one file of tiny figures": [pay(HOURLY)],
    "a raise": [pay(), pay((66_000, 90_000), "year", NEXT)],
    "a year, then a month": [pay(), pay(MONTHLY, "month", NEXT)],
    "a month, then an hour": [pay(MONTHLY, "month"), pay(HOURLY, "hour", NEXT)],
    "an hour of a short week": [pay(), pay((42, 56), "hour", NEXT, "hours_per_week: 28\n")],
    "another currency": [pay(), pay(MONTHLY, "year", NEXT).replace("GBP", "EUR")],
    "another market": [pay(more="families: [engineering]\n"), pay(MONTHLY, more="families: [care]\n")],
    "years apart": [pay(MONTHLY, since="2020-01-01"), pay(since="2026-01-01")],
    "one grade in common": [pay(), pay((5_100,), "year", NEXT)],
    "a lost digit in one band": [pay(), pay((6_000, 81_000), "year", NEXT)],
    "a lost digit in two": [pay(), pay((6_000, 120_000), "year", NEXT)],
    "six times as much": [pay((10_000, 14_000)), pay(YEARLY, "year", NEXT)],
}


@pytest.mark.parametrize("files", SILENT.values(), ids=SILENT)
def test_what_may_well_be_meant_is_not_asked_about(files: list[str], link_files: Link) -> None:
    assert asked(link_files, *files) == []
