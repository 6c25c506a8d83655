"""How far the parser gets in a text: what tells whether a mend of a broken file helped."""

from __future__ import annotations

from ladderc.sources.events import MarkedYAMLError, StreamEndEvent, parser

END = (1_000_000_000, 0)
"""Further than any line: the whole text was parsed."""


def reach(content: bytes) -> tuple[int, int]:
    """Line and column, from 0, where the parser gives up, or END; ``content`` is what ``characters.clean`` lets through."""
    try:
        next_event = parser(content)
        while next_event().__class__ is not StreamEndEvent:
            pass
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line, mark.column) if mark else (0, 0)
    return END
