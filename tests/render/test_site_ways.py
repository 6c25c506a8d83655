"""Ways that prove a verdict, drawn on the parity page and on the rule's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sample_view import sample_view

from ladderc.render.site.build import build_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("ways")
    build_site(sample_view(), out)
    return out / "site"


@pytest.mark.parametrize("page", ["parity.html", "rules/ceiling-parity.html"])
def test_a_way_names_every_level_the_steps_between_and_what_bars_it(site: Path, page: str) -> None:
    html = (site / page).read_text(encoding="utf-8")
    ways = [
        re.sub(r"<[^>]+>", " ", way) for way in re.findall(r'<div class="way-found">.*?</div></li></ol></div>', html)
    ]
    first = " ".join(ways[0].split())
    assert first.startswith("The shortest way on to G8 E1 ")
    assert re.search(r"choice of track M4 [A-Z].*? manages people M5 .*? manages people back I7 ", first)
    assert len(ways) == 5


def test_ways_beyond_the_first_few_are_folded(site: Path) -> None:
    html = (site / "parity.html").read_text(encoding="utf-8")
    folded = re.findall(r'<details class="more-ways"><summary>(.*?)</summary>(.*?)</details>', html, re.DOTALL)
    assert [(words, ways.count("way-found")) for words, ways in folded] == [("1 more way", 1)]


def test_every_level_on_a_way_leads_to_its_page(site: Path) -> None:
    html = (site / "parity.html").read_text(encoding="utf-8")
    way = re.findall(r'<div class="way-found">.*?</div></li></ol></div>', html)[0]
    addresses = re.findall(r'href="([^"]+)"', way)
    assert len(addresses) == way.count("<li")
    assert all((site / address).is_file() for address in addresses)
