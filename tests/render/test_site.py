"""The built site: which pages it has, that every address leads somewhere, that no text becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from attacks import attacked
from built import PageRead, dead_addresses, read_pages
from sample_view import sample_view

from ladderc.render.site import pages as paths
from ladderc.render.site.build import SiteBuildError, build_site
from ladderc.render.site.parity import parity
from ladderc.view.view import View
from ladderc.wording.texts import texts


@pytest.fixture(scope="module")
def hr(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("hr")
    build_site(sample_view(), out)
    return out


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("public")
    build_site(sample_view(audience="public"), out)
    return out


def test_the_site_has_the_pages_of_the_view_and_no_other(hr: Path) -> None:
    site = hr / "site"
    assert sorted(read_pages(site)) == sorted(paths.pages(sample_view()))
    rest = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.suffix != ".html"}
    assert rest == {
        "assets/colours.js",
        "assets/icon.svg",
        "assets/pages.css",
        "assets/print.css",
        "assets/search-index.js",
        "assets/site.css",
        "assets/site.js",
    }


def test_every_address_and_anchor_leads_somewhere(hr: Path, public: Path) -> None:
    for out, view in ((hr, sample_view()), (public, sample_view(audience="public"))):
        pages = read_pages(out / "site")
        assert dead_addresses(out / "site", pages, paths.elsewhere(view)) == []


def test_every_address_of_the_search_index_leads_somewhere(hr: Path) -> None:
    site = hr / "site"
    pages = read_pages(site)
    script = (site / "assets/search-index.js").read_text(encoding="utf-8")
    rows = yaml.safe_load(script.removeprefix("window.ladderIndex = ").removesuffix(";\n"))
    titles = [row[2] for row in rows]
    assert "S6 Principal Specialist" in titles
    assert "Architecture council" in titles
    for row in rows:
        page, _, anchor = row[1].partition("#")
        assert page in pages
        assert not anchor or anchor in pages[page].ids


def test_tags_pair_and_ids_are_unique_on_every_page(hr: Path) -> None:
    for name, page in read_pages(hr / "site").items():
        assert (name, page.faults) == (name, [])
        assert (name, len(page.ids)) == (name, len(set(page.ids)))


def test_every_page_has_one_first_heading_a_main_part_a_skip_link_and_named_tables(hr: Path) -> None:
    for name, page in read_pages(hr / "site").items():
        names = [element.name for element in page.elements]
        assert (name, names.count("h1"), names.count("main")) == (name, 1, 1)
        assert "#content" in page.addresses
        assert "content" in page.ids
        assert (name, names.count("table")) == (name, names.count("caption"))
        assert all(e.attributes.get("scope") for e in page.elements if e.name == "th")


def test_the_navigation_marks_the_page_and_never_lists_levels(hr: Path) -> None:
    page = read_pages(hr / "site")["levels/specialist/s6.html"]
    levels = {
        address for address in page.addresses if "/levels/" in address or address.endswith(("s4.html", "s8.html"))
    }
    current = [e.attributes["aria-current"] for e in page.elements if "aria-current" in e.attributes]
    assert current == ["true", "page"]
    assert len(levels) < 12


def test_a_level_page_does_not_grow_with_the_framework(tmp_path: Path) -> None:
    one, two = sample_view(), sample_view()
    extra = tuple(
        level._replace(
            ref=level.ref._replace(
                key=f"more-{level.ref.key}", track=level.ref.track._replace(id=f"more-{level.ref.track.id}")
            )
        )
        for level in two.levels
    )
    more = tuple(track._replace(ref=track.ref._replace(id=f"more-{track.ref.id}")) for track in two.tracks)
    build_site(one, tmp_path / "one")
    build_site(two._replace(levels=two.levels + extra, tracks=two.tracks + more), tmp_path / "two")
    page = "site/levels/specialist/s6.html"
    assert (tmp_path / "one" / page).read_bytes() == (tmp_path / "two" / page).read_bytes()


def test_two_builds_in_two_places_are_identical_and_name_no_place(tmp_path: Path, hr: Path) -> None:
    again = tmp_path / "somewhere" / "else"
    build_site(sample_view(), again)
    first = {path.relative_to(hr): path.read_bytes() for path in hr.rglob("*") if path.is_file()}
    second = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert first == second
    for name, content in first.items():
        assert (name, str(hr).encode() in content) == (name, False)


def test_nothing_of_pay_reaches_the_public(public: Path) -> None:
    assert not (public / "site/pay-bands.html").exists()
    for path in public.rglob("*.html"):
        text = PageRead(path.read_text(encoding="utf-8")).text
        assert "£" not in text
        assert "Pay bands" not in text
        assert "Midpoint" not in text


def test_the_footer_says_for_whom_and_of_which_day(public: Path) -> None:
    text = read_pages(public / "site")["index.html"].text
    assert "Built for the public on 21 November 2026." in text
    assert "Owner: Priya Nair." in text


def test_what_is_not_written_is_said_in_sentences(hr: Path) -> None:
    pages = read_pages(hr / "site")
    empty = pages["levels/influence-innovation/i7.html"].text
    assert "What this level is about is not written yet." in empty
    assert "No expectations are written for this level yet." in empty
    assert "This is the highest level of the track." in empty
    assert "Not written yet for this level: how success is measured, decisions, forums, recognition, duties." in empty
    assert "No pay band is written for grade G9." in pages["levels/people-leadership/m9.html"].text
    assert "No step from this level is written." in pages["levels/specialist/s8.html"].text
    assert "No step into this level is written" in pages["levels/engineering-common/e1.html"].text
    assert "What this track is for is not written yet." in pages["tracks/care-leadership.html"].text
    assert "This rule was not run in this framework." in pages["rules/way-back.html"].text


def test_a_framework_with_nothing_in_it_still_has_a_site(tmp_path: Path) -> None:
    view = sample_view()
    bare = view._replace(
        families=(), tracks=(), levels=(), pay=(), rules=(), glossary=(), summary="", sentence="", owner="", sponsor="",
        reviewed_text="", repository="", parity=view.parity._replace(counts=(), groups=()),
    )  # fmt: skip
    build_site(bare, tmp_path)
    text = {name: page.text for name, page in read_pages(tmp_path / "site").items()}
    assert "No job family is published yet." in text["index.html"]
    assert "No level is published yet." in text["levels.html"]
    assert "No pay structure is written yet." in text["pay-bands.html"]
    assert "No rule was run for this audience." in text["parity.html"]
    assert "No words are explained yet." in text["glossary.html"]


def test_the_level_page_says_what_rises_and_where_one_can_go(hr: Path) -> None:
    text = " ".join(read_pages(hr / "site")["levels/specialist/s6.html"].text.split())
    assert "What is expected, and what rises at S7" in text
    assert "Everything asked at S5 Lead Specialist is asked here too." in text
    assert "Rises" in text
    assert "Where you can go from here" in text
    assert "trial of 6 months" in text
    assert "G6 Strategist, 6 of 9" in text


def test_the_scorecard_shows_all_four_outcomes_with_figures_and_reasons(hr: Path) -> None:
    text = " ".join(read_pages(hr / "site")["parity.html"].text.split())
    for words in (
        "Waived until 1 May 2027, by Priya Nair: The eighth level opens in spring.",
        "Cannot be judged: no pay structure names this family",
        "midpoint, expert£114,000",
        "Raise the band of S8, or add a waiver.",
        "5 more",
        "Follows from placeholder-text.",
    ):
        assert words in text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>\"'{{7*7}}",
        "[x](javascript:alert(1)) <img src=x onerror=alert(1)> ]]> --> </svg></title></style></textarea>",
        "---\ntitle: owned\n---\n# owned",
        "{: onclick=alert(1) } {% include 'x' %} {# c #} ${7*7} #{7*7} !!python/object:x",
        "`| a | b |` \u2028 \u0085 \ufeff 😀 \u202e *",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    ],
)
def test_no_author_text_becomes_more_than_text(tmp_path: Path, text: str) -> None:
    view = attacked(sample_view(), text)
    build_site(view, tmp_path)
    pages = read_pages(tmp_path / "site")
    typed = text.split("\n")[0].split("`")[0].split("[x]")[0].strip()[:20]
    for name, page in pages.items():
        scripts = [e.attributes.get("src", "inline") for e in page.elements if e.name == "script"]
        assert len(scripts) == (3 if name == "404.html" else 2), name
        assert not [e.name for e in page.elements if e.name in ("img", "iframe", "object", "embed", "style", "base")]
        assert not [a for e in page.elements for a in e.attributes if a.startswith("on")]
        assert (name, page.faults) == (name, [])
        assert not re.search(r"\b49\b", page.text)
        if name.startswith(("levels/", "tracks/")) and typed:
            assert typed in page.text, name
    assert dead_addresses(tmp_path / "site", pages, paths.elsewhere(view)) == []
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".md", ".js", ".yml"):
            assert "<script>alert" not in path.read_text(encoding="utf-8"), path


def test_titles_reach_the_front_matter_whole(tmp_path: Path) -> None:
    title = "---\nfoo: 'bar' \"x\" # {{7*7}} \u2028 \x85 <b>"
    view = attacked(sample_view(), title)
    build_site(view, tmp_path)
    front = (tmp_path / "mkdocs/docs/tracks/specialist.md").read_text(encoding="utf-8").split("---\n")[1]
    assert yaml.safe_load(front)["title"] == "--- foo: 'bar' \"x\" # {{7*7}} <b>"


def test_links_in_author_text_reach_the_page_and_do_not_pass_the_referrer(hr: Path) -> None:
    page = read_pages(hr / "site")["levels/specialist/s7.html"]
    links = [e.attributes for e in page.elements if e.attributes.get("href") == "https://example.org/guide"]
    assert links
    assert all(link["rel"] == "noopener noreferrer" for link in links)


def test_an_address_that_is_no_web_address_is_not_linked(tmp_path: Path) -> None:
    build_site(sample_view()._replace(repository="javascript:alert(1)"), tmp_path)
    assert "javascript:" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_the_tree_builds_without_us(hr: Path) -> None:
    settings = (hr / "mkdocs/mkdocs.yml").read_text(encoding="utf-8")
    known = yaml.safe_load(settings)
    assert known["use_directory_urls"] is False
    assert known["plugins"] == []
    assert known["strict"] is True
    assert known["theme"] == {"name": None, "custom_dir": "theme"}
    assert (hr / "mkdocs/theme/main.html").is_file()
    level = (hr / "mkdocs/docs/levels/specialist/s6.md").read_text(encoding="utf-8")
    assert '\n# <span class="pill">S6</span> Principal Specialist' in level
    assert "\n## What is expected, and what rises at S7 " in level


def test_a_warning_of_mkdocs_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_a_dead_link(view: View, tree: Path) -> None:
        write(view, tree)
        (tree / "docs/extra.md").write_text("[x](nowhere.md)\n", encoding="utf-8")

    from ladderc.render.site import build

    write = build.write_tree
    monkeypatch.setattr(build, "write_tree", with_a_dead_link)
    with pytest.raises(SiteBuildError, match=r"Doc file 'extra\.md' contains a link 'nowhere\.md'"):
        build_site(sample_view(), tmp_path)


def test_the_clock_and_the_environment_are_left_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    build_site(sample_view(audience="public"), tmp_path)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_a_pay_table_for_everyone_has_a_heading_too(tmp_path: Path) -> None:
    view = sample_view()
    table = (view.pay or ())[0]._replace(heading="", anchor="all")
    build_site(view._replace(pay=(table,)), tmp_path)
    assert '<h2 id="all">Everyone</h2>' in (tmp_path / "site/pay-bands.html").read_text(encoding="utf-8")


def test_a_numbered_grade_is_not_given_a_second_number(tmp_path: Path) -> None:
    view = sample_view()
    level = view.levels[0]
    ref = level.ref._replace(grade=level.ref.grade._replace(id="7", name="7"))
    build_site(view._replace(levels=(level._replace(ref=ref), *view.levels[1:])), tmp_path)
    text = read_pages(tmp_path / "site")["levels/engineering-common/e1.html"].text
    assert re.search(r"Grade\s*7(?!\d)", text)
    assert "1 of 9" not in text


def test_a_level_s_pay_says_its_period_and_a_shared_reason_once(tmp_path: Path) -> None:
    view = sample_view()
    level = next(one for one in view.levels if one.ref.id == "S6")
    lines = tuple(line._replace(note="Rivals pay more.", period="a year") for line in level.pay or ())
    odd = (lines[0], lines[1]._replace(period="a month", note="Agreed with the council."))
    other = next(one for one in view.levels if one.ref.id == "S7")
    shown = {level.ref.key: level._replace(pay=lines), other.ref.key: other._replace(pay=odd)}
    build_site(view._replace(levels=tuple(shown.get(one.ref.key, one) for one in view.levels)), tmp_path)
    pages = read_pages(tmp_path / "site")
    texts = (pages[f"levels/specialist/{name}.html"].text for name in ("s6", "s7"))
    parts = (text[text.index("Base pay") : text.index("See all pay bands")] for text in texts)
    alike, mixed = (part.replace("Equity a year", "Equity") for part in parts)
    assert (alike.count("Rivals pay more."), alike.count("a year")) == (1, 1)
    assert "Base pay a year at S6 Principal Specialist" in alike
    assert (mixed.count("Rivals pay more."), mixed.count("Agreed with the council.")) == (1, 1)
    assert (mixed.count("a year"), mixed.count("a month")) == (1, 1)


def test_links_to_later_pay_say_from_when_it_holds(hr: Path) -> None:
    page = (hr / "site/pay-bands.html").read_text(encoding="utf-8")
    jumps = re.findall(r'<li><a href="#[^"]*">([^<]*)</a></li>', page)
    later = [table for table in sample_view().pay or () if table.later]
    assert later
    for table in later:
        assert f"{table.heading} from {table.effective_text}" in jumps


def test_grades_are_named_by_id_on_the_map_and_the_level_page(hr: Path, tmp_path: Path) -> None:
    assert '<text class="row-number">' in (home := (hr / "site/index.html").read_text(encoding="utf-8"))
    assert re.search(r'class="row-number"><tspan [^>]*>G6<', home)
    view = sample_view()
    level = view.levels[0]
    ref = level.ref._replace(grade=level.ref.grade._replace(id="junior", name="Learning"))
    build_site(view._replace(levels=(level._replace(ref=ref), *view.levels[1:])), tmp_path)
    text = " ".join(read_pages(tmp_path / "site")["levels/engineering-common/e1.html"].text.split())
    assert "junior Learning, 1 of 9" in text


def test_a_level_page_leads_to_what_the_next_level_takes_and_pays(hr: Path, public: Path) -> None:
    page = (hr / "site/levels/specialist/s6.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="s7.html#promotion">How you get to S7: [a-z, ]*evidence[a-z, ]*</a>', page)
    assert '<a href="s7.html#pay">Pay at S7</a>' in page
    page = (public / "site/levels/specialist/s6.html").read_text(encoding="utf-8")
    assert 's7.html#promotion">How you get to S7' in page
    assert "Pay at" not in page
    page = (hr / "site/levels/engineering-common/e3.html").read_text(encoding="utf-8")
    assert re.findall(r">(Pay at \w+)</a>", page) == ["Pay at S4", "Pay at M4", "Pay at P4", "Pay at I4"]
    page = (hr / "site/levels/specialist/s8.html").read_text(encoding="utf-8")
    assert "How you get to " not in page


def test_what_a_figure_counts_stands_below_its_name_and_not_behind_its_target(tmp_path: Path) -> None:
    view = sample_view()
    level = next(one for one in view.levels if one.ref.id == "S6")
    time = level.metrics[0]._replace(
        name="Time to a plan", target="40 seconds", unit="seconds a plan, 95 of 100 plans", direction="should fall"
    )
    aimless = time._replace(name="Plans that hold", target="", unit="share of plans", direction="should rise")
    changed = level._replace(metrics=(time, aimless))
    build_site(view._replace(levels=tuple(changed if one is level else one for one in view.levels)), tmp_path)
    page = (tmp_path / "site/levels/specialist/s6.html").read_text(encoding="utf-8")
    assert ">Time to a plan<small>seconds a plan, 95 of 100 plans</small></th>" in page
    assert ">40 seconds, should fall</td>" in page
    assert ">Plans that hold<small>share of plans</small></th>" in page
    assert ">Should rise</td>" in page


def test_a_list_that_a_level_may_leave_empty_is_not_missed_where_others_are_written(hr: Path) -> None:
    pages = read_pages(hr / "site")
    assert "Not written yet for this level" in pages["levels/influence-innovation/i7.html"].text
    assert "Not written yet for this level" not in pages["levels/specialist/s6.html"].text
    assert "Not written yet for this level" not in pages["levels/engineering-common/e1.html"].text


def test_the_scorecard_of_a_firm_without_families_is_not_taken_for_the_whole_framework() -> None:
    view = sample_view()
    first = view.parity.counts[0]
    assert first.family
    firm = first._replace(family=first.family._replace(name="Tarn Hydraulics", implied=True))
    shown = parity(view._replace(parity=view.parity._replace(counts=(firm, firm._replace(family=None)))), texts("en"))
    assert [str(one.family) for one in shown.context["counts"]] == ["Tarn Hydraulics", "The framework as a whole"]


def test_the_scorecard_names_a_severity_only_beside_a_rule_that_fails(hr: Path) -> None:
    html = (hr / "site/parity.html").read_text(encoding="utf-8")
    rules = [part.split("</tbody>")[0] for part in html.split('<tr class="claim">')[1:]]
    tagged = {'<span class="tag">' in rule.split("</tr>")[0]: 'class="cell fails"' in rule for rule in rules}
    assert tagged == {True: True, False: False}


def test_readers_are_told_what_the_scorecard_is_for(hr: Path, public: Path) -> None:
    said = "This page shows whether a career outside management is worth as much here as one in it"
    assert said in (public / "site/parity.html").read_text(encoding="utf-8")
    assert said not in (hr / "site/parity.html").read_text(encoding="utf-8")
