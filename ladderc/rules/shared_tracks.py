"""A track that belongs to several families is judged by itself only once, in the first of them."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.finding import Subject, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case
from ladderc.rules.phrases import family_name, listed


def tracks_judged_here(case: Case) -> tuple[Track, ...]:
    """The family's tracks but those that another family, named before it in the track, speaks for."""
    return case.once(_judged_here)


def _judged_here(case: Case) -> tuple[Track, ...]:
    family = case.facts.family.id
    return tuple([track for track in case.facts.tracks if track.families[0] == family])


def subjects_of(track: Track, levels: Iterable[Level] = ()) -> tuple[Subject, ...]:
    """Each level, or the track itself where none is given, in every family of its track; the first family first."""
    several = [Subject(None, track.id, level.id, level.grade) for level in levels] or [Subject(None, track.id)]
    return tuple(subject._replace(family=family) for family in track.families for subject in several)


def judged_elsewhere(case: Case) -> Verdict | None:
    """The verdict on a family none of whose tracks are judged here; None for every other family."""
    tracks = case.facts.tracks
    if not tracks or any(track.families[0] == case.facts.family.id for track in tracks):
        return None
    others = dict.fromkeys(family_name(case.framework.families[track.families[0]]) for track in tracks)
    return case.not_judged(f"a track that is not already judged with {listed(others, 'or')}")
