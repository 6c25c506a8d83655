"""A level cannot be built on itself, not even by way of others."""

from __future__ import annotations

from collections.abc import Mapping

from ladderc.finding import Related
from ladderc.link.faults import Faults
from ladderc.model.track import Track


def without_cycles(tracks: Mapping[str, Track], faults: Faults) -> dict[str, Track]:
    """The same tracks; in each circle of ``builds_on``, reported once, the first level builds on nothing."""
    levels = {level.key: level for track in tracks.values() for level in track.levels}
    settled: set[str] = set()
    cut: set[str] = set()
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
        settled.update(path)
    if not cut:
        return dict(tracks)
    return {
        id: track._replace(
            levels=tuple(level._replace(builds_on=None) if level.key in cut else level for level in track.levels)
        )
        for id, track in tracks.items()
    }
