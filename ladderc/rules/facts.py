"""What rules ask about a family, worked out once: its management tracks, the others, fork, apex, references."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ladderc.model.catalogue import Family
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.paths import Network, network

MOST_EXECUTIVE = 2
"""How many grades ``executive`` may excuse, unless ``executive-scope`` sets another number."""


class References(NamedTuple):
    """The management levels that a level is compared with.

    ``levels`` stand at the level's grade (empty: no comparison).
    ``named`` is true where ``counterpart`` or ``leads`` chose them;
    otherwise a shortfall is certain only where every one of them is missed.
    """

    levels: tuple[Level, ...]
    named: bool


class FamilyFacts(NamedTuple):
    """One family as the rules see it; sets keep the order of the files.

    ``management`` are M: the family's people-leadership tracks, or those that lead it from elsewhere.
    ``others`` are A: its other tracks but the ``stem`` (C: its common tracks).
    ``fork`` and ``apex`` are ranks of grades: M's lowest, and M's highest that is not executive.
    ``executive`` are the grades excused from comparison.
    ``foreign_management`` is true where M comes from another family.
    ``ways`` is the whole framework's career graph, ready to be searched.
    """

    family: Family
    management: tuple[Track, ...]
    others: tuple[Track, ...]
    stem: tuple[Track, ...]
    foreign_management: bool
    fork: int | None
    apex: int | None
    executive: frozenset[str]
    rank: Mapping[str, int]
    at: Mapping[tuple[str, str], Level]
    ways: Network

    def rank_of(self, level: Level) -> int:
        """The rank of the level's grade, 0 at the lowest."""
        return self.rank[level.grade]

    def level_at(self, track: Track, grade: str) -> Level | None:
        """The track's level at a grade."""
        return self.at.get((track.id, grade))

    def other_levels(self) -> tuple[Level, ...]:
        """Every level of A, track by track."""
        return tuple(level for track in self.others for level in track.levels)

    def management_levels(self) -> tuple[Level, ...]:
        """Every level of M, track by track."""
        return tuple(level for track in self.management for level in track.levels)

    def level_keys(self) -> frozenset[str]:
        """The keys of every level of the family and of those who lead it."""
        return frozenset(level.key for level in self.at.values())

    def declares_move(self) -> bool:
        """Whether a move was written from or to any of the family's own levels."""
        return any(level.key in self.ways.moved for track in self.own_tracks() for level in track.levels)

    def lacks_moves(self) -> bool:
        """Whether several tracks stand beside each other with no move written, which ``no-moves-declared`` tells."""
        return len(self.others) + len(self.management) > 1 and not self.declares_move()

    def own_tracks(self) -> tuple[Track, ...]:
        """Every track of the family itself: those who lead it from elsewhere are judged where they belong."""
        return (*self.others, *self.stem, *(() if self.foreign_management else self.management))

    def references(self, level: Level) -> References:
        """The management levels that a level of A is compared with, at its own grade."""
        track = next(track for track in self.others if track.id == level.track)
        chosen = tuple(peer for peer in self.management if peer.id in track.counterpart)
        named = bool(chosen)
        if not chosen:
            names = {track.id}
            chosen = tuple(peer for peer in self.management if names & set(peer.leads))
            named = bool(chosen)
        candidates = chosen or self.management
        found = (self.level_at(peer, level.grade) for peer in candidates)
        return References(tuple(peer for peer in found if peer), named)

    def counterparts(self, level: Level) -> tuple[Level, ...]:
        """The levels of A whose comparison includes this level of M."""
        found = (self.level_at(track, level.grade) for track in self.others)
        return tuple(
            peer for peer in found if peer and any(ref.key == level.key for ref in self.references(peer).levels)
        )


def family_facts(framework: Framework) -> dict[str, FamilyFacts]:
    """The facts of every family, by id."""
    rank = {grade.id: grade.rank for grade in framework.grades}
    executive = effective_executive(framework, rank)
    ladder = (key for key, level in framework.levels.items() if level.on_management_ladder)
    ways = network(framework.graph, frozenset(ladder))
    return {family.id: _facts(framework, family, rank, executive, ways) for family in framework.families.values()}


def effective_executive(framework: Framework, rank: Mapping[str, int]) -> frozenset[str]:
    """The grades whose ``executive`` mark counts.

    The mark excuses grades from comparison, so it counts only for the highest grades that
    people-leadership tracks use, two at most or as many as ``executive-scope`` is set to allow,
    with no other management grade above (that rule reports the rest).
    """
    used = {
        level.grade
        for track in framework.tracks.values()
        if track.kind == "people-leadership"
        for level in track.levels
    }
    marked = {grade.id for grade in framework.grades if grade.executive}
    counted: list[str] = []
    for grade in sorted(used, key=lambda grade: rank[grade], reverse=True):
        if grade not in marked:
            break
        counted.append(grade)
    return frozenset(counted) if len(counted) <= _most_executive(framework) else frozenset()


def _most_executive(framework: Framework) -> int:
    options = framework.rules.get("executive-scope")
    most = dict(options.settings).get("most", MOST_EXECUTIVE) if options else MOST_EXECUTIVE
    return int(most) if isinstance(most, int | Decimal) else MOST_EXECUTIVE


def _facts(
    framework: Framework, family: Family, rank: Mapping[str, int], executive: frozenset[str], ways: Network
) -> FamilyFacts:
    tracks = framework.tracks_of(family.id)
    own = tuple(track for track in tracks if track.kind == "people-leadership")
    names = {family.id, *(track.id for track in tracks)}
    leading = tuple(
        track
        for track in framework.tracks.values()
        if track.kind == "people-leadership" and track not in own and names & set(track.leads)
    )
    management = own or leading
    ranks = [rank[level.grade] for track in management for level in track.levels]
    ordinary = [rank[level.grade] for track in management for level in track.levels if level.grade not in executive]
    everything = (*tracks, *management)
    return FamilyFacts(
        family=family,
        management=management,
        others=tuple(track for track in tracks if track.kind not in ("people-leadership", "common")),
        stem=tuple(track for track in tracks if track.kind == "common"),
        foreign_management=bool(management) and not own,
        fork=min(ranks, default=None),
        apex=max(ordinary, default=None),
        executive=executive,
        rank=rank,
        at={(track.id, level.grade): level for track in everything for level in track.levels},
        ways=ways,
    )
