"""One block of a document, read as the model's values: texts as typed, exact numbers, places beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from ladderc.model.text import Text
from ladderc.sources.document import Data, Document
from ladderc.sources.naming import sentence, subject_name
from ladderc.span import Place, Route


class Part(NamedTuple):
    """A block of fields in a document; the schema has checked its shape, so absent and empty read alike."""

    document: Document
    data: dict[str, Data]
    route: Route

    @property
    def place(self) -> Place:
        """Where the block stands."""
        return Place(self.document.file, self.route)

    @property
    def given(self) -> frozenset[str]:
        """The names of the fields that the author wrote."""
        return frozenset(self.data)

    @property
    def subject(self) -> str:
        """What the block is called at the start of a message: ``Level S5 of Specialist``."""
        return sentence(subject_name(self.document, self.route))

    def at(self, *route: str | int) -> Place:
        """Where a field of the block stands."""
        return Place(self.document.file, (*self.route, *route))

    def key(self, *route: str | int) -> Place:
        """Where the name of a field stands."""
        return Place(self.document.file, (*self.route, *route), "key")

    def text(self, field: str) -> Text | None:
        """Author text, in every language written."""
        value = self.data.get(field)
        if type(value) is str:  # nearly every text: worth the short way
            return Text((("", value),))
        return None if value is None else as_text(self.document, value, (*self.route, field))

    def label(self, field: str, instead: str) -> Text:
        """Author text that the schema asks for; ``instead`` only guards against its absence."""
        text = self.text(field)
        return Text((("", instead),)) if text is None else text

    def line(self, field: str) -> str | None:
        """A line in one language or an id, a number as it was typed."""
        value = self.data.get(field)
        return None if value is None else as_typed(self.document, value, (*self.route, field))

    def choice(self, field: str, otherwise: str | None = None) -> Any:
        """A word of a closed list; typed ``Any`` because the schema has held it to that list."""
        value = self.data.get(field)
        return value if isinstance(value, str) else otherwise

    def flag(self, field: str, otherwise: bool = False) -> bool:
        """Yes or no."""
        value = self.data.get(field)
        return value if isinstance(value, bool) else otherwise

    def number(self, field: str) -> Decimal | None:
        """An exact number."""
        value = self.data.get(field)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return None
        return Decimal(value)

    def whole(self, field: str) -> int | None:
        """A whole number; ``6.0`` is one."""
        value = self.number(field)
        return None if value is None else int(value)

    def texts(self, field: str) -> tuple[Text, ...]:
        """A list of author texts."""
        value = self.data.get(field)
        items = value if isinstance(value, list) else [] if value is None else [value]
        return tuple(
            Text((("", item),)) if type(item) is str else as_text(self.document, item, (*self.route, field, position))
            for position, item in enumerate(items)
        )

    def lines(self, field: str) -> Iterator[tuple[str, Place]]:
        """A list of ids or lines with their places; a single one counts as a list of one."""
        for value, place in self.items(field):
            yield as_typed(self.document, value, place.route), place

    def items(self, field: str) -> Iterator[tuple[Data, Place]]:
        """The values of a list with their places; a single value counts as a list of one."""
        value = self.data.get(field)
        if isinstance(value, list):
            file, route = self.document.file, (*self.route, field)
            for position, item in enumerate(value):
                yield item, Place(file, (*route, position))
        elif value is not None:
            yield value, self.at(field)

    def parts(self, field: str) -> Iterator[Part]:
        """The blocks of a list."""
        value = self.data.get(field)
        if isinstance(value, list):
            for position, item in enumerate(value):
                if isinstance(item, dict):
                    yield Part(self.document, item, (*self.route, field, position))

    def part(self, field: str) -> Part | None:
        """A block inside this one."""
        value = self.data.get(field)
        return Part(self.document, value, (*self.route, field)) if isinstance(value, dict) else None


def root(document: Document) -> Part:
    """The whole of a document whose top is a block of fields."""
    return Part(document, document.data if isinstance(document.data, dict) else {}, ())


def rows(document: Document) -> Iterator[Part]:
    """The blocks of a document whose top is a list (waivers, releases)."""
    for position, item in enumerate(document.data if isinstance(document.data, list) else ()):
        if isinstance(item, dict):
            yield Part(document, item, (position,))


def as_text(document: Document, value: Data, route: Route) -> Text:
    """Author text from a value: one text, or one a language in the order written."""
    if isinstance(value, dict):
        return Text(tuple((tag, as_typed(document, text, (*route, tag))) for tag, text in value.items()))
    return Text((("", as_typed(document, value, route)),))


def as_typed(document: Document, value: Data, route: Route) -> str:
    """The characters of a value; numbers as the author typed them (``2026.10``, ``007``)."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return document.typed.get(route) or str(value)
