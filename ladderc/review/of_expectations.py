"""Changes of what is asked at a level: marks and statements, dimension by dimension."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from decimal import Decimal
from typing import Literal

from ladderc.model.change import Amount, Change, Wording
from ladderc.model.framework import Framework
from ladderc.model.level import Expectation, Level
from ladderc.review.matching import matched
from ladderc.review.moved_statements import Asked, meaning, to_other_levels
from ladderc.review.naming import change, named, of_level, shown
from ladderc.review.pairing import Pairing
from ladderc.review.same_text import wordings
from ladderc.review.texts import Line, compare_lines
from ladderc.rules.phrases import level_name

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def changes(pairing: Pairing) -> Iterator[Change]:
    """What is asked for more, for less, or in other words, at levels that were there before and still are."""
    gone: list[Asked] = []
    come: list[Asked] = []
    for old, new in pairing.levels.pairs:
        if old.expectations != new.expectations:
            yield from _level(pairing, old, new, gone, come)
    moved = to_other_levels(gone, come)
    yield from (_one_sided(pairing, "expectation-removed", one) for one in moved.gone)
    yield from (_one_sided(pairing, "expectation-added", one) for one in moved.new)
    for before, after in moved.pairs:
        yield _to_another_level(pairing, before, after)
        if words := wordings(before.line.text, after.line.text):
            yield _worded(pairing, after, words)


def _level(pairing: Pairing, old: Level, new: Level, left: list[Asked], joined: list[Asked]) -> Iterator[Change]:
    """What changed at one level; what it does not ask any more and what it newly asks is added to the lists."""
    gone: list[Asked] = []
    come: list[Asked] = []
    kept: list[tuple[Asked, Asked]] = []
    for dimension in dict.fromkeys((*new.expectations, *old.expectations)):
        was, is_ = old.expectations.get(dimension), new.expectations.get(dimension)
        found = compare_lines(_lines(was), _lines(is_))
        gone += [_asked(new, dimension, was, line) for line in found.gone]
        come += [_asked(new, dimension, is_, line) for line in found.new]
        kept += [
            (_asked(new, dimension, was, line), _asked(new, dimension, is_, other))
            for line, other in found.pairs
            if line.text != other.text
        ]
    moved = matched(gone, come, (_statement_id, _statement_text))
    left += moved.gone
    joined += moved.new
    taken_along = {
        pair for pair in ((one.dimension, other.dimension) for one, other in moved.pairs) if _mark_goes(old, new, *pair)
    }
    settled = {dimension for pair in taken_along for dimension in pair}
    for dimension in dict.fromkeys((*new.expectations, *old.expectations)):
        if dimension not in settled:
            yield from _rating(
                pairing, new, dimension, old.expectations.get(dimension), new.expectations.get(dimension)
            )
    for before, after in moved.pairs:
        where = f"under {_dimension_name(pairing, after.dimension)} now; it was {_dimension_name(pairing, before.dimension)}"
        said = f"{shown(after.line.text, pairing.after)} is asked of {named(pairing.after, new)} {where}."
        yield change(
            "expectation-moved", of_level(pairing.after, new), said, after.statement.place, thing=after.thing,
            reaches=(new.key,),
        )  # fmt: skip
    for before, after in (*kept, *moved.pairs):
        if words := wordings(before.line.text, after.line.text):
            yield _worded(pairing, after, words)


def _to_another_level(pairing: Pairing, before: Asked, after: Asked) -> Change:
    framework = pairing.after
    source, target = before.level, after.level
    then = level_name(source) if source.track == target.track else named(framework, source)
    there, dimension = named(framework, target), _dimension_name(pairing, after.dimension)
    meant = meaning(pairing, before, after)
    said = f"is asked of {there} under {dimension} now, no longer of {then}"
    if meant.get("impact") == "worse":
        said = f"is asked of {there} under {dimension} now, not of {then} alone"
    elif meant.get("impact") == "better":
        said = f"is asked of {there} alone under {dimension} now, no longer of {then}"
    return change(
        subjects=(of_level(framework, target), of_level(framework, source)),
        message=f"{shown(after.line.text, framework)} {said}.",
        place=after.statement.place,
        thing=after.thing,
        reaches=(target.key, source.key),
        **meant,
    )


def _mark_goes(old: Level, new: Level, source: str, target: str) -> bool:
    """Whether a mark went with the statements from one dimension to another."""
    marks = [
        found.rating if (found := level.expectations.get(dimension)) else None
        for level, dimension in ((old, source), (new, target), (new, source), (old, target))
    ]
    return marks[0] is not None and marks[0] == marks[1] and marks[2] is None and marks[3] is None


def _one_sided(pairing: Pairing, kind: str, asked: Asked) -> Change:
    gone, level, text = kind == "expectation-removed", asked.level, asked.line.text
    opening = "No longer asked" if gone else "Newly asked"
    return change(
        kind,
        of_level(pairing.after, level),
        f"{opening} of {_where(pairing, level, asked.dimension)}: {shown(text, pairing.before if gone else pairing.after)}.",
        asked.statement.place,
        thing=asked.thing,
        gone=gone,
        reaches=(level.key,),
        wordings=wordings(text, None) if gone else wordings(None, text),
    )


def _worded(pairing: Pairing, after: Asked, words: tuple[Wording, ...]) -> Change:
    direction, level = _direction(words), after.level
    where, text = _where(pairing, level, after.dimension), shown(after.line.text, pairing.after)
    said = {"raised": f"More is asked of {where}", "lowered": f"Less is asked of {where}"}
    return change(
        f"expectation-{direction}",
        of_level(pairing.after, level),
        f"{said.get(direction, f'Worded differently for {where}')}: {text}.",
        after.statement.place,
        thing=after.thing,
        reaches=(level.key,),
        wordings=words,
    )


def _where(pairing: Pairing, level: Level, dimension: str) -> str:
    return f"{named(pairing.after, level)} under {_dimension_name(pairing, dimension)}"


def _asked(level: Level, dimension: str, expectation: Expectation | None, line: Line) -> Asked:
    assert expectation is not None, "a line comes from an expectation"
    return Asked(level, dimension, line, expectation.statements[line.position])


def _statement_id(asked: Asked) -> Hashable | None:
    return asked.line.id


def _statement_text(asked: Asked) -> Hashable:
    return asked.line.text


def _direction(words: tuple[Wording, ...]) -> Literal["raised", "lowered", "reworded"]:
    """What all languages agree on."""
    found = {asks(one.before, one.after) for one in words}
    return found.pop() if len(found) == 1 else "reworded"


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
    place = is_.place._replace(route=(*is_.place.route, "rating")) if is_ else level.place
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


def _dimension_name(pairing: Pairing, dimension: str) -> str:
    known = pairing.after.dimensions.get(dimension) or pairing.before.dimensions[dimension]
    return f"“{known.name.in_language(pairing.after.locale)}”"
