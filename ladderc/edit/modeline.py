"""The first line of a file, which tells editors where the schema of its kind lies."""

from __future__ import annotations

import re

from ladderc.edit.edits import Source
from ladderc.sources.document import FileKind
from ladderc.sources.modelines import MODELINE


def schema_of(kind: FileKind) -> str:
    """Where the schema of a kind of file lies inside a framework."""
    return f".ladderc/schema/{kind}.schema.json"


def with_modeline(file: str, kind: FileKind, content: bytes) -> bytes:
    """The bytes with a modeline before them, or the same bytes: it is there, or nothing is written yet.

    A byte order mark stays the first thing, and the new line ends as the file's first line does.
    """
    source = Source(content)
    if not source.text.strip() or MODELINE.search(content):
        return content
    ending = re.search(r"\r\n|\r|\n", source.text)
    line = f"# yaml-language-server: $schema={'../' * file.count('/')}{schema_of(kind)}"
    change = source.change(0, 0, line + (ending[0] if ending else "\n"))
    return content[: change.start] + change.text + content[change.start :]
