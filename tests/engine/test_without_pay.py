"""Where no pay may be shown, nothing is judged or said that rests on it, and everything else is."""

from __future__ import annotations

from overlay import TODAY, lay, linked

from ladderc.rules import catalog
from ladderc.rules.engine import judge
from ladderc.rules.judgement import Judgement

WAIVERS = """
# waivers.yaml
- rule: band-parity
  subject: {track: specialist, grade: G5}
  reason: The market asks for it.
  owner: Ana Ruiz
  expires: 2027-03-31
- rule: manager-title-without-reports
  subject: {track: specialist, level: S5}
  reason: The title is in a contract.
  owner: Ana Ruiz
  expires: 2027-03-31
- rule: section-parity
  subject: {track: specialist, level: S5}
  reason: It is being written.
  owner: Ana Ruiz
  expires: 2027-03-31
# tracks/specialist.yaml
levels: [{id: S5, title: Director of Wear}]
"""


def said(pay: bool) -> Judgement:
    return judge(linked(lay(WAIVERS)), TODAY, pay=pay)


def test_what_rests_on_pay_is_left_out_and_the_rest_stays_word_for_word() -> None:
    everything, without = said(pay=True), said(pay=False)
    always = {name for name in catalog.names() if catalog.load(name).pay == "always"}
    kept = [one for one in everything.results if not one.verdict.from_pay and one.verdict.rule not in always]
    of_waivers = {"waiver-unused", "waiver-expired", "waiver-malformed"}
    assert [one for one in without.results if one.verdict.rule not in of_waivers] == [
        one for one in kept if one.verdict.rule not in of_waivers
    ]
    assert {"section-parity", "band-parity"} <= {one.verdict.rule for one in everything.results if one.verdict.from_pay}


def test_a_waiver_about_pay_is_not_spoken_of_and_another_still_covers() -> None:
    def told(pay: bool) -> list[tuple[str, bool]]:
        return [(one.rule, one.waived is not None) for one in said(pay).findings]

    idle = [("waiver-unused", False)] * 2  # both depend on pay
    assert told(pay=True) == [("manager-title-without-reports", True), *idle]
    assert told(pay=False) == [("manager-title-without-reports", True)]
