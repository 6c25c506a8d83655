"""What is made from the rules and the schemas is up to date."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_SPEC = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
assert _SPEC
assert _SPEC.loader
generate = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(generate)

FILES = dict(generate.generated())


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(ROOT).as_posix() for path in FILES])
def test_it_is_what_the_rules_and_schemas_say(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], "run: python docs/generate.py"


def test_every_rule_page_has_a_rule() -> None:
    pages = set((ROOT / "docs" / "rules").glob("*.md"))
    assert pages == {path for path in FILES if path.parent.name == "rules"}
