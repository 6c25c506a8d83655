"""The cases of a rule beyond its page, as they are written in `<stem>.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


def cases_of(stem: str) -> list[dict[str, Any]]:
    """The cases of one rule file, in the order written; test_cases.py tells what a case has."""
    path = HERE / f"{stem}.yml"
    if not path.exists():
        return []
    return list(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))


def snippet(case: dict[str, Any]) -> str:
    """A case as text to lay over the base."""
    left_out = [f"# without {', '.join(case['without'])}"] if "without" in case else []
    return "\n".join([*left_out, *(f"# {file}\n{text}" for file, text in case.get("files", {}).items())])
