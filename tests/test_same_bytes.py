"""Same input and date, same bytes: whatever the folder, and whatever order the machine gives to sets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MERIDIAN = Path(__file__).parent.parent / "frameworks" / "meridian"


def built(folder: Path, seed: str) -> dict[str, bytes]:
    """Every file of a build for HR, by name, made by a process of its own."""
    source = folder / "source"
    shutil.copytree(MERIDIAN, source)
    command = [sys.executable, "-m", "ladderc", "build", "source", "--audience", "hr", "--today", "2026-11-21"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    root = folder / "build" / "hr"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_two_builds_in_two_folders_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "a folder with another name"):
        (tmp_path / name).mkdir()
    one = built(tmp_path / "one", "1")
    other = built(tmp_path / "a folder with another name", "2")
    assert {Path(name).suffix for name in one} >= {".html", ".pdf", ".xlsx", ".csv", ".json", ".js", ".css"}
    assert sorted(one) == sorted(other)
    assert [name for name in sorted(one) if one[name] != other[name]] == []
    for name, content in one.items():
        assert str(tmp_path).encode() not in content, name
