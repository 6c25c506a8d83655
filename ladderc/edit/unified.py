"""A unified diff of one file, as `git apply` and `patch` take it, line ends and a missing final one included."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ No newline at end of file"


def unified(file: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of the diff, without the line feed that ends each."""
    old, new = (_LINE.findall(content.decode()) for content in (before, after))
    for number, line in enumerate(difflib.unified_diff(old, new, f"a/{file}", f"b/{file}")):
        if number < 2:
            yield line.rstrip("\n").rstrip()
            continue
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield _NO_END
