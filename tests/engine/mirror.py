"""A family of two tracks whose data can be exchanged, and what is said of it seen in the mirror."""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

from overlay import TODAY, Laid, lay, linked

from ladderc.finding import Figure, Subject, Verdict
from ladderc.rules.engine import judge
from ladderc.rules.judgement import Result

Files = dict[str, Any]

OTHER = {"specialist": "people-leadership", "people-leadership": "specialist"}
FILES = tuple(f"tracks/{track}.yaml" for track in OTHER)
PEER = {f"{one}{grade}": f"{other}{grade}" for grade in range(4, 8) for one, other in ("SM", "MS")}
SIDE = {"A": "M", "M": "A"}

OF_TRACKS = ("purpose", "visible_to")
OF_LEVELS = (
    "summary",
    "expectations",
    "metrics",
    "decisions",
    "forums",
    "recognition",
    "duties",
    "promotion",
    "visible_to",
)
"""The data of a track and of a level; ids, titles, grades, kinds, reports and moves stay."""

TWO_TRACKS = """
# without tracks/project-leadership.yaml
# framework.yaml
dimensions:
  - {id: people, kinds: [specialist, people-leadership]}
rules: {profile: adopt, readability-gap: {longest: 11}, coded-language-gap: {severity: note}}
# tracks/stem.yaml
branches: [specialist/S4, people-leadership/M4]
# tracks/specialist.yaml without S4 -> project-leadership/P4
id: specialist
"""


def two_tracks() -> Files:
    """The base with two tracks, both rich enough that much can be taken away."""
    files: Files = lay(TWO_TRACKS).files
    for file in FILES:
        for number, level in enumerate(files[file]["levels"], 3):
            own = f"{file[7:9]}{number}"
            for dimension in ("craft", "delivery", "influence", "people"):
                said = level["expectations"].get(dimension, {}).get("statements", [f"Helps {own} to grow."])
                more = [" ".join(f"{dimension}{own}{k}{word}" for word in range(7 + k)) for k in range(4)]
                level["expectations"][dimension] = {"statements": said + more, "rating": number}
            level["promotion"]["evidence"] = [f"Proof {proof} of {own}" for proof in range(4)]
            level["promotion"]["panel"] = ["Two peers", "One outsider", "One neighbour"]
    return files


def swapped(files: Files) -> Files:
    """The same family with the data of its two tracks exchanged."""
    files = copy.deepcopy(files)
    one, other = (files[file] for file in FILES)
    _exchange(one, other, OF_TRACKS)
    for left, right in zip(one["levels"], other["levels"], strict=True):
        _exchange(left, right, OF_LEVELS)
    return files


def _exchange(one: Files, other: Files, names: tuple[str, ...]) -> None:
    for name in names:
        mine, theirs = one.pop(name, None), other.pop(name, None)
        if theirs is not None:
            one[name] = theirs
        if mine is not None:
            other[name] = mine


def said_of(files: Files, *, mirrored: bool = False) -> dict[str, Counter[tuple[Any, ...]]]:
    """What each rule concludes, without words; ``mirrored``: with the two tracks in each other's place."""
    said: dict[str, Counter[tuple[Any, ...]]] = {}
    for result in judge(linked(Laid(files, {}, {})), TODAY).results:
        said.setdefault(result.verdict.rule, Counter())[_essence(result, mirrored)] += 1
    return said


def _essence(result: Result, mirrored: bool) -> tuple[Any, ...]:
    verdict = result.verdict
    return (
        verdict.state,
        result.severity,
        tuple(sorted(_subject(one, verdict, mirrored) for one in verdict.subjects)),
        tuple(sorted(_figure(one, mirrored) for one in verdict.figures)),
        " ".join(SIDE.get(one, one) if mirrored else one for one in verdict.topic.split()),
        verdict.lacking,
        () if of_both(verdict) else _place(verdict, mirrored),
    )


def of_both(verdict: Verdict) -> bool:
    """Whether the claim is about two levels alike, so that it is told at one of them by convention."""
    return verdict.rule == "copied-counterpart" or (verdict.rule, verdict.topic) == ("promotion-bar-parity", "approver")


def _subject(subject: Subject, verdict: Verdict, mirrored: bool) -> tuple[str, ...]:
    if of_both(verdict):
        return (subject.family or "", subject.grade or "")
    track, level = subject.track or "", subject.level or ""
    if mirrored:
        track, level = OTHER.get(track, track), PEER.get(level, level)
    return (subject.family or "", track, level, subject.grade or "")


def _figure(figure: Figure, mirrored: bool) -> tuple[str, ...]:
    side = SIDE.get(figure.side, figure.side) if mirrored else figure.side
    return (figure.name, str(figure.value), figure.unit, side)


def _place(verdict: Verdict, mirrored: bool) -> tuple[Any, ...]:
    if verdict.place is None:
        return ()
    file = verdict.place.file
    if mirrored and file in FILES:
        file = FILES[1 - FILES.index(file)]
    return (file, *verdict.place.route)
