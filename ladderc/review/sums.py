"""Folds the same change made at several levels into one entry that names them all."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.model.change import Change
from ladderc.review.pairing import Pairing
from ladderc.rules.phrases import counted, level_name, listed, track_name

_FOLDED = frozenset({
    "expectation-added", "expectation-removed", "expectation-reworded", "duty-added", "duty-removed", "metric-added",
    "metric-removed", "recognition-added", "recognition-removed", "forum-seat-added", "forum-seat-removed",
    "promotion-bar-raised", "promotion-bar-lowered", "promotion-changed", "rating-raised", "rating-lowered",
    "decision-right-raised", "decision-right-lowered", "reports-changed", "audience-changed", "published", "withdrawn",
})  # fmt: skip
"""Kinds of which the same change is often made at many levels at once."""


def folded(changes: Iterable[Change], pairing: Pairing) -> list[Change]:
    """The changes, those that say the same of several levels as one."""
    groups: dict[object, list[Change]] = {}
    for change in changes:
        groups.setdefault(_same(change), []).append(change)
    return [members[0] if len(members) == 1 else _sum(members, pairing) for members in groups.values()]


def _same(change: Change) -> object:
    if change.kind not in _FOLDED or len(change.reaches) != 1:
        return (change.fingerprint, change.place, change.gone)
    figures = tuple((amount.field, amount.before, amount.after) for amount in change.amounts)
    return (change.kind, change.thing.split("/")[0], change.wordings, figures, change.subjects[0].family)


def _sum(members: list[Change], pairing: Pairing) -> Change:
    first = members[0]
    levels = [pairing.after.levels[change.reaches[0]] for change in members]
    tracks = dict.fromkeys(level.track for level in levels)
    also = levels[1:]
    names = listed(
        (
            level_name(level)
            if len(tracks) == 1
            else f"{level_name(level)} ({track_name(pairing.after.tracks[level.track])})"
        )
        for level in also
    )
    message = f"{first.message.removesuffix('.')}; the same at {counted(len(also), 'more level')}: {names}."
    return first._replace(
        message=message,
        subjects=tuple(subject for change in members for subject in change.subjects),
        reaches=tuple(change.reaches[0] for change in members),
        thing=first.thing,
    )
