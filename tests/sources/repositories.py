"""Real repositories with fixed dates and names, built in a folder of the test's own."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

BASE = Path(__file__).parent.parent / "rules" / "base"
"""A small framework without a finding."""

_SETTINGS = {
    "user.name": "Ines Hartog",
    "user.email": "ines@example.com",
    "init.defaultBranch": "main",
    "commit.gpgSign": "false",
    "protocol.file.allow": "always",
    "advice.detachedHead": "false",
}


class Work:
    """A work tree; ``minutes`` moves the clock by one with every commit, so that names of commits never vary."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.minutes = 0

    def git(self, *words: str | Path) -> str:
        """Run git as its user would; what it prints, without the last line end."""
        return git(self.top, *words, minutes=self.minutes)

    def write(self, path: str, text: str | bytes) -> None:
        """Write one file, bytes as they are."""
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, message: str) -> str:
        """Commit all that was changed; the commit's name."""
        self.minutes += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def retitle(self, title: str, folder: str = "frameworks/firm") -> None:
        """Change the title of the first level of the stem."""
        file = self.top / folder / "tracks" / "stem.yaml"
        lines = file.read_text().split("\n")
        row = next(row for row, line in enumerate(lines) if line.strip().startswith("title:"))
        lines[row] = lines[row].split("title:")[0] + f"title: {title}"
        file.write_text("\n".join(lines))


def started(top: Path, folder: str = "frameworks/firm") -> Work:
    """A repository whose first commit holds the base framework."""
    top.mkdir(parents=True)
    work = Work(top)
    work.git("init", "--quiet")
    shutil.copytree(BASE, top / folder, dirs_exist_ok=True)
    work.commit("The framework")
    return work


def git(where: Path, *words: str | Path, minutes: int = 0) -> str:
    """Run git in a folder, with none of the machine's settings."""
    settings = [word for name, value in _SETTINGS.items() for word in ("-c", f"{name}={value}")]
    done = subprocess.run(
        ["git", *settings, *map(str, words)],
        cwd=where,
        env=_environment(minutes),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"git {shlex.join(map(str, words))}: {done.stderr}"
    return done.stdout.removesuffix("\n")


def type_command(where: Path, command: str) -> None:
    """Type a command that a message gave, as its reader would."""
    done = subprocess.run(
        command, shell=True, cwd=where, env=_environment(0), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"


def _environment(minutes: int) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    date = f"2026-03-01T09:{minutes:02}:00+01:00"
    return clean | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": date,
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C.UTF-8",
    }
