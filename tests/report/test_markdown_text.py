"""Untrusted text in a comment reads as written, and is no markup, link, mention, reference or command."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ladderc.report import markdown_text
from ladderc.wording.printable import printable

GAP = "\u200b"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ATTACKS = [
    "@acme/admins please approve", "see #12, GH-7, !9, &3, %4, ~bug and $5", "mail me@example.org", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "[here](javascript:alert(1))", "![x](//evil.example/x.png)", "https://evil.example/?q=1",
    "www.evil.example", "/close", "# Heading", "- item", "+ item", "1. item", "2) item", "> quote", "***", "===", "a | b | c",
    "`code` and ``more``", "odd ` backtick", "~~gone~~", "**bold** and _slanted_", "&lt;b&gt; &#64;team", "<!-- ladderc -->", "\\@team \\`x\\`",
    ":+1: :rocket:", "$x$ and $y$", "</details></summary>", "--> ]]> </script>", "0123abcdef0123", "a\n\n# b\n- c", "]: http://evil.example",
    "a\x1b[31mred\u202eevil\x00", "```\nfenced\n```", "footnote[^1]", "> [!NOTE]", "   indented four spaces", "\t/merge",
]  # fmt: skip
PLATFORMS = re.compile(
    r"@\w|#\w|!\d|(?i:gh-)\d|~\w|%\w|:\w+:|https?://|www\.\w|\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}\b|\$\S"
)
"""What a platform makes something of wherever it stands in running text."""


def tokens(markdown: str) -> list[Token]:
    found = READER.parse(markdown)
    return [*found, *(child for token in found for child in token.children or ())]


def text_of(markdown: str) -> str:
    shown = ("text", "text_special", "code_inline")
    return "".join(token.content for token in tokens(markdown) if token.type in shown).replace(GAP, "")


def kinds(markdown: str) -> set[str]:
    return {token.type for token in tokens(markdown)} - {"text", "text_special", "inline"}


def plain(text: str) -> str:
    return " ".join(printable(text).split())


@pytest.mark.parametrize("text", ATTACKS)
@pytest.mark.parametrize("before", ["", "- ", "Level S5 of "], ids=["start", "item", "middle"])
def test_escaped_text_reads_as_written_and_does_nothing(text: str, before: str) -> None:
    markdown = before + markdown_text.escaped(text)
    assert text_of(markdown) == before.removeprefix("- ") + plain(text)
    span = {"html_inline"} if "$" in text else set()
    item = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"} if before == "- " else set()
    assert kinds(markdown) == {"paragraph_open", "paragraph_close"} | span | item
    html = {token.content for token in tokens(markdown) if token.type == "html_inline"}
    assert html <= {"<span>", "</span>"}
    running = [token.content for token in tokens(markdown) if token.type == "text"]
    assert [part for part in running if PLATFORMS.search(part)] == []


@pytest.mark.parametrize("text", ATTACKS)
def test_a_cell_stays_one_cell(text: str) -> None:
    row = f"| level | what |\n|---|---|\n| {markdown_text.escaped(text)} | {markdown_text.code(text)} |\n"
    kinds_found = [token.type for token in tokens(row) if token.type in ("td_open", "tr_open")]
    assert kinds_found == ["tr_open", "tr_open", "td_open", "td_open"]
    assert not {"link_open", "image", "html_block", "em_open", "strong_open", "s_open"} & kinds(row)


@pytest.mark.parametrize("text", ATTACKS)
def test_code_reads_as_written(text: str) -> None:
    markdown = markdown_text.code(text)
    assert text_of(markdown).strip() == printable(text).replace("\n", " ").strip()
    assert kinds(markdown) <= {"paragraph_open", "paragraph_close", "code_inline", "html_inline"}
    html = {token.content for token in tokens(markdown) if token.type == "html_inline"}
    assert html <= {"<code>", "</code>"}


@pytest.mark.parametrize("text", ATTACKS)
def test_a_block_holds_its_lines(text: str) -> None:
    found = READER.parse(markdown_text.block(text, "yaml"))
    assert [token.type for token in found] == ["fence"]
    assert found[0].content == printable(text).rstrip("\n") + "\n"


@given(st.text(alphabet=st.sampled_from("aZ09 @#`|<>&[]()!*_~$\\:/.-+=^{}\"'\n%é\u202e\x07"), max_size=30))
def test_no_text_escapes(text: str) -> None:
    markdown = f"x {markdown_text.escaped(text)}"
    assert text_of(markdown) == f"x {plain(text)}".rstrip()
    assert kinds(markdown) <= {"paragraph_open", "paragraph_close", "html_inline"}
    spans = {token.content for token in tokens(markdown) if token.type == "html_inline"}
    assert spans <= {"<span>", "</span>"}


@given(st.text(alphabet=st.sampled_from("aZ0 @#`|<>&\\*\n"), max_size=20))
def test_no_message_escapes(text: str) -> None:
    found = {token.content for token in tokens(f"x {markdown_text.quoted(text)}") if token.type == "html_inline"}
    assert found <= {"<br>", "<code>", "</code>"}


def test_what_a_message_quotes_becomes_code() -> None:
    message = "There is no grade `G_9`.\nWrite one of `G1` and `G2`, or ask @reward-team."
    assert markdown_text.quoted(message) == (
        "There is no grade `G_9`.<br>Write one of `G1` and `G2`, or ask @&#8203;reward-team."
    )


def test_ordinary_prose_stays_as_it_is() -> None:
    prose = "Leads the work of three teams, “by hand”, at £90,000 – and more."
    assert markdown_text.escaped(prose) == prose


def test_lines_are_kept_where_that_is_asked() -> None:
    assert markdown_text.escaped_lines("One.\n\n- two\n") == "One.<br>&#45; two"


def test_a_folded_section_is_closed() -> None:
    assert markdown_text.folded("<b>Engineering</b>", "- one") == (
        "<details>\n<summary><b>Engineering</b></summary>\n\n- one\n\n</details>"
    )


@pytest.mark.parametrize(("text", "counted"), [("abc", 3), ("技術", 2), ("👩", 2)])
def test_length_counts_as_the_strictest_platform_does(text: str, counted: int) -> None:
    assert markdown_text.length(text) == counted
