"""The parser: bytes to the events of YAML, from the C library where it is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from yaml.error import MarkedYAMLError as MarkedYAMLError
from yaml.events import AliasEvent as AliasEvent
from yaml.events import DocumentEndEvent as DocumentEndEvent
from yaml.events import DocumentStartEvent as DocumentStartEvent
from yaml.events import MappingEndEvent as MappingEndEvent
from yaml.events import MappingStartEvent as MappingStartEvent
from yaml.events import ScalarEvent as ScalarEvent
from yaml.events import SequenceEndEvent as SequenceEndEvent
from yaml.events import SequenceStartEvent as SequenceStartEvent
from yaml.events import StreamEndEvent as StreamEndEvent

from ladderc.sources.surrogates import hide, restore
from ladderc.span import Span

CParser: Any
try:
    from yaml import _yaml
except ImportError:  # a PyYAML built without its C library reads the same, some fifty times slower
    CParser = None
else:
    CParser = _yaml.CParser

DEEPEST = 100
"""Most steps that one thing may stand inside others; the parser itself slows down with the square of the depth."""

Event = Any
"""An event of PyYAML; its classes share no typed base with marks."""


def parser(content: bytes) -> Callable[[], Event]:
    """A function that yields the next event of ``content`` at each call and raises MarkedYAMLError on faulty text.

    ``content`` is what ``characters.clean`` lets through.
    Where it has half characters (JSON's ``\\ud83d``), texts carry ``has_half``: whether one stood alone.
    """
    content, stand_in = hide(content)
    source = _pure_parser()(content.decode()) if CParser is None else CParser(content)
    next_event: Callable[[], Event] = source.get_event
    if not stand_in:
        return next_event

    def next_restored() -> Event:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            event.value, event.has_half = restore(event.value, stand_in)
        return event

    return next_restored


def span(event: Event) -> Span:
    """Where an event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


@cache
def _pure_parser() -> Any:
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PureParser(Reader, Scanner, Parser):
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PureParser
