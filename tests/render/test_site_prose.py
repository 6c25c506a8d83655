"""Author text on a page: emphasis, code and links; everything else as it was typed."""

from __future__ import annotations

import html as entities

import markdown
import pytest

from ladderc.render.site.prose import article, html, literal


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Owns issue #42 & more", "Owns issue #42 &amp; more"),
        ("a *b* and **c**", "a <em>b</em> and <strong>c</strong>"),
        ("runs `make x_y`", "runs <code>make x&#95;y</code>"),
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one<br><br>two"),
        ("3 * 4 and snake_case_name", "3 &#42; 4 and snake&#95;case&#95;name"),
        ("2026. A year", "2026. A year"),
        ("1. not a list", "1&#46; not a list"),
        ("- not a list", "&#45; not a list"),
        (
            "[x](https://example.org/a_b)",
            '<a href="https://example.org/a_b" rel="noopener noreferrer">x</a>',
        ),
        ("[x](mailto:a@example.org)", '<a href="mailto:a@example.org" rel="noopener noreferrer">x</a>'),
    ],
)
def test_small_markup_is_read_and_the_rest_is_kept(prose: str, expected: str) -> None:
    assert html(prose) == expected


HOSTILE = [
    "<script>alert(1)</script>\"'{{7*7}}",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1)) [y](data:text/html,x) ![z](https://example.org/z.png)",
    '[x](https://example.org/"onmouseover="alert(1))',
    "<https://example.org> &lt;script&gt; &#60;script&#62;",
    "]]> --> </svg></title></td></table> ---",
    "{: onclick=alert(1) } {#id} {% raw %} {{ page.meta }} ${x} #{y}",
    "| a | b |\n|---|---|",
    "> quote",
    "# heading",
    "    code",
    "***** `` ` *a **b* c** [ [a](b) ](c)",
    "\x00\x02wzxhzdk:0\x03 \x1b[31m",
]


@pytest.mark.parametrize("prose", HOSTILE)
def test_hostile_text_survives_both_our_html_and_python_markdown_as_text(prose: str) -> None:
    for made in (html(prose), literal(prose)):
        body = f"## {made.strip()}\n\n{made.strip()}\n{{: .lede }}\n"
        page = markdown.markdown(body, extensions=["attr_list", "tables", "toc"]).lower()
        for forbidden in ("<script", "<img", 'href="javascript', 'href="data', "<table", "<p onclick", "<h2 onclick"):
            assert forbidden not in page
        assert page.count("<h2") == 1
        assert "<h1" not in page
        assert "<blockquote" not in page
        assert "<pre" not in page


@pytest.mark.parametrize("prose", HOSTILE)
def test_what_was_typed_can_be_read_on_the_page(prose: str) -> None:
    page = markdown.markdown(f"x {literal(prose)}", extensions=["attr_list", "tables"])
    shown = entities.unescape(page.removeprefix("<p>").removesuffix("</p>"))
    clean = "".join("\ufffd" if ord(char) < 32 and char not in "\t\n" else char for char in prose)
    assert shown.split() == ["x", *clean.split()]


def test_only_the_three_kinds_of_address_become_links() -> None:
    assert "<a " not in html("[x](ftp://example.org) [y](//example.org) [z](/etc) [w](vbscript:x)")


def test_rule_texts_may_have_paragraphs_and_lists_but_no_html() -> None:
    made = article("Why *this*.\n\n- one\n- two <b>\n\n<script>alert(1)</script>")
    assert made == (
        "<p>Why <em>this</em>.</p>\n<ul>\n<li>one</li>\n<li>two &lt;b&gt;</li>\n</ul>\n"
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    )
