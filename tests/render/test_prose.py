"""Author text: the small Markdown that is meant, and everything that is not."""

import pytest

from ladderc.render.prose import Span, plain, spans


@pytest.mark.parametrize(
    "text",
    [
        "Costs $5 at 20 % * 3 * 2, see #import and @ref",
        r"C:\new\table",
        "<b>bold</b> <script>alert(1)</script>",
        "snake_case_name and 2 * 3 * 4",
        "[a](javascript:alert(1))",
        "[a](../secret.html)",
        "# Not a heading",
        "- not a list",
        "{{ template }} &amp; ~struck~",
    ],
)
def test_what_is_no_markup_stays_as_typed(text):
    assert spans(text) == (Span("text", text),)
    assert plain(text) == text


def test_emphasis_code_and_links_become_spans():
    assert spans("A *new* **field** with `code` and [proof](https://example.org/a).") == (
        Span("text", "A "),
        Span("emphasis", children=(Span("text", "new"),)),
        Span("text", " "),
        Span("strong", children=(Span("text", "field"),)),
        Span("text", " with "),
        Span("code", "code"),
        Span("text", " and "),
        Span("link", href="https://example.org/a", children=(Span("text", "proof"),)),
        Span("text", "."),
    )


def test_a_backslash_takes_the_meaning_from_a_star():
    assert spans(r"5 \* 3 \* 2") == (Span("text", "5 * 3 * 2"),)


def test_lines_are_joined_and_paragraphs_parted():
    assert spans("one\n two\n\n\nthree\n") == (Span("text", "one two"), Span("paragraph"), Span("text", "three"))
    assert plain("one\n two\n\n\nthree\n") == "one two three"


def test_a_thousand_stars_nest_no_deeper_than_a_page_can_set():
    def depth(parts: tuple[Span, ...]) -> int:
        return max((1 + depth(part.children) for part in parts), default=0)

    text = "*" * 1001 + "a" + "*" * 1001
    assert plain(text) == "a"
    assert depth(spans(text)) <= 8


def test_no_text_is_no_span():
    assert spans("") == ()
    assert plain(" \n ") == ""
