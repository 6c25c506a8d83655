"""Asks the git program, with nothing that a repository, a hook or a user's settings could make it do besides."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path
from typing import NamedTuple

from ladderc.errors import UnreadableError, UsageError
from ladderc.sources import running
from ladderc.sources.running import Answer, run
from ladderc.wording.printable import printable

_SAFE = (
    *("--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs"),
    # Settings of the repository that name programs, or folders to take for a repository.
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "safe.bareRepository=explicit"),
    *("-c", "protocol.allow=never", "-c", "core.quotePath=false", "-c", "advice.graftFileDeprecated=false"),
)
_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
_KEPT_STARTS = (
    "GIT_CONFIG_",
)  # where the machine's owner says `safe.directory`; what else they say is overruled above
_SET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # older programs know no GIT_NO_LAZY_FETCH: no way to a server is open
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "GIT_ADVICE": "0",
    "LC_ALL": "C",
    "LANGUAGE": "C",
}


class Repository(NamedTuple):
    """A work tree and the framework's place in it.

    ``top`` is the folder that holds everything, ``folder`` the framework's path inside it with ``/``, empty for the top.
    ``shallow`` is true where only the newest commits were fetched.
    """

    top: Path
    folder: str
    shallow: bool


def repository_of(folder: Path) -> Repository | None:
    """The repository in which a folder's files are kept, or None where there is none.

    A linked work tree and a submodule are repositories like any other.
    The insides of ``.git`` and a repository without files (a bare one) are none.
    Raises UsageError where git is missing or refuses to trust the folder.
    """
    # The way up is dots and slashes alone, so what follows it may hold any character, a line end too.
    answer = ask(
        folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-cdup", "--show-prefix"
    )
    if answer.code != 0:
        if "not a git repository" in answer.error or "bare repository" in answer.error:
            return None
        raise UnreadableError(f"Git cannot read the repository of `{folder}`.\n{git_said(answer)}")
    inside, shallow, up, prefix = answer.out.split(b"\n", 3)
    if inside != b"true":
        return None
    top = folder.resolve() / os.fsdecode(up)
    return Repository(top.resolve(), path_of(prefix[:-1]).rstrip("/"), shallow == b"true")


def require_repository(folder: Path) -> Repository:
    """The repository of a folder; UsageError that says what to type where there is none."""
    found = repository_of(folder)
    if found is None:
        raise not_in_git()
    return found


def not_in_git() -> UsageError:
    """What to type where a framework has no history."""
    return UsageError(
        "This framework is not kept in git, so there is no earlier state to compare with.\n"
        "Start with: git init && git add . && git commit -m 'The framework as it is today'\n"
        "Or name a folder that holds the earlier files: --base ../framework-before"
    )


def ask(where: Path, *words: str, given: bytes = b"") -> Answer:
    """Run git in the folder ``where``; ``given`` is what it reads.

    No shell, no network, no question to the user, no hook, no program that a repository names.
    Variables by which git hands its own repository to a hook (``GIT_DIR`` and its like) are dropped:
    the folder that the user named decides.
    Raises UsageError where git is missing or does not trust the folder, UnreadableError where it does not answer.
    """
    program = shutil.which("git")
    if program is None:
        raise UsageError(
            "The program `git` is not installed here, and earlier states of a framework are read with it.\n"
            "Install it from git-scm.com, or with `apt-get install git`."
        )
    try:
        answer = run([program, *_SAFE, "-C", str(where), *words], _environment(), given)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"The program `git` cannot be started: {printable(str(error))}.") from None
    if answer.late:
        raise UnreadableError(
            f"Git did not answer within {running.TIMEOUT} seconds.\nType `git status` in the folder to see what keeps it."
        )
    if answer.long:
        raise UnreadableError(
            f"This repository answers with more than {running.MOST // 1_000_000} MB, which no framework needs.\n"
            "Somebody may have made it so on purpose; look at it with `git ls-tree HEAD`."
        )
    if answer.code != 0 and "dubious ownership" in answer.error:
        raise _not_trusted(answer.error, where)
    return answer


def git_said(answer: Answer) -> str:
    """The first line of git's own explanation, as a sentence."""
    line = next((line for line in answer.error.splitlines() if line.strip()), f"it ended with code {answer.code}")
    return f"Git says: {printable(line).removeprefix('fatal: ')}"


def path_of(name: bytes) -> str:
    """A path as Python writes it; bytes that are no UTF-8 survive the way there and back."""
    return name.decode("utf-8", "surrogateescape")


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_STARTS)
    }
    return kept | _SET


def _not_trusted(error: str, where: Path) -> UsageError:
    """Git reads no repository that belongs to another user until it is told to."""
    named = error.split("repository at '", 1)[-1].split("'\n", 1)[0].rstrip("'\n") if "repository at '" in error else ""
    folder = shlex.quote(printable(named or str(where.resolve())))
    return UsageError(
        "The repository belongs to another user of this machine, so git does not read it.\n"
        f"If you trust it, type: git config --global --add safe.directory {folder}"
    )
