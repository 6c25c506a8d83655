"""Which pages a site has and where they stand; every path is lower-case, relative to the site's root."""

from __future__ import annotations

from posixpath import dirname, relpath
from urllib.parse import quote

from markupsafe import Markup

from ladderc.render.guides.names import PAPERS, guide_names
from ladderc.view.view import View

HOME = "index.html"
LEVELS = "levels.html"
PAY = "pay-bands.html"
PARITY = "parity.html"
GLOSSARY = "glossary.html"
CHANGES = "changes.html"
NOT_FOUND = "404.html"
SEARCH_INDEX = "assets/search-index.js"

DATA = "framework.json"
PAY_CSV = "tables/pay-bands.csv"
PAY_XLSX = "tables/pay-bands.xlsx"


def track(track_id: str) -> str:
    """The page of a track."""
    return f"tracks/{track_id.lower()}.html"


def level(key: str) -> str:
    """The page of the level ``track/level``."""
    return f"levels/{key.lower()}.html"


def rule(name: str) -> str:
    """The page of a rule."""
    return f"rules/{name}.html"


def release(name: str) -> str:
    """The page of a release."""
    return f"changes/{name.lower()}.html"


def pages(view: View) -> tuple[str, ...]:
    """Every page of the site, each once."""
    fixed = (HOME, LEVELS, PARITY, GLOSSARY, NOT_FOUND)
    return (
        *fixed,
        *((PAY,) if view.pay is not None else ()),
        *(track(each.ref.id) for each in view.tracks),
        *(level(each.ref.key) for each in view.levels),
        *(rule(each.name) for each in view.rules),
        *((CHANGES,) if view.releases else ()),
        *(release(each.id) for each in view.releases),
    )


def elsewhere(view: View) -> tuple[str, ...]:
    """The files that pages link to and other renderers write."""
    tables = (PAY_CSV, PAY_XLSX) if view.pay is not None else ()
    names = guide_names(view)
    guides = [names.level(each.ref.key, paper) for each in view.levels for paper in PAPERS]
    booklets = [names.track(each.ref.id, paper) for each in view.tracks for paper in PAPERS]
    return (DATA, *tables, *guides, *booklets)


def source(page: str) -> str:
    """The Markdown file that a page is made from."""
    return page.removesuffix(".html") + ".md"


def address(here: str, target: str, anchor: str = "") -> Markup:
    """The relative address of ``target`` on the page ``here``, ready for an attribute."""
    path = "" if target == here and anchor else relpath(target, dirname(here) or ".")
    return Markup(quote(path) + (f"#{quote(anchor)}" if anchor else ""))
