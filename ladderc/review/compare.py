"""All changes between two states of a framework, each once, the same whichever way round but for their direction."""

from __future__ import annotations

from collections.abc import Iterable

from ladderc.model.change import IMPACTS, Change
from ladderc.review import (
    of_expectations,
    of_languages,
    of_levels,
    of_metrics,
    of_moves,
    of_pay,
    of_privileges,
    of_promotion,
    of_spine,
    of_stewardship,
    of_tracks,
)
from ladderc.review.drafts import settled
from ladderc.review.kinds import KINDS
from ladderc.review.pairing import Pairing
from ladderc.review.sums import folded

_COMPARED = (
    of_tracks, of_pay, of_levels, of_expectations, of_promotion, of_metrics, of_privileges, of_moves, of_spine,
    of_stewardship, of_languages,
)  # fmt: skip
_ORDER = {name: position for position, name in enumerate(KINDS)}


def compare(pairing: Pairing) -> tuple[Change, ...]:
    """Every change, worst first; alike ones of several levels are one entry."""
    return worst_first(folded(unfolded(pairing), pairing))


def unfolded(pairing: Pairing) -> tuple[Change, ...]:
    """Every change in no order; one made alike at several levels stands there once for each."""
    return tuple(settled((change for part in _COMPARED for change in part.changes(pairing)), pairing))


def worst_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes in the order in which a reader wants them."""
    return tuple(sorted(changes, key=_reading_order))


def _reading_order(change: Change) -> tuple[int, bool, int, str, int, str]:
    # pay before the rest: it is what a reader of three changed numbers cannot see
    return (
        IMPACTS.index(change.impact), not change.pay, -len(change.reaches), change.place.file, _ORDER[change.kind],
        "/".join(map(str, change.place.route)),
    )  # fmt: skip
