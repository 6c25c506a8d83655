"""Writes the MkDocs source tree: plain Markdown pages, the search index, our theme and mkdocs.yml."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ladderc.render.guides.names import guide_names
from ladderc.render.site import pages, words
from ladderc.render.site.changes import changes, release
from ladderc.render.site.encoded import encoded
from ladderc.render.site.home import home
from ladderc.render.site.level import level
from ladderc.render.site.page import Page
from ladderc.render.site.parity import parity, rule
from ladderc.render.site.pay import pay
from ladderc.render.site.prose import plain
from ladderc.render.site.search import index
from ladderc.render.site.templates import environment
from ladderc.render.site.track import track
from ladderc.resources import site
from ladderc.view.view import View
from ladderc.wording.texts import Texts, texts


def write_tree(view: View, tree: Path) -> None:
    """Write the whole tree into ``tree``, which is emptied first if it exists."""
    if tree.exists():
        shutil.rmtree(tree)
    t = texts(view.language)
    docs = tree / "docs"
    for page in all_pages(view, t):
        _write(docs / pages.source(page.path), _markdown(page, t, view.language))
    _write(docs / pages.SEARCH_INDEX, index(view, t))
    shutil.copytree(site() / "theme", tree / "theme")
    base = (site() / "mkdocs.base.yml").read_text(encoding="utf-8")
    _write(tree / "mkdocs.yml", base + "".join(_settings(view, t)))


def all_pages(view: View, t: Texts) -> Iterator[Page]:
    """Every page of the site, one at a time."""
    yield home(view, t)
    yield words.levels(view, t)
    if view.pay is not None:
        yield pay(view, view.pay, t)
    yield parity(view, t)
    if view.releases:
        yield changes(view, t)
        yield from (release(view, each, t) for each in view.releases)
    yield words.glossary(view, t)
    yield words.not_found(t)
    guides = guide_names(view)
    tracks = {each.ref.id: each for each in view.tracks}
    for each in view.tracks:
        yield track(each, guides, t)
    levels = {one.ref.key: one for one in view.levels}
    for one in view.levels:
        yield level(view, one, levels, tracks[one.ref.track.id], guides, t)
    judged = {row.rule: row for group in view.parity.groups for row in group.rows}
    for text in view.rules:
        yield rule(text, judged.get(text.name), t)


def _markdown(page: Page, t: Texts, language: str) -> str:
    """Front matter that no title can break out of, and the body."""
    front = {
        "title": page.title,
        "description": page.description,
        "section": page.section,
        "hue": page.hue,
        "page": page.template.removesuffix(".md.j2"),
    }
    head = "".join(f"{name}: {encoded(value)}\n" for name, value in front.items())
    body = environment(language, t.language).get_template(page.template).render(t=t, **page.context)
    return f"---\n{head}---\n\n{body.strip()}\n"


def _settings(view: View, t: Texts) -> Iterator[str]:
    """What mkdocs.yml says of this one site."""
    sections = [
        (pages.HOME, "nav_map"),
        (pages.LEVELS, "nav_levels"),
        *([(pages.PAY, "nav_pay")] if view.pay is not None else []),
        (pages.PARITY, "nav_parity"),
        *([(pages.CHANGES, "nav_changes")] if view.releases else []),
        (pages.GLOSSARY, "nav_glossary"),
    ]
    settings = {
        "site_name": t.say("site_title", name=plain(view.name)),
        "nav": [{t[name]: pages.source(page)} for page, name in sections],
        "extra": {
            "language": t.language,
            "own": view.language if view.language != t.language else "",
            "sections": [{"page": page, "name": t[name]} for page, name in sections],
            "levels_page": pages.LEVELS,
            "search_index": pages.SEARCH_INDEX,
            "data_file": pages.DATA,
            "footer": list(_footer(view, t)),
            "repository": view.repository if urlsplit(view.repository).scheme in ("http", "https") else "",
            "t": {name: text for name, text in t.items() if name.startswith(_THEME_TEXTS)},
        },
    }
    for name, value in settings.items():
        yield f"{name}: {encoded(value)}\n"


_THEME_TEXTS = ("skip", "menu", "search", "colours", "footer")


def _footer(view: View, t: Texts) -> Iterator[str]:
    yield t.say("footer_built", audience=view.audience_name, date=view.today_text)
    for key, name, value in (
        ("footer_owner", "owner", view.owner),
        ("footer_sponsor", "sponsor", view.sponsor),
        ("footer_reviewed", "date", view.reviewed_text),
    ):
        if value:
            yield t.say(key, **{name: value})


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
