"""The files of a framework as a commit has them; nothing is checked out, and no link is followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ladderc.errors import UnreadableError, UsageError
from ladderc.finding import Finding
from ladderc.sources.characters import LARGEST, too_large
from ladderc.sources.document import Reading
from ladderc.sources.faults import fault
from ladderc.sources.fetching import is_partial, parts_missing
from ladderc.sources.filtered import filtered
from ladderc.sources.git import Answer, Repository, ask, git_said, path_of
from ladderc.sources.names import is_ours, kind_of
from ladderc.sources.read import read_found
from ladderc.sources.revision import Revision
from ladderc.sources.tree import Tree
from ladderc.span import Place, Span
from ladderc.wording.nearest import listed
from ladderc.wording.printable import printable

_FRAMEWORK = ("framework.yaml", "framework.yml")
_LINK, _SUBMODULE = "120000", "160000"


class NotThereThenError(UsageError):
    """The commit has no framework where one is looked for: it may simply be new."""


class _Entry(NamedTuple):
    """One file of a commit; ``name`` is the content's name in git."""

    mode: str
    name: str
    path: str


def reading_at(repository: Repository, revision: Revision) -> Reading:
    """The framework as a commit has it, read like one on disk, with findings on what is not read there."""
    return read_found(tree_at(repository, revision))


def read_revision(repository: Repository, revision: Revision) -> Mapping[str, bytes]:
    """The bytes of the framework's files in a commit, by path relative to the framework."""
    return tree_at(repository, revision).contents


def tree_at(repository: Repository, revision: Revision) -> Tree:
    """What ``read_tree`` would find on disk if the commit were checked out, links aside: none is followed.

    Raises NotThereThenError where the commit has no framework, UsageError where the files were never fetched.
    """
    folder = located(repository, revision).folder or ""
    findings: list[Finding] = []
    unread: list[str] = []
    wanted: dict[str, str] = {}
    for entry in _ours(_listing(repository, revision.commit, folder), findings, unread):
        if entry.mode in (_LINK, _SUBMODULE) or kind_of(entry.path) is None:
            unread.append(entry.path)
        else:
            wanted[entry.path] = entry.name
    for path in _too_large(repository, revision, folder, wanted):
        del wanted[path]
        unread.append(path)
        findings.append(too_large(path))
    contents = dict(zip(wanted, _contents(repository, revision, folder, list(wanted.values())), strict=True))
    for path in wanted:
        if found := filtered(path, contents[path], revision.commit):
            del contents[path]
            unread.append(path)
            findings.append(found)
    return Tree(contents, tuple(sorted(unread)), tuple(findings))


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
    paths = [entry.path.rpartition("/") for entry in _listing(repository, commit, "")]
    folders = {folder for folder, _, name in paths if name in _FRAMEWORK}
    return tuple(sorted(one for one in folders if not any(part.startswith(".") for part in one.split("/"))))


def _none_then(revision: Revision, folder: str, others: tuple[str, ...]) -> NotThereThenError:
    then = printable(revision.named)
    if revision.named[:10] != revision.short:
        then += f" ({revision.short})"
    said = f"At {then} there is no framework in {_shown(folder)}."
    if not others:
        return NotThereThenError(f"{said}\nIt is new since then, so there is nothing to compare it with.")
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


def _listing(repository: Repository, commit: str, folder: str) -> list[_Entry]:
    answer = ask(repository.top, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{folder}")
    if answer.code != 0:
        raise _lost(answer, commit, folder)
    entries: list[_Entry] = []
    for line in answer.out.split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, _, name = head.decode("ascii").split(" ")
        entries.append(_Entry(mode, name, path_of(path)))
    return entries


def _ours(listing: list[_Entry], findings: list[Finding], unread: list[str]) -> Iterator[_Entry]:
    """The entries that belong to the framework by name; links and submodules among them are told."""
    told: set[str] = set()
    for entry in sorted(listing, key=lambda one: one.path):
        parts = entry.path.split("/")
        if any(part.startswith(".") for part in parts):
            continue
        if folder := next((up for up in _folders_above(parts) if is_ours(up)), None):
            if folder not in told:
                told.add(folder)
                unread.append(folder)
                findings.append(
                    _unreadable(
                        folder,
                        "This file cannot be read: it is a folder.\nRename the folder so that it does not end in `.yaml`.",
                    )
                )
        elif entry.mode == _SUBMODULE:
            if is_ours(f"{entry.path}/any.yaml"):
                findings.append(_unreadable(entry.path, _OTHER_REPOSITORY))
        elif is_ours(entry.path):
            if entry.mode == _LINK:
                findings.append(_unreadable(entry.path, _LINKED))
            yield entry
        # Of a link without an ending only its target knows whether it is a folder, and a track would be missed.
        elif entry.mode == _LINK and "." not in parts[-1] and is_ours(f"{entry.path}/any.yaml"):
            findings.append(_unreadable(entry.path, _LINKED))


def _folders_above(parts: list[str]) -> list[str]:
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _too_large(repository: Repository, revision: Revision, folder: str, wanted: Mapping[str, str]) -> list[str]:
    """The files of more bytes than are read, by their sizes alone."""
    answer = _batch(repository, revision, folder, "--batch-check", wanted.values())
    sizes = [line.split(b" ") for line in answer.out.splitlines()]
    if any(size[-1] == b"missing" for size in sizes):
        if is_partial(repository):
            raise parts_missing(revision.commit, folder)
        raise _damaged(revision.commit, "a file of it is missing")
    return [path for path, size in zip(wanted, sizes, strict=True) if int(size[-1]) > LARGEST]


def _contents(repository: Repository, revision: Revision, folder: str, names: list[str]) -> Iterator[bytes]:
    out = _batch(repository, revision, folder, "--batch", names).out
    at = 0
    for _ in names:
        end = out.index(b"\n", at)
        size = int(out[at:end].rsplit(b" ", 1)[1])
        yield out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _batch(repository: Repository, revision: Revision, folder: str, how: str, names: Iterable[str]) -> Answer:
    given = "".join(f"{name}\n" for name in names).encode()
    if not given:
        return Answer(0, b"", "")
    answer = ask(repository.top, "cat-file", how, given=given)
    if answer.code != 0:
        raise _lost(answer, revision.commit, folder)
    return answer


def _lost(answer: Answer, commit: str, folder: str) -> UsageError | UnreadableError:
    if "promisor" in answer.error or "lazy fetching" in answer.error:
        return parts_missing(commit, folder)
    return _damaged(commit, git_said(answer).removeprefix("Git says: "))


def _damaged(commit: str, what: str) -> UnreadableError:
    return UnreadableError(
        f"Git cannot read the files of commit {commit[:10]}: {what}.\n"
        "The repository may be damaged; `git fsck` says what is wrong, and a fresh clone usually mends it."
    )


def _unreadable(path: str, message: str) -> Finding:
    return fault("unreadable", message, Place(path, span=Span(1, 1, 1, 1)))


_LINKED = "This is a link, and links in an earlier state are not followed.\nPut the file itself here."
_OTHER_REPOSITORY = (
    "This is a repository of its own (a submodule), and its files are not read.\nPut the files themselves here."
)
