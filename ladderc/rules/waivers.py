"""Declared exceptions: which findings a waiver covers on a day, and which waivers cover nothing."""

from __future__ import annotations

import datetime

from ladderc.finding import Finding, Related, Subject, Waived
from ladderc.model.catalogue import Waiver
from ladderc.model.text import plain
from ladderc.rules.judgement import Result
from ladderc.rules.placeholders import is_placeholder
from ladderc.span import Place


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether the rule is the waiver's and one subject has every part that the waiver names."""
    return waiver.rule == finding.rule and any(_names(waiver, subject) for subject in finding.subjects)


def expired(waiver: Waiver, today: str) -> bool:
    """Whether the last day has passed; a date that cannot be read counts as passed."""
    last = last_day(waiver)
    return last is None or last < datetime.date.fromisoformat(today)


def last_day(waiver: Waiver) -> datetime.date | None:
    """The last day on which the waiver counts, or None where its date cannot be read."""
    if len(waiver.expires) != len("2027-03-31"):
        return None  # shorter forms of ISO 8601 (20270331, 2027-W13-3) mislead more readers than they help
    try:
        return datetime.date.fromisoformat(waiver.expires)
    except ValueError:
        return None


def unwritten(waiver: Waiver) -> tuple[str, ...]:
    """The fields of reason and owner that say nothing, or only hold the place (``TODO``)."""
    said = {"reason": waiver.reason, "owner": plain(waiver.owner)}
    return tuple(field for field, text in said.items() if is_placeholder(text))


def apply(
    results: tuple[Result, ...], waivers: tuple[Waiver, ...], today: str, broken: tuple[Waiver, ...] = ()
) -> tuple[tuple[Result, ...], frozenset[int]]:
    """Mark the findings that waivers cover; also the positions of the waivers that matched any.

    A finding whose waiver has expired stays, with the waiver beside it, so that it does not look new.
    So does one whose waiver was begun and not filled in, or is one of the ``broken``.
    """
    used: set[int] = set()
    applied = []
    for result in results:
        finding = result.finding
        if finding is not None:
            for position, waiver in enumerate(waivers):
                if not covers(waiver, finding):
                    continue
                used.add(position)
                finding = _covered(finding, waiver, today)
            if not finding.waived and (meant := next((one for one in broken if covers(one, finding)), None)):
                beside = Related(meant.place, "its waiver has a mistake, so it covers nothing yet")
                finding = finding._replace(related=(*finding.related, beside))
        applied.append(result if finding is result.finding else result._replace(finding=finding))
    return _with_consequences(applied), frozenset(used)


def _with_consequences(results: list[Result]) -> tuple[Result, ...]:
    """What follows from a waived finding is waived with it."""
    waived = {one.finding.fingerprint: one.finding.waived for one in results if one.finding and one.finding.waived}
    return tuple(
        one._replace(finding=one.finding._replace(waived=waived[one.finding.because]))
        if one.finding and not one.finding.waived and one.finding.because in waived
        else one
        for one in results
    )


def place_of(waiver: Waiver, field: str) -> Place:
    """Where a field of the waiver stands."""
    return waiver.place._replace(route=(*waiver.place.route, field))


def subject_of(waiver: Waiver) -> Subject:
    """What the waiver is about."""
    return Subject(waiver.family, waiver.track, waiver.level, waiver.grade, waiver.zone)


def about(waiver: Waiver) -> str:
    """What the waiver is about, in words: ``track specialist, level S6``."""
    named = zip(("family", "track", "level", "grade", "zone"), subject_of(waiver), strict=True)
    return ", ".join(f"{part} `{value}`" for part, value in named if value)


def _covered(finding: Finding, waiver: Waiver, today: str) -> Finding:
    if expired(waiver, today):
        beside = Related(waiver.place, f"its waiver expired: `{waiver.expires}`")
        return finding._replace(related=(*finding.related, beside))
    if lacking := unwritten(waiver):
        why = {"reason": "gives no reason", "owner": "names no owner"}
        beside = Related(place_of(waiver, lacking[0]), f"its waiver {' and '.join(why[one] for one in lacking)}")
        return finding._replace(related=(*finding.related, beside))
    return finding._replace(waived=Waived(waiver.reason.plain, waiver.owner, waiver.expires))


def _names(waiver: Waiver, subject: Subject) -> bool:
    pairs = (
        (waiver.family, subject.family),
        (waiver.track, subject.track),
        (waiver.grade, subject.grade),
        (waiver.zone, subject.zone),
    )
    level = waiver.level is None or waiver.level in (subject.level, f"{subject.track}/{subject.level}")
    return level and all(wish is None or wish == has for wish, has in pairs)
