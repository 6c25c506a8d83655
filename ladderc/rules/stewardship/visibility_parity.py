"""Every track of a family is shown to the same readers, and management does not come first.

Why
---
A career that one must ask about is no career for those who do not dare to ask.
If the managers' ladder is on the public page and the experts' in a folder of HR, everybody reads which one counts.
The order on the page says it more quietly: what stands first is taken for the way up.

Source
------
J: "the same … visibility".
Levels are compared with those of other tracks at their grade.
Drafts are left out, for a track has to be written before it can be shown.
The order is a note, and only where `order` says it: files have some order of their own.

Bad
---
    # tracks/specialist.yaml
    visible_to: [hr]  # <- here

Good
----
    # tracks/specialist.yaml
    visible_to: [public, employees, hr]

When to waive
-------------
When a track is shown to some first, with the day on which all will see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import grade_name, level_name, listed, track_name

GIVEN = ("public", "employees", "hr")
"""The audiences that every framework has."""


def check(case: Case) -> Iterator[Verdict]:
    """One verdict a track or level that fewer may see, one on the order, or one for the family."""
    facts = case.facts
    tracks = [track for track in facts.own_tracks() if track.status == "published"]
    if len(tracks) < 2:
        yield case.not_judged("a second track in the family that is not a draft")
        return
    failing = [*_tracks(case, tracks), *_levels(case, tracks), *_order(case, tracks)]
    yield from failing or [case.holds(figures=(Figure("tracks shown alike", len(tracks), "tracks"),))]


def _tracks(case: Case, tracks: Sequence[Track]) -> Iterator[Verdict]:
    """Tracks that somebody may not see who may see another track of the family."""
    everyone = [one for one in _audiences(case) if any(one in _readers(case, track.visible_to) for track in tracks)]
    for track in tracks:
        hidden = [one for one in everyone if one not in _readers(case, track.visible_to)]
        if hidden:
            widest = max(tracks, key=lambda other: (len(_readers(case, other.visible_to)), _across(track, other)))
            yield case.fails(
                f"{track_name(track)} is shown to {_named(track.visible_to)}, "
                f"{track_name(widest)} to {_named(widest.visible_to)}.\n"
                f"Expected the same readers for every track.\n{_mend(hidden, track_name(track))}",
                track.at("visible_to"),
                case.subject(track=track),
                related=(Related(widest.place, f"is shown to {_named(widest.visible_to)}"),),
                topic="raised",
            )


def _levels(case: Case, tracks: Sequence[Track]) -> Iterator[Verdict]:
    """Levels that somebody may not see who may see both their track and another level at their grade."""
    at: dict[str, list[tuple[Track, Level]]] = {}
    narrowed = set()
    for track in tracks:
        for level in track.levels:
            if level.status == "published":
                at.setdefault(level.grade, []).append((track, level))
                if level.visible_to is not None:
                    narrowed.add(level.grade)
    for grade in (grade for grade in at if grade in narrowed):
        for track, level in at[grade]:
            own = _readers(case, level.visible_to)
            beside = sorted(at[grade], key=lambda pair: not _across(track, pair[0]))
            peers = [peer for other, peer in beside if other is not track]
            hidden = [
                one
                for one in _audiences(case)
                if one not in own
                and one in _readers(case, track.visible_to)
                and any(one in _readers(case, peer.visible_to) for peer in peers)
            ]
            if hidden:
                peer = next(peer for peer in peers if hidden[0] in _readers(case, peer.visible_to))
                yield case.fails(
                    f"At {grade_name(grade)}, {level_name(level)} is shown to {_named(level.visible_to)}, "
                    f"{level_name(peer)} to {_named(peer.visible_to)}.\n"
                    f"Expected the same readers at one grade.\n{_mend(hidden, level.id)}",
                    level.at("visible_to"),
                    case.subject(level=level),
                    related=(Related(peer.place, f"is shown to {_named(peer.visible_to)}"),),
                    topic="raised",
                )


def _order(case: Case, tracks: Sequence[Track]) -> Iterator[Verdict]:
    """A managers' track whose `order` puts it before every other track but the stem."""
    others = [track for track in tracks if track.kind not in ("people-leadership", "common")]
    for track in tracks:
        if track.kind != "people-leadership" or track.order is None or not others:
            continue
        if all(other.order is None or track.order < other.order for other in others):
            yield case.fails(
                f"{track_name(track)} is listed before {listed(track_name(other) for other in others)}, "
                f"by its `order: {track.order}`.\n"
                "Expected that management does not stand first, as if it were the way up.\n"
                f"Give {track_name(others[0])} a lower `order`.",
                track.at("order"),
                case.subject(track=track),
                figures=(Figure("order", track.order, "", "M"),),
                severity=Severity.NOTE,
                topic="order",
                discriminator="order",
            )


def _across(track: Track, other: Track) -> bool:
    """Whether one of two tracks leads people and the other does not: the pair that a reader wants to see."""
    return (track.kind == "people-leadership") != (other.kind == "people-leadership")


def _audiences(case: Case) -> tuple[str, ...]:
    return (*GIVEN, *(one for one in case.framework.audiences if one not in GIVEN))


def _readers(case: Case, visible_to: tuple[str, ...] | None) -> Sequence[str]:
    return _audiences(case) if visible_to is None else visible_to


def _named(visible_to: tuple[str, ...] | None) -> str:
    if visible_to is None:
        return "everyone"
    return listed(f"`{one}`" for one in visible_to) or "nobody"


def _mend(hidden: Sequence[str], name: str) -> str:
    return f"Add {listed(f'`{one}`' for one in hidden)} to `visible_to` of {name}, or take `visible_to` out."


RULE = rule(__name__, check, severity=Severity.WARNING)
