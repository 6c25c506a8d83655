"""The catalogue and the rule files agree, and every rule is documented and has its cases."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
import yaml

import ladderc.rules
from ladderc.rules import catalog
from ladderc.rules.explained import SECTIONS, sections_of

HERE = Path(__file__).parent
RULES = Path(ladderc.rules.__file__).parent
FILES = {
    (path.parent.name, path.stem)
    for path in RULES.glob("*/*.py")
    if path.stem != "__init__" and path.parent.name in catalog.CATEGORIES
}


def test_every_rule_file_is_in_the_catalogue_and_the_reverse() -> None:
    listed = {(category, name.replace("-", "_")) for category, names in catalog.CATEGORIES.items() for name in names}
    assert listed == FILES


def test_every_folder_of_rules_is_a_category() -> None:
    folders = {path.parent.name for path in RULES.glob("*/__init__.py")}
    assert folders == set(catalog.CATEGORIES)


def test_every_cases_file_belongs_to_a_rule() -> None:
    assert {path.stem.replace("_", "-") for path in HERE.glob("*.yml")} == set(catalog.names())


@pytest.mark.parametrize("name", catalog.names())
def test_the_rule_is_named_as_its_file(name: str) -> None:
    rule = catalog.load(name)
    assert (rule.name, rule.category) == (name, catalog.category_of(name))


@pytest.mark.parametrize("name", catalog.names())
def test_the_docstring_has_a_claim_and_its_sections_in_order(name: str) -> None:
    docstring = importlib.import_module(catalog.load(name).module).__doc__ or ""
    sections = sections_of(docstring)
    assert list(sections) == ["claim", *SECTIONS]
    assert len(sections["claim"].splitlines()) == 1
    assert sections["claim"].endswith(".")
    assert all(sections.values()), "a section is empty"


@pytest.mark.parametrize("name", catalog.names())
def test_settings_of_our_own_choice_say_so(name: str) -> None:
    rule = catalog.load(name)
    source = " ".join(sections_of(importlib.import_module(rule.module).__doc__ or "")["Source"].split())
    if any(setting.ours for setting in rule.settings):
        assert "our own choice" in source


REVIEW = catalog.CATEGORIES[catalog.REVIEW]


@pytest.mark.parametrize("name", catalog.names())
def test_the_rule_has_at_least_as_many_silent_cases_as_loud_ones_and_they_come_first(name: str) -> None:
    path = HERE / f"{name.replace('-', '_')}.yml"
    assert path.exists(), f"{path.name} is missing"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    if name not in REVIEW:  # whose cases are all judged alone
        cases = [case for case in cases if not case.get("alone")]  # those of a boundary are told by it, not by silence
    loud = [any(entry.startswith(f"{name} at ") for entry in case["expect"]) for case in cases]
    assert loud == sorted(loud), "silent cases come first"
    assert 0 < sum(loud) <= loud.count(False)


@pytest.mark.parametrize("name", catalog.names())
def test_a_whole_message_of_the_rule_is_asserted(name: str) -> None:
    path = HERE / f"{name.replace('-', '_')}.yml"
    assert any("message" in case for case in yaml.safe_load(path.read_text(encoding="utf-8")))
