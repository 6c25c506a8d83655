"""What a change comes to, in a few sentences: the widest one-sided change, the gap it makes, what it opens and mends."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ladderc.finding import Severity
from ladderc.model.change import Change
from ladderc.review.gaps import Gap, gaps, step, told
from ladderc.review.kinds import PAY_CHANGED
from ladderc.review.review import Review

_MOST = 3
"""Of the sentences before the last one, which counts."""


_OF_CHANGES = ("parity-regression", "raised-in-freeze", "criteria-dilution")
"""Rules whose findings a change makes, besides what is worse, which is counted by itself."""


def story(review: Review) -> tuple[str, ...]:
    """At most four sentences, the weightiest first; empty where nothing changed."""
    if not review.changes:
        return ()
    sentences = [change.message for change in _weightiest(review.changes)]
    if gap := _telling(gaps(review.moved)):
        sentences.insert(1, told(review.after, gap))
    return (*sentences[:_MOST], _counted(review))


def _telling(found: Sequence[Gap]) -> Gap | None:
    """The gap beyond what is expected that moved furthest for all whom it reaches; where none grew, that closed most."""
    opened = [gap for gap in found if gap.opened]
    return max(opened, key=_moved, default=None) or next((gap for gap in found if gap.closed), None)


def _moved(gap: Gap) -> tuple[bool, Decimal]:
    """Pay before the length of texts, then how far in all: a step at fifteen levels tells more than a longer one at one."""
    return (gap.first.from_pay, sum(map(step, gap.moved), Decimal(0)))


def _weightiest(changes: Sequence[Change]) -> list[Change]:
    """What some get and their counterparts do not, the largest first; then what is worse; else what comes first."""
    one_sided = [change for change in changes if change.unchanged and change.reaches]
    worse = [change for change in changes if change.impact == "worse" and change not in one_sided]
    ordered = sorted(one_sided, key=lambda change: (-_size(change), -len(change.reaches)))
    return (ordered[:1] + worse[:_MOST]) or list(changes[:1])


def _size(change: Change) -> Decimal:
    return max((abs(amount.growth) for amount in change.amounts if amount.growth is not None), default=Decimal(0))


def _counted(review: Review) -> str:
    """How much changed, how much of it is worse, and what it does to the findings."""
    many = len(review.changes)
    worse = sum(1 for change in review.changes if change.impact == "worse")
    secret = sum(1 for change in review.changes if change.kind == PAY_CHANGED)
    open_ = [finding for finding in review.judgement.findings if not finding.waived]
    opened = sum(1 for finding in open_ if finding.rule in _OF_CHANGES and finding.severity is not Severity.NOTE)
    parts = [f"{many} changes" if many > 1 else "One change"]
    if secret:
        parts[0] += f", {_of(secret, many)} of pay" if many > 1 else ", of pay"
        if secret < many:
            parts.append(f"besides pay {_are('none', worse)} worse for people there")
    elif many > 1:
        parts[0] += f", {_of(worse, many)} worse for people there"
    elif worse:
        parts[0] += ", worse for people there"
    parts.append(f"{_are('no finding', opened, 'findings')} new or grew")
    if review.mended:
        parts[-1] += f", {_are('none', len(review.mended))} mended"
    return "; ".join(parts) + "."


def _of(count: int, many: int) -> str:
    return f"{'none' if not count else 'all' if count == many else 'one' if count == 1 else count} of them"


def _are(none: str, count: int, noun: str = "") -> str:
    if not count:
        return f"{none} is"
    return f"one {noun.removesuffix('s')}".strip() + " is" if count == 1 else f"{count} {noun}".strip() + " are"
