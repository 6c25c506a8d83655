"""Statements that are asked at another level than before: one change, told once, with what it means for both."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from ladderc.model.framework import Framework
from ladderc.model.level import Level, Statement
from ladderc.review.matching import Matched, matched
from ladderc.review.pairing import Pairing
from ladderc.review.texts import Line
from ladderc.rules.content import Content

LATER = "It is asked later on the way: the higher level asked for it already."
EARLIER = "It is asked earlier on the way: the higher level still asks for it."


class Asked(NamedTuple):
    """A statement, the dimension under which it stands, and its level as it is now."""

    level: Level
    dimension: str
    line: Line
    statement: Statement

    @property
    def thing(self) -> str:
        """What tells it apart at its level: never its words."""
        return f"{self.dimension}/{self.line.thing}"


def to_other_levels(gone: Sequence[Asked], new: Sequence[Asked]) -> Matched[Asked]:
    """What left one level and came to another: by its id on its track, else by its words, on its own track first."""
    return matched(gone, new, (_id, _words_on_track, _words))


def meaning(pairing: Pairing, source: Asked, target: Asked) -> dict[str, str]:
    """The kind of such a move, with another impact where the higher level asks for all that the lower one asks."""
    lower, upper = _in_order(pairing.after, source.level, target.level)
    old = {new.key: was for was, new in pairing.levels.pairs}
    before = _in_order(pairing.before, old[source.level.key], old[target.level.key])
    if lower is None or upper is None or before != (old[lower.key], old[upper.key]):
        return {"kind": "expectation-moved-across"}
    if target.level == upper:
        inherits = _asks(pairing.before, old[upper.key], old[lower.key])
        return {"kind": "expectation-moved-up", **({"impact": "better", "reason": LATER} if inherits else {})}
    inherits = _asks(pairing.after, upper, lower)
    return {"kind": "expectation-moved-down", **({"impact": "worse", "reason": EARLIER} if inherits else {})}


def _in_order(framework: Framework, one: Level, other: Level) -> tuple[Level | None, Level | None]:
    """The lower and the higher of two levels of one track; nothing where they stand on two."""
    if one.track != other.track:
        return None, None
    levels = framework.tracks[one.track].levels
    return (one, other) if levels.index(one) < levels.index(other) else (other, one)


def _asks(framework: Framework, upper: Level, lower: Level) -> bool:
    return lower in Content(framework, ()).asked_too(upper)


def _id(asked: Asked) -> Hashable | None:
    return (asked.level.track, asked.line.id) if asked.line.id else None


def _words_on_track(asked: Asked) -> Hashable:
    return (asked.level.track, asked.line.text)


def _words(asked: Asked) -> Hashable:
    return asked.line.text
