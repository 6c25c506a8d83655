"""Which track and which level of the newer framework is which of the older, also where ids changed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import NamedTuple

from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.review.matching import Matched, matched


class Pairing(NamedTuple):
    """Both frameworks, and what became of their tracks and levels.

    ``levels`` and ``tracks`` hold pairs in the order of the newer framework, ``gone`` what is only in the older
    and ``new`` what is only in the newer. Levels of a track that came or went as a whole are among them.
    ``renamed`` has the keys of levels that are called differently now, by those they had.
    """

    before: Framework
    after: Framework
    tracks: Matched[Track]
    levels: Matched[Level]
    renamed: Mapping[str, str]

    def level_now(self, key: str) -> str:
        """The key today of a level of the older framework; its own where it is gone."""
        return self.renamed.get(key, key)


def pair(before: Framework, after: Framework) -> Pairing:
    """Pair the tracks and levels of two frameworks: by id first, then by what they say."""
    tracks = matched(
        tuple(before.tracks.values()), tuple(after.tracks.values()), (_track_id,), _track_likeness, Fraction(3, 5)
    )
    home = {old.id: new.id for old, new in tracks.pairs}

    def key_now(level: Level) -> Hashable:
        return (level.track, level.id)

    old_levels = tuple(
        level._replace(track=home.get(level.track, f"-{level.track}")) for level in before.levels.values()
    )
    levels = matched(old_levels, tuple(after.levels.values()), (key_now,), _level_likeness, Fraction(3, 5))
    kept = tuple((before.levels[old.key], new) for old, new in levels.pairs)
    gone = tuple(before.levels[old.key] for old in levels.gone)
    renamed = {old.key: new.key for old, new in kept if old.key != new.key}
    return Pairing(before, after, tracks, Matched(kept, gone, levels.new), renamed)


def _track_id(track: Track) -> Hashable:
    return track.id


def _track_likeness(one: Track, other: Track) -> Fraction:
    """The share of levels with one title, or of statements, that two tracks of one kind have in common."""
    if one.kind != other.kind:
        return Fraction(0)
    titles = _share({level.title.plain for level in one.levels}, {level.title.plain for level in other.levels})
    return max(titles, _share(_said(*one.levels), _said(*other.levels)))


def _level_likeness(one: Level, other: Level) -> Fraction:
    """A level that was given another id or track keeps its text, or its title at its grade."""
    if one.track == other.track and one.grade == other.grade and one.title == other.title:
        return Fraction(1)
    if one.track != other.track and one.id == other.id and one.title == other.title:
        return Fraction(1)
    said = _share(_said(one), _said(other))
    return said if one.title == other.title else said * Fraction(9, 10)


def _said(*levels: Level) -> set[str]:
    return {
        statement.text.plain
        for level in levels
        for expectation in level.expectations.values()
        for statement in expectation.statements
    }


def _share(one: set[str], other: set[str]) -> Fraction:
    return Fraction(len(one & other), len(one | other)) if one and other else Fraction(0)
