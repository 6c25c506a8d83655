"""References of a View made from the model: one place that picks the language of every text."""

from __future__ import annotations

from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.view.refs import FamilyRef, GradeRef, LevelRef, Link, TrackRef
from ladderc.wording.terms import KINDS

_COLOURS = 8
"""How many colours pages and guides have: the kinds have one each, the rest is for second tracks of a kind."""


class Names:
    """Makes references for one framework in its locale; each is made once."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.locale = framework.locale
        self._grades = {grade.id: grade for grade in framework.grades}
        self._hues = _hues(framework)
        self._columns = _columns(framework)
        self._levels: dict[str, LevelRef] = {}

    def text(self, text: Text | None) -> str:
        """An author's text in the framework's locale; empty where none is written."""
        return text.in_language(self.locale).strip() if text else ""

    def grade(self, grade: str) -> GradeRef:
        """The reference of a grade id."""
        known = self._grades[grade]
        return GradeRef(known.id, known.rank + 1, self.text(known.name), self.text(known.scope))

    def family(self, family: str) -> FamilyRef:
        """The reference of a family id."""
        known = self.framework.families[family]
        return FamilyRef(known.id, self.text(known.name), known.implied)

    def track(self, track: str) -> TrackRef:
        """The reference of a track id."""
        known = self.framework.tracks[track]
        return TrackRef(known.id, self.text(known.name), known.kind, KINDS[known.kind], self._hues[known.id])

    def level(self, key: str) -> LevelRef:
        """The reference of a level key."""
        if key not in self._levels:
            self._levels[key] = self._level(self.framework.levels[key])
        return self._levels[key]

    def column(self, level: str) -> int:
        """Where the track of a level key stands among all columns of all maps: lists of levels follow it."""
        return self._columns[self.framework.levels[level].track]

    def dimension(self, dimension: str) -> Link:
        """The name of a dimension, with its anchor in the glossary."""
        return Link(self.text(self.framework.dimensions[dimension].name), anchor("dimension", dimension))

    def _level(self, level: Level) -> LevelRef:
        return LevelRef(
            level.key, level.id, self.text(level.title), self.track(level.track), self.grade(level.grade), level.manages
        )


def anchor(kind: str, name: str) -> str:
    """The glossary's anchor of a declared thing."""
    return f"{kind}-{name}".lower()


def in_order(tracks: tuple[Track, ...]) -> tuple[Track, ...]:
    """Tracks as pages show them: the common start first, then by ``order``, then as the files stand."""
    far = max((track.order or 0 for track in tracks), default=0) + 1
    return tuple(sorted(tracks, key=lambda t: (t.kind != "common", t.order if t.order is not None else far)))


def _columns(framework: Framework) -> dict[str, int]:
    """The place of every track, family after family, in the order of the maps' columns."""
    tracks = (track.id for family in framework.families for track in in_order(framework.tracks_of(family)))
    return {track: place for place, track in enumerate(dict.fromkeys(tracks))}


def _hues(framework: Framework) -> dict[str, int]:
    """A colour number a track: its kind's, the same in every family; a second track of a kind takes a free one."""
    of_kind = {kind: number for number, kind in enumerate(KINDS)}
    hues: dict[str, int] = {}
    for family in framework.families:
        tracks = in_order(framework.tracks_of(family))
        taken = {hues[track.id] for track in tracks if track.id in hues}
        beyond = []
        for track in tracks:
            if track.id not in hues and of_kind[track.kind] not in taken:
                hues[track.id] = of_kind[track.kind]
                taken.add(of_kind[track.kind])
            elif track.id not in hues:
                beyond.append(track)
        for track in beyond:
            order = [(len(KINDS) + step) % _COLOURS for step in range(_COLOURS)]
            hues[track.id] = next((number for number in order if number not in taken), of_kind[track.kind])
            taken.add(hues[track.id])
    return hues
