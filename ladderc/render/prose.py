"""Reads the small inline Markdown of author text: emphasis, code, links; all else stays as it was typed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from ladderc.view.refs import Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

SpanKind = Literal["text", "emphasis", "strong", "code", "link", "paragraph"]

_KINDS: dict[str, SpanKind] = {"em": "emphasis", "strong": "strong", "link": "link"}
_LINK = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_DEEPEST = 6  # emphasis inside emphasis: a text of a thousand stars must not exhaust the page's own nesting


class Span(NamedTuple):
    """A stretch of author text of one kind.

    ``text`` and ``code`` carry their text, the others their ``children``; ``paragraph`` parts two paragraphs.
    """

    kind: SpanKind
    text: str = ""
    href: str = ""
    children: tuple[Span, ...] = ()


def spans(prose: Prose) -> tuple[Span, ...]:
    """What ``prose`` says, as nested spans; line ends become spaces, blank lines part paragraphs."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", prose)]
    found: list[Span] = []
    for paragraph in filter(None, paragraphs):
        if found:
            found.append(Span("paragraph"))
        found += _inline(paragraph)
    return tuple(found)


def plain(prose: Prose) -> str:
    """What ``prose`` says without its markup, on one line, for places that know no emphasis."""
    return _text(spans(prose))


def _text(parts: tuple[Span, ...]) -> str:
    return "".join(" " if part.kind == "paragraph" else part.text + _text(part.children) for part in parts)


def _inline(text: str) -> list[Span]:
    if not re.search(r"[*_`\[\\]", text):
        return [Span("text", text)]
    token = _parser().parseInline(text)[0]
    # One list of children an open span, the outermost first; a span deeper than the limit adds to its parent's.
    open_children: list[list[Span]] = [[]]
    hrefs: list[str] = []
    too_deep = 0
    for child in token.children or []:
        if child.nesting == 1 and len(open_children) > _DEEPEST:
            too_deep += 1
        elif child.nesting == 1:
            open_children.append([])
            hrefs.append(str(child.attrs.get("href", "")))
        elif child.nesting == -1 and too_deep:
            too_deep -= 1
        elif child.nesting == -1:
            children, href = tuple(open_children.pop()), hrefs.pop()
            open_children[-1].append(Span(_KINDS[child.type.removesuffix("_close")], href=href, children=children))
        elif child.content:
            open_children[-1].append(Span("code" if child.type == "code_inline" else "text", child.content))
    return open_children[0]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # only where a text has markup: 25 ms to import

    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape"])
    parser.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]  # its documented hook
    return parser
