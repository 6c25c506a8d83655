"""What a level is rated, and how ratings and their dimensions are spoken of."""

from __future__ import annotations

from decimal import Decimal

from ladderc.model.catalogue import Dimension
from ladderc.model.framework import Framework
from ladderc.model.level import Level
from ladderc.rules.phrases import listed
from ladderc.wording.numbers import number


def ratings(level: Level) -> dict[str, Decimal]:
    """The level's own ratings, by dimension."""
    return {name: one.rating for name, one in level.expectations.items() if one.rating is not None}


def people_only(dimension: Dimension | None) -> bool:
    """Whether only those who lead people are judged on the dimension."""
    return dimension is not None and dimension.kinds == ("people-leadership",)


def rating_name(framework: Framework, rating: Decimal) -> str:
    """A rating as it is written: the word of the scale, or the number where there is no scale."""
    position = int(rating) - 1
    if rating == position + 1 and 0 <= position < len(framework.rating_scale):
        return framework.rating_scale[position].plain
    return number(rating, framework.locale)


def dimension_names(framework: Framework, ids: list[str]) -> str:
    """Dimensions by their names, in prose."""
    return listed(framework.dimensions[name].name.plain or name for name in ids)
