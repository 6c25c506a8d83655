"""Published states as one audience may know them: what it might not see then, or may not see today, is taken out."""

from __future__ import annotations

from ladderc.audience.redact import redact, rights_of
from ladderc.model.framework import Framework
from ladderc.model.kinds import Status
from ladderc.review.history import Past
from ladderc.review.pairing import pair

Readers = tuple[str, ...] | None
"""Who may see a thing; None is everybody."""


def seen_by(past: Past, whole: Framework, audience: str) -> Past:
    """The state as the audience may know it; ``whole`` is the framework of today with nothing taken out.

    What is a draft or hidden today was perhaps read by everybody once; it is not told again.
    """
    framework = past.framework
    if framework is None or rights_of(whole, audience) == "hr":
        return past
    today = pair(framework, whole)  # by what they say, too: whoever renames a track does not open its past
    tracks_now = {then.id: now for then, now in today.tracks.pairs}
    levels_now = {then.key: now for then, now in today.levels.pairs}
    tracks = {}
    for track in framework.tracks.values():
        levels = []
        for level in track.levels:
            if now := levels_now.get(level.key):
                home = whole.tracks[now.track]
                readers = _both(level.visible_to, _both(now.visible_to, home.visible_to))
                level = level._replace(status=_draft(level.status, now.status, home.status), visible_to=readers)
            levels.append(level)
        if known := tracks_now.get(track.id):
            readers = _both(track.visible_to, known.visible_to)
            track = track._replace(status=_draft(track.status, known.status), visible_to=readers)
        tracks[track.id] = track._replace(levels=tuple(levels))
    every = {level.key: level for track in tracks.values() for level in track.levels}
    framework = framework._replace(tracks=tracks, levels=every, audiences=whole.audiences)
    return past._replace(framework=redact(framework, audience))


def _both(one: Readers, other: Readers) -> Readers:
    """The readers who may see a thing by both lists."""
    if one is None or other is None:
        return other if one is None else one
    return tuple(reader for reader in one if reader in other)


def _draft(*statuses: Status) -> Status:
    """A draft where it was or is one."""
    return "draft" if "draft" in statuses else "published"
