"""Ratings: a word of the scale or its position, or a plain number where there is no scale."""

from __future__ import annotations

from decimal import Decimal

from ladderc.finding import Edit
from ladderc.link.catalogue import Catalogue
from ladderc.link.faults import Faults
from ladderc.link.part import Part
from ladderc.wording.nearest import listed, nearest, only_near


def rating(block: Part, level: Part, lists: Catalogue, faults: Faults) -> Decimal | None:
    """The rating of one expectation as a number; with a scale it counts the scale's words from 1.

    A scale may itself be of numbers (0 to 4): what is written is a word of the scale first, a position second.
    """
    written = block.line("rating")
    if written is None:
        return None
    number = block.number("rating")
    scale = lists.rating_scale
    if written in lists.position:
        return lists.position[written]
    if not scale and number is not None:
        return number
    if scale and number is not None and number == number.to_integral_value() and 1 <= number <= len(scale):
        return number
    _report(written, number, block, level, lists, faults)
    return None


def _report(written: str, number: Decimal | None, block: Part, level: Part, lists: Catalogue, faults: Faults) -> None:
    lead, place = level.subject, block.at("rating")
    words = [word.plain for word in lists.rating_scale]
    meant = nearest(written, words) if number is None else None
    if not words:
        message = (
            f"{lead}: `{written}` is no rating, since framework.yaml has no scale of words.\n"
            "Write a number from 0 to 100, or list the words under `rating_scale` in framework.yaml, lowest first."
        )
        faults.fold("unknown-rating", "no scale", message, place, "a rating in words here too")
    elif meant:
        message = f"{lead}: the rating scale has no `{written}`.\nRename it to `{meant}`."
        faults.report(
            "unknown-rating", message, place, fixes=(Edit(place, meant, only_near(written, words) is not None),)
        )
    else:
        message = (
            f"{lead}: the rating scale has no `{written}`.\n"
            f"Write {listed(words)}, or its position from 1 to {len(words)}."
        )
        faults.fold("unknown-rating", written, message, place, f"`{written}` stands here too")
