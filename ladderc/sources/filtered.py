"""Files that git stores in another form than the one on disk; only a checkout turns them back."""

from __future__ import annotations

from ladderc.finding import Finding
from ladderc.sources.faults import fault
from ladderc.span import Place, Span

_STARTS = {
    b"version https://git-lfs.github.com/": "Git LFS keeps the text of this file elsewhere",
    b"\0GITCRYPT\0": "This file is encrypted by git-crypt",
}


def filtered(path: str, content: bytes, commit: str) -> Finding | None:
    """The finding on a stored form from which ladderc does not make the text: that would run others' programs."""
    for start, what in _STARTS.items():
        if content.startswith(start):
            return fault(
                "unreadable",
                f"{what}, so git cannot hand over an earlier state of it.\n"
                f"Check that state out beside this one: git worktree add ../framework-before {commit[:10]}\n"
                "Then compare with the folder: --base ../framework-before",
                Place(path, span=Span(1, 1, 1, 1)),
            )
    return None
