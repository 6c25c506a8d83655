"""Changes of tracks as a whole, and levels and tracks that came, went or moved."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.model.change import Change
from ladderc.model.kinds import Status
from ladderc.model.track import Track
from ladderc.review.naming import change, named, now_and_before, of_level, of_track, shown, written_at
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import wordings
from ladderc.rules.phrases import coded, counted, level_name, listed, track_name

_SETTINGS = ("families", "leads", "counterpart", "statements")


def changes(pairing: Pairing) -> Iterator[Change]:
    """What changed about tracks, and which levels came and went."""
    for track in pairing.tracks.gone:
        yield _whole("track-removed", track, gone=True)
    for track in pairing.tracks.new:
        yield _whole("track-added", track, gone=False)
    for old, new in pairing.tracks.pairs:
        yield from _track(pairing, old, new)
    yield from _levels(pairing)


def _whole(kind: str, track: Track, *, gone: bool) -> Change:
    levels = listed(level_name(level) for level in track.levels)
    verb = _gone(track.status) if gone else _new(track.status)
    return change(
        kind,
        of_track(track),
        f"The track {track_name(track)}{verb}, with {counted(len(track.levels), 'level')}: {levels}.",
        track.place,
        gone=gone,
        reaches=tuple(level.key for level in track.levels),
    )


def _track(pairing: Pairing, old: Track, new: Track) -> Iterator[Change]:
    name, subject = track_name(new), of_track(new)
    reaches = tuple(level.key for level in new.levels)
    if old.id != new.id:
        yield change("track-renamed", subject, f"The track `{old.id}` is called `{new.id}` now.", new.at("id"))
    if old.kind != new.kind:
        message = f"{name} is a track of kind `{new.kind}` now; it was `{old.kind}`."
        yield change("track-kind-changed", subject, message, new.at("kind"), reaches=reaches)
    for field in ("name", "purpose"):
        was, is_ = getattr(old, field), getattr(new, field)
        if different := wordings(was, is_):
            message = f"The {field} of {name} is worded differently."
            place = written_at(new, field)
            yield change("track-reworded", subject, message, place, thing=field, wordings=different)
    for field in _SETTINGS:
        was, is_ = getattr(old, field), getattr(new, field)
        if field in ("leads", "counterpart"):  # these may name tracks
            was = tuple(pairing.track_now(id) for id in was)
        if was != is_:
            message = now_and_before(f"`{field}` of {name}", _written(is_), _written(was))
            place = written_at(new, field)
            yield change("track-setting-changed", subject, message, place, thing=field, reaches=reaches)
    if old.status != new.status:
        kind = "published" if new.status == "published" else "withdrawn"
        message = f"The track {name} is {'published' if kind == 'published' else 'a draft'} now."
        yield change(kind, subject, message, written_at(new, "status"), thing="track", reaches=reaches)
    if old.visible_to != new.visible_to:
        message = (
            f"The track {name} is shown to {readers(new.visible_to)} now; it was shown to {readers(old.visible_to)}."
        )
        yield change(
            "audience-changed", subject, message, written_at(new, "visible_to"), thing="track", reaches=reaches
        )


def _levels(pairing: Pairing) -> Iterator[Change]:
    before, after = pairing.before, pairing.after
    whole_gone = {track.id for track in pairing.tracks.gone}
    whole_new = {track.id for track in pairing.tracks.new}
    for level in pairing.levels.gone:
        if level.track not in whole_gone:
            message = f"{named(before, level)} at {level.grade}{_gone(level.status)}."
            yield change(
                "level-removed", of_level(before, level), message, level.place, gone=True, reaches=(level.key,),
                wordings=wordings(level.summary, None),
            )  # fmt: skip
    for level in pairing.levels.new:
        if level.track not in whole_new:
            summary = f": {shown(level.summary, after)}" if level.summary else ""
            message = f"{named(after, level)} at {level.grade}{_new(level.status)}{summary}."
            yield change(
                "level-added", of_level(after, level), message, level.place, reaches=(level.key,),
                wordings=wordings(None, level.summary),
            )  # fmt: skip
    home = {old.id: new.id for old, new in pairing.tracks.pairs}
    for old, new in pairing.levels.pairs:
        if home.get(old.track) != new.track:
            was = track_name(before.tracks[old.track])
            message = (
                f"{level_name(new)} belongs to {track_name(after.tracks[new.track])} now; it was {old.id} of {was}."
            )
            yield change("level-moved", of_level(after, new), message, new.place, reaches=(new.key,))
        elif old.id != new.id:
            message = f"{named(after, new)} was called `{old.id}`."
            yield change("level-renamed", of_level(after, new), message, new.at("id"), reaches=(new.key,))


def _new(status: Status) -> str:
    return " is new as a draft" if status == "draft" else " is new"


def _gone(status: Status) -> str:
    return ", a draft, is gone" if status == "draft" else " is gone"


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return coded(str(one) for one in value)
    return f"`{value}`" if value else ""


def readers(names: tuple[str, ...] | None) -> str:
    """For whom something is there: ``everybody``, ``employees and HR``."""
    if names is None:
        return "everybody"
    return listed(_AUDIENCES.get(name, name) for name in names) if set(names) - {"hr"} else "HR alone"


_AUDIENCES = {"hr": "HR", "public": "the public"}
