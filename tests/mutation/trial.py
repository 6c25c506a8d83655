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
    importlib.import_module("overlay").lay("")


def is_noticed(module: str, tests: list[str], patience: int) -> bool:
    """Whether one of the tests fails, or takes more than so many seconds, with the file as it stands in the clone now."""
    child = os.fork()
    if child == 0:
        signal.alarm(patience)  # its default is to end the process
        sys.dont_write_bytecode = True  # two changes of one second must not share a compiled file
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        failed = True
        try:
            _forget(module)
            failed = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]) != 0
        finally:
            os._exit(1 if failed else 0)
    return os.waitpid(child, 0)[1] != 0


def _forget(module: str) -> None:
    """Let the file be imported anew: no rule is imported by another, but what rules share is imported by many."""
    name = module.removesuffix(".py").replace("/", ".")
    if name.count(".") == 3:
        del sys.modules[name]
        sys.modules["ladderc.rules.catalog"].load.cache_clear()
        return
    folder = str(Path("tests").resolve())
    for known, loaded in list(sys.modules.items()):
        if known.partition(".")[0] == "ladderc" or str(getattr(loaded, "__file__", "")).startswith(folder):
            del sys.modules[known]
