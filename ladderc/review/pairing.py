"""Which track and which level of the newer framework is which of the older, also where ids changed."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import NamedTuple

from ladderc.finding import Subject
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.review.matching import Matched, matched
from ladderc.review.names import Names, names
from ladderc.review.same_text import same
from ladderc.review.todays_words import in_todays_words


class Pairing(NamedTuple):
    """Both frameworks, and what became of their tracks and levels.

    ``before`` is in the ids of today, but for those of tracks and levels; ``names`` says what was called differently.
    ``levels`` and ``tracks`` hold pairs in the order of the newer framework, ``gone`` what is only in the older
    and ``new`` what is only in the newer. Levels of a track that came or went as a whole are among them.
    ``renamed`` has the keys of levels that are called differently now, by those they had.
    """

    before: Framework
    after: Framework
    tracks: Matched[Track]
    levels: Matched[Level]
    renamed: Mapping[str, str]
    names: Names

    def level_now(self, key: str) -> str:
        """The key today of a level of the older framework; its own where it is gone."""
        return self.renamed.get(key, key)

    def track_now(self, id: str) -> str:
        """The id today of a track of the older framework; its own where it is gone."""
        return next((new.id for old, new in self.tracks.pairs if old.id == id), id)

    def subject_now(self, subject: Subject) -> Subject:
        """A subject of the older framework, as it was written there, by the ids of today."""
        subject = self.names.subject(subject)
        if subject.track and subject.level:
            track, _, level = self.level_now(f"{subject.track}/{subject.level}").partition("/")
            return subject._replace(track=track, level=level)
        return subject._replace(track=self.track_now(subject.track)) if subject.track else subject


_RUNG = Fraction(3, 5)
"""From which likeness on two tracks or two levels are one."""


def pair(before: Framework, after: Framework) -> Pairing:
    """Pair the tracks and levels of two frameworks: by id first, then by what they say."""
    known_as = names(before, after)
    before = in_todays_words(before, known_as)
    tracks = matched(tuple(before.tracks.values()), tuple(after.tracks.values()), (_track_id,), _track_likeness, _RUNG)
    home = {old.id: new.id for old, new in tracks.pairs}

    def key_now(level: Level) -> Hashable:
        return (level.track, level.id)

    old_levels = tuple(
        level._replace(track=home.get(level.track, f"-{level.track}")) for level in before.levels.values()
    )
    levels = matched(old_levels, tuple(after.levels.values()), (key_now,), _level_likeness, _RUNG)
    kept = tuple((before.levels[old.key], new) for old, new in levels.pairs)
    gone = tuple(before.levels[old.key] for old in levels.gone)
    renamed = {old.key: new.key for old, new in kept if old.key != new.key}
    return Pairing(before, after, tracks, Matched(kept, gone, levels.new), renamed, known_as)


def _track_id(track: Track) -> Hashable:
    return track.id


def _track_likeness(one: Track, other: Track) -> Fraction:
    """The share of levels with one title, or of statements, that two tracks of one kind have in common."""
    if one.kind != other.kind:
        return Fraction(0)
    titles = _share({level.title.plain for level in one.levels}, {level.title.plain for level in other.levels})
    return max(titles, _share(_said(*one.levels), _said(*other.levels)))


def _level_likeness(one: Level, other: Level) -> Fraction:
    """A level that was given another id or track keeps its text, its title, or its place on its track."""
    if one.track == other.track and one.grade == other.grade:
        # A track has one rung at a grade: whoever stood on the one stands on the other.
        return Fraction(1) if same(one.title, other.title) else max(_RUNG, _share(_said(one), _said(other)))
    titled_alike = same(one.title, other.title)
    if one.track != other.track and one.id == other.id and titled_alike:
        return Fraction(1)
    said = _share(_said(one), _said(other))
    return said if titled_alike else said * Fraction(9, 10)


def _said(*levels: Level) -> set[str]:
    return {
        statement.text.plain
        for level in levels
        for expectation in level.expectations.values()
        for statement in expectation.statements
    }


def _share(one: set[str], other: set[str]) -> Fraction:
    return Fraction(len(one & other), len(one | other)) if one and other else Fraction(0)
