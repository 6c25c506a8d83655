"""Places: a route to line and column."""

from __future__ import annotations

import pytest

from ladderc.sources.places import locate
from ladderc.span import Place, Route, Span

TEXT = """\
# yaml-language-server: $schema=x
id: S
levels:
  - id: S5
    grade: 007
    text: >
      one
      two

  - {a: 1e3, b: &x [1, 2.50]}
  - *x
  - plain text
empty:
quoted: "é: x" # remark
last:
"""


def where(content: str | bytes, route: Route, on: str = "value") -> tuple[int, ...]:
    """The span of one route."""
    place = Place("x.yaml", route, on)  # type: ignore[arg-type]  # a Literal
    return tuple(locate(content.encode() if isinstance(content, str) else content, [place])[place])


VALUES: list[tuple[Route, tuple[int, ...]]] = [
    (("id",), (2, 5, 2, 6)),
    (("levels", 0), (4, 5, 8, 10)),
    (("levels", 0, "grade"), (5, 12, 5, 15)),
    (("levels", 0, "text"), (6, 11, 8, 10)),
    (("levels", 1), (10, 5, 10, 30)),
    (("levels", 1, "b"), (10, 17, 10, 29)),
    (("levels", 1, "b", 1), (10, 24, 10, 28)),
    (("levels", 2), (11, 5, 11, 7)),
    (("levels", 3), (12, 5, 12, 15)),
    (("quoted",), (14, 9, 14, 15)),
]


@pytest.mark.parametrize(("route", "span"), VALUES, ids=[str(route) for route, _ in VALUES])
def test_a_value_stands_where_it_is_written(route: Route, span: tuple[int, ...]) -> None:
    assert where(TEXT, route) == span


KEYS: list[tuple[Route, tuple[int, ...]]] = [
    (("id",), (2, 1, 2, 3)),
    (("levels",), (3, 1, 3, 7)),
    (("levels", 0, "grade"), (5, 5, 5, 10)),
    (("levels", 1, "b"), (10, 14, 10, 15)),
    (("quoted",), (14, 1, 14, 7)),
    # A list item has no name: the item itself.
    (("levels", 3), (12, 5, 12, 15)),
]


@pytest.mark.parametrize(("route", "span"), KEYS, ids=[str(route) for route, _ in KEYS])
def test_a_name_stands_where_it_is_written(route: Route, span: tuple[int, ...]) -> None:
    assert where(TEXT, route, "key") == span


MISSING: list[tuple[Route, tuple[int, ...]]] = [
    (("nope",), (2, 1, 2, 6)),
    ((), (2, 1, 2, 6)),
    (("levels", 9, "x"), (3, 1, 3, 7)),
    (("levels", "nope"), (3, 1, 3, 7)),
    (("levels", 0, "nope"), (4, 5, 4, 11)),
    (("levels", 0, "grade", "nope", 1), (5, 5, 5, 10)),
    (("levels", 1, "nope"), (10, 5, 10, 30)),
    (("levels", 2, 0), (11, 5, 11, 7)),
    (("empty",), (13, 1, 13, 6)),
    (("empty", "nope"), (13, 1, 13, 6)),
    (("last",), (15, 1, 15, 5)),
    (("id", 0), (2, 1, 2, 3)),
]


@pytest.mark.parametrize("on", ["value", "key"])
@pytest.mark.parametrize(("route", "span"), MISSING, ids=[str(route) for route, _ in MISSING])
def test_what_is_absent_is_shown_at_what_should_have_held_it(route: Route, span: tuple[int, ...], on: str) -> None:
    assert where(TEXT, route, on) == span


@pytest.mark.parametrize(
    "content",
    [TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "\r"), "\ufeff" + TEXT, "\ufeff" + TEXT.replace("\n", "\r\n")],
    ids=["Windows", "old Mac", "byte order mark", "both"],
)
def test_line_ends_and_byte_order_marks_do_not_move_anything(content: str) -> None:
    for route, span in VALUES:
        assert where(content, route) == span


def test_columns_count_characters() -> None:
    assert where("é: {😀: ü, x: y}\n", ("é", "x")) == (1, 14, 1, 15)
    assert where("a:\tx\n", ("a",)) == (1, 4, 1, 5)


def test_halves_of_a_character_count_as_they_are_written() -> None:
    assert where('{"\\ud83d\\ude00": 1, "b": 2}', ("b",)) == (1, 26, 1, 27)
    assert where('{"\\ud83d\\ude00": 1, "b": 2}', ("\U0001f600",)) == (1, 18, 1, 19)


def test_of_two_fields_of_one_name_the_first_is_found() -> None:
    assert where("a: {x: 1}\na: {x: 2}\n", ("a", "x")) == (1, 8, 1, 9)


def test_a_file_that_breaks_off_gives_what_stands_before() -> None:
    text = "a: 1\nb: {c: [x\n"
    assert where(text, ("a",)) == (1, 4, 1, 5)
    assert where(text, ("b", "c")) == (2, 8, 2, 9)
    assert where(text, ("z",)) == (1, 1, 1, 5)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"# x\n", b"\x00"])
def test_a_file_without_anything_gives_its_top(content: bytes) -> None:
    assert where(content, ("a",)) == (1, 1, 1, 1)


def test_a_place_with_a_span_keeps_it() -> None:
    place = Place("x.yaml", ("a",), "value", Span(9, 9, 9, 9))
    assert locate(b"a: 1\n", [place]) == {place: (9, 9, 9, 9)}


def test_many_places_of_one_file_are_found_at_once_in_their_order() -> None:
    places = [Place("x.yaml", route) for route, _ in VALUES]
    found = locate(TEXT.encode(), places)
    assert list(found) == places
    assert list(found.values()) == [span for _, span in VALUES]
