"""The pages of releases as a reader meets them: what each state says, texts whole, nothing told by colour alone."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from built import read_pages
from sample_past import change, counts, with_past
from sample_view import sample_view

from ladderc.render.site import pages as paths
from ladderc.render.site.build import build_site
from ladderc.render.site.tree import write_tree

TAGS = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("changes")
    build_site(sample_view(), out)
    return out / "site"


def main(site: Path, page: str) -> str:
    """The HTML of a page's main part."""
    text = (site / page).read_text(encoding="utf-8")
    return text[text.index("<main") : text.index("</main>")]


def words(html: str) -> str:
    """What stands there, with one blank between any two words."""
    return " ".join(unescape(TAGS.sub(" ", html)).split())


def test_each_release_says_what_state_it_is_in(site: Path) -> None:
    assert "This release is planned. Only HR sees it before its day." in words(main(site, "changes/2027.01.html"))
    assert "1 January 2027 · It changed nothing that is shown here." in words(main(site, "changes/2027.01.html"))
    assert "This release has no tag yet." in words(main(site, "changes/2026.10.html"))
    assert "1 October 2026 · 6 changes" in words(main(site, "changes/2026.10.html"))
    assert "1 April 2026 · What it changed cannot be told here" in words(main(site, "changes/2026.04.html"))
    assert "The first published state" in words(main(site, "changes/rc.1.html"))


def test_the_list_of_releases_counts_what_there_is_and_no_zeros(site: Path) -> None:
    text = words(main(site, "changes.html"))
    assert "2027.01 · 1 January 2027 Planned" in text
    assert "6 changes Worse: 1 Unclear: 1 Better: 3 Neither: 1" in text
    assert ": 0" not in text


def test_releases_lead_to_their_neighbours(site: Path) -> None:
    page = read_pages(site)["changes/2026.10.html"]
    assert {"2026.04.html", "2027.01.html", "../changes.html"} <= set(page.addresses)
    assert "After that" not in words(main(site, "changes/2027.01.html"))
    assert "Before that" not in words(main(site, "changes/rc.1.html"))


def test_the_overview_leads_to_every_part(site: Path) -> None:
    page = read_pages(site)["changes/2026.10.html"]
    assert {"#family-engineering", "#track-specialist"} <= set(page.addresses)
    assert {"family-engineering", "track-specialist"} <= set(page.ids)
    assert "Where Worse Unclear Better Neither Several tracks of Engineering 1 2 Specialist 1 1 1" in words(
        main(site, "changes/2026.10.html")
    )


def test_a_release_of_one_part_has_no_overview(tmp_path: Path) -> None:
    view = sample_view()
    one = view.releases[1]._replace(parts=view.releases[1].parts[:1])
    write_tree(view._replace(releases=(one,)), tmp_path)
    assert "overview" not in (tmp_path / "docs/changes/2026.10.md").read_text()


def test_what_a_change_means_is_a_word_and_no_colour_alone(site: Path) -> None:
    for item in re.findall(r'<li class="(worse|unclear|better)">(.*?)</li>', main(site, "changes/2026.10.html"), re.S):
        assert words(item[1]).split()[0] == item[0].capitalize()
    (neutral,) = re.findall(r'<li class="neutral">(.*?)</li>', main(site, "changes/2026.10.html"), re.S)
    assert words(neutral).startswith("Worded differently")


def test_old_and_new_text_stand_whole_and_can_be_heard(site: Path) -> None:
    html = main(site, "changes/2026.10.html")
    assert "<ins>Answers for a <strong>whole</strong> product.</ins>" in html
    assert "<del>Answers for a part.</del>" in html
    row = re.search(r'<p class="word-by-word" aria-hidden="true">(.*?)</p>', html)
    assert row is not None
    assert "<del>one team</del><ins>three teams</ins>" in row[1]
    heard = words(html)
    assert "Before: Writes designs that one team can follow. Now: Writes designs that three teams can follow." in heard
    assert "Before Alles neu. Now Nichts davon blieb." in heard
    assert '<div class="old-new" lang="de">' in html


def test_amounts_of_several_grades_fold_and_those_of_one_stand_open(site: Path) -> None:
    html = main(site, "changes/2026.10.html")
    assert html.count("<details") == 1
    assert "The amounts, grade by grade Before and after, a year Grade Minimum Midpoint Maximum" in words(html)
    assert "G5 £91,000 then £101,000 +11 % £110,000 £129,000" in words(html)


def test_many_levels_are_counted_and_few_are_led_to(site: Path) -> None:
    html = main(site, "changes/2026.10.html")
    assert "It reaches 9 levels." in words(html)
    assert html.count('class="reaches"') == 4


def test_a_level_tells_what_changed_there(site: Path) -> None:
    html = main(site, "levels/specialist/s5.html")
    assert 'id="changed"' in html
    told = words(html[html.index('id="changed"') :])
    assert "Changed in 2026.10, 1 October 2026 What is asked Worse Newly asked of S5" in told
    assert "Pay Better The minimum rises." in told
    assert "reaches" not in html[html.index('id="changed"') :]
    assert 'id="changed"' not in main(site, "levels/specialist/s6.html")


def test_a_site_without_releases_has_neither_pages_nor_an_entry(tmp_path: Path) -> None:
    view = sample_view()._replace(releases=())
    write_tree(view, tmp_path)
    assert not (tmp_path / "docs/changes.md").exists()
    assert not (tmp_path / "docs/changes").exists()
    settings = (tmp_path / "mkdocs.yml").read_text()
    assert "changes.md" not in settings
    assert "What changed" not in settings
    assert paths.CHANGES not in paths.pages(view)
    assert "changes.html" not in (tmp_path / "docs/assets/search-index.js").read_text()


def test_releases_are_found_by_the_search(site: Path) -> None:
    script = (site / "assets/search-index.js").read_text(encoding="utf-8")
    rows = yaml.safe_load(script.removeprefix("window.ladderIndex = ").removesuffix(";\n"))
    found = {row[1]: row for row in rows if row[0] == "Release"}
    assert sorted(found) == [
        "changes/2026.04.html",
        "changes/2026.10.html",
        "changes/2027.01.html",
        "changes/rc.1.html",
    ]
    assert found["changes/2026.10.html"][2:5] == [
        "What changed in 2026.10", "1 October 2026", "Experts reach further The pelican clause ended.",
    ]  # fmt: skip
    (menu,) = [row for row in rows if row[1] == "changes.html"]
    assert "history" in menu[5]


def test_what_authors_wrote_is_text_wherever_it_stands(tmp_path: Path) -> None:
    harm = "<script>alert(1)</script> {{ 7*7 }} # *x*"
    view = sample_view()
    item = change("worse", harm, wordings=())
    part = view.releases[1].parts[1]._replace(name=harm, track=None, changes=(item,), counts=counts((item,)))
    bad = view.releases[1]._replace(title=harm, notes=harm, parts=(part, part._replace(anchor="gone-other")))
    build_site(view._replace(releases=(bad,)), tmp_path)
    html = (tmp_path / "site/changes/2026.10.html").read_text()
    assert "<script>alert" not in html
    assert "{{ 7*7 }}" in unescape(html)


def test_the_same_past_gives_the_same_bytes(tmp_path: Path, site: Path) -> None:
    build_site(with_past(sample_view()._replace(releases=())), tmp_path)
    for page in ("changes.html", "changes/2026.10.html", "levels/specialist/s5.html"):
        assert (tmp_path / "site" / page).read_bytes() == (site / page).read_bytes()
