"""How sentences about changes name things, and how a change is put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ladderc.finding import Subject
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.model.text import Text
from ladderc.model.track import Track
from ladderc.review.kinds import KINDS
from ladderc.rules.phrases import level_name, track_name
from ladderc.span import Place


def change(kind: str, subjects: Subject | Iterable[Subject], message: str, place: Place, **more: Any) -> Change:
    """A change of a kind, with what that kind means for people; ``more`` are further fields of ``Change``."""
    known = KINDS[kind]
    every = (subjects,) if isinstance(subjects, Subject) else tuple(subjects)
    return Change(kind, every, message, place, **{"impact": known.impact, "reason": known.reason, **more})


def of_level(framework: Framework, level: Level) -> Subject:
    """The subject for a level, in the first of its track's families."""
    return Subject(
        family=framework.tracks[level.track].families[0], track=level.track, level=level.id, grade=level.grade
    )


def of_track(track: Track) -> Subject:
    """The subject for a track."""
    return Subject(family=track.families[0], track=track.id)


def named(framework: Framework, level: Level) -> str:
    """A level with its track: ``S5 Principal Specialist (Specialist)``."""
    track = track_name(framework.tracks[level.track])
    name = level_name(level)
    return name if track.casefold() in name.casefold() else f"{name} ({track})"


def written_at(thing: Level | Track, field: str) -> Place:
    """Where a level or track writes a field; where it does not, the whole of it."""
    return thing.at(field) if field in thing.given else thing.place


def now_and_before(about: str, is_: str, was: str) -> str:
    """What a field says now and said before, each in its signs or empty: ``X is `a` now; it was `b`.``"""
    if not was:
        return f"{about} is {is_} now; nothing was written before."
    return f"{about} is {is_} now; it was {was}." if is_ else f"{about} is not written any more; it was {was}."


def shown(text: Text | None, framework: Framework, most: int = 90) -> str:
    """A text in quotes, in the framework's language, on one line and not longer than a line."""
    line = " ".join((text.in_language(framework.locale) if text else "").split()).removesuffix(".")
    return f"“{line if len(line) <= most else line[: most - 1].rstrip() + '…'}”"
