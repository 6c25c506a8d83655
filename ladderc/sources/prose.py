"""Sentences that YAML cuts or changes without a word: at ` #`, at a comma or colon, in curly quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ladderc.finding import Finding
from ladderc.sources.events import Event, MappingEndEvent, ScalarEvent, span
from ladderc.sources.faults import fault
from ladderc.sources.mend import in_quotes, short
from ladderc.sources.resolve import resolve
from ladderc.sources.walk import Group, walk
from ladderc.span import Place, Span

_REMARK = re.compile(rb"[ \t]#[^\s#!-]")
_LOST = re.compile(r"[ \t]+(#[0-9A-Za-z].*)")
_PAIRS = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "”": "”", "’": "’"}
_GLUED = re.compile(r"(?:-|[A-Za-z_][\w.-]*:)([\u00a0\u202f])")
_HARD_SPACES = "\u00a0\u202f\u2007"

CURLY = frozenset(_PAIRS)
"""A text without quotes that starts with one of these deserves a second look."""


def is_doubtful(content: bytes) -> bool:
    """Whether the bytes alone call for a second, slower look."""
    return b"\xc2\xa0" in content or (b" #" in content and _REMARK.search(content) is not None)


def may_be_sentence(name: str) -> bool:
    """Whether a field's name looks like the start of a sentence, which calls for a second look."""
    return " " in name or "A" <= name[:1] <= "Z"


def is_wrapped(text: str) -> bool:
    """Whether curly quotes stand around the whole of ``text``, where straight ones would quote it."""
    if len(text) < 3 or text[-1] not in _PAIRS.get(text[0], ""):
        return False
    inner = text[1:-1]
    if text[0] in "“„”":
        return not any(quote in inner for quote in "“”„")
    # ‘Don’t panic’ has an apostrophe inside, ‘A’ and ‘B’ has more than one quotation.
    return not re.search(r"‘|’(?!\w)", inner)


def swallowed_comma(word: str, fields: Mapping[str, Any]) -> tuple[str, str]:
    """The rule and message for a word between braces that has no colon; ``fields`` are those before it."""
    if not fields:
        return "swallowed-comma", (
            f"Between braces `{short(word)}` is a field without a value.\n"
            "Put the whole text, braces included, in quotes, or write `name: value`."
        )
    name, value = list(fields.items())[-1]
    if isinstance(value, str) and value[:1] in CURLY:
        return "curly-quote", (
            "Curly quotes do not hold a text together, so the comma ends it.\n"
            f'Use straight quotes: `{name}: "{value[1:]}, {word.rstrip("”’“")}"`.'
        )
    if isinstance(value, str):
        return "swallowed-comma", (
            f"The comma after `{short(value)}` ends the text, and `{short(word)}` becomes a field of its own.\n"
            f"{in_quotes(f'{value}, {word}')}"
        )
    return "swallowed-comma", (
        f"Between braces `{short(word)}` is a field without a value.\nWrite `{short(word)}: ` and its value, or delete it."
    )


def broken_prose(file: str, content: bytes, most: int) -> list[Finding]:
    """At most ``most`` findings on the sentences of one file that lose or gain something."""
    lines = content.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: list[Finding] = []
    for event, is_name, groups in walk(content):
        kind = event.__class__
        if kind is MappingEndEvent:
            found += _split_sentence(file, groups)
        elif kind is ScalarEvent and not is_name and not event.style:
            place = Place(file, groups[-1].value_route(), span=span(event))
            for look in (_lost_end, _curly, _hard_space):
                found += look(event, place, lines)
        if len(found) >= most:
            break
    return found[:most]


def _lost_end(event: Event, place: Place, lines: Sequence[str]) -> list[Finding]:
    text: str = event.value
    end: Any = event.end_mark
    lost = _LOST.fullmatch(lines[end.line], end.column)
    # A word and then `#todo` is a remark; a sentence and then `#todo`, or `#42` after anything, is a loss.
    if not lost or not isinstance(resolve(text), str) or not (lost[1][1].isdigit() or " " in text):
        return []
    column = lost.start(1)
    message = (
        f"The text ends before `{short(lost[1])}`: what stands after a space and `#` is a remark that nobody sees.\n"
        f"{in_quotes(text + lost[0].rstrip()) if end.line == event.start_mark.line else in_quotes('')}\n"
        f"If it is a remark, type a space after the `#`."
    )
    where = Span(end.line + 1, column + 1, end.line + 1, len(lines[end.line].rstrip()) + 1)
    return [fault("swallowed-comment", message, place._replace(span=where))]


def _curly(event: Event, place: Place, _: Sequence[str]) -> list[Finding]:
    text = event.value
    if not is_wrapped(text):
        return []
    message = f"The curly quotes around `{short(text)}` count as letters of the text.\nType straight quotes, or none."
    return [fault("curly-quote", message, place)]


def _hard_space(event: Event, place: Place, _: Sequence[str]) -> list[Finding]:
    text = event.value
    if glued := _GLUED.match(text):
        before = text[: glued.start(1)]
        return [
            fault(
                "no-break-space",
                f"A no-break space (U+{ord(glued[1]):04X}) stands after `{before}`, so it is read as part of the text.\n"
                "It looks like a space and is another character: type the space again.",
                place,
            )
        ]
    bare = text.strip(_HARD_SPACES)
    if bare != text and bare and not any(space in bare for space in (" ", *_HARD_SPACES)):
        return [
            fault(
                "no-break-space",
                f"A no-break space stands beside `{bare}` and counts as part of it.\nType `{bare}` again.",
                place,
            )
        ]
    return []


def _split_sentence(file: str, groups: Sequence[Group]) -> list[Finding]:
    """``- Leads: the way``: one field, named like the start of a sentence, as an item of a list."""
    group, outer = groups[-1], groups[-2]
    if group.start.flow_style or outer.is_map or outer.start is None or len(group.values) != 1:
        return []
    name, value = group.names[0], group.values[0]
    if name.style or not may_be_sentence(name.value) or value.__class__ is not ScalarEvent or value.style:
        return []
    if value.start_mark.line != name.start_mark.line or " " not in value.value:
        return []
    message = (
        f"The colon after `{short(name.value)}` makes a field of the words before it.\n"
        f"{in_quotes(f'{name.value}: {value.value}')}"
    )
    where = Span(*span(name)[:2], *span(value)[2:])
    return [fault("split-sentence", message, Place(file, group.route, span=where))]
