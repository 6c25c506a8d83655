"""What git's store holds of one commit: the list of its files, their sizes, their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ladderc.errors import UnreadableError, UsageError
from ladderc.sources.fetching import is_partial, parts_missing
from ladderc.sources.git import Repository, ask, git_said, path_of
from ladderc.sources.running import Answer


class Entry(NamedTuple):
    """One file of a commit; ``name`` is the content's name in git."""

    mode: str
    name: str
    path: str


def listing(repository: Repository, commit: str, folder: str) -> list[Entry]:
    """Every file below a folder of a commit, links and submodules too; ``folder`` is empty for the top."""
    answer = ask(repository.top, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{folder}")
    if answer.code != 0:
        raise _lost(answer, commit, folder)
    entries: list[Entry] = []
    for line in answer.out.split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, _, name = head.decode("ascii").split(" ")
        entries.append(Entry(mode, name, path_of(path)))
    return entries


def sizes(repository: Repository, commit: str, folder: str, wanted: Mapping[str, str]) -> dict[str, int]:
    """The bytes of each file, by path, without loading any."""
    answer = _batch(repository, commit, folder, "--batch-check", wanted.values())
    said = [line.split(b" ") for line in answer.out.splitlines()]
    if any(size[-1] == b"missing" for size in said):
        if is_partial(repository):
            raise parts_missing(commit, folder)
        raise _damaged(commit, "a file of it is missing")
    return {path: int(size[-1]) for path, size in zip(wanted, said, strict=True)}


def contents(repository: Repository, commit: str, folder: str, names: Sequence[str]) -> Iterator[bytes]:
    """The bytes of files by their names in the store, in the same order; none is changed on its way."""
    out = _batch(repository, commit, folder, "--batch", names).out
    at = 0
    for _ in names:
        end = out.index(b"\n", at)
        size = int(out[at:end].rsplit(b" ", 1)[1])
        yield out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _batch(repository: Repository, commit: str, folder: str, how: str, names: Iterable[str]) -> Answer:
    given = "".join(f"{name}\n" for name in names).encode()
    if not given:
        return Answer(0, b"", "")
    answer = ask(repository.top, "cat-file", how, given=given)
    if answer.code != 0:
        raise _lost(answer, commit, folder)
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
