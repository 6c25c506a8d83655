"""One loop from events to plain data, with the guards against hostile and mistaken files in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from ladderc.finding import Finding
from ladderc.sources.anchors import Anchors
from ladderc.sources.braces import swallowed_comma
from ladderc.sources.document import Data
from ladderc.sources.doubt import CURLY, is_doubtful, may_be_sentence
from ladderc.sources.events import (
    DEEPEST,
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    parser,
    span,
)
from ladderc.sources.faults import fault
from ladderc.sources.keys import key_fault, tag_fault
from ladderc.sources.resolve import Refused, resolve
from ladderc.sources.surrogates import has_halves
from ladderc.span import Place, Route

MOST_FINDINGS = 50
"""After so many faults the rest of a file is not looked at; nobody mends more in one go."""

# Only texts without quotes that start so can stand for anything but text.
_PECULIAR = frozenset("0123456789+-.~nNtTfF") | CURLY
_NUMBERS = (int, Decimal)
_HALF = "Half a character stands here: `\\ud83d` and its like come in pairs.\nType the character itself instead."
_GROUP_AS_NAME = "A list or a group of fields cannot be a field's name.\nPut the text in quotes if it is a sentence."
_TOO_DEEP = (
    f"More than {DEEPEST} things stand one inside the other here.\nTake out the superfluous indentation or brackets."
)
_SECOND = (
    "A line `---` starts a second text here, and only the first would be read.\n"
    "Delete the line, or move what follows into a file of its own."
)


class Built(NamedTuple):
    """The data of one file, numbers whose characters it no longer shows, and the faults found.

    ``empty`` is true where the file holds nothing but remarks.
    """

    data: Data
    typed: dict[Route, str]
    findings: list[Finding]
    empty: bool


def build(file: str, content: bytes) -> Built:
    """Build the data of one file; ``content`` is what ``characters.clean`` lets through."""
    halves = has_halves(content)
    marked = b"&" in content or b"*" in content or b"!" in content
    anchors = Anchors()
    typed: list[tuple[Route, str]] = []
    findings: list[Finding] = []
    plain_names: set[str] = set()
    quoted_names: set[str] = set()
    doubled = False
    doubtful = is_doubtful(content)
    # A list around the whole file gives the outermost value a parent like all others.
    box: Any = []
    root, in_map, key = box, False, None
    parents: list[tuple[Any, bool, str | None]] = []
    last: Event = None
    event: Event = None
    next_event = parser(content)

    def add(rule: str, message: str, name: Event = None) -> None:
        place = Place(file, _route(parents, box, key), "key" if name else "value", span(name or event))
        from ladderc.sources.repairs import fixes_of  # only for a file with a fault

        fixes = fixes_of(rule, place, content, name or event)
        findings.append(fault(rule, message, place)._replace(fixes=fixes))

    try:
        while len(findings) < MOST_FINDINGS:
            last, event = event, next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                plain = not event.style
                is_name = in_map and key is None
                if is_name:
                    key = value
                if marked and event.tag:
                    add("unknown-tag", tag_fault(event.tag, value), event if is_name else None)
                if halves and getattr(event, "has_half", False):
                    add("half-character", _HALF, event if is_name else None)
                if is_name:
                    names = plain_names if plain else quoted_names
                    if value not in names:
                        names.add(value)
                        if problem := key_fault(value, plain):
                            add(*problem, event)
                        doubtful = doubtful or (plain and may_be_sentence(value))
                    doubled = doubled or value in box
                    continue
                if plain and not doubtful and " - " in value:
                    doubtful = event.end_mark.line > event.start_mark.line
                if plain and (value[:1] in _PECULIAR or not value):
                    text = value
                    value = resolve(text)
                    doubtful = doubtful or text[:1] in CURLY
                    if value.__class__ is Refused:
                        add(*value)
                    elif value.__class__ in _NUMBERS and str(value) != text:
                        typed.append((_route(parents, box, key), text))
                    elif not text and in_map and last.end_mark.index == event.start_mark.index:
                        add(*swallowed_comma(last.value, box), last)
                if marked and event.anchor:
                    anchors.mark(event, value, _route(parents, box, key), typed)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                box, in_map, key = parents.pop()
                if in_map:
                    key = None
                continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if in_map and key is None:
                    add("key-not-text", _GROUP_AS_NAME)
                    break
                value = {} if kind is MappingStartEvent else []
                if marked:
                    if event.tag:
                        add("unknown-tag", tag_fault(event.tag, ""))
                    if event.anchor:
                        anchors.mark(event, value, _route(parents, box, key), typed)
                if len(parents) == DEEPEST:
                    add("too-deep", _TOO_DEEP)
                    break
                if in_map:
                    box[key] = value
                else:
                    box.append(value)
                parents.append((box, in_map, key))
                box, in_map, key = value, kind is MappingStartEvent, None
                continue
            elif kind is AliasEvent:
                if in_map and key is None:
                    add(
                        "key-not-text",
                        f'A field\'s name cannot start with a star.\nPut it in quotes: `"*{event.anchor}"`.',
                    )
                    break
                value, problem = anchors.reuse(event.anchor, [box, *(outer for outer, _, _ in parents)])
                if problem:
                    add(*problem)
                    if problem[0] == "too-many-aliases":
                        break
                elif len(parents) + anchors.depth(event.anchor) > DEEPEST:
                    add("too-deep", _TOO_DEEP)
                    break
                elif typed:
                    anchors.copy_typed(event.anchor, typed, _route(parents, box, key))
            elif kind is DocumentStartEvent:
                if root:
                    add("second-document", _SECOND)
                    break
                continue
            elif kind is StreamEndEvent:
                findings += anchors.unused(file, MOST_FINDINGS)
                break
            else:
                continue
            if in_map:
                box[key] = value
                key = None
            else:
                box.append(value)
    except MarkedYAMLError as error:
        from ladderc.sources.syntax import diagnose  # only for a broken file: its patterns take a while to build

        broken = diagnose(file, content.decode(), error, event)
        # What was said on the same line is the same mistake, seen before its end was.
        return Built(None, {}, [*(found for found in findings if not _same_line(found, broken)), broken], False)
    if len(findings) >= MOST_FINDINGS:
        more = f"\nThis file has {MOST_FINDINGS} faults up to here; what follows was not looked at."
        findings[-1] = findings[-1]._replace(message=findings[-1].message + more)
    if doubled:
        from ladderc.sources.duplicates import duplicates  # only for a broken file, as above

        findings += duplicates(file, content, MOST_FINDINGS)
    if doubtful:
        from ladderc.sources.prose import broken_prose  # for few files, as above

        findings += broken_prose(file, content, MOST_FINDINGS)
    return Built(root[0] if root else None, dict(typed), findings, not root)


def _same_line(found: Finding, broken: Finding) -> bool:
    return (
        found.place.span is not None and broken.place.span is not None and found.place.span[0] == broken.place.span[0]
    )


def _route(parents: list[tuple[Any, bool, str | None]], box: Any, key: str | None) -> Route:
    """Where the loop stands: the field whose value comes next, or the next place of a list."""
    if not parents:
        return ()
    steps: list[Any] = [step_key if in_map else len(outer) - 1 for outer, in_map, step_key in parents[1:]]
    if box.__class__ is list:
        steps.append(len(box))
    elif key is not None:
        steps.append(key)
    return tuple(steps)
