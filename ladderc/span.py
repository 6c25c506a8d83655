"""Where something stands: a place names it by route, a span by line and column."""

from typing import Literal, NamedTuple

Route = tuple[str | int, ...]
"""Keys and list positions that lead from the top of a file to one value, e.g. ``("levels", 3, "title")``."""


class Span(NamedTuple):
    """A stretch of text; lines and columns count from 1, the end column is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """One spot in one file, kept symbolic so that lines are found only for files that have findings.

    ``file`` is relative to the framework directory, with ``/``.
    ``on`` says whether the field's name or its value is meant; for a list item both are the item.
    ``span`` is set where no route exists (a file that cannot be parsed).
    """

    file: str
    route: Route = ()
    on: Literal["value", "key"] = "value"
    span: Span | None = None
