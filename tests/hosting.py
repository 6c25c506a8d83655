"""What the tests of hooks, the action and the templates share: a new framework, and a step of a server."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ladderc.edit.new_framework import Wishes, new_framework

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
EPOCH = "1795219200"


class Ran(NamedTuple):
    """A script's exit code, all that it said, and the summary that it left."""

    code: int
    said: str
    summary: str


def new_ladders(folder: Path) -> Path:
    """What ``ladderc init`` writes for both servers."""
    ladders = folder / "work" / "ladders"
    ladders.parent.mkdir()
    new_framework(ladders, Wishes("Fernhill", "en", "EUR", ("github", "gitlab"), datetime.date(2026, 11, 21)))
    return ladders


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def run(script: str, inside: Path, **surroundings: str) -> Ran:
    """A step as the server runs it: bash that stops at the first failure."""
    summary = inside.parent / "summary.md"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=inside, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        env={"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": EPOCH,
             "GITHUB_STEP_SUMMARY": str(summary), "HOME": str(inside.parent), **surroundings},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, summary.read_text(encoding="utf-8") if summary.exists() else "")


def misspell(ladders: Path) -> None:
    path = ladders / "tracks" / "specialist.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    title: Specialist\n", "    titel: Specialist\n"))


def git(inside: Path, *words: str) -> None:
    identity = ["-c", "user.name=Ana Ruiz", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=inside, check=True, capture_output=True)
