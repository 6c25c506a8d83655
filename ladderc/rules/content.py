"""What a level says: placeholders set aside, and what it builds on counted in."""

from __future__ import annotations

from ladderc.model.framework import Framework
from ladderc.model.level import Level, Statement
from ladderc.rules.placeholders import is_written


def statements(level: Level, dimension: str) -> tuple[Statement, ...]:
    """The level's own statements under a dimension, without placeholders."""
    expectation = level.expectations.get(dimension)
    if expectation is None:
        return ()
    return tuple([statement for statement in expectation.statements if is_written(statement.text)])


def speaks_to(level: Level, dimension: str) -> bool:
    """Whether the level itself has a statement or a rating under the dimension."""
    expectation = level.expectations.get(dimension)
    return expectation is not None and (expectation.rating is not None or bool(statements(level, dimension)))


def asked_too(framework: Framework, level: Level) -> tuple[Level, ...]:
    """The level, and those whose expectations hold for it as well.

    These are the levels it ``builds_on``, and every lower one of a track whose statements are ``cumulative``.
    """
    found: dict[str, Level] = {}
    waiting = [level]
    while waiting:
        one = waiting.pop()
        if one.key in found:
            continue
        found[one.key] = one
        if one.builds_on and one.builds_on in framework.levels:
            waiting.append(framework.levels[one.builds_on])
        track = framework.tracks[one.track]
        if track.statements == "cumulative":
            waiting += track.levels[: track.levels.index(one)]
    return tuple(found.values())


def spoken_to(framework: Framework, level: Level) -> frozenset[str]:
    """The dimensions that the level speaks to, itself or through what it builds on."""
    return frozenset(
        dimension for one in asked_too(framework, level) for dimension in one.expectations if speaks_to(one, dimension)
    )
