"""The parts of a guide beyond its expectations: short lists and tables of what is written, nothing where nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladderc.render.guides.ink import Ink
from ladderc.view.level import LevelView, MetricView, PromotionView, Way
from ladderc.view.pay import PayLine
from ladderc.view.refs import Link, Prose
from ladderc.wording.texts import Texts

Content = dict[str, object]


def lists(level: LevelView, ink: Ink, words: Texts) -> list[Content]:
    """The short lists beside each other: a part in decisions each, then forums, recognition, duties."""
    by_role: dict[str, list[Prose]] = {}
    for decision in level.decisions:
        by_role.setdefault(decision.role_name, []).append(decision.domain.name)
    titled: list[tuple[str, Sequence[Prose]]] = [
        *by_role.items(),
        (words["forums"], _names(level.forums)),
        (words["recognition"], _names(level.recognition)),
        (words["duties"], level.duties),
    ]
    return [{"title": ink.line(t), "items": [ink.prose(item) for item in items]} for t, items in titled if items]


def _names(links: tuple[Link, ...]) -> list[Prose]:
    return [link.name for link in links]


def metrics(measured: tuple[MetricView, ...], ink: Ink, words: Texts) -> Content | None:
    """How success is measured; None where nothing is written."""
    rows = [
        (
            _Cell(metric.name, metric.unit),
            _Cell(metric.target or _sentence(metric.direction), metric.direction if metric.target else ""),
            _Cell(metric.type_name, metric.about_name),
            _Cell(metric.source, metric.cadence),
        )
        for metric in measured
    ]
    columns = (("metric_name", 14), ("metric_target", 10), ("metric_type", 6), ("metric_source", 9))
    return _table(columns, rows, ink, words)


def promotion(step: PromotionView | None, ink: Ink, words: Texts) -> list[Content]:
    """How a person gets here, part by part: empty where nothing is written."""
    if step is None:
        return []
    parts: list[tuple[str, Sequence[Prose]]] = [
        ("requires", step.requires),
        ("months", [step.months] if step.months else []),
        ("nomination", step.nomination),
        ("evidence", step.evidence),
        ("panel", step.panel),
        ("approver", [step.approver] if step.approver else []),
        ("basis", [step.basis] if step.basis else []),
    ]
    return [
        {"label": words[f"promotion_{part}"], "values": [ink.prose(value) for value in values]}
        for part, values in parts
        if values
    ]


def ways(steps: tuple[Way, ...], ink: Ink, words: Texts) -> Content | None:
    """Steps from or to a level, with their terms; None where there are none."""
    rows = [
        (
            _Cell(way.kind_name),
            _Cell(f"{way.level.id} {way.level.title}", way.level.track.name),
            _Cell(_sentence(", ".join(way.conditions)) or way.note, way.note if way.conditions else ""),
        )
        for way in steps
    ]
    return _table((("guide_step", 10), ("level", 12), ("guide_terms", 18)), rows, ink, words)


def pay(lines: tuple[PayLine, ...] | None, ink: Ink, words: Texts) -> Content | None:
    """The level's bands; None where it has none or the audience may not see them."""
    rows = [
        tuple(
            _Cell(text) for text in (line.zone, line.min, line.midpoint, line.max, line.period, line.bonus, line.equity)
        )
        for line in lines or ()
    ]
    columns = (
        *(("pay_zone", 16), ("min", 10), ("midpoint", 10), ("max", 10), ("guide_paid", 8)),
        *(("bonus", 7), ("equity", 10)),
    )
    table = _table(columns, rows, ink, words)
    notes = dict.fromkeys(line.note for line in lines or () if line.note)
    return table and {**table, "notes": [ink.prose(note) for note in notes]}


class _Cell(NamedTuple):
    """What a cell of a table says, and what stands below it in small print."""

    main: Prose
    small: Prose = ""


def _sentence(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _table(
    columns: tuple[tuple[str, int], ...], rows: Sequence[tuple[_Cell, ...]], ink: Ink, words: Texts
) -> Content | None:
    """A table of those columns that say something in some row; each column is a word and its share of the width."""
    kept = [number for number in range(len(columns)) if any(any(row[number]) for row in rows)]
    if not kept:
        return None
    return {
        "headers": [words[columns[number][0]] for number in kept],
        "widths": [columns[number][1] for number in kept],
        "rows": [
            [{"main": ink.prose(row[number].main), "small": ink.prose(row[number].small)} for number in kept]
            for row in rows
        ],
        "notes": [],
    }
