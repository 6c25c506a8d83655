"""Which tests answer for a file of the rules."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

VERDICTS = "tests/rules/test_verdicts.py::test_the_verdicts_are_those_written"
ENGINE = (
    "base",
    "baseline",
    "catalog",
    "engine",
    "explained",
    "facts",
    "judgement",
    "precedence",
    "settings",
    "waivers",
)
"""What runs the rules: the engine's tests answer for it, and every rule."""

WHOLE = ("test_verdicts", "test_cases", "test_rule_examples")
"""What judges every rule's examples: the written verdicts say all of it, one rule at a time."""

FOLDERS = ("engine", "rules", "review")
SLOW = ("test_mirror", "test_growth", "test_properties")
"""What judges many whole frameworks, and would make one change cost a minute."""


BESIDE = {
    "acks": ("tests/review/test_story.py",),
    "drafts": ("tests/review/test_debt.py",),
    "reviewed": ("tests/review/test_debt.py", "tests/review/test_laws.py"),
    "rule_text": ("tests/cli/test_explain.py", "tests/render/test_rule_text.py"),
    "settings": ("tests/cli/test_explain.py",),
}
"""Tests that speak of a file without importing it: by what a change or an explanation of a rule says."""


def tests_of(root: Path, module: str) -> list[str]:
    """The tests to run when ``module`` is changed, the quickest to fail first, as pytest takes them.

    A rule answers by its written verdicts alone; what rules share by its own tests and the verdicts of every rule that uses it.
    """
    path = root / module
    if path.parent.parent.name == "rules":
        return [f"{VERDICTS}[{path.stem.replace('_', '-')}]"]
    through, rules = _users(root, path.stem)
    own = [str(test.relative_to(root)) for test in _tests(root) if _answers(test, path.stem, through)]
    return [*own, *BESIDE.get(path.stem, ()), *(f"{VERDICTS}[{rule}]" for rule in rules)]


def _tests(root: Path) -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((root / "tests" / folder).glob("test_*.py"))]


def _answers(test: Path, stem: str, through: set[str]) -> bool:
    """Whether a test speaks of a file, or of one that uses it; those of the engine speak of all that runs the rules."""
    return test.stem not in (*WHOLE, *SLOW) and (
        not through.isdisjoint(_imported(test)) or (stem in ENGINE and test.parent.name == "engine")
    )


def _users(root: Path, stem: str) -> tuple[set[str], list[str]]:
    """A shared file and those that use it, and the rules that do, themselves or through another."""
    folder = root / "ladderc" / "rules"
    uses = {path: _imported(path) for path in sorted(folder.rglob("*.py")) if path.stem != "__init__"}
    reached = {stem}
    found: set[Path] = set()
    while True:
        more = {path for path, names in uses.items() if names & reached} - found
        if not more:
            break
        found |= more
        reached |= {path.stem for path in more if path.parent == folder and path.stem not in ENGINE}
    return reached, [path.stem.replace("_", "-") for path in sorted(found) if path.parent != folder]


@cache
def _imported(path: Path) -> frozenset[str]:
    """The files of `ladderc/rules/` that a file imports, by name; a rule is handed `facts` and `content` and need not import them."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "ladderc.rules":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ladderc.rules."):
            names.add(node.module.split(".")[-1])
        elif isinstance(node, ast.Attribute) and node.attr in ("facts", "content"):
            names.add(node.attr)
    return frozenset(names)
