"""From rows to tracks and levels: every row adds to a level or is told as unplaced, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from ladderc.edit.amounts import Misread, amount, reports
from ladderc.edit.columns import PAY, Columns
from ladderc.edit.draft import DraftExpectation, DraftLevel, DraftStatement, DraftTrack
from ladderc.edit.kinds import KINDS, kind_written
from ladderc.edit.ledger import Ledger, quoted
from ladderc.edit.options import ImportOptions, folded
from ladderc.edit.ratings import read_rating
from ladderc.edit.slug import slug
from ladderc.edit.table import Row, Table, shown
from ladderc.wording.nearest import listed

IMPLIED_DIMENSION = "Expectations"


class Gathered(NamedTuple):
    """The tracks in the order of their first rows."""

    tracks: tuple[DraftTrack, ...]
    has_families: bool


def gather(table: Table, columns: Columns, options: ImportOptions, ledger: Ledger) -> Gathered:
    """All rows as tracks and levels. The kinds of ratings must have been settled (see ``ratings.settle``)."""
    gatherer = _Gatherer(table, columns, options, ledger)
    for row in table.rows:
        gatherer.take(row)
    return Gathered(tuple(gatherer.tracks.values()), "family" in columns.at)


class _Gatherer:
    def __init__(self, table: Table, columns: Columns, options: ImportOptions, ledger: Ledger) -> None:
        self.columns = columns
        self.options = options
        self.ledger = ledger
        self.tracks: dict[tuple[str, str], DraftTrack] = {}
        self.spelled: dict[tuple[str, str], str] = {}
        self.stem = table.file.rsplit(".", 1)[0]

    def take(self, row: Row) -> None:
        if all(cell == "" for cell in row.cells):
            self.ledger.lose(row.number, "nothing is written there", whole=True)
            return
        if all(self.columns.cell(row, field) == "" for field in self.columns.at):
            self.ledger.lose(row.number, "no column that is used has anything there", whole=True)
            return
        track = self._track(row)
        level = self._level(row, track) if track else None
        if track and level:
            self._fill(row, track, level)

    def _track(self, row: Row) -> DraftTrack | None:
        family = self._text(row, "family")
        if not family and "family" in self.columns.at:
            self._lost(row, "no family is written")
            return None
        name = self._text(row, "track")
        if not name and "track" in self.columns.at:
            self._lost(row, "no track is written")
            return None
        if not name:
            name = family or self.options.name or self.stem
            self.ledger.guess(f"No column names tracks, so {'each family is' if family else 'all rows are'} one track.")
        key = (folded(family), folded(name))
        if key not in self.tracks:
            self.tracks[key] = DraftTrack(name, family, row.number)
        return self.tracks[key]

    def _level(self, row: Row, track: DraftTrack) -> DraftLevel | None:
        grade, name, title = (self._text(row, field) for field in ("grade", "level", "title"))
        levels = track.levels.values()
        if "grade" not in self.columns.at:
            same = [one for one in levels if title and folded(one.title.value or "") == folded(title)]
            if not name and len(same) == 1:
                return same[0]
            if not name and not title:
                self._lost(row, f"no {'level' if 'level' in self.columns.at else 'title'} is written")
                return None
            return self._at(row, track, folded(name or title))
        if not grade:
            same = [one for one in levels if name and folded(one.name.value or "") == folded(name)]
            if len(same) == 1:
                return same[0]
            self._lost(row, "no grade is written")
            return None
        known = track.levels.get(folded(grade))
        if known and name and known.name.value and folded(known.name.value) != folded(name):
            taken = f"{quoted(track.name)} has the level {quoted(known.name.value)} there (row {known.row})"
            self._lost(row, f"the level {quoted(name)} at grade {quoted(grade)}: {taken}")
            return None
        return self._at(row, track, folded(grade))

    def _at(self, row: Row, track: DraftTrack, key: str) -> DraftLevel:
        return track.levels.setdefault(key, DraftLevel(key, row.number))

    def _fill(self, row: Row, track: DraftTrack, level: DraftLevel) -> None:
        """Each cell of the row that is left, into the track or the level."""
        owner = f"{track.name} {level.called}".strip()
        for field, slot in (("grade", level.grade), ("level", level.name), ("title", level.title)):
            if text := self._text(row, field, same=field != "title"):
                slot.put(text, row.number, text, field, owner, self.ledger)
        if kind := self._text(row, "kind"):
            self._kind(row, track, kind)
        self._figure(row, "reports", lambda cell: reports(cell), level.reports.put, owner)
        for field in PAY:
            hourly = self.options.period == "hour"
            currency = self.options.currency or ""
            self._figure(row, field, lambda cell: amount(cell, currency, hourly), level.pay[field].put, owner)  # noqa: B023 - called before the loop goes on
        self._expectation(row, level, owner)

    def _kind(self, row: Row, track: DraftTrack, written: str) -> None:
        kind = kind_written(written)
        if kind:
            track.kind.put(kind, row.number, written, "kind", track.name, self.ledger)
        else:
            self.ledger.lose(row.number, f"the kind {quoted(written)}: it is none of {listed(KINDS)}")

    def _figure(self, row: Row, field: str, read: Callable, put: Callable, owner: str) -> None:  # type: ignore[type-arg] # bounds and amounts alike
        cell = self.columns.cell(row, field)
        if cell == "":
            return
        figure = read(cell)
        noun = self.columns.names[field]
        if isinstance(figure, Misread):
            self.ledger.lose(row.number, f"{quoted(cell)} in the column `{noun}` {figure.why}")
        else:
            put(figure, row.number, cell, noun, owner, self.ledger)

    def _expectation(self, row: Row, level: DraftLevel, owner: str) -> None:
        dimension, text, id = (self._text(row, field) for field in ("dimension", "statement", "statement_id"))
        rating = self.columns.cell(row, "rating")
        if id and not slug(id):
            self.ledger.lose(row.number, f"the id {quoted(id)}: it has no letter or digit of an id")
            id = ""
        if not (dimension or text or id or rating != ""):
            return
        if not dimension and "dimension" not in self.columns.at:
            dimension = IMPLIED_DIMENSION
            self.ledger.guess(f"No column names dimensions, so all statements stand under one, `{IMPLIED_DIMENSION}`.")
        if not dimension:
            for cell in (text, id, rating):
                if cell != "":
                    self.ledger.lose(row.number, f"{quoted(cell)}: no dimension is written for it")
            return
        spelled = self._spelled("dimension", dimension)
        asked = level.expectations.setdefault(folded(dimension), DraftExpectation(spelled))
        if rating != "":
            self._rate(row, asked, owner)
        if id and not text:
            self.ledger.lose(row.number, f"the id {quoted(id)}: no statement stands beside it")
        if text:
            self._state(row, asked, DraftStatement(text, id, row.number), owner)
        if not asked.statements and asked.rating.value is None:
            self.ledger.lose(row.number, f"the dimension {quoted(dimension)}: neither a statement nor a rating for it")

    def _rate(self, row: Row, asked: DraftExpectation, owner: str) -> None:
        cell = self.columns.cell(row, "rating")
        rating: str | Decimal | Misread = read_rating(cell, self.options.scale)
        if isinstance(rating, Misread):
            self.ledger.lose(row.number, f"{quoted(cell)} in the column `{self.columns.names['rating']}` {rating.why}")
        else:
            asked.rating.put(rating, row.number, cell, "rating", f"{owner}, {asked.name},", self.ledger)

    def _state(self, row: Row, asked: DraftExpectation, statement: DraftStatement, owner: str) -> None:
        for other in asked.statements:
            if other.text == statement.text and other.id == statement.id:
                why = f"the statement {quoted(statement.text)}: row {other.row} says the same of {owner}"
                self.ledger.lose(row.number, why)
                return
        asked.statements.append(statement)

    def _lost(self, row: Row, why: str) -> None:
        self.ledger.lose(row.number, why, whole=True)

    def _text(self, row: Row, field: str, *, same: bool = True) -> str:
        """The cell as text; a name that was spelled with other capitals above is taken as it stood there."""
        cell = self.columns.cell(row, field)
        text = shown(cell)
        if field in ("statement", "statement_id", "title", "kind") or not same:
            return text
        return self._spelled(field, " ".join(text.split()))

    def _spelled(self, field: str, name: str) -> str:
        first = self.spelled.setdefault((field, folded(name)), name)
        if first != name:
            self.ledger.guess(f"`{name}` and `{first}` are taken to be one {field}.")
        return first
