"""A level fills the same sections as the managers at its grade.

Why
---
What is written down is what is managed.
If managers' levels say how success is measured and how people get there, and the experts' levels at the same grade
do not, the experts' career is run from memory.
The same holds the other way round.
The rule counts which sections are filled, not how well: a short section counts as much as a long one.

Source
------
J: "the same structure and visibility".

Bad
---
    # tracks/specialist.yaml
    levels:
      - id: S6  # <- here
        title: Principal Specialist
        metrics: ~

Good
----
    # tracks/specialist.yaml
    levels:
      - id: S6
        title: Principal Specialist
        metrics:
          - {name: Revenue from the new line, type: outcome, unit: share, direction: up, source: Ledger, cadence: yearly}
          - {name: Decisions that stood, type: output, unit: share, direction: up, source: Archive, cadence: yearly}

When to waive
-------------
When a section has no meaning for the level, such as `decisions` where a law reserves them to an office.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level, Promotion
from ladderc.model.pay import FamilyPay
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import coded, grade_name, level_name, listed
from ladderc.rules.placeholders import is_written

SECTIONS = ("summary", "expectations", "metrics", "decisions", "recognition", "promotion")


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a level that lacks sections and one a level that lacks pay, or one each for the family."""
    facts = case.facts
    pairs = [(level, refs.levels) for level in facts.other_levels() if (refs := facts.references(level)).levels]
    reverse = [(level, peers) for level in facts.management_levels() if (peers := facts.counterparts(level))]
    if not pairs:
        yield case.not_judged("a grade where a manager and somebody of another track both stand")
        return
    levels = (*facts.other_levels(), *facts.management_levels())
    filled = {level.key: _filled(case, level) for level in levels}
    used = [section for section in SECTIONS if any(section in filled[level.key] for level in levels)]
    failing = [verdict for level, peers in pairs if (verdict := _thinner(case, level, peers, filled, used, "A"))]
    failing += [verdict for level, peers in reverse if (verdict := _thinner(case, level, peers, filled, used, "M"))]
    yield from _folded(case, failing) or [case.holds(figures=_side_by_side(pairs, filled))]
    absent = [section for section in SECTIONS if section not in used]
    if absent:
        yield case.not_judged(f"{coded(absent)} at any level of the family", topic="absent")
    yield from _pay(case, pairs, reverse)


def _thinner(
    case: Case,
    level: Level,
    peers: Sequence[Level],
    filled: dict[str, frozenset[str]],
    used: list[str],
    side: str,
) -> Verdict | None:
    """The verdict on a level of one side that lacks what all managers, or most of the others, have."""
    needed = len(peers) if side == "A" else len(peers) // 2 + 1
    lacking = [
        section
        for section in used
        if section not in filled[level.key] and sum(section in filled[peer.key] for peer in peers) >= needed
    ]
    if not lacking:
        return None
    peer = min(peers, key=lambda peer: (-sum(section in filled[peer.key] for section in lacking), peer.key))
    own, theirs = len(filled[level.key]), len(filled[peer.key])
    message = "\n".join(
        (
            f"At {grade_name(level.grade)}, {level_name(level)} fills {own} of {len(used)} sections, {level_name(peer)} {theirs}.",
            f"{level.id} lacks {coded(lacking)}.",
            f"Write {coded(lacking)} for {level.id}.",
        )
    )
    return case.fails(
        message,
        level.place,
        case.subject(level=level),
        figures=(
            Figure("sections filled", own, "sections", side),
            Figure("sections filled", theirs, "sections", "M" if side == "A" else "A"),
        ),
        related=(Related(peer.place, f"fills {listed(lacking)}"),),
        severity=None if side == "A" else Severity.WARNING,
        topic=" ".join(lacking),
    )


def _side_by_side(
    pairs: list[tuple[Level, tuple[Level, ...]]], filled: dict[str, frozenset[str]]
) -> tuple[Figure, Figure]:
    """What a level and a manager at its grade fill, where that differs most."""
    both = [(len(filled[level.key]), len(filled[peer.key])) for level, peers in pairs for peer in peers]
    own, theirs = max(both, key=lambda pair: abs(pair[1] - pair[0]))
    return Figure("sections filled", own, "sections", "A"), Figure("sections filled", theirs, "sections", "M")


def _folded(case: Case, failing: list[Verdict]) -> list[Verdict]:
    """Where the pairing is guessed, one note instead of all the findings."""
    if not failing or not case.framework.spine_assumed:
        return failing
    subjects = [subject for verdict in failing for subject in verdict.subjects]
    names = listed(f"{subject.track}/{subject.level} at {grade_name(subject.grade or '')}" for subject in subjects)
    message = (
        f"If the guessed pairing of grades is right, these levels fill fewer sections than their peers: {names}.\n"
        "Check the pairing, then write `spine: declared` in framework.yaml."
    )
    return [
        case.fails(
            message,
            case.framework.at("spine"),
            *subjects,
            severity=Severity.NOTE,
            topic="guessed",
            discriminator="guessed",
        )
    ]


def _pay(
    case: Case, pairs: list[tuple[Level, tuple[Level, ...]]], reverse: list[tuple[Level, tuple[Level, ...]]]
) -> Iterator[Verdict]:
    """Pay is a section as well, judged apart: what it says may not be shown to everyone."""
    assert case.family is not None, "the rule judges families"
    structures = [pay for pay in case.facts.pay if not pay.later]
    if not structures:
        yield case.not_judged("pay for the family", topic="pay", from_pay=True)
        return
    paid = _paid(case, structures)
    failing = [
        _unpaid(case, level, peers[0], side)
        for side, several in (("A", pairs), ("M", reverse))
        for level, peers in several
        if _lacks_band(case, level, paid) and all(peer.key in paid for peer in peers)
    ]
    if failing:
        yield from failing
        return
    unpaid = [
        Figure("levels without a pay band", sum(_lacks_band(case, level, paid) for level, _ in several), "levels", side)
        for side, several in (("A", pairs), ("M", reverse))
    ]
    yield case.holds(figures=tuple(unpaid), topic="pay", from_pay=True)


def _lacks_band(case: Case, level: Level, paid: frozenset[str]) -> bool:
    return level.grade not in case.facts.executive and level.key not in paid


def _unpaid(case: Case, level: Level, peer: Level, side: str) -> Verdict:
    return case.fails(
        f"At {grade_name(level.grade)}, {level_name(peer)} has a pay band and {level_name(level)} has none.\n"
        f"Give {grade_name(level.grade)} a band that holds for {level.track}.",
        level.place,
        case.subject(level=level),
        related=(Related(peer.place, "has a pay band"),),
        severity=Severity.WARNING if side == "M" else None,
        discriminator="pay",
        topic="pay",
        from_pay=True,
        message_without_pay=f"At {grade_name(level.grade)}, pay is not written for both {level_name(level)} and {level_name(peer)}.",
    )


def _paid(case: Case, structures: list[FamilyPay]) -> frozenset[str]:
    """The levels that have a band: the family's own, and managers who lead it from where they are paid."""
    leading = {family for track in case.facts.management for family in track.families} - {case.facts.family.id}
    elsewhere = [pay for pay in case.framework.pay if pay.family in leading and not pay.later] if leading else []
    managers = {level.key for level in case.facts.management_levels()}
    own = {resolved.level for pay in structures for resolved in pay.bands}
    return frozenset(
        own | {resolved.level for pay in elsewhere for resolved in pay.bands if resolved.level in managers}
    )


def _filled(case: Case, level: Level) -> frozenset[str]:
    content = {
        "summary": is_written(level.summary),
        "expectations": bool(case.content.spoken_to(level)),
        "metrics": any(is_written(metric.name) for metric in level.metrics),
        "decisions": bool(level.decisions),
        "recognition": bool(level.recognition),
        "promotion": level.promotion is not None and _says_something(level.promotion),
    }
    return frozenset(section for section, is_filled in content.items() if is_filled)


def _says_something(promotion: Promotion) -> bool:
    texts = (*promotion.nomination, *promotion.evidence, *promotion.panel, promotion.approver)
    return (
        any(is_written(text) for text in texts)
        or promotion.min_months is not None
        or promotion.basis is not None
        or bool(promotion.requires)
    )


RULE = rule(__name__, check, severity=Severity.WARNING, standard=Severity.ERROR, pay="partly")
