"""Copies of the example firm with other pay."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_EVERY = re.compile(r"\b(min|midpoint|max|equity|value): (\d+)")


def firm(source: Path, target: Path, changed: dict[str, str] | None = None) -> Path:
    """A copy of a framework, its pay rounded to 1; ``changed`` maps amounts to what stands in their place."""
    shutil.copytree(source, target)
    for path in sorted((target / "pay").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        replaced = _EVERY.sub(lambda match: f"{match[1]}: {(changed or {}).get(match[2], match[2])}", text)
        path.write_text(re.sub(r"^round: .*$", "round: 1", replaced, flags=re.MULTILINE), encoding="utf-8")
    return target


def amounts(framework: Path) -> list[str]:
    """Every amount of money that the pay files of a framework name, without doubles, as written."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((framework / "pay").rglob("*.yaml")))
    return list(dict.fromkeys(match[2] for text in texts for match in _EVERY.finditer(text)))


def marked(framework: Path) -> dict[str, str]:
    """For each amount one of seven digits in the same order of size, unlike any other number of a build."""
    ordered = sorted(amounts(framework), key=int)
    return {amount: str(7_310_000 + 1_000 * place + 137) for place, amount in enumerate(ordered)}
