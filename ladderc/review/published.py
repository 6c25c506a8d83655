"""Reads the states that a framework was published in from git; nothing is checked out, and nothing is judged."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from ladderc.errors import LaddercError
from ladderc.finding import Severity
from ladderc.link import link
from ladderc.model.catalogue import Release
from ladderc.model.framework import Framework
from ladderc.review.history import Past, in_order
from ladderc.sources.base import commit_and_folder
from ladderc.sources.committed import reading_at
from ladderc.sources.git import Repository, repository_of
from ladderc.sources.moved import located
from ladderc.sources.read import without_garbage_collection
from ladderc.sources.revision import Revision, revision, tags
from ladderc.validate.shape import validate

Known = MutableMapping[tuple[str, str, str], Framework | None]
"""States that were read before, by commit, folder and date; None for one with faults."""


def published(root: Path, framework: Framework, today: datetime.date, known: Known | None = None) -> tuple[Past, ...]:
    """The framework as each of its releases published it, in the order of ``releases.yaml``.

    A state that cannot be read is told by its note, never by an error: a site is built without it.
    The newest release may have no tag yet; the files as they are now stand for it then.
    ``known`` remembers states for the next call: what a commit holds never changes.
    """
    if not framework.releases:
        return ()
    shelf: Known = {} if known is None else known
    newest = in_order(framework.releases)[-1]
    try:
        repository = repository_of(root)
        tagged = tags(repository) if repository else {}
    except LaddercError as error:
        return tuple(Past(release, None, f"{_UNTOLD}\n{error}") for release in framework.releases)
    found = []
    for release in framework.releases:
        past = _state(repository, tagged, release, today, shelf)
        if past.framework is None and past.untagged and release == newest:
            past = past._replace(framework=framework, note=_stands_in(release))
        found.append(past)
    return tuple(found)


def _state(
    repository: Repository | None, tagged: Mapping[str, str], release: Release, today: datetime.date, shelf: Known
) -> Past:
    name = release.ref or release.id
    if repository is None:
        note = f"{_UNTOLD}\nThis framework is not kept in git, so no earlier state of it is at hand."
        return Past(release, None, note, untagged=name == release.id)
    try:
        named, folder = commit_and_folder(name)
        commit = tagged.get(named)
        meant = Revision(commit, named) if commit else revision(repository, named)
        meant = located(repository, meant._replace(folder=folder))
    except LaddercError:
        return Past(release, None, _missing(repository, release, name), untagged=name == release.id)
    key = (meant.commit, meant.folder or "", today.isoformat())
    if key not in shelf:
        shelf[key] = _linked(repository, meant, today)
    then = shelf[key]
    return Past(release, then, "" if then else _faulty(release, name))


def _linked(repository: Repository, meant: Revision, today: datetime.date) -> Framework | None:
    """The framework of a commit as far as changes need it: linked, not judged; None where its files have faults."""
    try:
        reading = reading_at(repository, meant)
    except LaddercError:
        return None
    with without_garbage_collection():
        shape = tuple(finding for document in reading.documents for finding in validate(document))
        faulty = frozenset(finding.place.file for finding in shape if finding.severity is Severity.ERROR)
        linked = link(reading, faulty, today)
    faults = reading.findings + shape + linked.findings
    return None if any(fault.severity is Severity.ERROR for fault in faults) else linked.framework


_UNTOLD = "The site cannot tell what its releases changed."


def _stands_in(release: Release) -> str:
    return (
        f"The release {release.id} has no tag yet, so the files as they are now stand for it.\n"
        f"When it is published: git tag {release.id} && git push origin {release.id}"
    )


def _told(release: Release) -> str:
    return f"The site cannot tell what the release {release.id} changed."


def _missing(repository: Repository, release: Release, name: str) -> str:
    lines = [_told(release)]
    if name == release.id:
        lines.append(f"There is no tag `{name}` here that holds this framework.")
    else:
        lines.append(f"There is no `{name}` here that holds this framework; releases.yaml names it as the `ref`.")
    if repository.shallow:
        lines.append("Only the newest commits were fetched. Fetch the rest: git fetch --unshallow --tags")
    elif name == release.id:
        lines.append(f"Where it was set on another machine: git fetch --tags. Else: git tag {name} COMMIT")
    return "\n".join(lines)


def _faulty(release: Release, name: str) -> str:
    return f"{_told(release)}\nThe files of `{name}` have faults. Read which: ladderc diff --base {name}"
