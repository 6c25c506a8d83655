"""The page to mail: what it says, that it stands alone, and how it looks in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from accessible import violations
from overlay import judged, lay
from reported import PREFIX, Page, checked, finding, mixed, one_ladder, report

from ladderc.report.html import as_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desktop": 1280, "tablet": 700, "phone": 390, "small phone": 320}


def text_of(html: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", body).split())


def test_it_asks_for_nothing_from_anywhere_and_runs_no_script() -> None:
    html = as_html(one_ladder())
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert all(address.startswith("#") for address in page.addresses)
    assert "url(" not in html
    assert "@import" not in html
    assert "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'" in html


def test_it_says_what_was_found_where_and_what_to_do() -> None:
    said = text_of(as_html(mixed()))
    assert "2 errors 1 warning 1 note" in said
    assert "About grade-gap in line 5. Mend it. 5line5: täxt 👩 See" in said
    assert f"{PREFIX}tracks/specialist.yaml:5:8" in said
    assert "way-back follows from grade-gap" in said
    assert (
        "waived until 2027-03-31 by Priya equal-climbAbout equal-climb in line 15.The reason given: Until spring."
        in said
    )
    assert "in the baseline move-stepAbout" in said


def test_nothing_found_is_good_news(tmp_path: Path) -> None:
    judged(lay(""), tmp_path)
    said = text_of(as_html(checked(tmp_path)))
    assert "Tarn Hydraulics As of 21 November 2026 No problems Checked 4 tracks, 15 levels: no problems." in said
    assert "What is wrong" not in said


def test_what_is_meant_is_marked_in_its_line() -> None:
    html = as_html(report(finding("grade-gap", 2), contents="line1: x\nline2: a <b> & c\n"))
    assert '<pre><span class="line">2</span>line2: <mark>a &lt;b&gt; &amp; c</mark></pre>' in html


def test_every_id_that_is_led_to_is_there_once() -> None:
    html = as_html(one_ladder())
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    assert {address.removeprefix("#") for address in Page(html).addresses} <= set(ids)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("no chromium")
    with sync_api.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with long names and a long line, none of which may make it scroll sideways."""
    long = "a-very-long-name-without-any-place-to-break-it-" * 3
    file = f"tracks/{long}.yaml"
    odd = report(finding("grade-gap", 1, message=f"Level “{'W' * 90}” is odd.\nWrite `{'x' * 120}`."), file=file)
    real = one_ladder()
    shown = odd._replace(items=(*odd.items, *real.items), families=real.families, waived=mixed().waived)
    path = tmp_path_factory.mktemp("page") / "check.html"
    path.write_text(as_html(shown), encoding="utf-8")
    return path


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_width_scrolls_sideways_and_nothing_is_refused(
    width: int, colours: str, browser: Browser, page_file: Path
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=colours)  # type: ignore[arg-type] # one of its words
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == []
    context.close()


CONTRAST = """() => {
  const part = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (colour) => { const [r, g, b] = colour.slice(0, 3).map((v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const behind = (node) => { for (let at = node; at; at = at.parentElement) { const c = part(getComputedStyle(at).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const weak = [];
  for (const node of document.querySelectorAll("main *")) {
    if (![...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())) continue;
    const a = light(part(getComputedStyle(node).color)), b = light(behind(node));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) weak.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
  }
  return [...new Set(weak)];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_word_can_be_read_in_both_colours(colours: str, browser: Browser, page_file: Path) -> None:
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type] # one of its words
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.evaluate(CONTRAST) == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_it_breaks_no_rule_of_accessibility(colours: str, browser: Browser, page_file: Path) -> None:
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type] # one of its words
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert violations(page) == []
    context.close()


@pytest.mark.browser
def test_on_paper_it_is_black_on_white_and_no_finding_is_cut(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.findings tr')).breakInside") == "avoid"
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert page.pdf(format="A4").startswith(b"%PDF")
    context.close()
