"""`ladderc rules` and `ladderc explain`: the catalogue as text, as data and as a page, all of one source."""

from __future__ import annotations

import importlib.util
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from running import run

from ladderc.finding import Severity
from ladderc.report.rule_page import page
from ladderc.rules import catalog
from ladderc.rules.explained import explain
from ladderc.rules.rule_text import in_words, sections, standing
from ladderc.rules.settings import weight

ROOT = Path(__file__).parents[2]


def test_the_list_for_a_person() -> None:
    said = run("rules")
    assert said.code == 0
    first, *lines = said.out.split("\n")
    assert first == "Structure and visibility"
    width = max(map(len, catalog.names()))
    named = [line for line in lines if line.startswith("  ")]
    assert named == [
        f"  {name:<{width}}  {catalog.load(name).severity.value:<8} {explain(name).claim}" for name in catalog.names()
    ]
    assert said.out.endswith("\n\nType `ladderc explain RULE` to read why a rule is there and how to satisfy it.\n")


def test_the_list_as_data() -> None:
    said = run("rules", "--format", "json")
    data = json.loads(said.out)
    assert list(data) == ["version", "rules"]
    assert data["version"] == 1
    rules = {rule["name"]: rule for rule in data["rules"]}
    assert list(rules) == list(catalog.names())
    assert rules["ceiling-parity"]["category"] == "reach"
    assert rules["band-parity"] == {
        "name": "band-parity",
        "category": "pay",
        "claim": explain("band-parity").claim,
        "severities": {"adopt": "error", "standard": "error", "strict": "error"},
        "severities_under_law": {"eu": {"adopt": "error", "standard": "error", "strict": "error"}},
        "settings": [
            {
                "name": "floor",
                "default": "0.95",
                "meaning": "The share of the manager's midpoint and maximum that experts reach.",
                "ours": True,
            },
            *rules["band-parity"]["settings"][1:],
        ],
        "pay": "always",
        "scope": "family",
        "since": "0.1.0",
    }


def test_the_documentation_names_exactly_the_fields_that_are_there() -> None:
    docs = (ROOT / "docs" / "rules-json.md").read_text(encoding="utf-8").split("## A rule")[1]
    named = re.findall(r"^\| `(\w+)` \|", docs, re.MULTILINE)
    data = json.loads(run("rules", "--format", "json").out)
    assert {tuple(rule) for rule in data["rules"]} == {tuple(named)}
    setting = next(rule["settings"][0] for rule in data["rules"] if rule["settings"])
    assert all(f"`{name}`" in docs for name in setting)


def test_the_list_as_a_page_is_the_one_in_docs() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    pages = dict(generate.generated())
    assert run("rules", "--format", "md").out == pages[ROOT / "docs" / "rules" / "README.md"]
    assert pages[ROOT / "docs" / "rules" / "way-back.md"] == page(explain("way-back"))


def test_an_unknown_format_is_told() -> None:
    said = run("rules", "--format", "xml")
    assert said.code == 2
    assert "`xml` cannot stand behind `--format`. Choose `text`, `json` or `md`." in said.err


def words(text: str) -> list[str]:
    """The words of a text without the marks of its dress: headings, fences, tables, indents, emphasis, order of cells."""
    text = re.sub(r"^\| setting \| default \| .*\n\|[-|]+\n", "", text, flags=re.MULTILINE)
    text = text.replace("```yaml", " ").replace("```", " ").replace("the default is our own choice", "our own choice")
    return re.findall(r"[\w.,:;–—’'“”/%€£-]+", text)


@pytest.mark.parametrize("name", catalog.names())
def test_the_terminal_and_the_page_say_the_same_words_in_the_same_order(name: str) -> None:
    terminal, shown = run("explain", name), page(explain(name))
    assert terminal.code == 0

    def bare(text: str) -> list[str]:
        return [word.strip("-:") for word in words(text) if word.strip("-:")]

    assert bare(terminal.out) == bare(shown)


def test_the_page_of_a_rule_with_settings() -> None:
    told = explain("band-parity")
    shown = page(told)
    assert shown.startswith(
        f"# band-parity\n\n{told.claim}\n\n*Pay; error in profile `adopt`; since 0.1.0.*\n\n## Why\n\n"
    )
    assert (
        "## Settings\n\nIn `framework.yaml` under `rules:`, `band-parity:`.\n\n"
        "| setting | default | meaning | the default is |\n|---|---|---|---|\n"
        "| `floor` | 0.95 | The share of the manager's midpoint and maximum that experts reach. | our own choice |\n"
    ) in shown
    assert shown.endswith(f"## When to waive\n\n{told.waive}\n")


def test_a_rule_without_settings_has_no_such_section() -> None:
    assert [section.title for section in sections(explain("ceiling-parity"))] == [
        "Why", "Source", "Breaks it", "Satisfies it", "When to waive",
    ]  # fmt: skip


def test_standing_names_only_the_weights_that_differ() -> None:
    rule = catalog.load("ceiling-parity")._replace(severity=Severity.NOTE, standard=None, eu=None)
    assert standing(rule) == "Reach; note in profile `adopt`; since 0.1.0."
    assert standing(rule._replace(standard=Severity.WARNING, eu=Severity.ERROR)) == (
        "Reach; note in profile `adopt`, warning in `standard`, error under `law: eu`; since 0.1.0."
    )


@pytest.mark.parametrize(
    ("profile", "law", "expected"),
    [
        ("adopt", None, Severity.NOTE),
        ("standard", None, Severity.WARNING),
        ("strict", None, Severity.ERROR),
        ("adopt", "eu", Severity.ERROR),
        ("standard", "eu", Severity.ERROR),
        ("adopt", "uk", Severity.NOTE),
    ],
)
def test_the_weight_of_a_rule_by_profile_and_law(profile: str, law: str | None, expected: Severity) -> None:
    rule = catalog.load("ceiling-parity")._replace(
        severity=Severity.NOTE, standard=Severity.WARNING, eu=Severity.ERROR
    )  # fmt: skip
    assert weight(rule, profile, law) is expected
    assert weight(rule._replace(severity=Severity.OFF), profile, law) is Severity.OFF


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (Decimal("0.90"), "0.90"),
        ((), "none"),
        (("a", "b"), "a, b"),
        ("x", "x"),
    ],
)
def test_a_setting_s_value_in_words(value: bool | int | Decimal | str | tuple[str, ...], words: str) -> None:
    assert in_words(value) == words
