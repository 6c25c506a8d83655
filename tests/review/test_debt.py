"""What is new debt and what is old: each step with the findings of `parity-regression`, by rule and opening sentence."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from states import state

from ladderc.finding import Severity
from ladderc.review.review import State, review
from ladderc.rules.engine import judge

TODAY = "2026-11-21"
NEW = "This change breaks `{}`, which was not broken here before."
MORE = "This change makes worse what broke `{}` before."
UNCOVERED = "No waiver covers any more that `{}` is broken here."
PUBLISHED = "This was a draft and is published now, and `{}` is broken here."
IN_DRAFT = " is a draft, so what parity lacks there does not fail this comparison: `{}`"
UNJUDGED = "`{}` could not be judged here before; now it can, and it is broken."

TITLE = "manager-title-without-reports"
DIRECTOR = "# tracks/specialist.yaml\nlevels:\n  - {id: S6, title: Director of Simulation}\n"
TWO = DIRECTOR + "  - {id: S7, title: Director of Research}\n"
RENAMED = (
    "# tracks/specialist.yaml without S6\nlevels:\n  - {id: X6, grade: G6, title: Director of Simulation, "
    "summary: Sets the direction.}\n"
)
WAIVER = (
    "# waivers.yaml\n- rule: manager-title-without-reports\n  subject: {track: specialist, level: S6}\n"
    "  reason: It is in a contract.\n  owner: Ana Ruiz\n  expires: 2027-03-31\n"
)
S6_DRAFT = DIRECTOR.replace("title:", "status: draft, title:")
S7_DRAFT = DIRECTOR + "  - {id: S7, status: draft}\n"
ALL_DRAFT = TWO.replace("levels:", "status: draft\nlevels:")
ALONE = (
    "# framework.yaml\nfamilies:\n  - {id: engineering}\n  - {id: care, name: Care}\n"
    "# tracks/care.yaml\nid: care-expert\nname: Care expert\nkind: specialist\nfamily: care\nstatus: draft\n"
    "levels:\n  - {id: C4, grade: G4, title: Adviser}\n"
)
OFF = '# framework.yaml\nrules: {manager-title-without-reports: {severity: "off"}}\n'


def paid(*figures: int, file: str = "pay/2026.yaml") -> str:
    """The managers at G6 with a band of their own."""
    low, middle, high = figures
    return (
        f"# {file}\nexceptions:\n  - {{track: people-leadership, grade: G6, because: market, "
        f"reason: Hard to find here., min: {low}, midpoint: {middle}, max: {high}}}\n"
    )


def next_year(text: str) -> str:
    bands = "".join(
        f"  - {{grade: G{number}, min: {low}, midpoint: {middle}, max: {high}}}\n"
        for number, (low, middle, high) in enumerate(
            [
                (30000, 36000, 42000), (36000, 43000, 50000), (43000, 51500, 60000), (52000, 62000, 72000),
                (62000, 74000, 86000), (74000, 88500, 103000), (88000, 105500, 123000),
            ], 1,
        )
    )  # fmt: skip
    opening = "# pay/2027.yaml\ncurrency: GBP\nperiod: year\neffective: '2027-01-01'\nbands:\n"
    return opening + bands + text.partition("\n")[2]


GAP, WIDE = paid(84000, 98500, 113000), paid(94000, 108500, 123000)


def entered_at(low: int, high: int = 103000) -> str:
    """The band of everybody at G6, which G5 below ends at 86,000."""
    return f"# pay/2026.yaml\nbands:\n  - {{grade: G6, min: {low}, midpoint: 97500, max: {high}}}\n"


class Step(NamedTuple):
    """Two states and the opening of each regression of one rule."""

    name: str
    before: str
    after: str
    rule: str
    said: tuple[str, ...]


STEPS = (
    Step("a rule that this change switches on finds old debt", DIRECTOR + OFF, DIRECTOR, TITLE, ()),
    Step("a rule that this change switches on finds what this change breaks", OFF, DIRECTOR, TITLE, (NEW,)),
    Step("what this change switches off is not asked", "", DIRECTOR + OFF, TITLE, ()),
    Step("a stricter floor finds old debt", GAP + "# framework.yaml\nrules: {band-parity: {floor: 0.5}}\n", GAP, "band-parity", ()),
    Step("old debt at another place", DIRECTOR, DIRECTOR.replace("yaml", "yaml without S5", 1), TITLE, ()),
    Step("old debt under another id", DIRECTOR, RENAMED, TITLE, ()),
    Step("old debt under another grade", "", "RENAME G6=IC6", "band-parity", ()),
    Step("one more level is new debt", DIRECTOR, TWO, TITLE, (NEW,)),
    Step("what a draft lacks is told", "", S6_DRAFT, TITLE, (f"S6 Director of Simulation{IN_DRAFT}.",)),
    Step("what a draft lacked before is told no more", S6_DRAFT, S6_DRAFT, TITLE, ()),
    Step("a draft of a whole track is told once", "", ALL_DRAFT, TITLE, (f"The track Specialist{IN_DRAFT} (2 times).",)),
    Step("a family that has drafts alone owes nothing yet", "", ALONE, "managers-elsewhere", (f"The track Care expert{IN_DRAFT}.",)),
    Step("a family's first track that is published owes what the family lacks", ALONE, ALONE.replace("status: draft\n", ""), "managers-elsewhere", (PUBLISHED,)),
    Step("a draft beside it excuses nothing", "", S7_DRAFT, TITLE, (NEW,)),
    Step("a draft that is published owes all that it lacked", S6_DRAFT, DIRECTOR, TITLE, (PUBLISHED,)),
    Step("a track that is published owes all that it lacked", ALL_DRAFT, TWO, TITLE, (PUBLISHED,)),
    Step("a level that stays a draft when its track is published owes nothing yet", ALL_DRAFT, S6_DRAFT, TITLE, ()),
    Step("old debt beside a level that is published is old", S7_DRAFT, DIRECTOR, TITLE, ()),
    Step("a level that becomes a draft owes nothing any more", DIRECTOR, S6_DRAFT, TITLE, ()),
    Step("a waiver that goes leaves new debt", DIRECTOR + WAIVER, DIRECTOR, TITLE, (UNCOVERED,)),
    Step("a waiver that had expired was none", DIRECTOR + WAIVER.replace("2027", "2026"), DIRECTOR, TITLE, ()),
    Step("a waiver that comes with the debt covers it", "", DIRECTOR + WAIVER, TITLE, ()),
    Step("a gap in pay is new debt", "", GAP, "band-parity", (NEW,)),
    Step("the same gap on another date is old debt", GAP, GAP + next_year(GAP), "band-parity", ()),
    Step("a wider gap on another date has grown", GAP, GAP + next_year(WIDE), "band-parity", (MORE,)),
    Step("a gap that stays while all rise", GAP, paid(84100, 98600, 113100), "band-parity", ()),
    Step("a hole between two bands that grows", entered_at(92000), entered_at(94000), "band-gap", (MORE,)),
    Step("a hole between two bands that shrinks", entered_at(94000), entered_at(92000), "band-gap", ()),
    Step("a first pay file stands the same test", "# without pay/2026.yaml\n", GAP, "band-parity", (UNJUDGED,)),
)  # fmt: skip


@pytest.mark.parametrize("step", [pytest.param(step, id=step.name) for step in STEPS])
def test_debt(step: Step) -> None:
    before, after = state(step.before), state(step.after)
    found = review(State(before, judge(before, TODAY)), State(after, judge(after, TODAY)), TODAY)
    said = [
        finding.message.partition("\n")[0]
        for finding in found.judgement.findings
        if finding.rule == "parity-regression" and f"`{step.rule}`" in finding.message
    ]
    weights = {
        finding.severity for finding in found.judgement.findings if IN_DRAFT.partition(":")[0] in finding.message
    }
    assert weights <= {Severity.NOTE}
    assert sorted(set(said)) == sorted(opening.format(step.rule) for opening in step.said)


def test_switching_a_rule_off_mends_nothing() -> None:
    before, after = state(DIRECTOR), state(DIRECTOR + OFF)
    found = review(State(before, judge(before, TODAY)), State(after, judge(after, TODAY)), TODAY)
    assert [finding.rule for finding in found.mended] == []
    assert [change.kind for change in found.changes] == ["rule-setting-loosened"]
