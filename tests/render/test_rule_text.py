"""What `ladderc explain` prints, the page in docs/ and the page of a built site are one text in three dresses."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from built import PageRead
from click.testing import CliRunner

from ladderc.cli.explain_command import command
from ladderc.finding import Severity
from ladderc.pipeline import build, check, view
from ladderc.rules import catalog
from ladderc.rules.explained import explain
from ladderc.rules.rule_text import sections

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an example framework."""
    day = datetime.date(2026, 11, 21)
    framework = check(ROOT / "frameworks/one-ladder", day).framework
    assert framework is not None
    out = tmp_path_factory.mktemp("site")
    build(view(framework, "hr", day), out, ["site"])
    return out / "site"


def words(text: str) -> list[str]:
    """The words of a text without its dress: headings, fences, table heads, indents, emphasis."""
    found = re.findall(r"[\w.,:;–—’'“”/%€£<>&+-]+", text.replace("```yaml", "").replace("`", ""))
    return [word for one in found if (word := one.strip("-:"))]


def of_terminal(rule: str) -> list[str]:
    return words(CliRunner().invoke(command, [rule]).output)


def of_docs(rule: str) -> list[str]:
    text = (ROOT / "docs/rules" / f"{rule}.md").read_text(encoding="utf-8")
    text = re.sub(r"^\| setting \| default \| .*\n\|[-|]+\n", "", text, flags=re.MULTILINE)
    return words(text.replace("our own choice |", "the default is our own choice"))


def of_site(rule: str, site: Path) -> list[str]:
    """The page from the rule's name on to where the results of this framework begin."""
    text = (site / "rules" / f"{rule}.html").read_text(encoding="utf-8")
    text = re.sub(r"</(?=t[hd]>)", " </", text)
    told = text[text.index('<p class="kicker">') : text.index('<h2 id="here"')]
    return words(PageRead(re.sub(r"<(caption|thead)\b.*?</\1>", "", told, flags=re.DOTALL)).text)


@pytest.mark.parametrize("rule", catalog.names())
def test_a_rule_reads_the_same_in_the_terminal_in_the_docs_and_on_the_site(rule: str, site: Path) -> None:
    told = of_terminal(rule)
    assert len(told) > 60
    assert of_docs(rule) == told
    if judged_here(rule):
        assert of_site(rule, site) == told
    else:
        assert not (site / "rules" / f"{rule}.html").exists()


def judged_here(rule: str) -> bool:
    """A site shows one state of a framework: it has no page for what judges a change, or sleeps until it is asked for."""
    return catalog.load(rule).scope != "review" and catalog.load(rule).severity is not Severity.OFF


def test_the_headings_are_the_same_and_stand_in_the_same_order(site: Path) -> None:
    titles = [section.title for section in sections(explain("band-parity"))]
    assert titles == ["Why", "Source", "Breaks it", "Satisfies it", "Settings", "When to waive"]
    page = (site / "rules/band-parity.html").read_text(encoding="utf-8")
    headings = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<h2.*?</h2>", page)]
    assert [one.strip() for one in headings] == [*titles, "How it stands here"]
    docs = (ROOT / "docs/rules/band-parity.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", docs, re.MULTILINE) == titles
