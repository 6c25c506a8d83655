"""Sentences that YAML cuts or changes without a word: at ` #`, at a colon, in curly quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ladderc.finding import Edit, Finding
from ladderc.sources.doubt import PAIRS, may_be_sentence
from ladderc.sources.events import Event, MappingEndEvent, ScalarEvent, span
from ladderc.sources.faults import fault
from ladderc.sources.mend import in_quotes, short
from ladderc.sources.quoting import quoting
from ladderc.sources.remedies import replaced_sign, spaced
from ladderc.sources.resolve import resolve
from ladderc.sources.signs import BULLETS, replace, sign_in
from ladderc.sources.walk import Group, walk
from ladderc.span import Place, Span

_LOST = re.compile(r"[ \t]+(#[0-9A-Za-z].*)")
_NUMBER = re.compile(r"#[0-9]+(?!\w)")
_GLUED = re.compile(r"(?:-|[A-Za-z_][\w.-]*:)([\u00a0\u202f])")
_HARD_SPACES = "\u00a0\u202f\u2007"


def broken_prose(file: str, content: bytes, most: int) -> list[Finding]:
    """At most ``most`` findings on the sentences of one file that lose or gain something."""
    lines = content.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines.append("")  # a value of nothing may stand behind the last sign of the file
    found: list[Finding] = []
    for event, is_name, groups in walk(content):
        kind = event.__class__
        if kind is MappingEndEvent:
            found += _split_sentence(file, groups, lines)
        elif kind is ScalarEvent and not is_name and not event.style:
            place = Place(file, groups[-1].value_route(), span=span(event))
            for look in (_signs, _lost_end, _curly, _hard_space, _item):
                if seen := look(event, place, lines):
                    found += seen
                    break
            if groups[-1].start is not None and groups[-1].start.flow_style and not groups[-1].is_map:
                found += _torn(event, place)
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
        "If it is a remark, type a space after the `#`."
    )
    where = Span(end.line + 1, column + 1, end.line + 1, len(lines[end.line].rstrip()) + 1)
    fixes: tuple[Edit, ...] = ()
    if " " in text and _NUMBER.match(lost[1]):  # `#42` goes on with a sentence; a word may be a remark
        fixes = quoting(place.file, lines, event.start_mark.line, event.start_mark.column)
    return [fault("swallowed-comment", message, place._replace(span=where))._replace(fixes=fixes)]


def _torn(event: Event, place: Place) -> list[Finding]:
    """``[“one, two”]``: a curly quote that opens a text and is not there when a comma ends it."""
    text = event.value
    if text[:1] not in PAIRS or any(quote in text[1:] for quote in PAIRS[text[0]]):
        return []
    message = "Curly quotes do not hold a text together, so a comma ends it.\nType straight quotes around the text."
    return [fault("curly-quote", message, place)]


def _curly(event: Event, place: Place, lines: Sequence[str]) -> list[Finding]:
    text = event.value
    if not _is_wrapped(text):
        return []
    message = f"The curly quotes around `{short(text)}` count as letters of the text.\nType straight quotes, or none."
    fixes: tuple[Edit, ...] = ()
    if place.span and event.start_mark.line == event.end_mark.line and not set(text[1:-1]) & {'"', "\\"}:
        line, start, _, end = place.span
        if lines[line - 1][start - 1 : end - 1] == text:  # no mark or instruction stands before it
            edges = ((start, start + 1), (end - 1, end))
            fixes = tuple(Edit(Place(place.file, span=Span(line, one, line, two)), '"') for one, two in edges)
    return [fault("curly-quote", message, place)._replace(fixes=fixes)]


def _is_wrapped(text: str) -> bool:
    """Whether curly quotes stand around the whole of ``text``, where straight ones would quote it."""
    if len(text) < 3 or text[-1] not in PAIRS.get(text[0], ""):
        return False
    inner = text[1:-1]
    if text[0] in "“„”":
        return not any(quote in inner for quote in "“”„")
    # ‘Don’t panic’ has an apostrophe inside, ‘A’ and ‘B’ has more than one quotation.
    return not re.search(r"‘|’(?!\w)", inner)


def _hard_space(event: Event, place: Place, lines: Sequence[str]) -> list[Finding]:
    text, start = event.value, event.start_mark
    as_written = lines[start.line].startswith(text, start.column)
    if glued := _GLUED.match(text):
        before = text[: glued.start(1)]
        fixes = spaced(place.file, lines[start.line], start.line, start.column + glued.start(1))
        return [
            fault(
                "no-break-space",
                f"A no-break space (U+{ord(glued[1]):04X}) stands after `{before}`, so it is read as part of the text.\n"
                "It looks like a space and is another character: type the space again.",
                place,
            )._replace(fixes=fixes if as_written else ())
        ]
    bare = text.strip(_HARD_SPACES)
    if bare != text and bare and not any(space in bare for space in (" ", *_HARD_SPACES)):
        return [
            fault(
                "no-break-space",
                f"A no-break space stands beside `{bare}` and counts as part of it.\nType `{bare}` again.",
                place,
            )._replace(fixes=(Edit(place, bare),) if as_written else ())
        ]
    return []


def _signs(event: Event, place: Place, lines: Sequence[str]) -> list[Finding]:
    """Lines with a bullet, a long dash or a dash without a space, which were meant as items and became one text."""
    start, end = event.start_mark, event.end_mark
    first = not lines[start.line][: start.column].strip()
    for row in range(start.line if first else start.line + 1, end.line + 1):
        line = lines[row]
        column = len(line) - len(line.lstrip())
        sign = sign_in(line)
        # `– and more` and `-based` go on with a sentence that was wrapped there; a capital begins one.
        if sign is None or not (sign[0].strip()[:1] in BULLETS or line[sign.end() : sign.end() + 1].isupper()):
            continue
        where = Span(row + 1, column + 1, row + 1, len(line.rstrip()) + 1)
        if row == start.line:
            message = replace(sign, lines[row + 1 : end.line + 1])
            fixes = replaced_sign(place.file, list(lines), row)
            return [fault("syntax", message, place._replace(span=where))._replace(fixes=fixes)]
        message = f"{replace(sign)}\nStart it in the same column as the other items of its list."
        return [fault("swallowed-item", message, place._replace(span=where))]
    return []


def _item(event: Event, place: Place, lines: Sequence[str]) -> list[Finding]:
    """A line with a dash that is indented so far that it continues the text above."""
    start, end = event.start_mark, event.end_mark
    for row in range(start.line + 1, end.line + 1):
        line = lines[row]
        column = len(line) - len(line.lstrip())
        if line.startswith("- ", column):
            message = (
                "This line starts with a dash, yet it is read as part of the text above it.\n"
                "Start it in the same column as the other items of its list, or put the whole text in quotes."
            )
            where = Span(row + 1, column + 1, row + 1, len(line.rstrip()) + 1)
            return [fault("swallowed-item", message, place._replace(span=where))]
    return []


def _split_sentence(file: str, groups: Sequence[Group], lines: Sequence[str]) -> list[Finding]:
    """``- Leads: the way``: one field, named like the start of a sentence, as an item of a list."""
    group, outer = groups[-1], groups[-2]
    if group.start.flow_style or outer.is_map or outer.start is None or len(group.values) != 1:
        return []
    name = group.names[0]
    value: Any = group.values[0]
    kind = value.__class__
    if name.style or not may_be_sentence(name.value) or kind is not ScalarEvent or value.style:
        return []
    if value.start_mark.line != name.start_mark.line or " " not in value.value:
        return []
    message = (
        f"The colon after `{short(name.value)}` makes a field of the words before it.\n"
        f"{in_quotes(f'{name.value}: {value.value}')}"
    )
    where = Span(*span(name)[:2], *span(value)[2:])
    fixes = quoting(file, lines, name.start_mark.line, name.start_mark.column)
    return [fault("split-sentence", message, Place(file, group.route, span=where))._replace(fixes=fixes)]
