"""A level cannot be built on itself, not even by way of others, nor on others without end."""

from __future__ import annotations

from collections.abc import Mapping

from ladderc.finding import Related
from ladderc.link.faults import Faults
from ladderc.model.level import Level
from ladderc.model.track import Track

MOST_BUILT = 200
"""Most levels that may build on each other in one chain: whatever one asks, all above it ask too."""


def without_cycles(tracks: Mapping[str, Track], faults: Faults) -> dict[str, Track]:
    """The same tracks; in each circle of ``builds_on``, reported once, the first level builds on nothing.

    Nor does a level that would make a chain too long.
    """
    levels = {level.key: level for track in tracks.values() for level in track.levels}
    settled: set[str] = set()
    cut: set[str] = set()
    height: dict[str, int] = {}
    for start in levels:
        path: dict[str, None] = {}
        key: str | None = start
        while key in levels and key not in settled and key not in path:
            path[key] = None
            key = levels[key].builds_on
        if key in path:
            circle = [*path][[*path].index(key) :]
            first = min(circle, key=[*levels].index)
            turned = circle[circle.index(first) :] + circle[: circle.index(first)]
            cut.add(first)
            faults.report(
                "builds-on-cycle",
                f"Level {levels[first].id} of {tracks[levels[first].track].name.plain} builds on itself: "
                f"{' → '.join([*turned, first])}.\n"
                "Take `builds_on` out of the lowest of them.",
                levels[first].at("builds_on"),
                tuple(Related(levels[one].at("builds_on"), f"{one} builds on the next") for one in turned[1:]),
            )
        for one in reversed(path):
            below = None if one in cut else levels[one].builds_on
            height[one] = height.get(below or "", 0) + 1
            if height[one] > MOST_BUILT:
                cut.add(one)
                height[one] = 1
                _report_too_many(levels[one], tracks, faults)
        settled.update(path)
    if not cut:
        return dict(tracks)
    return {
        id: track._replace(
            levels=tuple(level._replace(builds_on=None) if level.key in cut else level for level in track.levels)
        )
        for id, track in tracks.items()
    }


def _report_too_many(level: Level, tracks: Mapping[str, Track], faults: Faults) -> None:
    name = f"Level {level.id} of {tracks[level.track].name.plain}"
    message = f"{name}: more than {MOST_BUILT} levels build on each other here, one on the next."
    faults.report("too-many", f"{message}\nTake `builds_on` out, and write what the level asks.", level.at("builds_on"))
