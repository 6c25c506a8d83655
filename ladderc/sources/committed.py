"""The files of a framework as a commit has them; nothing is checked out, and no link is followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ladderc.finding import Finding
from ladderc.sources.characters import LARGEST, too_large
from ladderc.sources.document import Reading
from ladderc.sources.faults import fault
from ladderc.sources.filtered import filtered
from ladderc.sources.git import Repository
from ladderc.sources.moved import located
from ladderc.sources.names import is_ours, kind_of
from ladderc.sources.read import read_found
from ladderc.sources.revision import Revision
from ladderc.sources.store import Entry, contents, listing, sizes
from ladderc.sources.tree import Tree
from ladderc.span import Place, Span

_LINK, _SUBMODULE = "120000", "160000"


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
    for entry in _ours(listing(repository, revision.commit, folder), findings, unread):
        if entry.mode in (_LINK, _SUBMODULE) or kind_of(entry.path) is None:
            unread.append(entry.path)
        else:
            wanted[entry.path] = entry.name
    for path, size in sizes(repository, revision.commit, folder, wanted).items():
        if size > LARGEST:
            del wanted[path]
            unread.append(path)
            findings.append(too_large(path))
    texts = dict(zip(wanted, contents(repository, revision.commit, folder, list(wanted.values())), strict=True))
    for path in wanted:
        if found := filtered(path, texts[path], revision.commit):
            del texts[path]
            unread.append(path)
            findings.append(found)
    return Tree(texts, tuple(sorted(unread)), tuple(findings))


def _ours(entries: list[Entry], findings: list[Finding], unread: list[str]) -> Iterator[Entry]:
    """The entries that belong to the framework by name; links and submodules among them are told."""
    told: set[str] = set()
    for entry in sorted(entries, key=lambda one: one.path):
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


def _unreadable(path: str, message: str) -> Finding:
    return fault("unreadable", message, Place(path, span=Span(1, 1, 1, 1)))


_LINKED = "This is a link, and links in an earlier state are not followed.\nPut the file itself here."
_OTHER_REPOSITORY = (
    "This is a repository of its own (a submodule), and its files are not read.\nPut the files themselves here."
)
