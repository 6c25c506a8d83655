"""What to type where this copy of a repository lacks the commits that are asked for."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence

from ladderc.errors import UsageError
from ladderc.sources.git import Repository, ask
from ladderc.wording.nearest import listed
from ladderc.wording.printable import printable

_IN_CI = "In a GitHub workflow, give actions/checkout `fetch-depth: 0`; in GitLab, set `GIT_DEPTH: 0`."


def too_shallow(repository: Repository, branch: str) -> UsageError:
    """The commit that two branches share was not fetched."""
    remote = _remote(repository) or "origin"
    name = branch.removeprefix(f"{remote}/")
    return UsageError(
        f"The commit at which this branch left {printable(branch)} is not in this copy of the repository, "
        "which holds the newest commits alone.\n"
        f"Fetch the rest: {_whole(repository, remote, name)}\n{_IN_CI}"
    )


def merge_alone(repository: Repository) -> UsageError:
    """CI fetched the merge commit of a pull request and neither of its parents."""
    return UsageError(
        "Only the merge commit of the pull request was fetched, without the branch that it goes into.\n"
        f"Fetch that one: {_whole(repository, _remote(repository) or 'origin', 'main')}\n{_IN_CI}"
    )


def no_main(repository: Repository, branches: tuple[str, ...]) -> UsageError:
    """No branch is the main one, as far as names tell."""
    remote = _remote(repository)
    said = "No main branch is found here, so it is open what to compare with."
    if remote:
        return UsageError(f"{said}\nFetch it: {_whole(repository, remote, 'main')}\n{_IN_CI}")
    current = ask(repository.top, "symbolic-ref", "--quiet", "--short", "HEAD").out.decode("utf-8", "replace").strip()
    others = tuple(name for name in branches if name != current) or branches
    named = f"\nThere is {listed(tuple(printable(name) for name in others), last='and')}." if others else ""
    example = shlex.quote(printable(others[0])) if others else "main"
    return UsageError(f"{said}{named}\nName the branch that this one started from: --base {example}")


def how_to_get(repository: Repository, ref: str, known: Sequence[str]) -> str:
    """The command that brings a commit, a branch or a tag of this name, if there is a server that may have it."""
    remote = _remote(repository)
    if remote is None:
        names = f"There is {listed([printable(name) for name in known], last='and')}; " if known else ""
        return f"{names}`git log --oneline` lists the commits."
    if repository.shallow and _BACK.search(ref):
        return f"This copy holds the newest commits alone.\nFetch the rest: git fetch --unshallow {remote}\n{_IN_CI}"
    name = ref.removeprefix(f"{remote}/")
    if not _NAME.fullmatch(name):
        return f"If the server has it, fetch it: git fetch --tags {remote}"
    return f"If the server has it, fetch it: {_whole(repository, remote, name)}"


def parts_missing(commit: str, folder: str) -> UsageError:
    """A partial copy (`--filter`) left out the files of that commit."""
    what = f"{commit[:10]}:{folder}" if folder else commit[:10]
    return UsageError(
        "This copy of the repository was made without the files of earlier commits, and ladderc fetches nothing itself.\n"
        f"Fetch them: git archive --output={os.devnull} {shlex.quote(printable(what))}"
    )


def is_partial(repository: Repository) -> bool:
    """Whether the copy was made without all files on purpose, so that a server has the rest."""
    settings = r"^(extensions\.partialclone|remote\..*\.promisor)$"
    return ask(repository.top, "config", "--get-regexp", settings).code == 0


def has_server(repository: Repository) -> bool:
    """Whether the repository knows another one to fetch from."""
    return _remote(repository) is not None


def _whole(repository: Repository, remote: str, branch: str) -> str:
    # Both sides are named, because a copy of one branch would put another one nowhere.
    target = shlex.quote(f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}")
    return f"git fetch {'--unshallow ' if repository.shallow else ''}{shlex.quote(remote)} {printable(target)}"


def _remote(repository: Repository) -> str | None:
    names = ask(repository.top, "remote").out.decode("utf-8", "replace").split()
    return "origin" if "origin" in names else printable(names[0]) if names else None


_BACK = re.compile(r"[~^@]|[0-9a-fA-F]{7,64}")
_NAME = re.compile(r"[^\s~^:?*\[\\@{}]+")
