"""The site in a real browser, opened from the disk: narrow screens, dark colours, search, no script, paper."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from accessible import violations
from attacks import attacked
from sample_view import sample_view

from ladderc.render.site.build import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

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
KINDS = {
    "map": "index.html",
    "levels": "levels.html",
    "level": "levels/specialist/s6.html",
    "level with choices": "levels/engineering-common/e3.html",
    "empty level": "levels/influence-innovation/i7.html",
    "track": "tracks/people-leadership.html",
    "pay": "pay-bands.html",
    "parity": "parity.html",
    "rule": "rules/pay-ceiling-parity.html",
    "releases": "changes.html",
    "release": "changes/2026.10.html",
    "level with changes": "levels/specialist/s5.html",
    "glossary": "glossary.html",
    "not found": "404.html",
}

# Words of up to 14 letters that are spread over several lines, hyphenated ones aside.
BROKEN_WORDS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest("svg, pre, code, .hidden")) continue;
    for (const word of node.data.matchAll(/\\p{L}{2,14}/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      const around = node.parentElement.closest("thead, .hidden, .search-open span") ?? node.parentElement;
      const hidden = around.getBoundingClientRect().width < 2;  // for screen readers alone
      if (!hidden && new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""

# The least contrast of text with what is behind it, with the text that has it; large text may have 3 instead of 4.5.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => {
    const v = c[i] / 255; return sum + part * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); }, 0);
  const behind = (element) => {
    if (!element) return [255, 255, 255, 1];
    const style = getComputedStyle(element);
    const inSvg = element.namespaceURI.endsWith("svg");
    const band = inSvg && element.closest("a.station") && element.classList.contains("inside")
      ? element.closest("a.station").querySelector("rect") : inSvg && element.tagName === "text" ? document.querySelector(".map .band") : null;
    const own = band ? rgba(getComputedStyle(band).fill) : rgba(style.backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join("");
    if (!text || !element.checkVisibility({ checkOpacity: true }) || element.closest("dialog, .skip, .hidden, script")) continue;
    const drawn = element.namespaceURI.endsWith("svg");
    const style = getComputedStyle(element);
    const under = behind(drawn ? element.closest("text") : element);
    const ink = over(rgba(drawn ? style.fill : style.color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) poor.push(`${ratio.toFixed(2)} ${element.tagName}.${element.className} ${text.slice(0, 30)}`);
  }
  return [...new Set(poor)];
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("browser")
    build_site(sample_view(), out)
    return out / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        said = f"{CHROMIUM} is not installed: nothing of the site was tried in a browser (apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Playwright gives every launch a new, empty profile of its own.
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


class Watched:
    """A page that remembers what it asked for and what it complained of."""

    def __init__(self, browser: Browser, site: Path, **settings: Any) -> None:
        self.context = browser.new_context(**settings)
        self.page: Page = self.context.new_page()
        self.site = site
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda line: self.complaints.append(line.text) if line.type != "info" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        self.page.goto((self.site / path).as_uri())
        return self.page


@pytest.fixture
def watched(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    settings = getattr(request, "param", {})
    page = Watched(browser, site, **settings)
    yield page
    page.context.close()


@pytest.mark.parametrize(
    "watched", [{"viewport": {"width": width, "height": 844}} for width in (320, 390, 768, 1000, 1280)], indirect=True
)
def test_no_page_scrolls_sideways_leaves_the_site_or_complains(watched: Watched) -> None:
    width = watched.page.viewport_size["width"]  # type: ignore[index]  # a viewport was set
    for kind, path in KINDS.items():
        page = watched.open(path)
        assert (kind, page.evaluate("document.documentElement.scrollWidth")) == (kind, width)
    assert [url for url in watched.requests if not url.startswith(watched.site.as_uri())] == []
    assert watched.complaints == []


@pytest.mark.parametrize(
    "watched",
    [
        {"color_scheme": "light", "viewport": {"width": 1280, "height": 844}},
        {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
    ],
    ids=["light", "dark"],
    indirect=True,
)
def test_no_page_breaks_a_rule_of_accessibility(watched: Watched) -> None:
    for kind, path in KINDS.items():
        assert (kind, violations(watched.open(path))) == (kind, [])


def test_pages_of_two_languages_break_none(browser: Browser, tmp_path: Path) -> None:
    build_site(sample_view()._replace(language="de", locale="de-DE"), tmp_path)
    page = Watched(browser, tmp_path / "site")
    for kind in ("map", "level", "track", "pay", "glossary", "release"):
        assert (kind, violations(page.open(KINDS[kind]))) == (kind, [])
    page.context.close()


def test_a_page_that_breaks_one_would_be_named(watched: Watched) -> None:
    page = watched.open("glossary.html")
    page.evaluate("""document.querySelector("main").insertAdjacentHTML("beforeend", "<img src='x.png'>")""")
    assert [one.split(":")[0] for one in violations(page)] == ["image-alt (critical)"]


@pytest.mark.parametrize("watched", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_nothing_is_cut_off_at_the_edge_of_a_telephone(watched: Watched) -> None:
    for kind, path in KINDS.items():
        page = watched.open(path)
        cut = page.evaluate("""() => [...document.querySelectorAll("main *")].filter((e) => e.checkVisibility()
            && !e.closest(".hidden, pre, .lv-title, thead, fieldset") && e.getBoundingClientRect().right > 390.5)
            .map((e) => e.tagName + "." + (e.className.baseVal ?? e.className))""")
        assert (kind, cut) == (kind, [])


@pytest.mark.parametrize(
    "watched", [{"viewport": {"width": width, "height": 844}} for width in (390, 1000, 1280)], indirect=True
)
def test_no_column_is_so_narrow_that_it_breaks_ordinary_words(watched: Watched) -> None:
    for kind, address in KINDS.items():
        watched.open(address)
        broken = watched.page.evaluate(BROKEN_WORDS)
        assert broken == [], kind


@pytest.mark.parametrize("width", [390, 1280])
def test_words_without_end_push_no_page_sideways(browser: Browser, tmp_path: Path, width: int) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsanwärterinnenprüfungskommission"
    build_site(attacked(sample_view(), word), tmp_path)
    watched = Watched(browser, tmp_path / "site", viewport={"width": width, "height": 844})
    for kind, path in KINDS.items():
        page = watched.open(path)
        assert (kind, page.evaluate("document.documentElement.scrollWidth")) == (kind, width)
    watched.context.close()


@pytest.mark.parametrize(
    "watched", [{"color_scheme": "light"}, {"color_scheme": "dark"}], ids=["light", "dark"], indirect=True
)
def test_text_stands_out_from_what_is_behind_it(watched: Watched) -> None:
    for kind, path in KINDS.items():
        page = watched.open(path)
        assert (kind, page.evaluate(CONTRAST)) == (kind, [])


def test_labels_of_the_map_lie_inside_the_drawing_and_apart(watched: Watched) -> None:
    page = watched.open("index.html")
    found = page.evaluate("""() => [...document.querySelectorAll(".only-wide svg.map")].map((map) => {
        const frame = map.getBoundingClientRect();
        const boxes = [...map.querySelectorAll("text")].map((t) => [t.textContent, t.getBoundingClientRect()]);
        const out = boxes.filter(([, b]) => b.left < frame.left || b.right > frame.right || b.top < frame.top || b.bottom > frame.bottom);
        const on = boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) =>
            a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom).map(([two]) => one + " / " + two));
        return [out.map(([t]) => t), on]; })""")
    assert found == [[[], []], [[], []]]


def test_search_opens_with_a_key_and_leads_to_a_level(watched: Watched) -> None:
    page = watched.open("tracks/specialist.html")
    page.keyboard.press("/")
    page.keyboard.type("principal spec")
    page.wait_for_selector("#search-results li")
    assert page.locator(".search-state").inner_text() == "2 results"
    assert page.locator(".hit-title").all_inner_texts() == ["S6 Principal Specialist", "C4 Principal Care Specialist"]
    page.keyboard.press("ArrowDown")
    assert page.locator("#search-words").get_attribute("aria-activedescendant") == "search-0"
    page.keyboard.press("Enter")
    page.wait_for_url("**/levels/specialist/s6.html")
    assert watched.complaints == []


def test_search_finds_statements_and_words_and_says_when_it_finds_nothing(watched: Watched) -> None:
    page = watched.open("parity.html")
    page.locator(".search-open").click()
    page.locator("#search-words").fill("ARCHITECTURE council")
    page.wait_for_selector("#search-results li")
    assert page.locator(".hit-title").first.inner_text() == "Architecture council"
    page.locator("#search-words").fill("no longer pays")
    assert "S7" in page.locator("#search-results").inner_text()
    page.locator("#search-words").fill("zeppelin <b>")
    assert page.locator(".search-state").inner_text() == "Nothing here says “zeppelin <b>”. Try a shorter word."
    page.keyboard.press("Escape")
    assert not page.locator("dialog.search").is_visible()


@pytest.mark.parametrize("typed", ["pay", "salary", "bonus", "Wage", "salery"])
def test_search_for_pay_leads_to_the_bands_then_to_the_levels_and_last_to_rules(watched: Watched, typed: str) -> None:
    page = watched.open("index.html")
    page.keyboard.press("/")
    page.locator("#search-words").fill(typed)
    page.wait_for_selector("#search-results li")
    titles = page.locator(".hit-title").all_inner_texts()
    assert titles[0] == "Pay bands"
    assert {title.split(":")[0] for title in titles[1:]} == {"Pay"}
    page.locator("#search-words").fill(f"{typed} principal specialist")
    assert page.locator(".hit-title").first.inner_text() == "Pay: S6 Principal Specialist"
    page.keyboard.press("Enter")
    page.wait_for_url("**/levels/specialist/s6.html#pay")


def test_search_finds_promotion_and_forgives_one_wrong_letter(watched: Watched) -> None:
    page = watched.open("index.html")
    page.keyboard.press("/")
    words = page.locator("#search-words")
    words.fill("promotion s7")
    page.wait_for_selector("#search-results li")
    assert page.locator(".hit-title").all_inner_texts()[0] == "How you get here: S7 Distinguished Specialist"
    for typed in ("enginer", "enigneer", "enginneer", "engimeer"):
        words.fill(typed)
        assert "Engineer" in page.locator(".hit-title").first.inner_text()
        assert page.locator(".search-state").inner_text().startswith(f"Nothing here says “{typed}”. What is spelled")
    words.fill("way")
    kinds = [place.split(" · ")[0] for place in page.locator(".hit-place").all_inner_texts()]
    assert kinds == sorted(kinds, key="Rule".__eq__)


def test_search_for_pay_finds_none_where_none_may_be_seen(browser: Browser, tmp_path: Path) -> None:
    build_site(sample_view(audience="public"), tmp_path)
    watched = Watched(browser, tmp_path / "site")
    page = watched.open("index.html")
    page.keyboard.press("/")
    page.locator("#search-words").fill("salary")
    page.wait_for_selector(".search-state:text('Nothing here says')")
    assert page.locator("#search-results li").count() == 0
    watched.context.close()


def test_a_result_on_the_same_page_closes_the_search(watched: Watched) -> None:
    page = watched.open("glossary.html")
    page.keyboard.press("/")
    page.keyboard.type("architecture council")
    page.wait_for_selector("#search-results li")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#forum-council")
    assert not page.locator("dialog.search").is_visible()


@pytest.mark.parametrize("watched", [{"color_scheme": "light"}], indirect=True)
def test_the_choice_of_colours_is_remembered(watched: Watched) -> None:
    page = watched.open("index.html")
    before = page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    button = page.get_by_role("button", name="Switch to dark colours")
    button.click()
    page = watched.open("glossary.html")
    assert page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor") != before
    page.get_by_role("button", name="Switch to light colours").click()
    assert page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor") == before


@pytest.mark.parametrize("watched", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_everything_can_be_read_found_and_filtered(watched: Watched) -> None:
    page = watched.open("levels/engineering-common/e3.html")
    assert "Leads the written decision" in page.locator("main").inner_text()
    page.locator("summary", has_text="Team Lead").click()
    assert page.locator("details.choice[open]").count() == 2
    assert not page.locator(".colours").is_visible()
    page.locator(".search-open").click()
    assert page.url.endswith("/levels.html")
    page.get_by_role("link", name="S6 Principal Specialist").click()
    assert page.url.endswith("/levels/specialist/s6.html")
    page = watched.open("parity.html")
    page.get_by_text("Waived 1").click()
    shown = page.locator(".verdicts .cell:visible")
    assert [row.split("\n")[0].split("\t")[0] for row in shown.all_inner_texts()] == ["Engineering"]
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["Structure"]


def test_the_first_key_leads_past_the_navigation(watched: Watched) -> None:
    page = watched.open("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_level_prints_on_two_pages_without_navigation_and_addresses(watched: Watched, paper: str) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    page = watched.open("levels/specialist/s6.html")
    printed = PdfReader(BytesIO(page.pdf(format=paper)))
    text = "\n".join(sheet.extract_text() for sheet in printed.pages)
    assert len(printed.pages) <= 2
    assert "Principal Specialist" in text
    assert "All levels" not in text
    assert "file:" not in text
    assert "https:" not in text


def test_motion_is_left_out_for_those_who_asked(browser: Browser, site: Path) -> None:
    page = Watched(browser, site, reduced_motion="reduce")
    page.open("glossary.html")
    assert page.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.context.close()


class _Server(SimpleHTTPRequestHandler):
    """A server below a folder that shows the site's own page for every wrong address, as hosts do."""

    def send_error(self, code: int, _message: str | None = None, _explain: str | None = None) -> None:
        body = Path(self.directory, "careers", "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads this server's log."""


def test_a_wrong_address_at_any_depth_shows_a_page_that_helps(browser: Browser, site: Path, tmp_path: Path) -> None:
    (tmp_path / "careers").symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watched = Watched(browser, site)
    try:
        watched.page.goto(f"http://127.0.0.1:{server.server_port}/careers/levels/specialist/s99.html")
        assert watched.page.locator("h1").inner_text() == "This page is not here"
        assert watched.page.evaluate("document.styleSheets.length") == 3
        watched.page.get_by_role("link", name="All levels").last.click()
        watched.page.wait_for_url("**/careers/levels.html")
        assert watched.page.locator("h1").inner_text() == "All levels"
    finally:
        watched.context.close()
        server.shutdown()
        server.server_close()
