"""The published field table is the one that the schemas give, and the guide's examples are sound."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from ladderc.sources.document import FileKind
from ladderc.sources.read import read_file
from ladderc.validate import validate
from ladderc.validate.fieldtable import with_fields
from ladderc.validate.schemas import KINDS, schema

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
EXAMPLES = re.findall(
    r"```yaml\n(# yaml-language-server: \$schema=\S*?(\w+)\.schema\.json\n.*?)```", PAGE.read_text("utf-8"), re.S
)


def test_the_table_is_current() -> None:
    page = PAGE.read_text("utf-8")
    assert with_fields(page) == page, "run: python -m ladderc.validate.fieldtable docs/language.md"


def test_every_field_of_every_file_is_in_it() -> None:
    page = PAGE.read_text("utf-8")
    for kind in KINDS:
        root = schema(kind)
        for part in (root, *root["definitions"].values()):
            if part is root["definitions"].get("rules"):
                continue
            for name, field in part.get("properties", {}).items():
                meaning = field["description"].partition(" Default: ")[0]
                assert re.search(rf"^\| (\*\*)?{name}(\*\*)? \|.*\| {re.escape(meaning)} \|$", page, re.M), (kind, name)


def test_a_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="the page has no line"):
        with_fields("# The language\n")


def test_there_is_an_example_of_each_file() -> None:
    assert {kind for _, kind in EXAMPLES} == set(get_args(FileKind))


@pytest.mark.parametrize(("text", "kind"), EXAMPLES, ids=[kind for _, kind in EXAMPLES])
def test_the_examples_of_the_guide_are_sound(text: str, kind: FileKind) -> None:
    document, findings = read_file(f"{kind}.yaml", kind, text.encode())
    assert document is not None
    assert findings == []
    assert validate(document) == ()
