"""Compares lists of texts: what came, what went, and what is the same thing in other words."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from fractions import Fraction
from typing import NamedTuple

from ladderc.model.text import Text
from ladderc.review.matching import Matched, matched
from ladderc.review.same_text import likeness


class Line(NamedTuple):
    """One text of a list: its id where it has one, and its position."""

    text: Text
    id: str | None
    position: int

    @property
    def thing(self) -> str:
        """What tells it apart in a list; never its words."""
        return self.id or str(self.position + 1)


def lines(texts: Sequence[Text]) -> list[Line]:
    """The lines of a list without ids."""
    return [Line(text, None, position) for position, text in enumerate(texts)]


def compare_lines(before: Sequence[Line], after: Sequence[Line]) -> Matched[Line]:
    """Pair the lines of two lists: by id, by equal text, then by likeness."""
    return matched(before, after, (_id, _text), _likeness)


def _id(line: Line) -> Hashable | None:
    return line.id


def _text(line: Line) -> Hashable:
    return line.text


def _likeness(one: Line, other: Line) -> Fraction:
    if one.id and other.id:
        return Fraction(0)  # two names are two statements, however alike they sound
    return likeness(one.text, other.text)
