"""What a reader may know of the framework's published states."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ladderc.view.refs import LevelRef, Prose


class WordPiece(NamedTuple):
    """A stretch of text that stayed, went or came."""

    text: Prose
    fate: Literal["same", "gone", "new"]


class Reworded(NamedTuple):
    """A text before and after, and both as one row of pieces; one of them is empty where a text came or went."""

    before: Prose
    after: Prose
    pieces: tuple[WordPiece, ...]


class ChangeView(NamedTuple):
    """One change of a release: a sentence, what it means for people, and the levels of today that it reaches."""

    kind: str
    message: str
    impact: str
    reason: str
    wordings: tuple[Reworded, ...]
    levels: tuple[LevelRef, ...]


class ImpactGroup(NamedTuple):
    """The changes of one impact; ``name`` in words."""

    impact: str
    name: str
    changes: tuple[ChangeView, ...]


class ReleaseView(NamedTuple):
    """One published state; ``first`` where nothing was published before, ``missing`` where it cannot be compared."""

    id: str
    date: str
    date_text: str
    title: Prose
    notes: Prose
    first: bool
    missing: str
    groups: tuple[ImpactGroup, ...]
    count: int


class LevelChange(NamedTuple):
    """What one release changed at one level."""

    release: str
    date_text: str
    changes: tuple[ChangeView, ...]
