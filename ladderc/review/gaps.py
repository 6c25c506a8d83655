"""Ratios that moved, told together where they moved alike: one sentence for all levels of the same two sides."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ladderc.model.change import RatioMoved
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.rules.phrases import level_name, listed, track_name
from ladderc.wording.numbers import english_day

_PAY = {"midpoint": ("midpoint", "midpoints"), "maximum": ("maximum", "maxima")}
_TENTH = Decimal("0.1")
_SEEN = Decimal("0.001")
"""A tenth of a percent: what rounding a band to whole hundreds moves is no news."""


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

    @property
    def opened(self) -> bool:
        """Whether it widened beyond what is expected."""
        return self.widened and _beyond(self.first, self.first.after)

    @property
    def closed(self) -> bool:
        """Whether it was beyond what is expected and is not any more."""
        return _beyond(self.first, self.first.before) and not _beyond(self.first, self.first.after)


def gaps(moved: Iterable[RatioMoved]) -> tuple[Gap, ...]:
    """The ratios in groups: what widened first, pay before the length of texts, the largest steps first.

    A step too small to be seen in tenths of a percent is none that a reader could be told of.
    """
    groups: dict[tuple[object, ...], list[RatioMoved]] = {}
    for one in moved:
        if step(one) < _SEEN and not _turned(one) and _beyond(one, one.before) == _beyond(one, one.after):
            continue
        key = (one.rule, one.name, one.effective, one.subjects[0].family, one.subjects[0].zone, one.subjects[1].track)
        groups.setdefault((*key, *_figures(one), one.widened, _turned(one)), []).append(one)
    alike: dict[tuple[object, ...], list[RatioMoved]] = {}
    for (rule, _, *rest), members in groups.items():  # the midpoint and the maximum that moved as one are told as one
        name = members[0].name if members[0].name not in _PAY else ""
        alike.setdefault((rule, name, *rest, *(one.subjects for one in members)), []).extend(members)
    found = [Gap(tuple(members)) for members in alike.values()]
    return tuple(
        sorted(
            found,
            key=lambda gap: (
                not gap.widened,
                not gap.opened,
                not gap.first.from_pay,
                all(one.name != "midpoint" for one in gap.moved),
                -step(gap.first),
            ),
        )
    )


def told(framework: Framework, gap: Gap) -> str:
    """Both sides and both figures: ``At G5 a gap of 3 % becomes 27 %: from 1 January 2027 the midpoint of …``."""
    first = gap.first
    before, after = _figures(first)
    ours, theirs = (_levels(framework, gap, side) for side in (0, 1))
    where = f"At {_grades(framework, ours)}" + (f" in zone {first.subjects[0].zone}" if first.subjects[0].zone else "")
    what = "" if first.from_pay else f" in {first.name}"
    if not after:
        return f"{where} a gap of {before} %{what} closes: {_since(first)}{_level(framework, gap, ours, theirs)}."
    if not before:
        moves = f"a gap of {after} %{what} opens"
    elif _turned(first):
        moves = f"a gap of {before} %{what} becomes one of {after} % the other way"
    else:
        moves = f"a gap of {before} %{what} becomes {after} %"
    limit = ""
    if first.limit is not None and first.after is not None and first.after < 1:
        limit = f"; at most {percent(first.limit)} % is expected"
    return f"{where} {moves}: {_since(first)}{_apart(framework, gap, ours, theirs)}{limit}."


def step(moved: RatioMoved) -> Decimal:
    """How far a ratio moved, as a share of 1."""
    assert moved.before is not None, "a ratio that moved has both values"
    assert moved.after is not None, "a ratio that moved has both values"
    return abs(moved.after - moved.before)


def percent(share: Decimal | None, places: Decimal = Decimal(1)) -> Decimal:
    """How far a share is from 1, in whole percent."""
    assert share is not None, "a ratio that moved has both values"
    return (abs(1 - share) * 100).quantize(places, rounding=ROUND_HALF_UP)


def _figures(moved: RatioMoved) -> tuple[Decimal, Decimal]:
    """Both gaps in whole percent; in tenths where whole ones would read as if nothing had moved."""
    whole = (percent(moved.before), percent(moved.after))
    return whole if whole[0] != whole[1] else (percent(moved.before, _TENTH), percent(moved.after, _TENTH))


def _turned(moved: RatioMoved) -> bool:
    """Whether who was behind is ahead now."""
    assert moved.before is not None, "a ratio that moved has both values"
    assert moved.after is not None, "a ratio that moved has both values"
    return (moved.before - 1) * (moved.after - 1) < 0


def _beyond(moved: RatioMoved, share: Decimal | None) -> bool:
    return moved.limit is not None and share is not None and share < moved.limit


def _since(moved: RatioMoved) -> str:
    return f"from {english_day(datetime.date.fromisoformat(moved.effective))} " if moved.effective else ""


def _apart(framework: Framework, gap: Gap, ours: Sequence[Level], theirs: Sequence[Level]) -> str:
    moved = gap.first
    behind = moved.after is not None and moved.after < 1
    one, other = _side(framework, ours), _side(framework, theirs)
    if moved.name not in _PAY:
        return f"{one} {'has' if _single(ours) else 'have'} that many {'fewer' if behind else 'more'} than {other}"
    what, many = _what(gap, single=_single(ours) and _single(theirs))
    lie, those = ("lie", "those") if many else ("lies", "that")
    return f"the {what} of {one} {lie} that far {'below' if behind else 'above'} {those} of {other}"


def _level(framework: Framework, gap: Gap, ours: Sequence[Level], theirs: Sequence[Level]) -> str:
    moved = gap.first
    one, other = _side(framework, ours), _side(framework, theirs)
    if moved.name not in _PAY:
        return f"{one} {'has' if _single(ours) else 'have'} as many as {other}"
    what, many = _what(gap, single=_single(ours) and _single(theirs))
    are, those = ("are", "those") if many else ("is", "that")
    return f"the {what} of {one} {are} as high as {those} of {other}"


def _what(gap: Gap, *, single: bool) -> tuple[str, bool]:
    """The figures meant, and whether they are more than one: ``midpoint and the maximum``."""
    names = [_PAY[name][0 if single else 1] for name in dict.fromkeys(one.name for one in gap.moved)]
    return (" and the " if single else " and ").join(names), len(names) > 1 or not single


def _levels(framework: Framework, gap: Gap, side: int) -> list[Level]:
    subjects = (one.subjects[side] for one in gap.moved)
    return [framework.levels[f"{subject.track}/{subject.level}"] for subject in subjects]


def _single(levels: Sequence[Level]) -> bool:
    return len({level.key for level in levels}) == 1


def _side(framework: Framework, levels: Sequence[Level]) -> str:
    """One level by its name; several by their tracks."""
    if _single(levels):
        return level_name(levels[0])
    return listed(track_name(framework.tracks[id]) for id in dict.fromkeys(level.track for level in levels))


def _grades(framework: Framework, levels: Sequence[Level]) -> str:
    used = {level.grade for level in levels}
    rising = [grade.id for grade in framework.grades if grade.id in used]
    return f"{rising[0]} to {rising[-1]}" if len(rising) > 2 else listed(rising)
