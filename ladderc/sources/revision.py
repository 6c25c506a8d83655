"""Which commit is meant: a branch, a tag, the point where this branch left the main one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from typing import NamedTuple

from ladderc.errors import UnreadableError, UsageError
from ladderc.sources import fetching
from ladderc.sources.git import Repository, ask, git_said, path_of
from ladderc.wording.nearest import nearest
from ladderc.wording.printable import printable

MAIN = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""Where the main branch is looked for, the first that exists wins."""

_SERVER = "refs/remotes/origin/"
"""Where git keeps its copies of the server's branches."""


class Revision(NamedTuple):
    """One commit.

    ``named`` is what a person calls it, ``note`` a sentence on why it was taken, empty where that is plain.
    ``folder`` is where the framework lay then, None where that was not looked up.
    """

    commit: str
    named: str
    note: str = ""
    folder: str | None = None

    @property
    def short(self) -> str:
        """Enough of the commit's name for a person; always ten characters."""
        return self.commit[:10]


class Tag(NamedTuple):
    """A tag on a commit; ``date`` is the day (ISO) on which it was set, or its commit was made."""

    name: str
    commit: str
    date: str


def revision(repository: Repository, ref: str) -> Revision:
    """The commit that a branch, a tag or any other name of git's stands for; UsageError where there is none."""
    refuse_odd(ref)
    _refuse_two_of_a_name(repository, ref)
    commit = _commit(repository, ref)
    if commit is None:
        raise _unknown(repository, ref)
    return Revision(commit, ref)


def typed(repository: Repository, ref: str) -> Revision:
    """As ``revision``; a branch that only the server's copy has (`origin/main` for `main`) is taken, and noted."""
    try:
        return revision(repository, ref)
    except UsageError:
        # compared letter by letter with what is there: nothing that was typed becomes part of a question to git
        full = f"{_SERVER}{ref}"
        if (
            ref == "HEAD"
            or full not in _refs(repository, "%(refname)", _SERVER)
            or not (commit := _commit(repository, full))
        ):
            raise
    shown = printable(ref)
    note = f"There is no branch `{shown}` here, so `origin/{shown}` is taken, as it was when it was last fetched."
    return Revision(commit, f"origin/{ref}", note)


def merge_base(repository: Repository, ref: str | None = None, branch: str | None = None) -> Revision:
    """The commit at which a branch, by default the one checked out, left ``ref``, by default the main branch.

    Where the checked-out branch has no commit of its own this is its last commit,
    so that only what is not committed yet counts; ``note`` says so.
    Raises UsageError with what to type where no such commit is at hand.
    """
    head = _commit(repository, "HEAD") if branch is None else typed(repository, branch).commit
    if head is None:
        raise UsageError(
            "Nothing is committed here yet, so there is no earlier state to compare with.\n"
            "Commit the framework as it is: git add . && git commit -m 'The framework as it is today'"
        )
    tip = _main(repository, head) if ref is None else typed(repository, ref)
    shared = _shared(repository, head, tip.commit)
    if shared is None:
        if repository.shallow:
            raise fetching.too_shallow(repository, tip.named)
        return _noted(tip, f"{tip.named} shares no commit with the other side, so it is compared as it is.")
    if shared == head and branch is None:
        return _noted(
            tip._replace(commit=head),
            f"Nothing is committed here that {tip.named} does not have, "
            "so the files as they are now are compared with the last commit.",
        )
    if shared != tip.commit:
        note = f"{tip.named} has gone on since; the comparison starts from where the two parted."
        return _noted(tip._replace(commit=shared), note)
    return tip


def tags(repository: Repository) -> Mapping[str, str]:
    """The commit of every tag, by name, in the order of the names."""
    return {tag.name: tag.commit for tag in dated_tags(repository)}


def dated_tags(repository: Repository) -> tuple[Tag, ...]:
    """Every tag on a commit with its day, in the order of the names."""
    form = "%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:short)"
    found: list[Tag] = []
    for line in _refs(repository, form, "refs/tags"):
        name, kind, commit, inner_kind, inner, date = line.split("\0")
        if "commit" in (kind, inner_kind):
            found.append(Tag(name.removeprefix("refs/tags/"), commit if kind == "commit" else inner, date))
    return tuple(sorted(found))


def refuse_odd(ref: str) -> None:
    """UsageError for what can be no name of a commit; nothing of it ever reaches git."""
    shown = printable(ref.replace("\n", " "))
    if not ref.strip():
        raise UsageError("No commit is named.\nName a branch, a tag or a commit: --base main")
    if ref[0] in _NO_BEGINNING:
        raise UsageError(
            f"`{shown}` is no name of a commit: none begins with {_NO_BEGINNING[ref[0]]}.\n"
            "Name a branch or tag: --base main"
        )
    if any(ord(sign) < 0x20 or ord(sign) == 0x7F for sign in ref):
        raise UsageError(
            f"`{shown}` holds a character that no name of a commit has.\nName a branch or tag: --base main"
        )


def _noted(revision: Revision, note: str) -> Revision:
    """The revision with one more sentence on why it was taken."""
    return revision._replace(note="\n".join(filter(None, (revision.note, note))))


def _commit(repository: Repository, ref: str) -> str | None:
    answer = ask(repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    said = answer.out.decode("ascii", "replace").strip()
    return said if answer.code == 0 and _HASH.fullmatch(said) else None


def _shared(repository: Repository, left: str, right: str) -> str | None:
    answer = ask(repository.top, "merge-base", left, right)
    if answer.code not in (0, 1):
        if repository.shallow:
            return None
        raise UnreadableError(f"Git cannot follow the history of this repository.\n{git_said(answer)}")
    return answer.out.decode("ascii", "replace").split("\n")[0].strip() or None


def _main(repository: Repository, head: str) -> Revision:
    """The tip of the main branch; what CI checks out for a pull request has its base as first parent."""
    lines = _refs(repository, "%(refname)%00%(objectname)%00%(symref)", *MAIN, "refs/remotes/pull")
    found = {name: (commit, target or name) for name, commit, target in (line.split("\0") for line in lines)}
    is_merge = any(name.endswith("/merge") and name not in MAIN and found[name][0] == head for name in found)
    if is_merge and (base := _commit(repository, "HEAD^1")):
        return Revision(base, "the target branch", "The pull request is compared with the branch that it goes into.")
    for name in MAIN:
        if name in found:
            commit, target = found[name]
            return Revision(commit, _short(target))
    if is_merge:
        raise fetching.merge_alone(repository)
    branches = _refs(repository, "%(refname)%00%(objectname)", "refs/heads", "refs/remotes")
    # Beside a server the only branch may be that of a pull request, fetched alone: never take it for main.
    if len(branches) == 1 and branches[0].endswith(f"\0{head}") and not fetching.has_server(repository):
        return Revision(head, _short(branches[0].split("\0")[0]))
    raise fetching.no_main(repository, tuple(_short(line.split("\0")[0]) for line in branches))


def _refuse_two_of_a_name(repository: Repository, ref: str) -> None:
    names = (f"refs/tags/{ref}", f"refs/heads/{ref}")
    found = dict(line.split("\0") for line in _refs(repository, "%(refname)%00%(objectname)", *names))
    if all(name in found for name in names) and _commit(repository, names[0]) != _commit(repository, names[1]):
        shown = printable(ref)
        raise UsageError(
            f"`{shown}` is the name of a tag and of a branch, and they are not the same.\n"
            f"Type `tags/{shown}` for the tag or `heads/{shown}` for the branch."
        )


def _unknown(repository: Repository, ref: str) -> UsageError:
    shown = printable(ref)
    if ask(
        repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", ref
    ).code == 0 and not _HEX.fullmatch(ref):
        return UsageError(
            f"`{shown}` names something that is no commit.\nName a branch, a tag or a commit: --base main"
        )
    known = [_short(line) for line in _refs(repository, "%(refname)", "refs/heads", "refs/tags", "refs/remotes")]
    said = f"There is no branch, tag or commit named `{shown}` here."
    # Folders of a name are typed right or not at all: `origin/main` is not near to `origin/plan`.
    tails = {name.rpartition("/")[2]: name for name in reversed(known)}
    if near := nearest(ref.rpartition("/")[2], tails):
        return UsageError(f"{said}\nType: --base {shlex.quote(printable(tails[near]))}")
    return UsageError(f"{said}\n{fetching.how_to_get(repository, ref, known)}")


def _refs(repository: Repository, form: str, *patterns: str) -> list[str]:
    answer = ask(repository.top, "for-each-ref", f"--format={form}", "--", *patterns)
    if answer.code != 0:
        raise UnreadableError(f"Git cannot list the branches and tags.\n{git_said(answer)}")
    # Not splitlines(): a branch may hold other signs that Python takes for a line end.
    return path_of(answer.out).split("\n")[:-1]


def _short(name: str) -> str:
    for start in ("refs/heads/", "refs/tags/", "refs/remotes/"):
        if name.startswith(start):
            return name[len(start) :]
    return name


_NO_BEGINNING = {"-": "a dash", "^": "`^`", ":": "a colon"}
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_HEX = re.compile(r"[0-9a-fA-F]{7,64}")
