"""Whether the tests notice a changed file, asked in a copy of a process that has read everything else already."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from pathlib import Path

import pytest


def settle_in(clone: Path) -> None:
    """Make this process one of a clone: what it imports comes from there."""
    os.chdir(clone)
    sys.path[:0] = [str(clone), str(clone / "tests" / "rules")]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # each plugin costs time
    catalog = importlib.import_module("ladderc.rules.catalog")
    assert Path(str(catalog.__file__)).is_relative_to(clone), "another ladderc was imported"
    catalog.load_all()
    importlib.import_module("concluded")


def read_examples(module: str) -> None:
    """Read what a rule is tried on, so that no copy of this process has to read it again."""
    if is_rule(module):
        importlib.import_module("concluded").all_concluded(_rule_of(module))


def is_noticed(module: str, tests: list[str], patience: int) -> bool:
    """Whether a test fails, or takes more than so many seconds, with the file as it stands in the clone now."""
    child = os.fork()
    if child == 0:
        signal.alarm(patience)  # its default is to end the process
        sys.dont_write_bytecode = True  # two changes of one second must not share a compiled file
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        failed = True
        try:
            failed = _rule_fails(module) if is_rule(module) else _tests_fail(tests)
        finally:
            os._exit(1 if failed else 0)
    return os.waitpid(child, 0)[1] != 0


def is_rule(module: str) -> bool:
    """Whether the file is one rule, in the folder of its category."""
    return module.count("/") == 3


def _rule_of(module: str) -> str:
    return Path(module).stem.replace("_", "-")


def _rule_fails(module: str) -> bool:
    """What the test of the written verdicts asks of one rule; no rule is imported by another, so it alone is read anew."""
    name = _rule_of(module)
    del sys.modules[module.removesuffix(".py").replace("/", ".")]
    sys.modules["ladderc.rules.catalog"].load.cache_clear()
    written = Path("tests/rules/verdicts", f"{Path(module).stem}.txt").read_text(encoding="utf-8")
    return bool(sys.modules["concluded"].all_concluded(name) != written)


def _tests_fail(tests: list[str]) -> bool:
    """Run tests with every file of ours read anew: what rules share is imported by many."""
    folder = str(Path("tests").resolve())
    for known, loaded in list(sys.modules.items()):
        if known.partition(".")[0] == "ladderc" or str(getattr(loaded, "__file__", "")).startswith(folder):
            del sys.modules[known]
    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]) != 0
