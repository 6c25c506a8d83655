"""Compare a level with the managers at its grade: certain where it falls short of all, possible where of some."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from ladderc.finding import Severity, Verdict
from ladderc.model.level import Level
from ladderc.model.track import Track
from ladderc.rules.base import Case
from ladderc.rules.facts import FamilyFacts
from ladderc.rules.phrases import level_name, listed, track_name
from ladderc.span import Place

Gap = TypeVar("Gap")


class Comparison(NamedTuple, Generic[Gap]):
    """One level of A against its references.

    ``outcome`` is ``none`` where nobody of M stands at the grade.
    ``peer`` and ``gap`` are the nearest reference and its gap where short (``possible``: the nearest of those missed),
    the first reference where the claim holds.
    """

    level: Level
    outcome: Literal["none", "holds", "possible", "certain"]
    peer: Level | None = None
    gap: Gap | None = None


def compare(
    facts: FamilyFacts,
    level: Level,
    gap_to: Callable[[Level, Level], Gap | None],
    size: Callable[[Gap], Any],
) -> Comparison[Gap]:
    """Judge ``level`` against its references.

    ``gap_to(level, peer)`` is what the level falls short by, None where it does not.
    ``size`` orders gaps, the smallest being the nearest.
    """
    peers = facts.references(level).levels
    if not peers:
        return Comparison(level, "none")
    missed = [(peer, gap) for peer in peers if (gap := gap_to(level, peer)) is not None]
    if not missed:
        return Comparison(level, "holds", peers[0])
    peer, gap = min(missed, key=lambda pair: size(pair[1]))
    return Comparison(level, "certain" if len(missed) == len(peers) else "possible", peer, gap)


def possible_note(case: Case, comparisons: Sequence[Comparison[Any]], claim: str, **more: Any) -> Verdict | None:
    """The one note a family on comparisons that hold against some managers and not against others.

    ``claim`` completes "S5 Principal Specialist may …", e.g. ``be paid less than the managers at its grade``.
    None where no comparison is merely possible.
    """
    doubtful = [comparison for comparison in comparisons if comparison.outcome == "possible"]
    if not doubtful:
        return None
    facts = case.facts
    first_of: dict[str, Level] = {}
    for comparison in doubtful:
        first_of.setdefault(comparison.level.track, comparison.level)
    asks = [_ask(facts, level) for level in first_of.values()]
    peers = [peer for comparison in doubtful for peer in facts.references(comparison.level).levels]
    named = listed(level_name(comparison.level) for comparison in doubtful)
    led = [ask.track for ask in asks if not ask.named]
    message = "\n".join(
        (
            f"{named} may {claim}: that is so against some of "
            f"{listed(track_name(peer) for peer in _tracks_of(facts, peers))} and not against others.",
            *(ask.words for ask in asks),
            *([_leading_several(led)] if len(led) > 1 else []),
        )
    )
    subjects = tuple(case.subject(level=comparison.level) for comparison in doubtful)
    more = {"severity": Severity.NOTE, "topic": "possible", "discriminator": "possible", **more}
    return case.fails(message, asks[0].place, *subjects, **more)


def guessed_note(case: Case, comparisons: Sequence[Comparison[Any]], claim: str, **more: Any) -> Verdict | None:
    """The one note a family where ``spine: assumed``: what would be found if the guessed pairing is right.

    ``claim`` as for ``possible_note``. None where every comparison holds.
    """
    short = [comparison for comparison in comparisons if comparison.outcome in ("certain", "possible")]
    if not short:
        return None
    pairs = listed(
        f"{level_name(comparison.level)} with {level_name(comparison.peer)}"
        for comparison in short
        if comparison.peer is not None
    )
    message = "\n".join(
        (
            f"If the guessed pairing is right, {listed(level_name(comparison.level) for comparison in short)} "
            f"may {claim}.",
            f"The grades were ordered or paired by us: {pairs}.",
            "Check the pairing, then write `spine: declared` in framework.yaml.",
        )
    )
    subjects = tuple(case.subject(level=comparison.level) for comparison in short)
    more = {"severity": Severity.NOTE, "topic": "guessed", "discriminator": "guessed", **more}
    return case.fails(message, case.framework.at("spine"), *subjects, **more)


class _Ask(NamedTuple):
    """What would settle whom a track is compared with: where to write it; ``named`` where the track says too much itself."""

    track: Track
    named: bool
    words: str
    place: Place


def _ask(facts: FamilyFacts, level: Level) -> _Ask:
    track = next(track for track in facts.others if track.id == level.track)
    peers = facts.references(level)
    managing = _tracks_of(facts, peers.levels)
    if peers.named:
        words = f"Name the one track that {track_name(track)} is compared with, e.g. `counterpart: {managing[0].id}`."
        return _Ask(track, True, words, track.at("counterpart") if "counterpart" in track.given else track.place)
    words = f"Say who leads {track_name(track)}: write `leads: [{track.id}]` in the track that does."
    return _Ask(track, False, words, managing[0].place)


def _leading_several(tracks: Sequence[Track]) -> str:
    return (
        f"A track that leads {'both' if len(tracks) == 2 else 'several of them'} says so in one line: "
        f"`leads: [{', '.join(track.id for track in tracks)}]`."
    )


def _tracks_of(facts: FamilyFacts, levels: Sequence[Level]) -> list[Track]:
    names = {level.track for level in levels}
    return [track for track in facts.management if track.id in names]
