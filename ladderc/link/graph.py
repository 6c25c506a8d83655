"""The career graph: rungs, branches and moves between levels, and the levels that people start at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ladderc.model.graph import CareerGraph, Step
from ladderc.model.track import Track


def career_graph(tracks: Mapping[str, Track], rank: Mapping[str, int]) -> CareerGraph:
    """All steps (rungs, then branches, then moves, each in the order of the files) and the entry levels.

    Drafts are part of it: they are what the firm is about to have.
    ``rank`` is each grade's position on the spine.
    """
    ladders = [track for track in tracks.values() if track.levels]
    families = tuple(dict.fromkeys(family for track in ladders for family in track.families))
    by_family = {family: [track for track in ladders if family in track.families] for family in families}
    branches = dict.fromkeys(
        Step(track.levels[-1].key, target, "branch", None)
        for track in ladders
        for target in _branches(track, by_family, rank)
    )
    moves = (Step(move.source, move.target, move.kind, move) for track in ladders for move in track.moves)
    return CareerGraph((*_rungs(ladders), *branches, *moves), _entries(ladders, by_family))


def _rungs(ladders: list[Track]) -> Iterator[Step]:
    for track in ladders:
        for lower, upper in zip(track.levels, track.levels[1:], strict=False):
            yield Step(lower.key, upper.key, "rung", None)


def _branches(stem: Track, by_family: Mapping[str, list[Track]], rank: Mapping[str, int]) -> Iterator[str]:
    """Where the top of a common stem leads: what it lists, else every track that starts on the next grade in use.

    The next grade is counted in each family apart; a track that starts higher or lower has no branch.
    """
    if stem.kind != "common":
        return
    if stem.branches is not None:
        yield from stem.branches
        return
    top = rank[stem.levels[-1].grade]
    for family in stem.families:
        above = [rank[level.grade] for track in by_family[family] for level in track.levels]
        following = min((grade for grade in above if grade > top), default=None)
        for track in by_family[family]:
            if track.id != stem.id and rank[track.levels[0].grade] == following:
                yield track.levels[0].key


def _entries(ladders: list[Track], by_family: Mapping[str, list[Track]]) -> tuple[str, ...]:
    """First levels of the stems, or of every track of a family without one, and those marked ``entry``."""
    without_stem = {
        family for family, members in by_family.items() if not any(track.kind == "common" for track in members)
    }
    return tuple(
        level.key
        for track in ladders
        for position, level in enumerate(track.levels)
        if level.entry
        or (position == 0 and (track.kind == "common" or any(family in without_stem for family in track.families)))
    )
