"""What docs/formats.md shows and promises is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from reported import one_ladder

from ladderc.report.formats import FORMATS, meant_by, written

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return PAGE.split(f"\n## {name}\n")[1].split("\n## ")[0]


def example(name: str) -> str:
    found = re.search(r"```\w+\n(.*?)\n```", section(name), re.DOTALL)
    assert found
    return found[1]


def test_every_format_has_its_place_on_the_page() -> None:
    headings = re.findall(r"^## ([a-z]+)$", PAGE, re.MULTILINE)
    assert set(headings) | {"json"} == set(FORMATS)


def test_the_lines_shown_are_the_lines_that_come() -> None:
    lines = written("concise", one_ladder()._replace(prefix="")).split("\n")
    assert [line for line in example("concise").split("\n") if line not in lines] == []
    commands = written("github", one_ladder()._replace(prefix="frameworks/one-ladder/"))
    assert example("github") in commands


def test_the_entry_shown_is_one_that_comes() -> None:
    shown = json.loads(example("gitlab"))
    entries = json.loads(written("gitlab", one_ladder()._replace(prefix="frameworks/one-ladder/")))
    (entry,) = (one for one in entries if one["check_name"] == shown["check_name"])
    assert entry.pop("description").startswith(shown.pop("description").removesuffix(" …"))
    assert entry == shown


@pytest.mark.parametrize("ending", re.findall(r"`(\.\w+)`", section("To a file")))
def test_every_ending_named_means_a_format(ending: str) -> None:
    assert meant_by(f"check{ending}")


def test_what_the_table_says_to_type_is_what_it_says_to_get() -> None:
    rows = re.findall(
        r"^\| .+? \| `ladderc check(?: --format (\w+))?(?: --output (\S+))?` \| (.+?) \|$", PAGE, re.MULTILINE
    )
    assert len(rows) == len(FORMATS)
    assert {form or (meant_by(output) if output else "text") for form, output, _ in rows} == set(FORMATS)


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert [target for target in targets if not (ROOT / "docs" / target).exists()] == []
