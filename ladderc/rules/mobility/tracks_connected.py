"""From every track a way leads to every other, from the managers' lowest grade upwards.

Why
---
People change, and so does the work; a choice at thirty should not bind at fifty.
Where one track cannot be left, people leave the firm instead.
Where one cannot be entered, it belongs to those who started there.

Source
------
J: "real options".
A way may pass other tracks, and it may be any step: a move, a return, a promotion, a branch.
Only what stands at or above the managers' lowest grade counts; tracks of executive levels alone are left out.
One finding a family says which tracks are cut off.

Bad
---
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    moves:
      - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    id: project-leadership  # <- here
    moves:
      - {from: P4, to: specialist/S4, kind: lateral, pay: protected}

Good
----
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    moves:
      - {from: S4, to: people-leadership/M4, kind: lateral, pay: protected}
    # tracks/project-leadership.yaml
    id: project-leadership
    moves:
      - {from: P4, to: specialist/S4, kind: lateral, pay: protected}
    # tracks/people-leadership.yaml
    moves:
      - {from: M5, to: project-leadership/P5, kind: return, pay: protected}

When to waive
-------------
When a track asks for a licence that takes years, so that one enters it before the others or not at all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.paths import in_words
from ladderc.rules.phrases import family_name, listed, track_name
from ladderc.span import Place

Roads = Mapping[str, frozenset[str]]


class _Map(NamedTuple):
    """The tracks at and above the fork, the levels of each there, and which track leads to which."""

    tracks: Mapping[str, Track]
    levels: Mapping[str, tuple[Level, ...]]
    out: Roads
    back: Roads


class _CutOff(NamedTuple):
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
        return (*self.no_way_out, *self.no_way_in, *self.neither)


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    facts = case.facts
    if facts.fork is None:
        yield case.not_judged("a managers' track, whose lowest grade is where the choice begins")
        return
    if facts.lacks_moves():
        yield case.not_judged("a move between two tracks (`no-moves-declared`)")
        return
    tracks = _map(case, facts.fork)
    if len(tracks.tracks) < 2:
        yield case.not_judged(f"a second track at {case.framework.grades[facts.fork].id} or above")
        return
    figures = (Figure("tracks", len(tracks.tracks), "tracks"),)
    start = next(iter(tracks.tracks))
    if len(_ahead(tracks.out, start) & _ahead(tracks.back, start)) == len(tracks.tracks):
        yield case.holds(figures=figures)
    else:
        yield _fails(case, tracks, _cut_off(tracks), figures)


def _map(case: Case, fork: int) -> _Map:
    facts = case.facts
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
    return _Map(tracks, levels, _fixed(out), _fixed(back))


def _fixed(roads: Mapping[str, set[str]]) -> Roads:
    return {id: frozenset(others) for id, others in roads.items()}


def _ahead(roads: Roads, start: str) -> frozenset[str]:
    """The tracks that roads lead to from one, itself included."""
    seen = {start}
    queue = deque(seen)
    while queue:
        new = roads[queue.popleft()] - seen
        seen |= new
        queue.extend(new)
    return frozenset(seen)


def _cut_off(tracks: _Map) -> _CutOff:
    """What stands apart from the largest set of tracks that all lead to each other.

    Of sets as large, the one with a track off the management ladder, then the one that more ways lead to and from.
    """

    def weight(ring: frozenset[str]) -> tuple[int, bool, int]:
        beside = any(tracks.tracks[id].kind != "people-leadership" for id in ring)
        return len(ring), beside, sum(len(tracks.out[id]) + len(tracks.back[id]) for id in ring)

    rings = []
    waiting = list(tracks.tracks)
    while waiting:
        ring = _ahead(tracks.out, waiting[0]) & _ahead(tracks.back, waiting[0])
        rings.append(ring)
        waiting = [id for id in waiting if id not in ring]
    rest = max(rings, key=weight)
    one = next(id for id in tracks.tracks if id in rest)
    entered, left = _ahead(tracks.out, one), _ahead(tracks.back, one)

    def those(ids: Iterable[str]) -> tuple[Track, ...]:
        chosen = frozenset(ids)
        return tuple(track for id, track in tracks.tracks.items() if id in chosen)

    every = frozenset(tracks.tracks)
    even = sum(weight(ring) == weight(rest) for ring in rings) > 1
    return _CutOff(even, those(rest), those(left - entered), those(entered - left), those(every - entered - left))


def _fails(case: Case, tracks: _Map, cut: _CutOff, figures: tuple[Figure, ...]) -> Verdict:
    facts = case.facts
    assert facts.fork is not None, "a family without managers is not judged"
    rest = listed(track_name(track) for track in cut.rest)
    lines = [
        f"{family_name(facts.family)}: at {case.framework.grades[facts.fork].id} and above, "
        "not every track leads to every other."
    ]
    if cut.no_way_out:
        lines.append(f"From {_names(cut.no_way_out)} no way leads to {rest}.{_one_way(case, tracks, cut, out=False)}")
        lines += _mend(tracks, cut.no_way_out, cut.rest)
    if cut.no_way_in:
        lines.append(f"From {rest} no way leads to {_names(cut.no_way_in)}.{_one_way(case, tracks, cut, out=True)}")
        lines += _mend(tracks, cut.rest, cut.no_way_in)
    if cut.neither:
        lines.append(f"No way leads from {_names(cut.neither)} to {rest}, nor back.")
        lines += [*_mend(tracks, cut.neither, cut.rest), *_mend(tracks, cut.rest, cut.neither)]
    apart = {track.id for track in cut.tracks}
    managers = {track.id for track in facts.management}
    only_back = not cut.no_way_in and not cut.neither and all(track.id in managers for track in cut.no_way_out)
    return case.fails(
        "\n".join(lines),
        _place(cut.tracks[0], cut),
        *(case.subject(track=tracks.tracks[id]) for id in sorted(tracks.tracks) if cut.even or id in apart),
        figures=(*figures, Figure("tracks cut off", len(cut.tracks), "tracks")),
        related=tuple(Related(track.place, "is cut off too") for track in cut.tracks[1:]),
        topic="management-not-left" if only_back else "not-entered" if cut.no_way_in or cut.neither else "",
    )


def _names(tracks: tuple[Track, ...]) -> str:
    return listed(track_name(track) for track in tracks)


def _one_way(case: Case, tracks: _Map, cut: _CutOff, *, out: bool) -> str:
    """The shortest way in the one direction that there is."""
    apart = tracks.levels[(cut.no_way_in if out else cut.no_way_out)[0].id]
    here, there = apart, tuple(level for track in cut.rest for level in tracks.levels[track.id])
    starts, goals = (here, there) if out else (there, here)
    path = case.facts.ways.shortest_path([level.key for level in starts], {level.key for level in goals})
    return f" The other way round it is {in_words(path)}." if path else ""


def _mend(tracks: _Map, sources: tuple[Track, ...], targets: tuple[Track, ...]) -> Iterator[str]:
    """The move to type: between the first two tracks that share a grade, at the lowest that they do."""
    managing = {track.id for track in targets if track.kind == "people-leadership"}
    at = {(track.id, level.grade): level for track in targets for level in tracks.levels[track.id]}
    for source in sources:
        for level in tracks.levels[source.id]:
            there = next((at[track.id, level.grade] for track in targets if (track.id, level.grade) in at), None)
            if there:
                back = source.kind == "people-leadership" and there.track not in managing
                kind = "return" if back else "lateral"
                move = f"`{{from: {level.id}, to: {there.key}, kind: {kind}, pay: protected}}`"
                yield f"Write under `moves` of {track_name(source)}: {move}"
                return
    yield f"They share no grade: write a move of kind `promotion` from {track_name(sources[0])} to {track_name(targets[0])}."


def _place(track: Track, cut: _CutOff) -> Place:
    """The moves that lack one, where the track has some and cannot be left; else the track."""
    return track.at("moves") if track in cut.no_way_out and "moves" in track.given else track.place


RULE = rule(__name__, check, severity=Severity.WARNING)
