"""Changes of what is asked at a level: marks and statements, dimension by dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from ladderc.model.change import Amount, Change, Wording
from ladderc.model.framework import Framework
from ladderc.model.level import Expectation, Level, Statement
from ladderc.review.naming import change, named, of_level, shown, wordings
from ladderc.review.pairing import Pairing
from ladderc.review.texts import Line, compare_lines

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def changes(pairing: Pairing) -> Iterator[Change]:
    """What is asked for more, for less, or in other words, at levels that were there before and still are."""
    for old, new in pairing.levels.pairs:
        for dimension in dict.fromkeys((*new.expectations, *old.expectations)):
            yield from _dimension(pairing, old, new, dimension)


def _dimension(pairing: Pairing, old: Level, new: Level, dimension: str) -> Iterator[Change]:
    was, is_ = old.expectations.get(dimension), new.expectations.get(dimension)
    yield from _rating(pairing, new, dimension, was, is_)
    found = compare_lines(_lines(was), _lines(is_))
    subject, own = of_level(pairing.after, new), (new.key,)
    where = f"under {_dimension_name(pairing, dimension)}, {named(pairing.after, new)}"

    def one(kind: str, message: str, line: Line, statement: Statement, words: tuple[Wording, ...]) -> Change:
        gone = kind == "expectation-removed"
        thing = f"{dimension}/{line.thing}"
        return change(kind, subject, message, statement.place, thing=thing, gone=gone, reaches=own, wordings=words)

    for line in found.gone:
        message = f"No longer asked {where}: {shown(line.text, pairing.before)}."
        yield one("expectation-removed", message, line, _statement(was, line), (Wording("", line.text.plain, ""),))
    for line in found.new:
        message = f"Newly asked {where}: {shown(line.text, pairing.after)}."
        yield one("expectation-added", message, line, _statement(is_, line), (Wording("", "", line.text.plain),))
    for before, after in found.pairs:
        if words := wordings(before.text, after.text):
            direction = asks(before.text.plain, after.text.plain)
            said = {"raised": "Asked for more", "lowered": "Asked for less", "reworded": "Worded differently"}[
                direction
            ]
            message = f"{said} {where}: {shown(after.text, pairing.after)}."
            yield one(f"expectation-{direction}", message, after, _statement(is_, after), words)


def asks(before: str, after: str) -> Literal["raised", "lowered", "reworded"]:
    """Whether a sentence asks for more than before: only where nothing but its numbers changed, all one way."""
    if _NUMBER.sub("#", before) != _NUMBER.sub("#", after):
        return "reworded"
    old, new = ([Decimal(number) for number in _NUMBER.findall(text)] for text in (before, after))
    if any(is_ > was for was, is_ in zip(old, new, strict=True)):
        return "raised" if all(is_ >= was for was, is_ in zip(old, new, strict=True)) else "reworded"
    return "lowered" if old != new else "reworded"


def _rating(
    pairing: Pairing, level: Level, dimension: str, was: Expectation | None, is_: Expectation | None
) -> Iterator[Change]:
    old, new = (was.rating if was else None), (is_.rating if is_ else None)
    if old == new:
        return
    rises = new is not None and (old is None or new > old)
    place = is_.place if is_ else level.place
    name, asked = named(pairing.after, level), _dimension_name(pairing, dimension)
    if old is None:
        message = f"{name} is rated under {asked} now: {_mark(pairing.after, new)}."
    elif new is None:
        message = f"{name} is not rated under {asked} any more; it was {_mark(pairing.before, old)}."
    else:
        now, then = _mark(pairing.after, new), _mark(pairing.before, old)
        message = f"{name} is rated {now} under {asked} now; it was {then}."
    yield change(
        "rating-raised" if rises else "rating-lowered",
        of_level(pairing.after, level),
        message,
        place,
        thing=dimension,
        amounts=(Amount(dimension, "rating", old, new, "rating"),),
        reaches=(level.key,),
    )


def _mark(framework: Framework, rating: Decimal | None) -> str:
    """A mark as the scale words it: ``4 (leading)``; its number alone where the scale has no words."""
    if rating is None:
        return "none"
    shown_number = f"{rating.normalize():f}"
    position = int(rating) if rating == rating.to_integral_value() else 0
    if 0 < position <= len(framework.rating_scale):
        return f"{shown_number} ({framework.rating_scale[position - 1].in_language(framework.locale)})"
    return shown_number


def _lines(expectation: Expectation | None) -> list[Line]:
    statements = expectation.statements if expectation else ()
    return [Line(statement.text, statement.id, position) for position, statement in enumerate(statements)]


def _statement(expectation: Expectation | None, line: Line) -> Statement:
    assert expectation is not None, "a line comes from an expectation"
    return expectation.statements[line.position]


def _dimension_name(pairing: Pairing, dimension: str) -> str:
    known = pairing.after.dimensions.get(dimension) or pairing.before.dimensions[dimension]
    return f"“{known.name.in_language(pairing.after.locale)}”"
