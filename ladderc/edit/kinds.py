"""The kind of a track, guessed from its name, and from where it stands among the tracks of its family."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from ladderc.edit.options import folded
from ladderc.model.kinds import TrackKind

KINDS: tuple[TrackKind, ...] = get_args(TrackKind)

# In this order: the first that a name holds decides. `|` parts words and phrases; each begins and ends with a word.
_SIGNS: tuple[tuple[TrackKind, str], ...] = (
    ("people-leadership", r"(?:people|personnel|line) (?:lead\w*|manage\w*)|^head of|^director|^vp"),
    ("specialist", r"tech(?:nical)? lead(?:er|ership)?|individual contribut\w+|thought leader\w*|fachlaufbahn"),
    ("specialist", r"(?:product|account|customer success|case|relationship|portfolio) manage\w*"),
    ("project-leadership", r"projects?|programs?|programmes?|delivery|scrum|projekt\w*|projet\w*|proyecto\w*|progetto"),
    ("influence-innovation", r"innovat\w*|influenc\w*|transformation|improvement"),
    ("people-leadership", r"leads?|leaders?|leadership|managers?|management|head|heads|directors?|supervisors?"),
    ("people-leadership", r"people|chief|vp|führung\w*|\w*leitung|\w*leiter(?:in)?|encadrement"),
    ("influence-innovation", r"coach\w*|advocates?|evangelists?"),
    ("common", r"common|common stem|shared start|foundation"),
    ("specialist", r"specialists?|experts?|contributors?|professionals?|ic|engineers?|scientists?|analysts?|\w*spezialist\w*"),
)  # fmt: skip
_READY = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for kind, words in _SIGNS)


class Guess(NamedTuple):
    """A kind, and the word of the name or the sentence that speaks for it (both ``""`` where somebody said it)."""

    kind: TrackKind
    word: str = ""
    why: str = ""

    @property
    def reason(self) -> str:
        """What the kind was guessed from; ``""`` where it was not guessed."""
        return f"the name says {self.word}" if self.word else self.why


class Ladder(NamedTuple):
    """Where a track stands: ranks of its lowest and highest grade, its family, and its kind as far as its name tells."""

    family: str
    lowest: int
    highest: int
    named: Guess | None


def kind_named(name: str) -> Guess | None:
    """The kind that a word of the name tells, or None."""
    text = re.sub(r"[-_/&,()]+", " ", folded(name))
    for kind, pattern in _READY:
        if found := pattern.search(text):
            return Guess(kind, found.group())
    return None


def kind_written(written: str) -> TrackKind | None:
    """The kind that somebody wrote, whatever its capitals and blanks."""
    plain = folded(written).replace(" and ", " ").replace("&", " ").replace("_", " ")
    hyphened = "-".join(plain.replace("-", " ").split())
    return next((kind for kind in KINDS if kind == hyphened), None)


def kinds_standing(ladders: Sequence[Ladder]) -> tuple[Guess, ...]:
    """The kind of each track: by its name, else by its place, else `specialist`.

    A track is a common stem where it ends below the lowest grade of each of two or more others of its family,
    one at least of which does not lead people: with managers alone above it, it is the experts' whole ladder.
    """
    return tuple(ladder.named or _by_place(ladder, ladders) for ladder in ladders)


def _by_place(ladder: Ladder, ladders: Sequence[Ladder]) -> Guess:
    others = [other for other in ladders if other is not ladder and other.family == ladder.family]
    above = all(other.lowest > ladder.highest for other in others)
    choice = {other.named.kind if other.named else "specialist" for other in others}
    if len(others) >= 2 and above and choice - {"people-leadership"}:
        return Guess("common", why="it ends where every other track of its family begins")
    return Guess("specialist", why="nothing in the name tells another kind")
