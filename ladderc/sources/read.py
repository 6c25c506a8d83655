"""Reading a framework: files to plain data, with a finding for each file that cannot be read."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ladderc.finding import Finding, Severity
from ladderc.sources.build import build
from ladderc.sources.characters import clean
from ladderc.sources.document import Document, FileKind, Reading
from ladderc.sources.faults import fault
from ladderc.sources.modelines import dead_modelines
from ladderc.sources.names import is_ours, kind_of, name_findings
from ladderc.sources.tree import Tree, read_tree
from ladderc.span import Place, Span


def read(root: Path) -> Reading:
    """Read the framework in the folder ``root``; raises UnreadableError if the folder itself cannot be read."""
    tree = read_tree(root)
    return _reading(tree.contents, tree.unread, [*tree.findings, *dead_modelines(root, tree.contents)])


def read_found(tree: Tree) -> Reading:
    """Read files that were looked up already, on a disk or in a commit, with what is said of those that cannot be."""
    return _reading(tree.contents, tree.unread, tree.findings)


def read_over(root: Path, written: Mapping[str, bytes], before: Reading | None = None) -> Reading:
    """Read the framework in ``root`` with other text for some of its files, by path: what an editor has not saved yet.

    A file that is in ``written`` alone counts as one that is there.
    Files that are as they were in ``before`` are not parsed again.
    Raises UnreadableError if the folder itself cannot be read.
    """
    tree = read_tree(root)
    contents = {**tree.contents, **{path: text for path, text in written.items() if kind_of(path)}}
    unknown = {path for path in written if kind_of(path) is None and is_ours(path)}
    unread = sorted({path for path in tree.unread if path not in contents} | unknown)
    findings = [found for found in tree.findings if found.place.file not in written]
    findings += dead_modelines(root, contents)
    if before is None or before.contents.keys() != contents.keys():
        return _reading(contents, unread, findings)
    told = sorted([*findings, *name_findings((*contents, *unread))], key=lambda finding: finding.place.file)
    if told != [finding for finding in before.findings if finding.rule in _BY_NAME]:
        return _reading(contents, unread, findings)
    return read_again(before, {path: text for path, text in contents.items() if text != before.contents[path]})


def read_tree_contents(contents: Mapping[str, bytes]) -> Reading:
    """Read files that are at hand already, by path relative to the framework (standard input, a git ref)."""
    return _reading(contents, (), ())


def read_again(before: Reading, changed: Mapping[str, bytes]) -> Reading:
    """The reading with other bytes in some of the files that it has; all other files are not looked at again."""
    documents = {document.file: document for document in before.documents if document.file not in changed}
    findings = [one for one in before.findings if one.place.file not in changed or one.rule in _BY_NAME]
    broken = [one for one in before.broken if one[0] not in changed]
    for file, content in changed.items():
        kind = kind_of(file)
        if kind is None or _is_second(file, before.contents):
            continue
        document, found = read_file(file, kind, content)
        findings += found
        if document is None:
            broken.append((file, kind))
        else:
            documents[file] = document
    findings.sort(key=lambda finding: finding.place.file)
    in_order = tuple(documents[file] for file in sorted(documents))
    return Reading(in_order, tuple(findings), {**before.contents, **changed}, tuple(sorted(broken)))


def read_file(file: str, kind: FileKind, content: bytes) -> tuple[Document | None, list[Finding]]:
    """Read one file; the document is None exactly when a finding is an error."""
    bare = clean(file, content)
    if isinstance(bare, Finding):
        return None, [bare]
    built = build(file, bare)
    findings = built.findings
    data = built.data
    if data is None and not any(finding.severity is Severity.ERROR for finding in findings):
        if kind not in _MAY_BE_EMPTY:
            findings.append(_empty(file, kind))
        data = []
    if any(finding.severity is Severity.ERROR for finding in findings):
        return None, findings
    return Document(file, kind, data, built.typed), findings


_BY_NAME = ("unknown-file", "missing-file", "unreadable", "editor-help")
"""Rules that are told from the names of files, or of what is no part of the reading."""

_MAY_BE_EMPTY = ("waivers", "releases", "baseline", "acks")
_FIRST_LINE = {
    "framework": "Write at least `language: 1`, the firm's `name` and its `grades`",
    "track": "Write at least `id`, `name`, `kind` and `levels`",
    "pay": "Write at least `currency`, `period`, `effective` and `bands`",
}


def _empty(file: str, kind: FileKind) -> Finding:
    return fault(
        "empty-file",
        f"Nothing is written here.\n{_FIRST_LINE[kind]}, or delete the file."
        if kind != "framework"
        else f"Nothing is written here.\n{_FIRST_LINE[kind]}.",
        Place(file, span=Span(1, 1, 1, 1)),
    )


def _reading(contents: Mapping[str, bytes], unread: Sequence[str], findings: Sequence[Finding]) -> Reading:
    documents: list[Document] = []
    broken = [(path, kind) for path in unread if (kind := kind_of(path))]
    every = [*findings, *name_findings((*contents, *unread))]
    with without_garbage_collection():
        for path in sorted(contents):
            kind = kind_of(path)
            if kind is None or _is_second(path, contents):
                continue
            document, found = read_file(path, kind, contents[path])
            every += found
            if document is None:
                broken.append((path, kind))
            else:
                documents.append(document)
    every.sort(key=lambda finding: finding.place.file)
    return Reading(tuple(documents), tuple(every), contents, tuple(sorted(broken)))


def _is_second(path: str, contents: Mapping[str, bytes]) -> bool:
    # Of `framework.yaml` and `framework.yml` the first is read; names.py says so.
    return "/" not in path and path.endswith(".yml") and f"{path[:-4]}.yaml" in contents


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Plain data holds no loops, and looking for some takes two thirds of the time of a large load."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
