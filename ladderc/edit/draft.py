"""Tracks and levels while the rows of a table are gathered: each value with the row that it came from."""

from __future__ import annotations

from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from ladderc.edit.ledger import Ledger, quoted
from ladderc.edit.table import Cell

Value = TypeVar("Value")
Bounds = tuple[int | None, int | None]


class Slot(Generic[Value]):
    """A value that several rows may give; the first one stands, and another one is told."""

    def __init__(self) -> None:
        self.value: Value | None = None
        self.rows: list[int] = []
        self.written: Cell = ""

    def put(self, value: Value, row: int, written: Cell, noun: str, owner: str, ledger: Ledger) -> None:
        """Keep the first value; a different one later is lost and said."""
        if self.value is None:
            self.value, self.written = value, written
        elif self.value != value:
            ledger.lose(row, f"the {noun} {quoted(written)}: {owner} has another one in row {self.rows[0]}")
            return
        self.rows.append(row)


class DraftStatement(NamedTuple):
    """One statement and its id as written, ``""`` without one."""

    text: str
    id: str
    row: int


class DraftExpectation:
    """What a level asks under one dimension."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rating: Slot[str | Decimal] = Slot()
        self.statements: list[DraftStatement] = []


class DraftLevel:
    """A level as its rows tell; ``key`` is what tells levels of one track apart."""

    def __init__(self, key: str, row: int) -> None:
        self.key = key
        self.row = row
        self.name: Slot[str] = Slot()
        self.grade: Slot[str] = Slot()
        self.title: Slot[str] = Slot()
        self.reports: Slot[Bounds] = Slot()
        self.pay: dict[str, Slot[Decimal]] = {"min": Slot(), "midpoint": Slot(), "max": Slot()}
        self.expectations: dict[str, DraftExpectation] = {}

    @property
    def called(self) -> str:
        """What to call it in a message: its name, else its grade, else its title."""
        return self.name.value or self.grade.value or self.title.value or ""

    def band(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """Minimum, midpoint and maximum as written."""
        return self.pay["min"].value, self.pay["midpoint"].value, self.pay["max"].value

    def top(self) -> Decimal | None:
        """The figure that the height of a level is seen by: its maximum, else its midpoint, else its minimum."""
        return next((one for one in reversed(self.band()) if one is not None), None)


class DraftTrack:
    """A track as its rows tell, levels in the order of their first rows."""

    def __init__(self, name: str, family: str, row: int) -> None:
        self.name = name
        self.family = family
        self.row = row
        self.kind: Slot[str] = Slot()
        self.levels: dict[str, DraftLevel] = {}
