"""What a reader may know of the framework's published states."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.view.refs import LevelRef, Prose, TrackRef


class WordPiece(NamedTuple):
    """A stretch of text that stayed, went or came."""

    text: Prose
    fate: Literal["same", "gone", "new"]


class Reworded(NamedTuple):
    """A text before and after, one of them empty where it came or went, and both as one row of pieces.

    ``language`` is its tag where it is not that of the pages. ``patchwork`` where enough stayed to read the row.
    """

    language: str
    before: Prose
    after: Prose
    pieces: tuple[WordPiece, ...]
    patchwork: bool


class Figure(NamedTuple):
    """An amount before and after, ready to print; empty where there was none. ``growth`` is a signed share or empty."""

    name: str
    before: str
    after: str
    growth: str


class FigureRow(NamedTuple):
    """The amounts of one grade; one figure for each head of its table, None where the amount stayed."""

    grade: str
    figures: tuple[Figure | None, ...]


class Figures(NamedTuple):
    """Amounts before and after, a row a grade; ``caption`` says what they are."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]


class ChangeView(NamedTuple):
    """One change: a sentence, what it means for people in a word and with its reason, and the levels of today it reaches.

    ``figures`` is None where there are none, and for everybody but HR.
    """

    kind: str
    message: str
    impact: str
    reason: str
    wordings: tuple[Reworded, ...]
    figures: Figures | None
    levels: tuple[LevelRef, ...]


class ImpactCount(NamedTuple):
    """How many changes have an impact; ``name`` in words."""

    impact: str
    name: str
    number: int


class ReleasePart(NamedTuple):
    """The changes of one track, of several tracks of a family, or of what all share; worst first.

    ``track`` is None where it is no track, or none of today. ``counts`` has every impact, in a fixed order.
    """

    anchor: str
    name: Prose
    track: TrackRef | None
    counts: tuple[ImpactCount, ...]
    changes: tuple[ChangeView, ...]


class ReleaseView(NamedTuple):
    """One published state, and what it changed, part by part.

    ``first`` where nothing was published before, ``told`` where it could be compared. ``planned`` before its day,
    ``untagged`` where the files of this build stand for a state that git does not know yet.
    """

    id: str
    date: str
    date_text: str
    title: Prose
    notes: Prose
    first: bool
    told: bool
    planned: bool
    untagged: bool
    parts: tuple[ReleasePart, ...]
    counts: tuple[ImpactCount, ...]
    number: int


class ChangeGroup(NamedTuple):
    """Changes at one level that are about the same side of it: what is asked, pay, ways …"""

    name: str
    changes: tuple[ChangeView, ...]


class LevelChange(NamedTuple):
    """What one release changed at one level."""

    release: str
    date_text: str
    groups: tuple[ChangeGroup, ...]
