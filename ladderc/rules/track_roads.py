"""Which track leads to which, at and above the managers' lowest grade, and which are cut off from the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.facts import FamilyFacts

Roads = Mapping[str, frozenset[str]]


class TrackRoads(NamedTuple):
    """The tracks at and above the fork, the levels of each there, and which track leads to which."""

    tracks: Mapping[str, Track]
    levels: Mapping[str, tuple[Level, ...]]
    out: Roads
    back: Roads


class CutOff(NamedTuple):
    """The tracks that cannot be entered from the rest, cannot be left for it, or both.

    ``even`` where others could as well be called the rest.
    """

    even: bool
    rest: tuple[Track, ...]
    no_way_in: tuple[Track, ...]
    no_way_out: tuple[Track, ...]
    neither: tuple[Track, ...]

    @property
    def tracks(self) -> tuple[Track, ...]:
        """All of them."""
        return (*self.no_way_out, *self.no_way_in, *self.neither)


def track_roads(facts: FamilyFacts, fork: int) -> TrackRoads:
    """The roads of a family; tracks of executive levels alone are left out."""
    tracks, levels = {}, {}
    beside, managing = (sorted(side, key=lambda track: track.id) for side in (facts.others, facts.management))
    for track in (*beside, *managing):
        high = tuple(level for level in track.levels if facts.rank_of(level) >= fork)
        if any(level.grade not in facts.executive for level in high):
            tracks[track.id], levels[track.id] = track, high
    home = {level.key: id for id, high in levels.items() for level in high}
    out: dict[str, set[str]] = {id: set() for id in tracks}
    back: dict[str, set[str]] = {id: set() for id in tracks}
    for key, id in home.items():
        for step in facts.ways.leaving.get(key, ()):
            other = home.get(step.target)
            if other is not None and other != id:
                out[id].add(other)
                back[other].add(id)
    return TrackRoads(tracks, levels, _fixed(out), _fixed(back))


def _fixed(roads: Mapping[str, set[str]]) -> Roads:
    return {id: frozenset(others) for id, others in roads.items()}


def ahead(roads: Roads, start: str) -> frozenset[str]:
    """The tracks that roads lead to from one, itself included."""
    seen = {start}
    queue = deque(seen)
    while queue:
        new = roads[queue.popleft()] - seen
        seen |= new
        queue.extend(new)
    return frozenset(seen)


def cut_off(tracks: TrackRoads) -> CutOff:
    """What stands apart from the largest set of tracks that all lead to each other.

    Of sets as large, the one with a track off the management ladder, then the one that more ways lead to and from.
    """

    def weight(ring: frozenset[str]) -> tuple[int, bool, int]:
        beside = any(tracks.tracks[id].kind != "people-leadership" for id in ring)
        return len(ring), beside, sum(len(tracks.out[id]) + len(tracks.back[id]) for id in ring)

    rings = []
    waiting = list(tracks.tracks)
    while waiting:
        ring = ahead(tracks.out, waiting[0]) & ahead(tracks.back, waiting[0])
        rings.append(ring)
        waiting = [id for id in waiting if id not in ring]
    rest = max(rings, key=weight)
    one = next(id for id in tracks.tracks if id in rest)
    entered, left = ahead(tracks.out, one), ahead(tracks.back, one)

    def those(ids: Iterable[str]) -> tuple[Track, ...]:
        chosen = frozenset(ids)
        return tuple(track for id, track in tracks.tracks.items() if id in chosen)

    every = frozenset(tracks.tracks)
    even = sum(weight(ring) == weight(rest) for ring in rings) > 1
    return CutOff(even, those(rest), those(left - entered), those(entered - left), those(every - entered - left))
