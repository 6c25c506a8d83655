"""What a screen reader is told of languages: the interface speaks English, the author may speak another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample_view import sample_view

from ladderc.render.site.build import build_site

PAGES = ("index.html", "levels/specialist/s6.html", "tracks/people-leadership.html", "glossary.html")


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("german")
    build_site(sample_view()._replace(language="de", locale="de-DE"), out)
    return out / "site"


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("english")
    build_site(sample_view(), out)
    return out / "site"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_as_a_whole_is_in_the_language_of_the_interface(german: Path, page: str) -> None:
    assert '<html lang="en"' in (german / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_where_both_are_one_nothing_is_marked(english: Path, page: str) -> None:
    assert re.findall(r'\slang="[^"]*"', (english / page).read_text(encoding="utf-8")) == [' lang="en"']


def test_what_the_author_wrote_is_marked_and_what_we_wrote_is_not(german: Path, english: Path) -> None:
    page, same = ((site / PAGES[1]).read_text(encoding="utf-8") for site in (german, english))
    marked = set(re.findall(r'<(\w+)(?: [^<>]*)? lang="de"', page))
    assert {"h1", "p", "ul", "th", "span"} <= marked
    assert re.search(r'<h1[^>]* lang="de"[^>]*>.*S6', page)
    assert re.search(r'<p class="lede" lang="de">|<p [^>]*lang="de"[^>]*class="lede"', page)
    assert not re.search(r"<(h2|nav|button|dialog|footer|header)[^>]* lang=", page)
    assert _text(page) == _text(same)


@pytest.mark.parametrize(("page", "pattern"), [
    ("index.html", r'<text class="station-title" lang="de">'),
    ("tracks/people-leadership.html", r'<h1[^>]* lang="de"[^>]*>'),
    ("tracks/people-leadership.html", r'<a class="ladder-title" lang="de"'),
    ("glossary.html", r'<dt id="[^"]*" lang="de">'),
    ("levels.html", r'<h2 lang="de">'),
    ("pay-bands.html", r'<span lang="de">'),
])  # fmt: skip
def test_each_kind_of_page_marks_the_words_of_the_author(german: Path, page: str, pattern: str) -> None:
    assert re.search(pattern, (german / page).read_text(encoding="utf-8"))


def _text(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page)
