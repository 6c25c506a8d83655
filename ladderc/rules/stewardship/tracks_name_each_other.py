"""Each track says that it is one way among others, and what the others are.

Why
---
People read the page of the track that they are on, and seldom the page of another.
If that page is silent about the alternatives, the track looks like the only way, and for an expert that means that
the way ends where the expert's levels do.
One sentence, or one move, is enough to open the view.

Source
------
J: "one path forward, not the only one".
The alternatives are the other kinds of track that the family has; to point at one track of a kind is enough.
A track points at another by a move, by a branch, or by a purpose that contains its name, its id or its kind.

Bad
---
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    purpose: For those who go deep; people leadership stands beside it.  # <- here
    # tracks/people-leadership.yaml
    moves:
      - {from: M4, to: project-leadership/P4, kind: return, pay: protected}

Good
----
    # tracks/specialist.yaml without S4 -> project-leadership/P4
    purpose: For those who go deep; people leadership and project leadership stand beside it.
    # tracks/people-leadership.yaml
    moves:
      - {from: M4, to: project-leadership/P4, kind: return, pay: protected}

When to waive
-------------
When a track is being closed, and the people on it are told in person where to go.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Figure, Related, Severity, Verdict
from ladderc.model.kinds import TrackKind
from ladderc.model.track import Track
from ladderc.rules.base import Case, rule
from ladderc.rules.phrases import listed, track_name
from ladderc.rules.placeholders import is_placeholder, is_written
from ladderc.rules.tokens import fold
from ladderc.span import Place

Alternatives = dict[TrackKind, list[Track]]


def check(case: Case) -> Iterator[Verdict]:
    """One verdict for the family."""
    facts = case.facts
    tracks = facts.own_tracks()
    kinds: Alternatives = {}
    for track in tracks:
        if track.kind != "common":
            kinds.setdefault(track.kind, []).append(track)
    if len(kinds) < 2:
        yield case.not_judged("tracks of two kinds, the common start aside")
        return
    if not facts.declares_move() and not any(is_written(track.purpose) for track in tracks):
        yield case.not_judged("`purpose` or `moves` at any track of the family")
        return
    judged = [track for track in tracks if not is_placeholder(track.purpose)]  # a placeholder is told as one
    silent = [(track, missing) for track in judged if (missing := _unnamed(case, track, kinds))]
    count = Figure("tracks that point at every other kind", len(judged) - len(silent), "tracks")
    yield _fails(case, silent, count) if silent else case.holds(figures=(count,))


def _unnamed(case: Case, track: Track, kinds: Alternatives) -> list[Track]:
    """The first track of each other kind at which the track does not point."""
    reached = {
        case.framework.levels[step.target].track
        for level in track.levels
        for step in case.facts.ways.leaving.get(level.key, ())
    }
    purpose = [_words(text) for text in track.purpose.all] if track.purpose and is_written(track.purpose) else []
    return [
        others[0]
        for kind, others in kinds.items()
        if kind != track.kind
        and not any(other.id in reached for other in others)
        and not any(name in text for other in others for name in _names(other) for text in purpose)
    ]


def _names(track: Track) -> set[str]:
    """What a purpose may call the track."""
    return {_words(name) for name in (*track.name.all, track.id, track.kind)}


def _words(text: str) -> str:
    """The text as words between single blanks, so that a name is found whole."""
    spaced = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return f" {' '.join(spaced.split())} "


def _fails(case: Case, silent: list[tuple[Track, list[Track]]], count: Figure) -> Verdict:
    track, missing = silent[0]
    said = listed(
        f"{track_name(one)} does not point at {listed((track_name(other) for other in others), 'or')}"
        for one, others in silent
    )
    message = "\n".join(
        (
            f"{said}, neither in its purpose nor by a move.",
            "Expected that each track shows the other kinds of work that its people could turn to.",
            f"Write it in `purpose` of {track_name(track)}, for example "
            f"“{listed(track_name(other) for other in missing)} {'stand' if len(missing) > 1 else 'stands'} beside it.”",
        )
    )
    return case.fails(
        message,
        _place(track),
        *(case.subject(track=one) for one, _ in silent),
        related=tuple(Related(_place(one), "does not point at every other kind either") for one, _ in silent[1:]),
        figures=(count,),
    )


def _place(track: Track) -> Place:
    return track.at("purpose") if "purpose" in track.given else track.place


RULE = rule(__name__, check, severity=Severity.NOTE)
