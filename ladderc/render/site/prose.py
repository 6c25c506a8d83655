"""Turns author text into HTML that neither a browser nor any Markdown engine can take for more than text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ladderc.render.prose import Span, plain, spans
from ladderc.view.refs import Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

__all__ = ["article", "html", "literal", "plain"]

_TAGS = {"a", "em", "strong", "code", "br"}
_ARTICLE_TAGS = _TAGS | {"p", "ul", "ol", "li", "pre", "blockquote"}
_SCHEMES = {"http", "https", "mailto"}
# What Markdown engines, their extensions and template languages give a meaning to, as numbered references:
# a page body is Markdown and is read once more after us.
_MEANINGFUL = re.compile(r"[\\`*_{}\[\]|~^$]|(?<=\w)@(?=\w)|^[-+=:#>]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=:)/(?=/)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"[*_`\[\\\n]")
_SPECIAL = {ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&apos;"}
_PIECES = re.compile(r"(<[^<>]*>)")


def html(prose: Prose) -> Markup:
    """Inline HTML: emphasis, code and links; everything else prints as it was typed."""
    if not _MARKUP.search(prose):
        return literal(prose.strip())
    return _guarded("".join(_span(span) for span in spans(_CONTROL.sub("\ufffd", prose))), _TAGS)


def article(markdown: str) -> Markup:
    """Block HTML of our own rule texts: paragraphs, lists and code besides what ``html`` knows."""
    return _guarded(_commonmark().render(_CONTROL.sub("\ufffd", markdown)), _ARTICLE_TAGS)


def literal(text: str) -> Markup:
    """A text without any markup of its own, safe in HTML and in Markdown."""
    return Markup(_numbered(_CONTROL.sub("\ufffd", text).replace("&", "&amp;")).translate(_SPECIAL))


def _span(span: Span) -> str:
    inside = "".join(_span(child) for child in span.children)
    match span.kind:
        case "text":
            return str(escape(span.text))
        case "emphasis":
            return f"<em>{inside}</em>"
        case "strong":
            return f"<strong>{inside}</strong>"
        case "code":
            return f"<code>{escape(span.text)}</code>"
        case "link":
            return f'<a href="{escape(span.href)}">{inside}</a>'
        case "paragraph":
            return "<br><br>"


def _guarded(fragment: str, tags: set[str]) -> Markup:
    """Only allowed tags and addresses: the second wall, in case the first has a hole."""
    import nh3  # only for texts with markup

    clean = nh3.clean(
        fragment,
        tags=tags,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )
    pieces = _PIECES.split(clean)
    return Markup("".join(p if p.startswith("<") else _numbered(p) for p in pieces))


def _numbered(text: str) -> str:
    return _MEANINGFUL.sub(lambda found: f"&#{ord(found.group())};", text)


@cache
def _commonmark() -> MarkdownIt:
    from markdown_it import MarkdownIt  # only where rules are explained: 25 ms to import

    return MarkdownIt("commonmark", {"html": False})
