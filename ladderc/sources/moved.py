"""Where a framework lay in a commit: in its place of today, or where it was before it was moved."""

from __future__ import annotations

from ladderc.errors import UsageError
from ladderc.sources.git import Repository, ask
from ladderc.sources.revision import Revision
from ladderc.sources.store import listing
from ladderc.wording.nearest import listed
from ladderc.wording.printable import printable

_FRAMEWORK = ("framework.yaml", "framework.yml")


class NotThereThenError(UsageError):
    """The commit has no framework where one is looked for: it may simply be new."""


class NewSinceError(NotThereThenError):
    """The commit has no framework that this one could have been: it is new."""


def located(repository: Repository, revision: Revision) -> Revision:
    """The revision with the folder in which the framework lay then, and a note where that was another one.

    Where there was none, the only framework of that commit which is no longer where it was is taken for the same.
    """
    wanted = repository.folder if revision.folder is None else revision.folder
    if _has_framework(repository, revision.commit, wanted):
        return revision._replace(folder=wanted)
    there = _frameworks(repository, revision.commit)
    if revision.folder is not None:
        raise _none_then(revision, wanted, there)
    gone = [folder for folder in there if not any((repository.top / folder / name).exists() for name in _FRAMEWORK)]
    if len(gone) != 1:
        raise _none_then(revision, wanted, tuple(gone) or there)
    moved = f"Then the framework was in {_shown(gone[0])}; now it is in {_shown(wanted)}."
    return revision._replace(folder=gone[0], note="\n".join(filter(None, (revision.note, moved))))


def _frameworks(repository: Repository, commit: str) -> tuple[str, ...]:
    """The folders of a commit that hold a framework, hidden ones aside."""
    paths = [entry.path.rpartition("/") for entry in listing(repository, commit, "")]
    folders = {folder for folder, _, name in paths if name in _FRAMEWORK}
    return tuple(sorted(one for one in folders if not any(part.startswith(".") for part in one.split("/"))))


def _none_then(revision: Revision, folder: str, others: tuple[str, ...]) -> NotThereThenError:
    then = printable(revision.named)
    if revision.named[:10] != revision.short:
        then += f" ({revision.short})"
    said = f"At {then} there is no framework in {_shown(folder)}."
    if not others:
        none = NewSinceError if revision.folder is None else NotThereThenError  # a folder that was typed may be wrong
        return none(f"{said}\nIt is new since then, so there is nothing to compare it with.")
    where = listed([printable(other) or "." for other in others])
    ref = revision.short if " " in revision.named else printable(revision.named)
    offer = f"type: --base {ref}:{printable(others[0]) or '.'}"
    if revision.folder is None:
        where = f"It is new since then, unless it was the one in {where}.\nTo compare with that one"
        return NotThereThenError(f"{said}\n{where}, {offer}")
    return NotThereThenError(f"{said}\nThere is one in {where}.\nTo compare with it, {offer}")


def _shown(folder: str) -> str:
    return f"`{printable(folder)}`" if folder else "the top folder"


def _has_framework(repository: Repository, commit: str, folder: str) -> bool:
    start = f"{commit}:{folder}/" if folder else f"{commit}:"
    # A line end in a folder's name would cut the question in two, so each is a word and none is a line.
    return any(ask(repository.top, "rev-parse", "--verify", "--quiet", start + name).code == 0 for name in _FRAMEWORK)
