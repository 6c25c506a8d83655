"""What a log may say of a review when pay may not be shown there."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.finding import Finding
from ladderc.model.change import Change
from ladderc.review.review import Review

PAY_CHANGED = "pay-changed"
"""What every change of pay is called where pay may not be shown: rising or falling is a matter of pay, too."""


def without_pay(review: Review) -> Review:
    """The review without figures of pay, and without what tells whether pay rose or fell."""
    changes = tuple(_hidden(review.changes))
    results = tuple(
        result
        for result in review.judgement.results
        if result.finding is None or not (result.finding.rule == "worse-for-people" and result.finding.from_pay)
    )
    return review._replace(
        changes=changes,
        moved=tuple(one for one in review.moved if not one.from_pay),
        judgement=review.judgement._replace(results=results),
        mended=tuple(_mended(review.mended)),
    )


def _hidden(changes: Iterable[Change]) -> Iterable[Change]:
    """Changes of pay as one neutral sentence for each whom they reach; the others as they are, and before them."""
    shown = [change for change in changes if not change.pay]
    told: dict[str, Change] = {}
    for change in changes:
        if change.pay:
            told.setdefault(
                change.message_without_pay,
                change._replace(
                    kind=PAY_CHANGED,
                    message=change.message_without_pay,
                    impact="unclear",
                    reason="Pay is left out here; whoever may see it can type `ladderc diff --audience hr`.",
                    thing="",
                    wordings=(),
                    amounts=(),
                    unchanged=(),
                ),
            )
    return (*shown, *sorted(told.values(), key=lambda change: (change.effective, change.message)))


def _mended(findings: Iterable[Finding]) -> Iterable[Finding]:
    return (
        finding._replace(message=finding.message_without_pay, figures=()) if finding.from_pay else finding
        for finding in findings
    )
