"""The published states of a framework, each compared with the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladderc.model.catalogue import Release
from ladderc.model.change import Change
from ladderc.model.framework import Framework
from ladderc.review.compare import unfolded, worst_first
from ladderc.review.pairing import pair
from ladderc.review.sums import folded


class Past(NamedTuple):
    """A release and the framework as it was then; None where it cannot be read.

    ``note`` tells whoever builds why it cannot be read, and what to type.
    ``untagged`` where the release is known by its own id, and git has no such name.
    """

    release: Release
    framework: Framework | None
    note: str = ""
    untagged: bool = False


class Step(NamedTuple):
    """A release and what it changed.

    ``before`` and ``after`` are the two states; ``before`` is None where nothing was published earlier, too: ``first``.
    ``changes`` holds alike ones of several levels as one entry, ``single`` each of them by itself.
    ``levels`` and ``tracks`` give the key or id of today for what is still there, by those of this release.
    """

    past: Past
    before: Framework | None
    after: Framework | None
    first: bool
    changes: tuple[Change, ...]
    single: tuple[Change, ...]
    levels: dict[str, str]
    tracks: dict[str, str]

    @property
    def told(self) -> bool:
        """Whether what it changed can be told."""
        return self.before is not None and self.after is not None


def in_order(releases: Sequence[Release]) -> tuple[Release, ...]:
    """Releases from the oldest to the newest; those of one day in the direction in which the file lists its days."""
    rising = len(releases) > 1 and releases[0].date < releases[-1].date
    return tuple(sorted(releases if rising else reversed(releases), key=lambda one: one.date))


def steps(past: Sequence[Past], now: Framework) -> tuple[Step, ...]:
    """What each release changed, the newest first; ``past`` as the file lists it, each state as one audience sees it."""
    of = {one.release.id: one for one in past}
    ordered = [of[release.id] for release in in_order([one.release for one in past])]
    found = [_step(before, one, now) for before, one in zip([None, *ordered], ordered, strict=False)]
    return tuple(reversed(found))


def _step(before: Past | None, one: Past, now: Framework) -> Step:
    old, new = before.framework if before else None, one.framework
    levels: dict[str, str] = {}
    tracks: dict[str, str] = {}
    if new is not None:
        today = pair(new, now)
        levels = {was.key: is_.key for was, is_ in today.levels.pairs}
        tracks = {was.id: is_.id for was, is_ in today.tracks.pairs}
    changes: tuple[Change, ...] = ()
    single: tuple[Change, ...] = ()
    if old is not None and new is not None:
        pairing = pair(old, new)
        every = unfolded(pairing)
        changes, single = worst_first(folded(every, pairing)), worst_first(every)
    return Step(one, old, new, before is None, changes, single, levels, tracks)
