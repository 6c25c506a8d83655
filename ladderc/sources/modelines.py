"""First lines that lead an editor to what explains the fields, and whether it is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ladderc.finding import Finding
from ladderc.sources.faults import fault
from ladderc.sources.names import kind_of
from ladderc.span import Place, Span
from ladderc.wording.numbers import counted

MODELINE = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=(\S*)", re.MULTILINE)

_COPIES = ".ladderc/schema/"
_FIRST_BYTES = 400
"""Editors look for the line at the top; a framework of a thousand files is not searched to its end."""


class _Modeline(NamedTuple):
    """Where a file leads an editor: as written, and from the framework's folder."""

    file: str
    written: str
    leads_to: str
    span: Span


def dead_modelines(root: Path, contents: Mapping[str, bytes]) -> list[Finding]:
    """Findings on lines that lead to copies of ours where there are none; what leads elsewhere is no concern of ours."""
    lines = [found for file in sorted(contents) if (found := _modeline(file, contents[file]))]
    there = {copy: _there(root / copy) for copy in {one.leads_to for one in lines}}
    dead = [one for one in lines if not there[one.leads_to]]
    astray = [one for one in dead if not one.leads_to.startswith(_COPIES)]
    lost = [one for one in dead if one.leads_to.startswith(_COPIES)]
    return [_wrong_way(one) for one in astray] + ([_lost(lost)] if lost else [])


def _modeline(file: str, content: bytes) -> _Modeline | None:
    found = MODELINE.search(content, 0, _FIRST_BYTES)
    if not found or _COPIES.encode() not in found[1] or b"://" in found[1]:
        return None
    written = found[1].decode(errors="replace")
    line = content.count(b"\n", 0, found.start()) + 1
    start = len(content[: found.start(1)].rpartition(b"\n")[2].decode("utf-8-sig", errors="replace")) + 1
    leads_to = posixpath.normpath(posixpath.join(posixpath.dirname(file), written))
    return _Modeline(file, written, leads_to, Span(line, start, line, start + len(written)))


def _lost(lines: list[_Modeline]) -> Finding:
    first = lines[0]
    said = f"This line leads your editor to `{first.written}`, which is not there."
    if len(lines) > 1:
        others = counted(len(lines) - 1, "more files")
        said = (
            f"This line and those of {others} lead your editor to `.ladderc/schema`, and what they name is not there."
        )
    return fault(
        "editor-help",
        f"{said}\nType `ladderc schema`: without it an editor can neither explain nor complete a field.",
        Place(first.file, span=first.span),
    )


def _wrong_way(line: _Modeline) -> Finding:
    right = f"{'../' * line.file.count('/')}{_COPIES}{kind_of(line.file)}.schema.json"
    return fault(
        "editor-help",
        f"This line leads your editor to `{line.written}`, which is not there.\nWrite `{right}`.",
        Place(line.file, span=line.span),
    )


def _there(copy: Path) -> bool:
    try:
        return copy.is_file()
    except (OSError, ValueError):
        return False  # a name that no disk can have leads nowhere either
