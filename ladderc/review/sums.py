"""Folds the same change made at several levels into one entry that names them all."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ladderc.model.change import Change
from ladderc.review.bulk import in_bulk
from ladderc.review.naming import named
from ladderc.review.pairing import Pairing
from ladderc.review.words import word_by_word
from ladderc.rules.phrases import counted, level_name, listed

_FOLDED = frozenset({
    "expectation-added", "expectation-removed", "expectation-reworded", "expectation-raised", "expectation-lowered",
    "expectation-moved", "duty-added", "duty-removed", "duty-reworded", "metric-added", "metric-removed",
    "metric-reworded", "metric-target-raised", "metric-target-lowered", "recognition-added", "recognition-removed",
    "forum-seat-added", "forum-seat-removed", "promotion-bar-raised", "promotion-bar-lowered", "promotion-changed",
    "rating-raised", "rating-lowered", "decision-right-raised", "decision-right-lowered", "reports-changed",
    "audience-changed", "published", "withdrawn", "title-changed", "summary-reworded", "career-level-set",
    "career-level-cleared", "entry-opened", "entry-closed",
})  # fmt: skip
"""Kinds of which the same change is often made at many levels at once."""


_NAMES = 6
"""Of how many further levels the names are said; the rest is counted."""


def folded(changes: Iterable[Change], pairing: Pairing) -> list[Change]:
    """The changes, those that say the same of several levels as one, and many of one kind on a track as one."""
    groups: dict[object, list[Change]] = {}
    for change in changes:
        groups.setdefault(_same(change), []).append(change)
    sums = [members[0] if len(members) == 1 else _sum(members, pairing) for members in groups.values()]
    return in_bulk(sums, pairing.after)


def _same(change: Change) -> object:
    if change.kind not in _FOLDED or len(change.reaches) != 1:
        return id(change)
    figures = tuple((one.field, _step(one.before, one.after)) for one in change.amounts)
    words = tuple((one.language, _difference(one.before, one.after)) for one in change.wordings)
    return (change.kind, change.impact, _about(change), words, figures, change.subjects[0].family)


def _about(change: Change) -> str:
    """The dimension, list or field that a change is about, without its position in a list."""
    first, _, rest = change.thing.partition("/")
    if first.isdigit():  # a place in a list of its own: duties, metrics
        return rest
    return first


def _step(before: object, after: object) -> object:
    """What a figure did: so many months more are the same change wherever they begin."""
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        return after - before
    return (before, after)


def _difference(before: str, after: str) -> object:
    """What went and what came: another word for one thing is the same change in every sentence."""
    if not before or not after:
        return (before, after)
    return tuple((piece.text.strip(), piece.fate) for piece in word_by_word(before, after) if piece.fate != "same")


def _sum(members: list[Change], pairing: Pairing) -> Change:
    first = members[0]
    levels = [pairing.after.levels[change.reaches[0]] for change in members]
    tracks = dict.fromkeys(level.track for level in levels)
    also = dict.fromkeys(level.key for level in levels[1:] if level.key != levels[0].key)
    called = (
        level_name(level) if len(tracks) == 1 else named(pairing.after, level)
        for level in map(pairing.after.levels.__getitem__, also)
    )
    names = listed(called, most=_NAMES)
    texts = tuple(dict.fromkeys(wording for change in members for wording in change.wordings))
    figures = dict.fromkeys((amount.field, amount.before, amount.after) for one in members for amount in one.amounts)
    alike = len(texts) == len(first.wordings) and len(figures) == len(first.amounts)
    said = "the same" if alike else "likewise"
    more = f"{said} at {counted(len(also), 'more level')}: {names}" if also else f"{len(members) - 1} more likewise"
    return first._replace(
        message=f"{first.message.removesuffix('.')}; {more}.",
        subjects=tuple(dict.fromkeys(subject for change in members for subject in change.subjects)),
        reaches=tuple(dict.fromkeys(change.reaches[0] for change in members)),
        wordings=texts,
        amounts=first.amounts if alike else tuple(amount for change in members for amount in change.amounts),
    )
