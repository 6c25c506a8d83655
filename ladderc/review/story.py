"""What a change comes to, in a few sentences: the widest one-sided change, the gap it makes, what it opens and mends."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ladderc.model.change import Change
from ladderc.review.gaps import gaps, told
from ladderc.review.review import Review
from ladderc.rules.phrases import counted


def story(review: Review) -> tuple[str, ...]:
    """At most four sentences, the weightiest first; empty where nothing changed."""
    if not review.changes:
        return ()
    sentences = [change.message for change in _weightiest(review.changes)]
    widest = next((gap for gap in gaps(review.moved) if gap.widened), None)
    if widest:
        sentences.insert(1, told(review.after, widest))
    return (*sentences, _counted(review))


def _weightiest(changes: Sequence[Change]) -> list[Change]:
    """What some get and their counterparts do not, the largest first; then what is worse; else what comes first."""
    one_sided = [change for change in changes if change.unchanged and change.reaches]
    worse = [change for change in changes if change.impact == "worse" and change not in one_sided]
    ordered = sorted(one_sided, key=lambda change: (-_size(change), -len(change.reaches)))
    return (ordered[:1] + worse[:1]) or list(changes[:1])


def _size(change: Change) -> Decimal:
    return max((abs(amount.growth) for amount in change.amounts if amount.growth is not None), default=Decimal(0))


def _counted(review: Review) -> str:
    open_ = [finding for finding in review.judgement.findings if not finding.waived]
    worse = sum(1 for change in review.changes if change.impact == "worse")
    opened = sum(1 for finding in open_ if finding.rule == "parity-regression")
    all_of_them = f"{len(review.changes)} changes" if len(review.changes) > 1 else "One change"
    which = "none" if not worse else "all" if worse == len(review.changes) > 1 else str(worse)
    said = f"{all_of_them}, {which} of them worse for people there" if len(review.changes) > 1 else all_of_them
    gaps_said = counted(opened, "finding is new or grew", "findings are new or grew")
    return f"{said}; {gaps_said}, {counted(len(review.mended), 'is mended', 'are mended')}.".replace("no is", "none is")
