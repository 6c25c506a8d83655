"""What a log may say of a review when pay may not be shown there (docs/decisions/0014)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ladderc.model.change import IMPACTS, Change
from ladderc.report.secrecy import without_pay as finding_without_pay
from ladderc.review.kinds import PAY_CHANGED
from ladderc.review.review import Review
from ladderc.rules.judgement import Result
from ladderc.rules.phrases import family_name, listed, track_name
from ladderc.wording.numbers import english_day

REASON = "Pay is left out here; whoever may see it can type `ladderc diff --audience hr`."


def without_pay(review: Review) -> Review:
    """The review without figures of pay, and without what tells whether pay rose or fell."""
    touched = any(change.pay for change in review.changes)
    results = tuple(result for result in review.judgement.results if not _tells_direction(result, touched))
    return review._replace(
        changes=tuple(_hidden(review)),
        moved=tuple(one for one in review.moved if not one.from_pay),
        judgement=review.judgement._replace(results=results),
        mended=tuple(map(finding_without_pay, review.mended)),
    )


def _tells_direction(result: Result, touched: bool) -> bool:
    """That a change of pay is worse is its direction; so is whether an acknowledgement of it was of use."""
    finding = result.finding
    if finding is None:
        return False
    # that an acknowledgement was not filled in tells nothing of what it would have answered
    unused = finding.rule == "ack-unused" and finding.place.route[-1:] not in (("reason",), ("who",))
    return (finding.rule == "worse-for-people" and finding.from_pay) or (unused and touched)


def _hidden(review: Review) -> list[Change]:
    """Changes of pay as one sentence for each whom they reach, before the others that are unclear."""
    shown = [_with_other_words(change) for change in review.changes if not change.pay]
    pay = [*_bands(review), *_terms(review.changes)]
    pay.sort(key=lambda change: (change.effective, change.message))
    return sorted((*pay, *shown), key=lambda change: IMPACTS.index(change.impact))


def _with_other_words(change: Change) -> Change:
    """A change that is none of pay, without words of an author that are for HR alone."""
    if not change.message_without_pay:
        return change
    return change._replace(message=change.message_without_pay, wordings=())


def _bands(review: Review) -> Iterator[Change]:
    """All that happened to the bands of one track, or of all that share them, as one: which rose together is hidden, too."""
    groups: dict[object, list[Change]] = {}
    for change in review.changes:
        if change.pay and _is_band(change):
            key = (change.effective, change.gone, change.place.file, change.subjects)
            groups.setdefault(key, []).append(change)
    for members in groups.values():
        used = {grade for change in members for grade in change.thing.split("/")}
        grades = [grade.id for grade in review.after.grades if grade.id in used]
        grades += sorted(used - set(grades))
        touched = {key for change in members for key in change.reaches}
        reaches = tuple(key for key in {**review.before.levels, **review.after.levels} if key in touched)
        first = min(members, key=lambda change: [(isinstance(step, str), step) for step in change.place.route])
        span = f"{grades[0]} to {grades[-1]}" if len(grades) > 2 else listed(grades)
        zone = next((f" in zone {subject.zone}" for subject in first.subjects if subject.zone), "")
        day = english_day(datetime.date.fromisoformat(first.effective))
        about = f"From {day} the pay of {_who(review, first, reaches)} at {span}{zone}"
        told = _told(first, f"{about} is written differently.")._replace(thing="/".join(grades), reaches=reaches)
        if all(_is_first(review, change) for change in members):  # what has no former state neither rose nor fell
            told = told._replace(message=f"{about} is written down.", impact=first.impact, reason=first.reason)
        yield told


def _is_first(review: Review, change: Change) -> bool:
    """Whether nothing was written before of the pay of these families, so that the change is as open as its new file."""
    if change.kind not in ("band-added", "pay-exception-added"):
        return False
    families = {subject.family for subject in change.subjects if subject.family}
    return not any(
        not one.families or not families or families & set(one.families) for one in review.before.pay_structures
    )


def _is_band(change: Change) -> bool:
    return change.kind.startswith(("band-", "bonus-", "equity-", "pay-exception-", "market-"))


def _terms(changes: Iterable[Change]) -> Iterator[Change]:
    """Factors of zones and terms of a file, each once."""
    told: dict[tuple[str, str], Change] = {}
    for change in changes:
        if change.pay and not _is_band(change):
            told.setdefault((change.message_without_pay, change.place.file), change)
    for change in told.values():
        yield _told(change, change.message_without_pay)


def _told(change: Change, message: str) -> Change:
    return change._replace(
        kind=PAY_CHANGED,
        message=message,
        impact="unclear",
        reason=REASON,
        thing="",
        wordings=(),
        amounts=(),
        unchanged=(),
    )


def _who(review: Review, change: Change, reaches: tuple[str, ...]) -> str:
    """The track that has bands of its own; else the tracks reached, by their family's name where they are all of it."""
    tracks = {**review.before.tracks, **review.after.tracks}
    families = {**review.before.families, **review.after.families}
    own = next((subject.track for subject in change.subjects if subject.track in tracks), None)
    if own:
        return track_name(tracks[own])
    named = [families[one.family] for one in change.subjects if one.family in families]
    levels = {**review.before.levels, **review.after.levels}
    reached = dict.fromkeys(levels[key].track for key in reaches)
    grades = {levels[key].grade for key in reaches}
    ids = {family.id for family in named or families.values()}
    everybody = {
        level.track for level in levels.values() if level.grade in grades and ids & set(tracks[level.track].families)
    }
    if reached and set(reached) != everybody:
        return listed(track_name(tracks[id]) for id in reached)
    return f"all of {listed(map(family_name, named))}" if named and len(families) > 1 else "every track"
