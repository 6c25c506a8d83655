"""What a review may not tell where others read along: no figure of pay, and not whether pay rises or falls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from changed import DAY, FORMATS, ROOT, compared, edited, firm
from firms import amounts, marked
from firms import firm as with_pay
from search import leaks

from ladderc.report.changes.formats import written
from ladderc.report.changes.report import ChangeReport
from ladderc.wording.numbers import english_day

MERIDIAN = ROOT / "frameworks" / "meridian"
ENDINGS = {"text": "txt", "json": "json", "markdown": "md", "html": "html"}


def answers(report: ChangeReport) -> dict[str, str]:
    return {name: written(name, report, every=True) for name in FORMATS}


def put(report: ChangeReport, folder: Path) -> Path:
    """Every format in a file of its own, without fingerprints, whose digits mean nothing."""
    folder.mkdir()
    for name, text in answers(report).items():
        plain = re.sub(r"\b[0-9a-f]{16}\b", "", text)
        (folder / f"review.{ENDINGS[name]}").write_text(plain, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_no_figure_of_either_state_is_in_any_format_and_all_are_there_for_hr(tmp_path: Path) -> None:
    before = with_pay(MERIDIAN, tmp_path / "before", marked(MERIDIAN))
    raised = {amount: str(int(figure) + 500_500) for amount, figure in marked(MERIDIAN).items()}
    after = with_pay(MERIDIAN, tmp_path / "after", raised)
    canaries = [*amounts(before), *amounts(after)]
    assert all(len(figure) == 7 for figure in canaries)
    assert leaks(put(compared(before, after, show_pay=False), tmp_path / "public"), canaries) == []
    found = leaks(put(compared(before, after), tmp_path / "hr"), canaries)
    assert {Path(name).suffix for name, _ in found} == {".txt", ".json", ".md", ".html"}


PAY = """\
name: Pay {year}
currency: GBP
period: year
effective: "{year}-01-01"
{policy}
zones:
  - {{id: north, name: North, factor: 1}}
  - {{id: south, name: South, factor: {factor}}}
bands:
{bands}
exceptions:
  - {{track: specialist, grade: G4, because: location, reason: "{reason}", min: {own[0]}, midpoint: {own[1]}, max: {own[2]}}}
"""
GRADES = {
    "G1": (30000, 36000, 42000), "G2": (36000, 43000, 50000), "G3": (43000, 51500, 60000), "G4": (52000, 62000, 72000),
    "G5": (62000, 74000, 86000), "G6": (74000, 88500, 103000), "G7": (88000, 105500, 123000),
}  # fmt: skip
UP, DOWN, MIXED = (3, 4, 5, 3, 4, 5, 3), (-2, -3, -4, -2, -3, -4, -2), (3, -2, 4, -3, 3, -2, 4)


def pay(year: int, percents: tuple[int, ...] = (0,) * 7, *, bonus: int = 10, equity: int = 4000, factor: str = "1.1",
        policy: str = "policy_percentile: 50", reason: str = "Few live here.") -> str:  # fmt: skip
    bands = []
    for (grade, figures), percent in zip(GRADES.items(), percents, strict=True):
        low, middle, high = (figure * (100 + percent) // 1000 * 10 for figure in figures)
        market = f"{{value: {middle + 700}, percentile: 50, as_of: 2026-06, source: A survey}}"
        bands.append(
            f"  - {{grade: {grade}, bonus: {bonus}%, equity: {equity}, market: {market}, "
            f"min: {low}, midpoint: {middle}, max: {high}}}"
        )
    own = [figure * (100 + percents[3]) // 1000 * 10 for figure in GRADES["G4"]]
    return PAY.format(year=year, bands="\n".join(bands), factor=factor, policy=policy, own=own, reason=reason)


HEADS = {
    "raised": pay(2027, UP, bonus=12, equity=4500, factor="1.2", policy="policy_percentile: 60", reason="A"),
    "lowered": pay(2027, DOWN, bonus=11, equity=3900, factor="1.0", policy="policy_percentile: 40", reason="B"),
    "some raised, some lowered": pay(2027, MIXED, bonus=15, equity=4600, factor="0.9", policy="round: 10", reason="C"),
}


def head(name: str, folder: Path, *, show_pay: bool) -> ChangeReport:
    before = firm(folder / "before", {"pay/2026.yaml": pay(2026)})
    after = firm(folder / "after", {"pay/2026.yaml": pay(2026), "pay/2027.yaml": HEADS[name]})
    return compared(before, after, show_pay=show_pay)


@pytest.mark.parametrize("form", FORMATS)
def test_whether_pay_rises_or_falls_changes_no_byte(form: str, tmp_path: Path) -> None:
    told = {name: head(name, tmp_path / name.replace(" ", "-"), show_pay=False) for name in HEADS}
    found = [[item.finding.fingerprint for item in report.findings] for report in told.values()]
    assert found == found[:1] * 3, "what a check says of parity may differ, and would be shown"
    answers_ = [written(form, report, every=True) for report in told.values()]
    assert answers_ == answers_[:1] * 3


def test_hr_sees_the_difference(tmp_path: Path) -> None:
    raised, lowered = (head(name, tmp_path / name, show_pay=True) for name in ("raised", "lowered"))
    assert "the midpoint rises" in " ".join(written("text", raised).split())
    assert "the midpoint falls" in " ".join(written("text", lowered).split())
    assert raised.counts()["worse"] == 0
    assert lowered.counts()["worse"] > 0


def test_a_change_of_pay_is_told_once_for_all_whom_it_reaches(tmp_path: Path) -> None:
    report = head("raised", tmp_path, show_pay=False)
    assert [(item.change.kind, item.change.message) for item in report.changes] == [
        ("pay-changed", "From 1 January 2027 the pay of Specialist at G4 is written differently."),
        ("pay-changed", "From 1 January 2027 the pay of every track at G1 to G7 is written differently."),
        ("pay-changed", "The pay in the zone South changes from 1 January 2027."),
        ("pay-changed", "The terms of the pay from 1 January 2027 are written differently."),
        ("pay-file-added", "The pay file is new; it holds from 1 January 2027."),
    ]
    assert report.story[-1].startswith("5 changes, 4 of them of pay; besides pay none is worse for people there;")
    assert report.pay_hidden


def test_where_no_pay_changed_nothing_is_said_to_be_left_out(tmp_path: Path) -> None:
    after = firm(tmp_path / "after")
    edited(after, "framework.yaml", ("owner: Priya Nair, head of people", "owner: Ana Ruiz, head of people"))
    before = firm(tmp_path / "before")
    hidden, shown = (compared(before, after, show_pay=show_pay) for show_pay in (False, True))
    assert answers(hidden) == answers(shown)
    assert not hidden.pay_hidden


WAIVER = """\
- rule: band-parity
  subject: {grade: G5}
  reason: %s
  owner: Priya Nair
  expires: 2027-03-31
"""


@pytest.mark.parametrize("form", FORMATS)
def test_the_reason_of_an_exception_is_for_hr(form: str, tmp_path: Path) -> None:
    before = firm(tmp_path / "before", {"waivers.yaml": WAIVER % "Offers end at 66234."})
    after = firm(tmp_path / "after", {"waivers.yaml": WAIVER % "Offers end at 77345."})
    none = firm(tmp_path / "none")
    for old in (before, none):
        hidden = written(form, compared(old, after, show_pay=False), every=True)
        assert "66234" not in hidden
        assert "77345" not in hidden
        assert "shows the reason" in hidden
        assert "77345" in written(form, compared(old, after), every=True)


ACKS = """\
- fingerprint: "{fingerprint}"
  what: what it is about
  reason: Offers end at 66234.
  who: Ana Ruiz
  when: 2026-11-01
  until: 2026-12-31
"""


def test_an_acknowledgement_does_not_give_away_which_way_pay_went(tmp_path: Path) -> None:
    lowered = head("lowered", tmp_path / "lowered", show_pay=True)
    worse = next(item.open for item in lowered.changes if item.open)
    told = []
    for name in ("lowered", "raised"):
        folder = tmp_path / f"{name}-and-acknowledged"
        after = firm(folder / "after", {"pay/2026.yaml": pay(2026), "pay/2027.yaml": HEADS[name]})
        (after / "acks.yaml").write_text(ACKS.format(fingerprint=worse.fingerprint), encoding="utf-8")
        before = firm(folder / "before", {"pay/2026.yaml": pay(2026)})
        told.append(answers(compared(before, after, show_pay=False)))
        assert "66234" not in "".join(told[-1].values())
        hr = written("text", compared(before, after))
        assert ("ack-unused" in hr) == (name == "raised")
        assert ("Acknowledged by Ana Ruiz until 2026-12-31: Offers end at 66234." in hr) == (name == "lowered")
    assert told[0] == told[1]


def test_the_day_is_the_one_that_was_asked_for(tmp_path: Path) -> None:
    report = compared(firm(tmp_path / "one"), firm(tmp_path / "two"))
    assert f"as of {english_day(DAY)}" in written("text", report)


def told_of_pay(before: dict[str, str], after: dict[str, str], folder: Path) -> list[tuple[str, str, str]]:
    """Effect, reason and message of each change of pay, where no file but these is about pay and pay is left out."""
    states = []
    for name, files in (("before", before), ("after", after)):
        state = firm(folder / name)
        (state / "pay/2026.yaml").unlink()
        for file, text in files.items():
            (state / file).write_text(text, encoding="utf-8")
        states.append(state)
    report = compared(*states, show_pay=False)
    return [
        (item.change.impact, item.change.reason, item.change.message)
        for item in report.changes
        if item.change.kind == "pay-changed"
    ]


def test_the_first_pay_file_is_told_as_pay_that_is_written_down(tmp_path: Path) -> None:
    assert told_of_pay({}, {"pay/a.yaml": pay(2026)}, tmp_path) == [
        (
            "unclear",
            "One track has a band of its own at this grade.",
            "From 1 January 2026 the pay of Specialist at G4 is written down.",
        ),
        (
            "better",
            "Pay is written down where nothing was.",
            "From 1 January 2026 the pay of every track at G1 to G7 is written down.",
        ),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"pay/a.yaml": pay(2026)}, {"pay/a.yaml": pay(2026), "pay/b.yaml": pay(2027, UP)}),
        ({"pay/a.yaml": pay(2026)}, {}),
        (
            {"pay/a.yaml": "\n".join(line for line in pay(2026).splitlines() if "grade: G7" not in line)},
            {"pay/a.yaml": pay(2026)},
        ),
        ({"pay/a.yaml": pay(2026)}, {"pay/a.yaml": pay(2026) + "families: [engineering]\n"}),
    ],
    ids=["a second file", "the last file goes", "a grade more in a file", "the file is for one family now"],
)
def test_of_pay_that_was_written_before_nothing_is_told_but_that_it_is_different(
    before: dict[str, str], after: dict[str, str], tmp_path: Path
) -> None:
    told = told_of_pay(before, after, tmp_path)
    assert {impact for impact, _, _ in told} <= {"unclear"}
    assert [message for _, _, message in told if message.endswith(" is written down.")] == []
