"""Ratios that moved, told together where they moved alike: one sentence for all levels of the same two sides."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ladderc.model.change import RatioMoved
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.rules.phrases import level_name, listed, track_name

_WHAT = {"midpoint": "midpoints", "maximum": "maxima"}


class Gap(NamedTuple):
    """Ratios of one kind that moved from one share to one other, whole percents taken alike."""

    moved: tuple[RatioMoved, ...]

    @property
    def first(self) -> RatioMoved:
        """The ratio that moved furthest."""
        return max(self.moved, key=step)

    @property
    def widened(self) -> bool:
        """Whether the two sides stand further apart than before."""
        return self.first.widened


def gaps(moved: Iterable[RatioMoved]) -> tuple[Gap, ...]:
    """The ratios in groups: what widened first, pay before the length of texts, the largest steps first."""
    groups: dict[tuple[object, ...], list[RatioMoved]] = {}
    for one in moved:
        key = (one.rule, one.name, one.effective, one.subjects[0].family, one.subjects[0].zone, one.subjects[1].track)
        groups.setdefault((*key, percent(one.before), percent(one.after), one.widened), []).append(one)
    found = [Gap(tuple(members)) for members in groups.values()]
    return tuple(
        sorted(
            found,
            key=lambda gap: (not gap.widened, not gap.first.from_pay, gap.first.name != "midpoint", -step(gap.first)),
        )
    )


def told(framework: Framework, gap: Gap) -> str:
    """Both sides and both figures in a sentence: ``At G5 the gap in midpoints … was 3 % and becomes 27 %.``"""
    pairs = [
        [framework.levels[f"{subject.track}/{subject.level}"] for subject in one.subjects[:2]] for one in gap.moved
    ]
    first = gap.first
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    what = _WHAT.get(first.name, first.name)
    expected = f"; up to {percent(first.limit)} % is expected" if first.limit is not None else ""
    zone = f" in zone {first.subjects[0].zone}" if first.subjects[0].zone else ""
    return (
        f"At {_grades(framework, ours)}{zone} the gap in {what} to {_side(framework, theirs)} was {percent(first.before)} % for "
        f"{_side(framework, ours)}, and becomes {percent(first.after)} %{expected}."
    )


def step(moved: RatioMoved) -> Decimal:
    """How far a ratio moved, as a share of 1."""
    assert moved.before is not None, "a ratio that moved has both values"
    assert moved.after is not None, "a ratio that moved has both values"
    return abs(moved.after - moved.before)


def percent(share: Decimal | None) -> Decimal:
    """How far a share is from 1, in whole percent."""
    assert share is not None, "a ratio that moved has both values"
    return (abs(1 - share) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def _side(framework: Framework, levels: list[Level]) -> str:
    """One level by its name; several by their tracks."""
    keys = dict.fromkeys(level.key for level in levels)
    if len(keys) == 1:
        return level_name(levels[0])
    return listed(track_name(framework.tracks[id]) for id in dict.fromkeys(level.track for level in levels))


def _grades(framework: Framework, levels: list[Level]) -> str:
    used = {level.grade for level in levels}
    rising = [grade.id for grade in framework.grades if grade.id in used]
    return f"{rising[0]} to {rising[-1]}" if len(rising) > 2 else listed(rising)
