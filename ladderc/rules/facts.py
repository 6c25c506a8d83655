"""What rules ask about a family, worked out once: its management tracks, the others, fork, apex, references."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ladderc.model.catalogue import Family
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.pay import FamilyPay
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

    ``tracks`` are the family's own, of every kind.
    ``management`` are M: the family's people-leadership tracks, or those that lead it from elsewhere.
    ``others`` are A: its other tracks but the ``stem`` (C: its common tracks).
    ``fork`` and ``apex`` are ranks of grades: M's lowest, and M's highest that is not executive.
    ``executive`` are the grades excused from comparison.
    ``foreign_management`` is true where M comes from another family.
    ``ways`` is the whole framework's career graph, ready to be searched.
    ``entries`` are the levels among them in which people start. ``pay`` is the family's own; ``paid_from`` has the families whose pay stands in each pay file.
    ``compared_with`` has the references of every level of A by its key, ``compared_from`` the same the other way round.
    """

    family: Family
    tracks: tuple[Track, ...]
    management: tuple[Track, ...]
    others: tuple[Track, ...]
    stem: tuple[Track, ...]
    foreign_management: bool
    fork: int | None
    apex: int | None
    executive: frozenset[str]
    rank: Mapping[str, int]
    at: Mapping[tuple[str, str], Level]
    keys: frozenset[str]
    entries: tuple[str, ...]
    ways: Network
    pay: tuple[FamilyPay, ...]
    paid_from: Mapping[str, tuple[str, ...]]
    compared_with: Mapping[str, References]
    compared_from: Mapping[str, tuple[Level, ...]]

    def rank_of(self, level: Level) -> int:
        """The rank of the level's grade, 0 at the lowest."""
        return self.rank[level.grade]

    def level_at(self, track: Track, grade: str) -> Level | None:
        """The track's level at a grade."""
        return self.at.get((track.id, grade))

    def other_levels(self) -> tuple[Level, ...]:
        """Every level of A, track by track."""
        return tuple([level for track in self.others for level in track.levels])

    def management_levels(self) -> tuple[Level, ...]:
        """Every level of M, track by track."""
        return tuple([level for track in self.management for level in track.levels])

    def level_keys(self) -> frozenset[str]:
        """The keys of every level of the family and of those who lead it."""
        return self.keys

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
        return self.compared_with[level.key]

    def counterparts(self, level: Level) -> tuple[Level, ...]:
        """The levels of A whose comparison includes this level of M."""
        return self.compared_from.get(level.key, ())


def family_facts(framework: Framework) -> dict[str, FamilyFacts]:
    """The facts of every family, by id."""
    rank = {grade.id: grade.rank for grade in framework.grades}
    executive = effective_executive(framework, rank)
    ladder = (key for key, level in framework.levels.items() if level.on_management_ladder)
    ways = network(framework.graph, frozenset(ladder))
    members: dict[str, list[Track]] = {}
    leaders: dict[str, list[Track]] = {}
    for track in framework.tracks.values():
        for id in dict.fromkeys(track.families):
            members.setdefault(id, []).append(track)
        for name in dict.fromkeys(track.leads if track.kind == "people-leadership" else ()):
            leaders.setdefault(name, []).append(track)
    pay: dict[str, list[FamilyPay]] = {}
    paid_from: dict[str, dict[str, None]] = {}
    for one in framework.pay:
        pay.setdefault(one.family, []).append(one)
        paid_from.setdefault(one.structure.place.file, {})[one.family] = None
    entries = {key: position for position, key in enumerate(ways.entries)}
    shared = Shared(rank, executive, ways, entries, {file: tuple(families) for file, families in paid_from.items()})
    order = {id: position for position, id in enumerate(framework.tracks)}
    found = {}
    for family in framework.families.values():
        tracks = tuple(members.get(family.id, ()))
        leading = {
            track.id: track for name in (family.id, *(one.id for one in tracks)) for track in leaders.get(name, ())
        }
        in_order = tuple(sorted(leading.values(), key=lambda track: order[track.id]))
        found[family.id] = _facts(family, tracks, in_order, tuple(pay.get(family.id, ())), shared)
    return found


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


class Shared(NamedTuple):
    """What is the same for every family; ``entries`` has the place of each entry among all of them."""

    rank: Mapping[str, int]
    executive: frozenset[str]
    ways: Network
    entries: Mapping[str, int]
    paid_from: Mapping[str, tuple[str, ...]]


def _facts(
    family: Family,
    tracks: tuple[Track, ...],
    leading: tuple[Track, ...],
    pay: tuple[FamilyPay, ...],
    shared: Shared,
) -> FamilyFacts:
    rank, executive = shared.rank, shared.executive
    own = tuple([track for track in tracks if track.kind == "people-leadership"])
    management = own or leading
    others = tuple([track for track in tracks if track.kind not in ("people-leadership", "common")])
    ranks = [rank[level.grade] for track in management for level in track.levels]
    ordinary = [rank[level.grade] for track in management for level in track.levels if level.grade not in executive]
    everything = (*tracks, *management)
    at = {(track.id, level.grade): level for track in everything for level in track.levels}
    keys = frozenset([level.key for level in at.values()])
    compared_with = _references(others, management, at)
    compared_from: dict[str, tuple[Level, ...]] = {}
    for track in others:
        for level in track.levels:
            if at[track.id, level.grade] is level:
                for peer in compared_with[level.key].levels:
                    compared_from[peer.key] = (*compared_from.get(peer.key, ()), level)
    return FamilyFacts(
        family=family,
        tracks=tracks,
        management=management,
        others=others,
        stem=tuple([track for track in tracks if track.kind == "common"]),
        foreign_management=bool(management) and not own,
        fork=min(ranks, default=None),
        apex=max(ordinary, default=None),
        executive=executive,
        rank=rank,
        at=at,
        keys=keys,
        entries=tuple(sorted([key for key in keys if key in shared.entries], key=lambda key: shared.entries[key])),
        ways=shared.ways,
        pay=pay,
        paid_from=shared.paid_from,
        compared_with=compared_with,
        compared_from=compared_from,
    )


def _references(
    others: tuple[Track, ...], management: tuple[Track, ...], at: Mapping[tuple[str, str], Level]
) -> dict[str, References]:
    """The references of every level of A; which tracks they are of is the same for all levels of a track."""
    found: dict[str, References] = {}
    for track in others:
        chosen = [peer for peer in management if peer.id in track.counterpart]
        chosen = chosen or [peer for peer in management if track.id in peer.leads]
        for level in track.levels:
            peers = [at.get((peer.id, level.grade)) for peer in chosen or management]
            found[level.key] = References(tuple([peer for peer in peers if peer]), bool(chosen))
    return found
