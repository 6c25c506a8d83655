"""At one grade, as much is asked of a future expert as of a future manager, and the same kind of approver decides.

Why
---
A lower bar is no kindness.
If two letters and a signature make an expert where four and a panel make a manager, everyone concludes which of the two
was meant seriously.
A higher bar keeps experts waiting for what managers get by asking.

Source
------
J: "trusted rather than" … "consolation options".
Items of evidence, required sentences with them, and panellists are counted; "Two managers" are two, and a board whose size nobody wrote is not counted.
The side that asks for less is the one that is found; where a level writes nothing about its promotion,
`section-parity` speaks.
Approvers are told apart by kind: line manager, head, executive, board, human resources; a word that the lists do not
know is never a difference.
The thresholds are our own choice.

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S5
        promotion:  # <- here
          approver: The line manager

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S5
        promotion:
          approver: Head of the family

When to waive
-------------
When the law or a professional body prescribes the procedure for one side.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from statistics import median
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.rules.base import Case, Setting, rule
from ladderc.rules.compare import Comparison, compare, guessed_note, possible_note
from ladderc.rules.phrases import counted, grade_name, level_name, listed
from ladderc.rules.promotions import approver, approver_kind, evidence_items, panel_size

SHARE = Fraction(2, 3)
"""The smaller count is at least this share of the larger."""

_CLAIM = "have another bar of promotion than the managers at the same grade"
_NOUNS = {"evidence": ("item of evidence", "items of evidence"), "panel": ("panellist", "panellists")}


class Bar(NamedTuple):
    """What one step asks for; None where it is not known."""

    evidence: int
    panel: int | None
    approver: str | None


class Difference(NamedTuple):
    """How two bars differ: counts by name, ours before theirs, and whether another kind of approver decides."""

    counts: tuple[tuple[str, int, int], ...]
    approver: bool


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level whose bar is another, or one for the family."""
    facts, locale = case.facts, case.framework.locale
    levels = (*facts.other_levels(), *facts.management_levels())
    bars = {
        level.key: Bar(evidence_items(level), panel_size(level, locale), approver_kind(level, locale))
        for level in levels
        if level.promotion
    }
    if not any(any(bar) for bar in bars.values()):
        yield case.not_judged("`evidence`, `panel` or `approver` of promotion at any level that could be compared")
        return

    def gap(level: Level, peer: Level) -> Difference | None:
        return _difference(case, bars.get(level.key), bars.get(peer.key))

    compared = [
        compare(facts, level, gap, _size)
        for level in facts.other_levels()
        if level.key in bars and any(peer.key in bars for peer in facts.references(level).levels)
    ]
    if not compared:
        yield case.not_judged("a grade where `promotion` is written for a manager and for somebody of another track")
        return
    backward = [found for level in facts.management_levels() if (found := _reverse(case, level, bars))]
    if case.framework.spine_assumed:
        yield guessed_note(case, (*compared, *backward), _CLAIM) or case.holds()
        return
    lower = {found.level.key for found in backward if found.gap and found.gap.approver}
    failing = [_fails(case, found, "A") for found in compared if found.outcome == "certain" and not _told(found, lower)]
    failing += [_fails(case, found, "M") for found in backward]
    possible = possible_note(case, compared, _CLAIM)
    yield from (*failing, *([possible] if possible else ())) or [
        case.holds(figures=(Figure("levels compared", len(compared), "levels"),))
    ]


def _difference(case: Case, own: Bar | None, theirs: Bar | None) -> Difference | None:
    """Where ``own`` asks for clearly less, or is decided by another kind of approver."""
    if own is None or theirs is None:
        return None
    least = case.number("least_difference")
    counts = tuple(
        (name, ours, other)
        for name, ours, other in (("evidence", own.evidence, theirs.evidence), ("panel", own.panel, theirs.panel))
        if ours is not None and other is not None and other - ours >= least and ours < SHARE * other
    )
    other_kind = own.approver is not None and theirs.approver is not None and own.approver != theirs.approver
    return Difference(counts, other_kind) if counts or other_kind else None


def _told(found: Comparison[Difference], lower: set[str]) -> bool:
    """Whether only the approvers differ, which the finding on the manager's level says that asks for less."""
    return bool(found.gap and not found.gap.counts and found.peer and found.peer.key in lower)


def _size(difference: Difference) -> tuple[int, int]:
    return len(difference.counts) + difference.approver, sum(other - ours for _, ours, other in difference.counts)


def _reverse(case: Case, level: Level, bars: dict[str, Bar]) -> Comparison[Difference] | None:
    """A manager's level that asks for clearly less than the middle of its counterparts.

    Another kind of approver alone is told on the other side.
    """
    peers = [peer for peer in case.facts.counterparts(level) if peer.key in bars]
    if not peers or level.key not in bars:
        return None
    evidence = median(sorted(bars[peer.key].evidence for peer in peers))
    panels = sorted(size for peer in peers if (size := bars[peer.key].panel) is not None)
    middle = Bar(int(evidence), int(median(panels)) if panels else None, None)
    if _difference(case, bars[level.key], middle) is None:
        return None
    found = [(peer, one) for peer in peers if (one := _difference(case, bars[level.key], bars[peer.key]))]
    peer, difference = min(found, key=lambda pair: _size(pair[1]))
    return Comparison(level, "certain", peer, difference)


def _fails(case: Case, comparison: Comparison[Difference], side: str) -> Verdict:
    level, peer, difference = comparison.level, comparison.peer, comparison.gap
    assert peer is not None, "a different bar has its peer"
    assert difference is not None, "a different bar has its difference"
    parts = [f"{counted(ours, *_NOUNS[name])} against {other}" for name, ours, other in difference.counts]
    deciding, other_deciding = approver(level), approver(peer)
    if difference.approver and deciding and other_deciding:
        parts.append(f"“{deciding.plain.strip()}” against “{other_deciding.plain.strip()}” as approver")
    grade, other_side = grade_name(level.grade), "M" if side == "A" else "A"
    return case.fails(
        f"At {grade}, the bar for {level_name(level)} differs from that for {level_name(peer)}: {listed(parts)}.\n"
        "Expected counts of which the smaller is two thirds or more of the larger, and the same kind of approver.\n"
        f"Ask for as much on both sides at {grade}, and let the same kind of approver decide.",
        level.at("promotion"),
        case.subject(level=level),
        figures=tuple(
            Figure(_NOUNS[name][1], value, "", whose)
            for name, ours, other in difference.counts
            for value, whose in ((ours, side), (other, other_side))
        ),
        topic=" ".join((*(name for name, _, _ in difference.counts), *(("approver",) if difference.approver else ()))),
        related=(Related(peer.at("promotion"), f"the promotion to {level_name(peer)}"),),
    )


RULE = rule(
    __name__,
    check,
    severity=Severity.WARNING,
    settings=(Setting("least_difference", 2, "By how many items or panellists the two counts must differ to count."),),
)
