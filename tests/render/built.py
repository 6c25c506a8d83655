"""Reads a built site back as a browser would: elements, addresses, anchors, text."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

_VOID = {"meta", "link", "br", "input", "img", "hr", "base"}
_DRAWN = {"path", "rect", "circle", "polygon"}


class Element:
    """One start tag with its attributes."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name, self.attributes = name, attributes


class PageRead(HTMLParser):
    """One page taken apart; ``faults`` are tags that do not pair."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self.text = ""
        self.title = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self._open]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    @property
    def addresses(self) -> list[str]:
        names = ("href", "src", "data-index")
        return [e.attributes[name] for e in self.elements for name in names if name in e.attributes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-3:]}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open and self._open[-1] == "title":
            self.title += data


def read_pages(site: Path) -> dict[str, PageRead]:
    """Every page by its path from the site's root."""
    return {
        path.relative_to(site).as_posix(): PageRead(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def dead_addresses(site: Path, pages: dict[str, PageRead], elsewhere: tuple[str, ...]) -> list[str]:
    """Every address that leads nowhere: files and anchors; those of other sites are not followed."""
    dead = []
    known = {name: set(page.ids) for name, page in pages.items()}
    for name, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            if parts.scheme or parts.netloc or address.startswith("/"):
                dead.append(f"{name}: {address} is not relative")
                continue
            target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            if target in elsewhere:
                continue
            if not (site / target).is_file():
                dead.append(f"{name}: {address} is no file")
            elif parts.fragment and unquote(parts.fragment) not in known.get(target, set()):
                dead.append(f"{name}: {address} is no anchor")
    return dead
