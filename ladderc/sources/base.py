"""What to compare with what: a folder, a commit, or two commits, as ``--base`` names them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from ladderc.errors import UsageError
from ladderc.sources.git import Repository, not_in_git
from ladderc.sources.moved import located
from ladderc.sources.revision import Revision, merge_base, refuse_odd, typed
from ladderc.sources.tree import find_root
from ladderc.wording.printable import printable


class Base(NamedTuple):
    """What was typed.

    ``folder``: the files in ``path``. ``branch``: where what is checked out left ``old`` (empty: the main branch).
    ``pair``: ``old`` against ``new``. ``fork``: where ``new`` left ``old``, against ``new``.
    ``inside`` and ``new_inside`` are the framework's folders in the two commits, None where none was named.
    """

    kind: Literal["folder", "branch", "pair", "fork"]
    path: Path | None = None
    old: str = ""
    new: str = ""
    inside: str | None = None
    new_inside: str | None = None


class Compared(NamedTuple):
    """The two states: a commit each, or for ``old`` a folder, and for ``new`` None: the files as they are now."""

    old: Revision | Path
    new: Revision | None


def parse_base(text: str | None) -> Base:
    """What ``--base`` means: ``REF``, ``REF:FOLDER``, ``A..B``, ``A...B`` or a folder; None is the main branch.

    An existing folder that holds a framework is that folder, whatever branch has its name.
    Raises UsageError for what can be neither.
    """
    if text is None:
        return Base("branch")
    if folder := _folder(text):
        return Base("folder", folder)
    for dots, kind in (("...", "fork"), ("..", "pair")):
        if dots in text:
            left, right = (part or "HEAD" for part in text.split(dots, 1))
            old, inside = commit_and_folder(left)
            new, new_inside = commit_and_folder(right)
            return Base("fork" if kind == "fork" else "pair", None, old, new, inside, new_inside)
    old, inside = commit_and_folder(text)
    return Base("branch", None, old, "", inside)


def resolve(repository: Repository | None, base: Base) -> Compared:
    """The states to compare; only a folder needs no repository.

    Raises UsageError where a commit is not at hand, NotThereThenError where it has no framework.
    """
    if base.path is not None:
        return Compared(base.path, None)
    if repository is None:
        raise not_in_git()
    if base.kind == "branch":
        return Compared(
            located(repository, merge_base(repository, base.old or None)._replace(folder=base.inside)), None
        )
    new = located(repository, typed(repository, base.new)._replace(folder=base.new_inside))
    old = typed(repository, base.old) if base.kind == "pair" else merge_base(repository, base.old, base.new)
    return Compared(located(repository, old._replace(folder=base.inside)), new)


def commit_and_folder(text: str) -> tuple[str, str | None]:
    """A commit's name, and the folder behind its colon, None where none is named; UsageError for what can be neither."""
    ref, colon, inside = text.partition(":")
    if not colon or "{" in ref or not ref:
        refuse_odd(text)
        return text, None
    refuse_odd(ref)
    return ref, inside.strip("/").removeprefix("./") if inside not in (".", "./") else ""


def _folder(text: str) -> Path | None:
    if not text or "\0" in text:
        return None
    path = Path(text).expanduser() if text.startswith("~") else Path(text)
    try:
        is_folder = path.is_dir()
    except (OSError, RuntimeError):
        return None  # too long for a path: it may be a commit's name all the same
    if is_folder and (root := find_root(path)) and root.resolve() == path.resolve():
        return path
    if not is_folder and path.name in ("framework.yaml", "framework.yml") and path.is_file():
        return path.parent
    if text.startswith(("./", "../", "/", "~/")) or text in (".", ".."):
        shown = printable(text)
        if is_folder:
            raise UsageError(f"The folder {shown} holds no framework.yaml.\nName the folder that does.")
        raise UsageError(
            f"There is no folder {shown}.\nName a folder that holds a framework, a branch, or a tag: --base main"
        )
    return None
