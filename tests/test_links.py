"""Every link of a page that we wrote leads somewhere, and every page of docs/ is found from its first one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(
    path
    for folder in ("docs/**", "schema", "frameworks/*", ".")
    for path in ROOT.glob(f"{folder}/*.md")
    if not path.name.startswith(".")
)
_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_ELSEWHERE = re.compile(r"[a-z]+:")


def links(page: Path) -> Iterator[str]:
    """Where a page leads to inside this repository; what stands in code is no link."""
    text = _CODE.sub("``", page.read_text(encoding="utf-8"))
    return (target for target in _LINK.findall(text) if not _ELSEWHERE.match(target))


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as the hosts of git repositories make them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ +(.+?) *$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_every_link_leads_to_a_file_and_to_a_heading_of_it(page: Path) -> None:
    dead = []
    for link in links(page):
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (heading and heading not in anchors(target)):
            dead.append(link)
    assert dead == []


def test_no_link_leads_out_of_the_repository() -> None:
    out = [
        (page.name, link)
        for page in PAGES
        for link in links(page)
        if not (page.parent / link.partition("#")[0]).resolve().is_relative_to(ROOT.resolve())
    ]
    assert out == []


def test_a_link_in_code_and_one_to_another_host_are_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("`[a](b.md)` [c](https://example.org) [d](e.md#f)\n\n```yaml\n[g](h.md)\n```\n", encoding="utf-8")
    assert list(links(page)) == ["e.md#f"]


def test_every_page_is_found_from_the_first() -> None:
    listed = {link.partition("#")[0] for link in links(DOCS / "README.md")}
    lost = [page.name for page in sorted(DOCS.glob("*.md")) if page.name not in {*listed, "README.md"}]
    assert lost == [], "put it into docs/README.md, where its reader would look for it"
    assert {"rules/README.md", "decisions/README.md"} <= listed
