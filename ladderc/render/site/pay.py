"""The pay page: one table a family, zone and structure, with the bands drawn inside it."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from ladderc.render.site import pages
from ladderc.render.site.marks import GradeMark, LevelMark, Marks, family, grade
from ladderc.render.site.page import Page
from ladderc.render.site.prose import html, plain
from ladderc.view.pay import PayRow, PayTable, Tick
from ladderc.view.view import View
from ladderc.wording.texts import Texts

_CHARACTER = 44
"""A character of a label in thousandths of the narrowest axis."""


class BarShape(NamedTuple):
    """A band on its axis, in per cent of its length; ``words`` say the same to those who cannot see it."""

    left: str
    width: str
    midpoint: str
    open: bool
    words: str


class TickShape(NamedTuple):
    """A mark on the axis."""

    left: str
    label: str


class Row(NamedTuple):
    """One band."""

    grade: GradeMark
    levels: tuple[LevelMark, ...]
    hue: str
    bar: BarShape
    row: PayRow
    exception: Markup


class Table(NamedTuple):
    """One table with its heading and what holds for all its rows; ``starts`` only where it is not yet in force."""

    anchor: str
    heading: Markup
    family: Markup
    zone: Markup
    later: bool
    starts: str
    effective: str
    hours: str
    caption: str
    table: PayTable
    ticks: tuple[TickShape, ...]
    rows: tuple[Row, ...]


def pay(view: View, tables: tuple[PayTable, ...], t: Texts) -> Page:
    """The page of all bands that the audience may see."""
    marks = Marks(pages.PAY)
    context = {
        "tables": tuple(_table(table, marks, t) for table in tables),
        "worked_out": any(row.midpoint_worked_out for table in tables for row in table.rows),
        "csv": marks.address(pages.PAY_CSV),
        "xlsx": marks.address(pages.PAY_XLSX),
        "audience": view.audience_name,
    }
    return Page(pages.PAY, "pay.md.j2", t["nav_pay"], pages.PAY, t["pay_intro"], context)


def _table(table: PayTable, marks: Marks, t: Texts) -> Table:
    when = "pay_later" if table.later else "pay_in_force"
    written, effective = table.heading or t["pay_everyone"], t.say(when, date=table.effective_text)
    return Table(
        anchor=table.anchor,
        heading=html(written),
        family=family(table.family),
        zone=html(table.zone),
        later=table.later,
        starts=t.say("pay_from", date=table.effective_text) if table.later else "",
        effective=effective,
        hours=t.say("pay_hours", hours=table.hours_per_week) if table.hours_per_week else "",
        caption=t.say(
            "pay_table_caption",
            heading=plain(written),
            currency=table.currency,
            period=table.period,
            effective=effective,
        ),
        table=table,
        ticks=_ticks(table.ticks),
        rows=tuple(_row(row, marks, t) for row in table.rows),
    )


def _row(row: PayRow, marks: Marks, t: Texts) -> Row:
    levels = tuple(marks.level(level) for level in row.levels)
    hues = {level.hue for level in levels}
    return Row(
        grade=grade(row.grade),
        levels=levels,
        hue=hues.pop() if len(hues) == 1 else "",  # one track's own band wears its colour, a shared one none
        bar=_bar(row, t),
        row=row,
        exception=html(row.exception),
    )


def _bar(row: PayRow, t: Texts) -> BarShape:
    bar = row.bar
    key = "pay_bar_open" if bar.open else "pay_bar" if bar.midpoint is not None else "pay_bar_no_midpoint"
    words = t.say(key, min=row.min_text, max=row.max_text, midpoint=row.midpoint_text)
    midpoint = "" if bar.midpoint is None else _percent(bar.midpoint)
    return BarShape(_percent(bar.start), _percent(bar.end - bar.start), midpoint, bar.open, words)


def _ticks(ticks: tuple[Tick, ...]) -> tuple[TickShape, ...]:
    """All marks, with as many labels as stand on the narrowest axis without touching."""
    longest = max((len(tick.label) for tick in ticks), default=0)
    gap = min((after.at - before.at for before, after in pairwise(ticks)), default=1000)
    every = max(1, ceil(longest * _CHARACTER / gap)) if gap else 1
    return tuple(
        TickShape(_percent(tick.at), "" if number % every else tick.label) for number, tick in enumerate(ticks)
    )


def _percent(thousandths: int) -> str:
    return f"{thousandths / 10:g}"
