"""The published states of a framework, each compared with the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladderc.model.catalogue import Release
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.review.compare import compare
from ladderc.review.pairing import pair


class Past(NamedTuple):
    """A release and the framework as it was then; None, with the reason in ``missing``, where it cannot be read."""

    release: Release
    framework: Framework | None
    missing: str = ""


class Step(NamedTuple):
    """A release and what it changed.

    ``first`` where nothing was published before it. ``missing`` says why it cannot be compared, empty where it was.
    ``today`` gives the key that a level of this release has today, for every level that is still there.
    """

    release: Release
    changes: tuple[Change, ...]
    first: bool
    missing: str
    today: dict[str, str]


def steps(past: Sequence[Past], now: Framework) -> tuple[Step, ...]:
    """What each release changed, the newest first; ``past`` in any order, each state as one audience may see it."""
    ordered = sorted(past, key=lambda one: (one.release.date, one.release.id))
    found: list[Step] = []
    before: Past | None = None
    for one in ordered:
        found.append(_step(before, one, now))
        before = one
    return tuple(reversed(found))


def _step(before: Past | None, one: Past, now: Framework) -> Step:
    today = {old.key: new.key for old, new in pair(one.framework, now).levels.pairs} if one.framework else {}
    if one.framework is None:
        return Step(one.release, (), before is None, one.missing, today)
    if before is None:
        return Step(one.release, (), True, "", today)
    if before.framework is None:
        missing = f"The release before it, {before.release.id}, cannot be read, so there is nothing to compare with."
        return Step(one.release, (), False, missing, today)
    return Step(one.release, compare(pair(before.framework, one.framework)), False, "", today)
