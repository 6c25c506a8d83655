"""Does what a page tells its reader to do, block by block, and keeps what was answered beside what the page shows.

- ```` ```console ````: each line that begins with ``$ `` is typed into bash; what follows is its answer.
  A line that holds nothing but ``…`` stands for any number of lines, and any short name of a commit for another.
- ```` ```diff ````: the first line, ``# a/file.yaml``, names a file in the folder that was last gone to;
  lines with ``-`` become lines with ``+``, and lines with neither stay.

Other blocks are only shown.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MIDNIGHT = "1795219200"
"""21 November 2026, so that answers do not change with the day."""

_COMMIT = re.compile(r"\b[0-9a-f]{7,40}\b")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """One fenced block of a page; ``line`` counts from 1, ``start`` and ``end`` are those of its text."""

    language: str
    text: str
    line: int
    start: int
    end: int


def blocks(page: str) -> Iterator[Block]:
    for found in _FENCE.finditer(page):
        yield Block(found[1], found[2], page[: found.start()].count("\n") + 1, found.start(2), found.end(2))


class Session:
    """A person at a terminal in a home of their own; ``code`` is the exit code of the last command."""

    def __init__(self, home: Path, start: Path | None = None) -> None:
        self.here = start or home
        self.code = 0
        keep = {name: os.environ[name] for name in ("SYSTEMROOT", "TMPDIR") if name in os.environ}
        self._surroundings = keep | {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "100", "GIT_PAGER": "cat",
            "SOURCE_DATE_EPOCH": MIDNIGHT,
            "GIT_AUTHOR_DATE": f"{MIDNIGHT} +0000", "GIT_COMMITTER_DATE": f"{MIDNIGHT} +0000",
        }  # fmt: skip

    def type(self, command: str) -> str:
        """What the terminal shows for one command; a change of folder stays."""
        # The folder is told by a third stream, so that the command's own answer is left alone.
        told, tell = os.pipe()
        script = f"{command}\ncode=$?\npwd >&{tell}\nexit $code"
        done = subprocess.run(
            ["bash", "-c", script], cwd=self.here, env=self._surroundings, pass_fds=[tell], check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        os.close(tell)
        with os.fdopen(told, encoding="utf-8") as folder:
            self.here = Path(folder.read().strip() or self.here)
        self.code = done.returncode
        return done.stdout

    def change(self, block: str) -> None:
        """Make the change that a diff block shows."""
        name, _, text = block.partition("\n")
        path = self.here / name.removeprefix("# ")
        lines = text.removesuffix("\n").split("\n")
        old, new = ("\n".join(line[1:] for line in lines if not line.startswith(sign)) for sign in "+-")
        content = path.read_text(encoding="utf-8")
        assert content.count(old) == 1, f"{content.count(old)} times in {name}:\n{old}"
        path.write_text(content.replace(old, new), encoding="utf-8")


def played(page: str, session: Session) -> str:
    """The page as it would be if each answer in it were what was really answered; equal to ``page`` where all is true."""
    parts, at = [], 0
    for block in blocks(page):
        parts.append(page[at : block.start])
        at = block.end
        if block.language == "diff":
            session.change(block.text)
        parts.append(_answered(block.text, session) if block.language == "console" else block.text)
    return "".join([*parts, page[at:]])


def _answered(text: str, session: Session) -> str:
    told = []
    for step in re.split(r"^(?=\$ )", text, flags=re.MULTILINE):
        if not step:
            continue
        assert step.startswith("$ "), f"a console block begins with a command, not with {step!r}"
        command, _, shown = step[2:].partition("\n")
        answer = session.type(command)
        told.append(f"$ {command}\n{shown if fits(shown, answer) else answer}")
    return "".join(told)


def fits(shown: str, answer: str) -> bool:
    """Whether an answer is what the page shows, blank lines at its ends and what ``…`` stands for left aside."""
    shown, answer = (_COMMIT.sub("0000000", text.strip("\n") + "\n") for text in (shown, answer))
    parts = [re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), answer) is not None
