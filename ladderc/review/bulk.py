"""Many different changes of one kind on a track as one entry: what was made in one go is read in one go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.rules.phrases import level_name, listed, track_name

_SAID = {
    "title-changed": "{} titles of {} change",
    "summary-reworded": "{} summaries of {} are worded differently",
    "level-renamed": "{} levels of {} have another id",
    "grade-raised": "{} levels of {} stand at a higher grade",
    "grade-lowered": "{} levels of {} stand at a lower grade",
    "expectation-added": "{} statements are newly asked of {}",
    "expectation-removed": "{} statements are no longer asked of {}",
    "expectation-raised": "{} statements ask for more of {}",
    "expectation-lowered": "{} statements ask for less of {}",
    "expectation-moved": "{} statements of {} stand under another dimension",
    "expectation-reworded": "{} statements of {} are worded differently",
    "rating-raised": "{} marks of {} rise",
    "rating-lowered": "{} marks of {} fall",
    "duty-added": "{} duties are new for {}",
    "duty-removed": "{} duties are gone for {}",
    "duty-reworded": "{} duties of {} are worded differently",
    "metric-added": "{} metrics are new for {}",
    "metric-removed": "{} metrics are gone for {}",
    "metric-reworded": "{} metrics of {} are described differently",
    "metric-target-raised": "{} targets of {} are harder to meet",
    "metric-target-lowered": "{} targets of {} are easier to meet",
    "promotion-changed": "{} terms of promotion are different for {}",
    "promotion-bar-raised": "{} terms of promotion are harder for {}",
    "promotion-bar-lowered": "{} terms of promotion are easier for {}",
}
"""The kinds that come in bulk, and how so many of them on a track, or on several, are told."""

_MANY = 6
"""From how many changes of one kind on a track on they are told together; our own choice."""

_IN_ALL = 10
"""From how many of them in a family on they are told track by track, however few a track has; our own choice."""

_TRACKS = 4
"""Of how many tracks in a family changes in bulk are told track by track; above, the family is told as one."""


def in_bulk(changes: Iterable[Change], framework: Framework) -> list[Change]:
    """The changes, with those that are many of one kind on one track as one, and those of many tracks as one a family."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_group(change), []).append(change)
    totals: Counter[tuple[object, ...]] = Counter()
    for key, members in groups.items():
        totals[key[:3]] += len(members)
    many = {
        key: members
        for key, members in groups.items()
        if key[0] in _SAID and (len(members) >= _MANY or (len(members) > 1 and totals[key[:3]] >= _IN_ALL))
    }
    found = [change for key, members in groups.items() if key not in many for change in members]
    families: dict[tuple[object, ...], list[list[Change]]] = {}
    for key, members in many.items():
        families.setdefault(key[:3], []).append(members)
    for several in families.values():
        together = several if len(several) <= _TRACKS else [[change for members in several for change in members]]
        found += [_one(members, framework) for members in together]
    return found


def _group(change: Change) -> tuple[object, ...]:
    tracks = {subject.track for subject in change.subjects}
    if change.kind not in _SAID or len(tracks) != 1:
        return (None, id(change))
    return (change.kind, change.impact, change.subjects[0].family, change.subjects[0].track)


def _one(members: list[Change], framework: Framework) -> Change:
    first = members[0]
    reaches = tuple(dict.fromkeys(key for change in members for key in change.reaches))
    levels = [framework.levels[key] for key in reaches]
    tracks = dict.fromkeys(level.track for level in levels)
    whose = listed((track_name(framework.tracks[id]) for id in tracks), most=_TRACKS)
    said = _SAID[first.kind].format(len(members), whose)
    return first._replace(
        message=f"{said}: {listed((level_name(level) for level in levels), most=_MANY)}.",
        subjects=tuple(dict.fromkeys(subject for change in members for subject in change.subjects)),
        thing="",
        reaches=reaches,
        wordings=tuple(wording for change in members for wording in change.wordings),
        amounts=tuple(amount for change in members for amount in change.amounts),
    )
