"""Levels: what each rung asks and offers, with every name in it resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ladderc.link.catalogue import Catalogue
from ladderc.link.faults import Faults
from ladderc.link.part import Part, as_text, as_typed
from ladderc.link.ratings import rating
from ladderc.link.references import Ladders
from ladderc.model.kinds import TrackKind
from ladderc.model.level import (
    Decision,
    Expectation,
    Level,
    Metric,
    Promotion,
    Reports,
    Requirement,
    Statement,
)
from ladderc.model.text import Text
from ladderc.sources.document import Data
from ladderc.span import Place


def levels(
    track: str,
    kind: TrackKind,
    outlined: Iterable[tuple[str, str, Part]],
    ladders: Ladders,
    lists: Catalogue,
    faults: Faults,
) -> tuple[Level, ...]:
    """The levels of one track, from their ids, grades and blocks."""
    return tuple(_level(track, kind, id, grade, part, ladders, lists, faults) for id, grade, part in outlined)


def _level(
    track: str, kind: TrackKind, id: str, grade: str, part: Part, ladders: Ladders, lists: Catalogue, faults: Faults
) -> Level:
    reports = _reports(part, faults)
    managing = manages(kind, reports)
    below = part.line("builds_on")
    return Level(
        key=f"{track}/{id}",
        id=id,
        track=track,
        grade=grade,
        title=part.label("title", id),
        summary=part.text("summary"),
        reports=reports,
        manages=managing,
        on_management_ladder=managing or kind == "people-leadership",
        executive=lists.grades[lists.rank[grade]].executive,
        expectations={one.dimension: one for one in _expectations(part, lists, faults)},
        metrics=tuple(_metric(metric) for metric in part.parts("metrics")),
        decisions=tuple(_decisions(part, lists, faults)),
        forums=lists.known_forums.find_all("forums", part, faults),
        recognition=lists.known_recognition.find_all("recognition", part, faults),
        duties=part.texts("duties"),
        promotion=_promotion(part, ladders, faults),
        builds_on=below and ladders.find_level(below, part, part.at("builds_on"), faults, track),
        career_level=part.flag("career_level"),
        entry=part.flag("entry"),
        status=part.choice("status", "published"),
        visible_to=lists.known_audiences.find_all("visible_to", part, faults) if "visible_to" in part.data else None,
        given=part.given,
        place=part.place,
    )


def manages(kind: TrackKind, reports: Reports | None) -> bool:
    """Whether the holder of a level has people reporting to them.

    At least one report stated: yes.
    On a people-leadership track also where no lowest number is stated, unless the highest is 0;
    elsewhere ``{max: 2}`` alone says that there may be none, so it does not count.
    """
    if reports and reports.min is not None:
        return reports.min >= 1
    return kind == "people-leadership" and not (reports and reports.max == 0)


def _reports(part: Part, faults: Faults) -> Reports | None:
    block = part.part("reports")
    if block is None:
        return None
    least, most = block.whole("min"), block.whole("max")
    if least is not None and most is not None and most < least:
        message = f"{part.subject}: at least {least} and at most {most} reports cannot both be.\nSwap `min` and `max`."
        faults.report("reports-order", message, block.at("max"))
    return Reports(least, most, block.place)


def _expectations(part: Part, lists: Catalogue, faults: Faults) -> Iterator[Expectation]:
    written = part.data.get("expectations")
    if not isinstance(written, dict):
        return
    for name, value in written.items():
        known = lists.known_dimensions
        if name not in known.ids and not known.find(name, part, part.key("expectations", name), faults):
            continue
        place = part.at("expectations", name)
        if isinstance(value, dict):
            block = Part(part.document, value, place.route)
            rated = rating(block, part, lists, faults)
            yield Expectation(name, rated, _statements(block, "statements", faults), place)
        else:  # a bare list of statements
            block = Part(part.document, written, (*part.route, "expectations"))
            yield Expectation(name, None, _statements(block, name, faults), place)


MOST_STATEMENTS = 500
"""Most statements of one level under one dimension: each is compared with all of the level beside it."""


def _statements(part: Part, field: str, faults: Faults) -> tuple[Statement, ...]:
    every = part.items(field)
    kept = tuple(_statement(part, item, place) for item, place in islice(every, MOST_STATEMENTS))
    for _, place in every:
        message = f"{part.subject}: more than {MOST_STATEMENTS} statements stand in one list."
        faults.report("too-many", f"{message}\nKeep those by which people are judged.", place)
        break
    return kept


def _statement(part: Part, item: Data, place: Place) -> Statement:
    if type(item) is str:
        return Statement(Text((("", item),)), None, place)
    if isinstance(item, dict) and "text" in item:  # no language is called "text"
        block = Part(part.document, item, place.route)
        return Statement(block.label("text", ""), block.line("id"), place)
    return Statement(as_text(part.document, item, place.route), None, place)


def _metric(part: Part) -> Metric:
    return Metric(
        part.label("name", ""),
        part.choice("type"),
        part.choice("about"),
        part.text("unit"),
        part.text("target"),
        part.choice("direction"),
        part.text("source"),
        part.choice("cadence"),
        part.place,
    )


def _decisions(part: Part, lists: Catalogue, faults: Faults) -> Iterator[Decision]:
    for block in part.parts("decisions"):
        domain = lists.known_domains.find(block.line("domain") or "", part, block.at("domain"), faults)
        if domain:
            yield Decision(domain, block.choice("role"), block.place)


def _promotion(part: Part, ladders: Ladders, faults: Faults) -> Promotion | None:
    block = part.part("promotion")
    if block is None:
        return None
    return Promotion(
        nomination=block.texts("nomination"),
        evidence=block.texts("evidence"),
        panel=block.texts("panel"),
        approver=block.text("approver"),
        min_months=block.whole("min_months"),
        basis=block.choice("basis"),
        requires=tuple(_requirements(part, block, ladders, faults)),
        place=block.place,
    )


def _requirements(level: Part, block: Part, ladders: Ladders, faults: Faults) -> Iterator[Requirement]:
    for item, place in block.items("requires"):
        if isinstance(item, dict) and "level" in item:
            word = as_typed(block.document, item["level"], (*place.route, "level"))
            key = ladders.find_level(word, level, place._replace(route=(*place.route, "level")), faults, None)
            if key:
                yield Requirement(None, key, place)
            continue
        text = as_text(block.document, item, place.route)
        track, _, id = text.plain.strip().rpartition("/")
        known = ladders.levels.get(track)
        if known and id in known.ids:  # a sentence that is nothing but a level is that level
            yield Requirement(None, f"{track}/{id}", place)
        else:
            yield Requirement(text, None, place)
