"""The page to mail: that it stands alone, what it sets beside each other, and how it looks in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from accessible import violations
from changed import back, compared, edited, firm, meridian, poisoned, why
from reported import Page
from test_html import ARGUMENTS, CHROMIUM, CONTRAST, WIDTHS, text_of

from ladderc.report.changes.html import as_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_it_asks_for_nothing_from_anywhere_and_runs_no_script() -> None:
    html = as_html(back())
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert all(address.startswith("#") for address in page.addresses)
    assert "url(" not in html
    assert "@import" not in html
    assert "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'" in html


def test_every_id_that_is_led_to_is_there_once() -> None:
    for report in (back(), meridian()):
        html = as_html(report)
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(set(ids)) == len(ids)
        assert {address.removeprefix("#") for address in Page(html).addresses} <= set(ids)


def test_both_wordings_stand_beside_each_other(tmp_path: Path) -> None:
    after = firm(tmp_path / "after")
    edited(after, "tracks/specialist.yaml", ("title: Staff Specialist", "title: Lead Specialist"))
    html = as_html(compared(firm(tmp_path / "before"), after))
    assert re.findall(r"<p>((?:<del>|<ins>).*?)\s*</p>", html) == [
        "<del>Staff</del> Specialist",
        "<ins>Lead</ins> Specialist",
    ]


@pytest.mark.parametrize(("locale", "mark"), [("de-AT", ' lang="de-AT"'), ("en-GB", ""), ("en", "")])
def test_what_authors_wrote_in_another_language_is_marked(locale: str, mark: str, tmp_path: Path) -> None:
    states = firm(tmp_path / "before"), firm(tmp_path / "after")
    for state in states:
        path = state / "framework.yaml"
        text = path.read_text(encoding="utf-8")
        assert text.count("locale: en-GB\n") == 1
        path.write_text(text.replace("locale: en-GB", f"locale: {locale}"), encoding="utf-8")
    edited(states[1], "tracks/specialist.yaml", ("title: Staff Specialist", "title: Lead Specialist"))
    edited(states[1], "pay/2026.yaml", ("max: 86000", "max: 87000"))
    html = as_html(compared(*states))
    assert f"<h1{mark}>" in html
    assert f'<div class="sides"{mark}>\n<div><p class="label" lang="en">Before</p>' in html
    assert f'<th scope="rowgroup" rowspan="1">G5 <span{mark}>' in html


def test_who_is_paid_more_stands_beside_who_is_not(tmp_path: Path) -> None:
    html = as_html(why(tmp_path))
    table = html.split('<table class="amounts">')[1].split("</table>")[0]
    rows = [text_of(row) for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)]
    assert [
        re.sub(r"(?<=[a-z])(?=[£–+])|(?<=\d)(?=[£–+])|(?<=[A-Za-z])(?=midpoint|minimum)", " ", row) for row in rows[1:6]
    ] == [
        "G4 M4 Engineering Managerminimum£53,860£70,770+31 %".replace("minimum", " minimum ")
        .replace("£70", " £70")
        .replace("+", " +"),
        "midpoint £64,230 £84,400 +31 %",
        "maximum £74,590 £98,010 +31 %",
        "P4 Project Lead midpoint £62,000 £62,000stays",
        "S4 Senior Specialist midpoint £62,000 £62,000stays",
    ]


def test_parity_is_drawn_before_and_after(tmp_path: Path) -> None:
    html = as_html(why(tmp_path))
    assert re.findall(r'class="fill (before|after)" style="--width:([\d.]+)%"', html) == [
        ("before", "96.5"),
        ("after", "73.5"),
    ]
    assert set(re.findall(r"--limit:([\d.]+)%", html)) == {"95.0"}
    assert '<li class="opened">' in html


def test_what_is_above_the_managers_does_not_leave_its_rail() -> None:
    report = meridian()
    above = report.moved[0]._replace(before=report.moved[0].limit, after=(report.moved[0].limit or 1) * 2)
    for width in re.findall(r"--(?:width|limit):([\d.]+)%", as_html(report._replace(moved=(above,)))):
        assert 0 <= float(width) <= 100


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
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A real page with everything in it, and one with names that have no place to break."""
    folder = tmp_path_factory.mktemp("pages")
    real = back()._replace(mended=meridian().mended, moved=(*back().moved, *meridian().moved[:3]))
    for name, report in (
        ("real", real),
        ("long", poisoned(real, "a-very-long-name-without-any-place-to-break-it" * 3)),
    ):
        (folder / f"{name}.html").write_text(as_html(report), encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_width_scrolls_sideways_and_nothing_is_refused(
    width: int, colours: str, browser: Browser, pages: list[Path]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=colours)  # type: ignore[arg-type] # one of its words
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    for path in pages:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.stem
    assert heard == []
    context.close()


SIDES = """[...document.querySelectorAll('.sides')].filter(one => one.children.length === 2)
  .map(one => [...one.children].map(side => side.getBoundingClientRect().top))"""


@pytest.mark.browser
@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_wordings_stand_side_by_side_and_below_each_other_on_a_phone(
    width: int, beside: bool, browser: Browser, pages: list[Path]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(pages[1].as_uri())
    tops = page.evaluate(SIDES)
    assert tops
    assert {before == after for before, after in tops} == {beside}
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_word_can_be_read_in_both_colours(colours: str, browser: Browser, pages: list[Path]) -> None:
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type] # one of its words
    page = context.new_page()
    page.goto(pages[1].as_uri())
    assert page.evaluate(CONTRAST) == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_it_breaks_no_rule_of_accessibility(colours: str, browser: Browser, pages: list[Path]) -> None:
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type] # one of its words
    page = context.new_page()
    page.goto(pages[1].as_uri())  # in the other every word is of nonsense, the names of languages too
    assert violations(page) == []
    context.close()


@pytest.mark.browser
def test_on_paper_it_is_black_on_white(browser: Browser, pages: list[Path]) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(pages[1].as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(CONTRAST) == []
    assert page.pdf(format="A4").startswith(b"%PDF")
    context.close()
