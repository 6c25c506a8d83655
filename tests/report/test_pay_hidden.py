"""What a log may not hold: no figure of pay, no line of a pay file, and a sentence that says so."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from overlay import judged, lay

from ladderc.pipeline import check
from ladderc.report.json import as_json
from ladderc.report.report import make_report
from ladderc.report.styled import plain
from ladderc.report.text import as_text

DAY = datetime.date(2026, 11, 21)
LESS = """
# pay/2026.yaml
exceptions:
  - {track: specialist, grade: G5, min: 57234, midpoint: 66234, max: 76234, because: legacy, reason: Hired early.}
"""
SECRET = ("57234", "66234", "76234", "62000", "74000", "86000")


def answers(folder: Path, *, show_pay: bool) -> tuple[str, str]:
    checked = check(folder, DAY)
    report = make_report(checked.reading, checked.faults, checked.framework, checked.judgement, DAY, show_pay=show_pay)
    return plain(as_text(report)), as_json(report)


def test_a_finding_of_pay_is_told_without_its_figures(tmp_path: Path) -> None:
    judged(lay(LESS), tmp_path)
    text, data = answers(tmp_path, show_pay=False)
    for figure in SECRET:
        assert figure not in text.replace(",", "")
        assert figure not in data.replace(",", "")
    assert "At G5 the band of S5 Staff Specialist is below that of M5 Senior Engineering Manager." in text
    assert "%" not in text
    assert "Pay is left out here, for logs and files are read by many. Show it with `--audience hr`." in text
    found = json.loads(data)
    assert found["pay_shown"] is False
    assert [(one["rule"], [figure["side"] for figure in one["figures"]]) for one in found["findings"]] == [
        ("band-parity", ["limit"])  # the threshold is no pay
    ]
    assert not any(one["unit"].startswith("GBP") for verdict in found["verdicts"] for one in verdict["figures"])


def test_hr_sees_both_sides_with_their_figures_and_the_line(tmp_path: Path) -> None:
    judged(lay(LESS), tmp_path)
    text, data = answers(tmp_path, show_pay=True)
    assert "£66,234" in text
    assert "£74,000" in text
    assert " | " in text
    assert "Pay is left out" not in text
    assert json.loads(data)["pay_shown"] is True


def test_nothing_is_said_to_be_left_out_where_nothing_is(tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    text, data = answers(tmp_path, show_pay=False)
    assert "Pay is left out" not in text
    assert json.loads(data)["pay_shown"] is True


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{grade: G1, min: 31k}", "`min` of the band for G1 is the text `…`.\nWrite the figure alone: `…`."),
        ('{grade: G1, min: "31.234,50"}', "`min` of the band for G1 is the text `…`.\nWrite the figure alone: `…`."),
        ("{grade: G1, min: 31, bonus: 9}", "`bonus` of the band for G1 is the number `…`.\nWrite it with a percent sign: `…`."),
        ("{grade: G1, min: 31, 42 more}", "Between braces `…` is a field without a value.\nWrite `…` and its value, or delete it."),
        ("{grade: G1, min: -31234}", "`min` of the band for G1 is `…`."),
        ("{grade: G1, min: 31234, min: 41234}", "`min` is written twice here; the first stands in line 4.\nKeep one of the two."),
        ("{grade: G77, min: 31234}", "The band for G77: there is no grade `G77`."),
        ("{grade: G1, min: 31234, markt: {value: 41234}}", "The band for G1 has a field `markt`, which is not known here.\nRename it to `market`."),
    ],
)  # fmt: skip
def test_a_fault_in_a_pay_file_shows_no_amount_and_no_line(line: str, message: str, tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    (tmp_path / "pay" / "2026.yaml").write_text(
        f"currency: GBP\nperiod: year\nbands:\n  - {line}\neffective: 2026-01-01\n"
    )
    text, data = answers(tmp_path, show_pay=False)
    told = [one["message"] for one in json.loads(data)["findings"]]
    assert [one for one in told if one.startswith(message)] == told
    assert len(told) == 1
    assert "    4 | " not in text
    for figure in ("31", "41234", "42 more"):
        assert figure not in text.replace(",", "").replace(".", "")


def test_why_a_finding_of_pay_is_waived_may_speak_of_pay(tmp_path: Path) -> None:
    waiver = "\n# waivers.yaml\n- {rule: band-parity, subject: {grade: G5}, reason: "
    waiver += "Offers end at 66234., owner: Priya Nair, expires: 2027-03-31}\n"
    judged(lay(LESS + waiver), tmp_path)
    _, hidden = answers(tmp_path, show_pay=False)
    [finding] = json.loads(hidden)["findings"]
    assert finding["waived"] == {"reason": "", "owner": "Priya Nair", "expires": "2027-03-31"}
    [finding] = json.loads(answers(tmp_path, show_pay=True)[1])["findings"]
    assert finding["waived"]["reason"] == "Offers end at 66234."


def test_the_same_fault_is_shown_whole_to_hr(tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    (tmp_path / "pay" / "2026.yaml").write_text(
        "currency: GBP\nperiod: year\nbands:\n  - {grade: G1, min: 31k}\neffective: 2026-01-01\n"
    )
    text, _ = answers(tmp_path, show_pay=True)
    assert "`min` of the band for G1 is the text `31k`.\n  Write the figure alone: `31000`." in text
    assert "    4 |   - {grade: G1, min: 31k}" in text


def test_the_name_of_a_file_is_no_pay(tmp_path: Path) -> None:
    judged(lay(LESS), tmp_path)
    (tmp_path / "pay" / "2027.txt").write_text("currency: GBP\n")
    text, _ = answers(tmp_path, show_pay=False)
    assert "  `2027.txt` is not read: files in `pay/` are read only if their name ends in `.yaml` or `.yml`.\n" in text
    assert "  Rename it to `pay/2027.yaml`.\n" in text
