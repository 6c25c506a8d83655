"""Where a change is told on a release's page: with its track, with several tracks of a family, or with what all share."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.audience.names import Names, in_order
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.review.history import Step
from ladderc.view.refs import TrackRef
from ladderc.wording.change_texts import SEVERAL_TRACKS, SEVERAL_TRACKS_OF, WHOLE_FRAMEWORK


class Part(NamedTuple):
    """One part of a release's page; ``track`` where it is a track of today."""

    anchor: str
    name: str
    track: TrackRef | None
    changes: tuple[Change, ...]


def parts(step: Step, names: Names) -> tuple[Part, ...]:
    """The parts that have a change: family after family as maps show them, tracks that are gone, then the whole."""
    if step.before is None or step.after is None:
        return ()
    sides = (step.after, step.before)
    found: dict[str, list[Change]] = {}
    for change in step.changes:
        found.setdefault(_home(change, step), []).append(change)
    ordered = [*(one for one in _order(names) if one in found), *(one for one in found if one.startswith("gone-"))]
    ordered += [one for one in found if one not in ordered and one != "whole"]
    ordered += ["whole"] if "whole" in found else []
    return tuple(_part(home, tuple(found[home]), names, sides) for home in ordered)


def _home(change: Change, step: Step) -> str:
    tracks = list(dict.fromkeys(one.track for one in change.subjects if one.track))
    families = list(dict.fromkeys(one.family for one in change.subjects if one.family))
    if len(tracks) == 1:
        track = tracks[0]
        return f"track-{step.tracks[track]}" if track in step.tracks else f"gone-{track}"
    return f"family-{families[0]}" if len(families) == 1 else "whole"


def _order(names: Names) -> list[str]:
    framework = names.framework
    ordered: list[str] = []
    for family in framework.families:
        ordered.append(f"family-{family}")
        ordered += [f"track-{track.id}" for track in in_order(framework.tracks_of(family))]
    return list(dict.fromkeys(ordered))


def _part(home: str, changes: tuple[Change, ...], names: Names, sides: tuple[Framework, ...]) -> Part:
    kind, _, id = home.partition("-")
    anchor = home.lower()
    if kind == "track":
        track = names.track(id)
        return Part(anchor, track.name, track, changes)
    if kind == "gone":
        gone = next((side.tracks[id] for side in sides if id in side.tracks), None)
        return Part(anchor, names.text(gone.name) if gone else id, None, changes)
    if kind == "family":
        family = next((side.families[id] for side in (names.framework, *sides) if id in side.families), None)
        named = SEVERAL_TRACKS_OF.format(family=names.text(family.name) or id) if family and not family.implied else ""
        return Part(anchor, named or SEVERAL_TRACKS, None, changes)
    return Part(anchor, WHOLE_FRAMEWORK, None, changes)
