"""The finished review: every change and finding with its line, and the sentences to begin with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from ladderc.finding import Finding, Severity
from ladderc.model.change import IMPACTS, Change, Impact, RatioMoved
from ladderc.model.framework import Framework
from ladderc.report.changes.hidden import without_pay
from ladderc.report.report import Item, make_report
from ladderc.review.review import Review
from ladderc.review.story import story
from ladderc.rules.phrases import level_name
from ladderc.sources.document import Reading
from ladderc.sources.places import locate
from ladderc.span import Span


class ChangeItem(NamedTuple):
    """One change, found: ``span`` is in the older file where the change's ``gone`` is true.

    ``open`` is the finding that asks somebody to stand by it, ``acknowledged`` the one that somebody answered.
    """

    change: Change
    span: Span
    open: Finding | None
    acknowledged: Finding | None


class ChangeReport(NamedTuple):
    """Everything that a format prints of a review.

    ``base`` and ``head`` name the two states. ``story`` has the sentences to begin with.
    ``findings`` are what fails or warns, the worst first, without the worse changes, which carry their own;
    ``acknowledged`` are those that somebody stands by. ``names`` gives a level's name by its key, of both states.
    """

    name: str
    base: str
    head: str
    today: datetime.date
    story: tuple[str, ...]
    changes: tuple[ChangeItem, ...]
    moved: tuple[RatioMoved, ...]
    findings: tuple[Item, ...]
    acknowledged: tuple[Item, ...]
    mended: tuple[Finding, ...]
    names: Mapping[str, str]
    framework: Framework
    pay_hidden: bool
    prefix: str = ""
    fail_on: Severity = Severity.ERROR

    def path(self, file: str) -> str:
        """A file of the framework as the reader of the answer finds it."""
        return self.prefix + file

    def of(self, impact: Impact) -> tuple[ChangeItem, ...]:
        """The changes of one impact."""
        return tuple(item for item in self.changes if item.change.impact == impact)

    def counts(self) -> dict[Impact, int]:
        """How many changes there are of each impact, the worst first."""
        return {impact: len(self.of(impact)) for impact in IMPACTS}

    def unanswered(self) -> tuple[Finding, ...]:
        """Every finding that nobody has acknowledged, the worst first."""
        found = [item.finding for item in self.findings]
        found += [item.open for item in self.changes if item.open]
        return tuple(sorted(found, key=lambda finding: -finding.severity.rank))

    def worst(self) -> Severity:
        """The severity of the worst finding that nobody has acknowledged; ``off`` without any."""
        return max(
            (one.severity for one in self.unanswered()), key=lambda severity: severity.rank, default=Severity.OFF
        )


def make_change_report(
    review: Review,
    readings: tuple[Reading, Reading],
    states: tuple[str, str],
    today: datetime.date,
    *,
    show_pay: bool,
) -> ChangeReport:
    """Find every line in the older and the newer files, and hide pay where it may not be shown."""
    shown = review if show_pay else without_pay(review)
    made = make_report(readings[1], (), shown.after, shown.judgement, today, show_pay=show_pay)
    worse = {
        item.finding.discriminator: item.finding
        for item in (*made.items, *made.waived)
        if item.finding.rule == "worse-for-people"
    }
    return ChangeReport(
        name=made.name,
        base=states[0],
        head=states[1],
        today=today,
        story=story(shown),
        changes=_found(shown, readings, worse),
        moved=shown.moved,
        findings=tuple(item for item in made.items if item.finding.rule != "worse-for-people"),
        acknowledged=made.waived,
        mended=shown.mended,
        names=_names(review),
        framework=review.after,
        pay_hidden=not show_pay and _has_pay(review),
    )


def _found(review: Review, readings: tuple[Reading, Reading], worse: Mapping[str, Finding]) -> tuple[ChangeItem, ...]:
    places: tuple[dict[str, list[Change]], dict[str, list[Change]]] = ({}, {})
    for change in review.changes:
        places[0 if change.gone else 1].setdefault(change.place.file, []).append(change)
    spans = [
        {
            (file, place): span
            for file, changes in files.items()
            for place, span in locate(reading.contents.get(file, b""), [one.place for one in changes]).items()
        }
        for files, reading in zip(places, readings, strict=True)
    ]
    found = []
    for change in review.changes:
        finding = worse.get(change.fingerprint)
        span = spans[0 if change.gone else 1][change.place.file, change.place]
        answered = finding if finding and finding.waived else None
        found.append(ChangeItem(change, span, None if answered else finding, answered))
    return tuple(found)


def _names(review: Review) -> dict[str, str]:
    both = {**review.before.levels, **review.after.levels}
    return {key: level_name(level) for key, level in both.items()}


def _has_pay(review: Review) -> bool:
    """Whether anything of the review is a matter of pay; figures of parity that moved follow from changes of pay."""
    found = (*review.judgement.findings, *review.mended)
    return any(change.pay for change in review.changes) or any(finding.from_pay for finding in found)
