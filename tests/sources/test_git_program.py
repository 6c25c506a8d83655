"""Git is asked and never obeyed: nothing that a repository, a hook or a setting names is run or followed."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest
from repositories import Work, git, started

from ladderc.errors import UnreadableError, UsageError
from ladderc.sources import git as program
from ladderc.sources import running
from ladderc.sources.committed import read_revision
from ladderc.sources.git import ask, repository_of, require_repository
from ladderc.sources.revision import merge_base, revision

FIRM = "frameworks/firm"


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return started(tmp_path / "work")


def test_a_framework_knows_its_place_in_the_repository(work: Work) -> None:
    found = require_repository(work.top / FIRM)
    assert (found.top, found.folder, found.shallow) == (work.top.resolve(), FIRM, False)


def test_a_framework_at_the_top_has_no_folder(tmp_path: Path) -> None:
    top = started(tmp_path / "top", ".")
    assert require_repository(top.top).folder == ""
    assert "framework.yaml" in read_revision(require_repository(top.top), revision(require_repository(top.top), "HEAD"))


@pytest.mark.parametrize("name", ["line\nend", "zwei Wörter", "quo\"te's", "-dash", "star*"])
def test_any_name_of_a_folder_is_read(tmp_path: Path, name: str) -> None:
    odd = started(tmp_path / "odd", f"{name}/firm")
    found = require_repository(odd.top / name / "firm")
    assert found.folder == f"{name}/firm"
    assert "tracks/stem.yaml" in read_revision(found, revision(found, "main"))


def test_a_folder_without_git_is_told_what_to_type(tmp_path: Path) -> None:
    assert repository_of(tmp_path) is None
    with pytest.raises(UsageError) as told:
        require_repository(tmp_path)
    assert str(told.value) == (
        "This framework is not kept in git, so there is no earlier state to compare with.\n"
        "Start with: git init && git add . && git commit -m 'The framework as it is today'\n"
        "Or name a folder that holds the earlier files: --base ../framework-before"
    )


def test_a_bare_repository_and_the_insides_of_one_hold_no_framework(work: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", work.top, "bare.git")
    assert repository_of(tmp_path / "bare.git") is None
    assert repository_of(work.top / ".git") is None


def test_a_linked_work_tree_is_a_repository_like_any_other(work: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", work.top, "bare.git")
    git(tmp_path / "bare.git", "worktree", "add", "--quiet", tmp_path / "linked", "main")
    found = require_repository(tmp_path / "linked" / FIRM)
    assert (found.top, found.folder) == ((tmp_path / "linked").resolve(), FIRM)
    assert "framework.yaml" in read_revision(found, merge_base(found))


def test_a_framework_in_a_submodule_belongs_to_the_submodule(work: Work, tmp_path: Path) -> None:
    outer = started(tmp_path / "outer", "frameworks/other")
    outer.git("submodule", "--quiet", "add", work.top, "shared")
    found = require_repository(outer.top / "shared" / FIRM)
    assert (found.top, found.folder) == ((outer.top / "shared").resolve(), FIRM)
    assert "framework.yaml" in read_revision(found, revision(found, "HEAD"))


def test_the_variables_of_a_hook_lead_nowhere_else(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = started(tmp_path / "other", "elsewhere")
    for name, value in {
        "GIT_DIR": other.top / ".git",
        "GIT_WORK_TREE": other.top,
        "GIT_INDEX_FILE": other.top / "index",
        "GIT_OBJECT_DIRECTORY": other.top / "objects",
        "GIT_NAMESPACE": "other",
        "GIT_TRACE": tmp_path / "trace.txt",
    }.items():
        monkeypatch.setenv(name, str(value))
    found = require_repository(work.top / FIRM)
    assert (found.top, found.folder) == (work.top.resolve(), FIRM)
    assert revision(found, "main").commit == work.git("rev-parse", "main")
    assert not (tmp_path / "trace.txt").exists()


def test_no_program_that_a_repository_names_is_run(work: Work, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f'#!/bin/sh\ntouch {tmp_path / "sprung"}\ncat "$@"\n')
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    work.write(".gitattributes", "*.yaml diff=trap filter=trap merge=trap\n")
    work.commit("Attributes")
    for setting in (
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy"),
        *("diff.trap.textconv", "diff.trap.command", "diff.external", "filter.trap.smudge", "filter.trap.process"),
        *("alias.rev-parse", "alias.ls-tree", "uploadpack.packObjectsHook", "gpg.program", "credential.helper"),
    ):
        work.git("config", setting, str(trap))
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "pre-commit"):
        work.write(f".git/hooks/{hook}", trap.read_text())
        (work.top / ".git" / "hooks" / hook).chmod(0o755)
    found = require_repository(work.top / FIRM)
    assert (
        read_revision(found, merge_base(found))["framework.yaml"] == (work.top / FIRM / "framework.yaml").read_bytes()
    )
    assert not (tmp_path / "sprung").exists()


def test_a_replaced_commit_is_read_as_it_was_made(work: Work) -> None:
    first = work.git("rev-parse", "HEAD")
    work.retitle("Forged")
    forged = work.commit("Forged")
    work.git("replace", first, forged)
    found = require_repository(work.top / FIRM)
    assert b"Forged" not in read_revision(found, revision(found, first))["tracks/stem.yaml"]


def test_without_the_program_it_says_what_to_install(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(UsageError) as told:
        repository_of(work.top)
    assert str(told.value) == (
        "The program `git` is not installed here, and earlier states of a framework are read with it.\n"
        "Install it from git-scm.com, or with `apt-get install git`."
    )


def test_a_repository_of_somebody_else_is_told_how_to_trust(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_KEPT", ("GIT_TEST_ASSUME_DIFFERENT_OWNER",))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(UsageError) as told:
        repository_of(work.top / FIRM)
    assert str(told.value) == (
        "The repository belongs to another user of this machine, so git does not read it.\n"
        f"If you trust it, type: git config --global --add safe.directory {work.top.resolve()}"
    )


def test_a_trusted_repository_of_somebody_else_is_read(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_KEPT", ("GIT_TEST_ASSUME_DIFFERENT_OWNER",))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(work.top.resolve()))
    assert repository_of(work.top / FIRM) is not None


def test_a_git_that_does_not_answer_is_left(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 20\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(running, "TIMEOUT", 0.2)
    with pytest.raises(UnreadableError) as told:
        ask(work.top, "status")
    assert str(told.value) == (
        "Git did not answer within 0.2 seconds.\nType `git status` in the folder to see what keeps it."
    )


def test_a_broken_repository_is_told_in_gits_words(work: Work) -> None:
    (work.top / ".git" / "config").write_text("[core\n")
    with pytest.raises(UnreadableError) as told:
        repository_of(work.top / FIRM)
    assert str(told.value).startswith(
        f"Git cannot read the repository of `{work.top / FIRM}`.\nGit says: bad config line 1"
    )


def test_a_few_pieces_that_stand_for_millions_of_files_fill_no_memory(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = work.git("rev-parse", f"HEAD:{FIRM}")
    for _ in range(7):
        tree = _made(work, "".join(f"040000 tree {tree}\tfolder{number}\n" for number in range(10)))
    root = _made(
        work,
        f"040000 tree {tree}\ttracks\n100644 blob {work.git('rev-parse', f'HEAD:{FIRM}/framework.yaml')}\tframework.yaml\n",
    )
    commit = work.git("commit-tree", "-m", "A bomb", root)
    monkeypatch.setattr(running, "MOST", 2_000_000)
    found = require_repository(work.top / FIRM)
    with pytest.raises(UnreadableError) as told:
        read_revision(found, revision(found, commit)._replace(folder=""))
    assert str(told.value) == (
        "This repository answers with more than 2 MB, which no framework needs.\n"
        "Somebody may have made it so on purpose; look at it with `git ls-tree HEAD`."
    )


def _made(work: Work, listing: str) -> str:
    return subprocess.run(
        ["git", "mktree"], cwd=work.top, input=listing, capture_output=True, text=True, check=True
    ).stdout.strip()
