"""Which commit is meant by a name, and by none; and what to type where it was never fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import Work, git, started, type_command

from ladderc.errors import UsageError
from ladderc.sources.git import Repository, require_repository
from ladderc.sources.revision import Revision, dated_tags, merge_base, revision, tags, typed

FIRM = "frameworks/firm"
IN_CI = "In a GitHub workflow, give actions/checkout `fetch-depth: 0`; in GitLab, set `GIT_DEPTH: 0`."


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """main has two commits; the branch `raise` left it after the first and has one of its own."""
    work = started(tmp_path / "work")
    work.git("branch", "raise")
    work.write("README.md", "Hello\n")
    work.commit("On main")
    work.git("checkout", "--quiet", "raise")
    work.retitle("Engineer of the first kind")
    work.commit("On the branch")
    return work


@pytest.fixture
def served(work: Work) -> Work:
    """The same as a server has it: main is checked out."""
    work.git("checkout", "--quiet", "main")
    return work


def here(work: Work) -> Repository:
    return require_repository(work.top / FIRM)


def refused(repository: Repository, ref: str | None) -> str:
    with pytest.raises(UsageError) as told:
        merge_base(repository, ref)
    return str(told.value)


def test_a_branch_is_compared_from_where_it_left_main(work: Work) -> None:
    assert merge_base(here(work)) == Revision(
        work.git("rev-parse", "raise~1"),
        "main",
        "main has gone on since; the comparison starts from where the two parted.",
    )


def test_a_branch_on_top_of_main_is_compared_with_main_and_nothing_needs_saying(work: Work) -> None:
    work.git("rebase", "--quiet", "main")
    assert merge_base(here(work)) == Revision(work.git("rev-parse", "main"), "main")


def test_on_main_what_is_not_committed_is_compared(work: Work) -> None:
    work.git("checkout", "--quiet", "main")
    assert merge_base(here(work)) == Revision(
        work.git("rev-parse", "main"),
        "main",
        "Nothing is committed here that main does not have, so the files as they are now are compared with the last commit.",
    )


def test_what_was_not_pushed_yet_is_compared_with_what_everybody_has(served: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--branch", "main", served.top, "mine")
    mine = Work(tmp_path / "mine")
    mine.write("README.md", "Mine\n")
    mine.commit("Not pushed")
    assert merge_base(here(mine)) == Revision(served.git("rev-parse", "main"), "origin/main")


def test_the_main_branch_may_have_any_name_on_the_server(served: Work, tmp_path: Path) -> None:
    served.git("branch", "--move", "main", "trunk")
    served.git("checkout", "--quiet", "trunk")
    git(tmp_path, "clone", "--quiet", served.top, "mine")
    mine = Work(tmp_path / "mine")
    mine.commit("Mine")
    assert merge_base(here(mine)).named == "origin/trunk"


def test_the_only_branch_is_the_main_one(tmp_path: Path) -> None:
    work = started(tmp_path / "work")
    work.git("branch", "--move", "develop")
    assert merge_base(here(work)).commit == work.git("rev-parse", "HEAD")


def test_without_a_main_branch_it_asks_for_a_name(work: Work) -> None:
    work.git("branch", "--move", "main", "develop")
    assert refused(here(work), None) == (
        "No main branch is found here, so it is open what to compare with.\n"
        "There is `develop`.\n"
        "Name the branch that this one started from: --base develop"
    )


def test_before_the_first_commit_it_says_how_to_make_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    git(tmp_path / "empty", "init", "--quiet")
    assert refused(require_repository(tmp_path / "empty"), None) == (
        "Nothing is committed here yet, so there is no earlier state to compare with.\n"
        "Commit the framework as it is: git add . && git commit -m 'The framework as it is today'"
    )


def test_histories_without_a_shared_commit_are_compared_as_they_are(work: Work) -> None:
    work.git("checkout", "--quiet", "--orphan", "fresh")
    work.commit("Anew")
    assert merge_base(here(work)) == Revision(
        work.git("rev-parse", "main"), "main", "main shares no commit with the other side, so it is compared as it is."
    )


@pytest.mark.parametrize(
    "ref", ["HEAD", "raise", "v1", "größer/höher", "HEAD~1", "@", "heads/raise", "raise@{0}", "line\u2028end"]
)
def test_any_name_of_gits_is_taken(work: Work, ref: str) -> None:
    work.git("tag", "--annotate", "--message", "One", "v1")
    work.git("branch", "größer/höher")
    work.git("branch", "line\u2028end")
    assert revision(here(work), ref).commit == work.git("rev-parse", f"{ref}^{{commit}}")


@pytest.mark.parametrize("ref", ["--upload-pack=touch sprung", "-h", "--all", "--output=x", "-"])
def test_an_option_is_no_name_of_a_commit(work: Work, ref: str) -> None:
    assert refused(here(work), ref) == (
        f"`{ref}` is no name of a commit: none begins with a dash.\nName a branch or tag: --base main"
    )


@pytest.mark.parametrize(("ref", "beginning"), [("^main", "`^`"), (":/On main", "a colon"), (":README.md", "a colon")])
def test_other_ways_to_name_many_or_none_are_refused(work: Work, ref: str, beginning: str) -> None:
    assert refused(here(work), ref) == (
        f"`{ref}` is no name of a commit: none begins with {beginning}.\nName a branch or tag: --base main"
    )


@pytest.mark.parametrize("ref", ["main\nHEAD", "main\0", "\x1b[31mmain"])
def test_signs_that_no_name_has_are_refused(work: Work, ref: str) -> None:
    assert refused(here(work), ref).split("\n")[0].endswith("holds a character that no name of a commit has.")


@pytest.mark.parametrize("ref", ["main..raise", "$(touch sprung)", "`touch sprung`", "main; touch sprung", "*"])
def test_what_a_shell_or_git_would_read_as_more_is_a_name_that_does_not_exist(work: Work, ref: str) -> None:
    assert refused(here(work), ref).startswith(f"There is no branch, tag or commit named `{ref}` here.\n")
    assert not (work.top / "sprung").exists()


def test_a_slip_of_the_finger_is_told_the_nearest_name(work: Work) -> None:
    assert refused(here(work), "mian") == "There is no branch, tag or commit named `mian` here.\nType: --base main"


def test_a_name_that_is_near_to_none_is_told_all_there_are(work: Work) -> None:
    work.git("tag", "2026.10")
    assert refused(here(work), "elsewhere") == (
        "There is no branch, tag or commit named `elsewhere` here.\n"
        "There is `main`, `raise` and `2026.10`; `git log --oneline` lists the commits."
    )


def test_a_branch_that_only_the_server_has_is_taken_and_said(served: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--branch", "raise", served.top, "mine")
    mine = here(Work(tmp_path / "mine"))
    taken = "There is no branch `main` here, so `origin/main` is taken, as it was when it was last fetched."
    parted = "origin/main has gone on since; the comparison starts from where the two parted."
    assert merge_base(mine, "main") == Revision(served.git("rev-parse", "raise~1"), "origin/main", f"{taken}\n{parted}")
    assert typed(mine, "main") == Revision(served.git("rev-parse", "main"), "origin/main", taken)


def test_a_branch_or_tag_of_ones_own_goes_before_that_of_the_server(served: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--branch", "main", served.top, "mine")
    mine = Work(tmp_path / "mine")
    mine.git("tag", "raise", "main")
    assert typed(here(mine), "raise") == Revision(served.git("rev-parse", "main"), "raise")
    mine.git("tag", "--delete", "raise")
    assert typed(here(mine), "raise").commit == served.git("rev-parse", "raise")
    mine.git("branch", "raise", "main")
    assert typed(here(mine), "raise") == Revision(served.git("rev-parse", "main"), "raise")


@pytest.mark.parametrize(
    "ref", ["raise~0", "ra*", "raise/", "../origin/raise", "origin/../raise", "raise^{commit}", "Raise", "rais"]
)
def test_only_the_whole_name_of_a_branch_is_looked_for_on_the_server(served: Work, tmp_path: Path, ref: str) -> None:
    git(tmp_path, "clone", "--quiet", "--branch", "main", served.top, "mine")
    assert refused(here(Work(tmp_path / "mine")), ref).startswith("There is no branch, tag or commit named ")


def test_a_file_is_no_commit(work: Work) -> None:
    assert refused(here(work), "HEAD^{tree}") == (
        "`HEAD^{tree}` names something that is no commit.\nName a branch, a tag or a commit: --base main"
    )


def test_a_tag_and_a_branch_of_one_name_are_told_apart(work: Work) -> None:
    work.git("tag", "2026.10", "main")
    work.git("branch", "2026.10", "raise")
    assert refused(here(work), "2026.10") == (
        "`2026.10` is the name of a tag and of a branch, and they are not the same.\n"
        "Type `tags/2026.10` for the tag or `heads/2026.10` for the branch."
    )
    assert revision(here(work), "tags/2026.10").commit == work.git("rev-parse", "main")
    assert revision(here(work), "heads/2026.10").commit == work.git("rev-parse", "raise")


def test_a_tag_and_a_branch_of_one_name_on_one_commit_are_the_same(work: Work) -> None:
    work.git("tag", "--annotate", "--message", "One", "same", "main")
    work.git("branch", "same", "main")
    assert revision(here(work), "same").commit == work.git("rev-parse", "main")


def test_tags_are_listed_with_their_commits_and_days(work: Work) -> None:
    work.git("tag", "2026.10", "main")
    work.git("tag", "--annotate", "--message", "A release", "2026.04", "main~1")
    work.git("tag", "a-file", "main:README.md")
    first, second = work.git("rev-parse", "main~1"), work.git("rev-parse", "main")
    assert dated_tags(here(work)) == (("2026.04", first, "2026-03-01"), ("2026.10", second, "2026-03-01"))
    assert tags(here(work)) == {"2026.04": first, "2026.10": second}


def test_a_shallow_copy_gives_the_command_that_mends_it(served: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "raise", served.top.as_uri(), "mine")
    mine = Work(tmp_path / "mine")
    command = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    assert refused(here(mine), None) == (
        f"No main branch is found here, so it is open what to compare with.\nFetch it: {command}\n{IN_CI}"
    )
    type_command(mine.top, command)
    assert merge_base(here(mine)).commit == served.git("rev-parse", "raise~1")


def test_both_tips_without_what_they_share_give_the_command_that_mends_it(served: Work, tmp_path: Path) -> None:
    git(
        tmp_path,
        "clone",
        "--quiet",
        "--depth",
        "1",
        "--no-single-branch",
        "--branch",
        "raise",
        served.top.as_uri(),
        "mine",
    )
    mine = Work(tmp_path / "mine")
    command = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    assert refused(here(mine), "origin/main") == (
        "The commit at which this branch left origin/main is not in this copy of the repository, "
        "which holds the newest commits alone.\n"
        f"Fetch the rest: {command}\n{IN_CI}"
    )
    type_command(mine.top, command)
    assert merge_base(here(mine), "origin/main").commit == served.git("rev-parse", "raise~1")


@pytest.mark.parametrize("ref", ["HEAD~1", "first"])
def test_an_earlier_commit_that_was_not_fetched_gives_the_command(served: Work, tmp_path: Path, ref: str) -> None:
    ref = served.git("rev-parse", "raise~1") if ref == "first" else ref
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "raise", served.top.as_uri(), "mine")
    mine = Work(tmp_path / "mine")
    assert refused(here(mine), ref) == (
        f"There is no branch, tag or commit named `{ref}` here.\nThis copy holds the newest commits alone.\n"
        f"Fetch the rest: git fetch --unshallow origin\n{IN_CI}"
    )
    type_command(mine.top, "git fetch --unshallow origin")
    assert merge_base(here(mine), ref).commit == served.git("rev-parse", "raise~1")


def test_a_branch_that_was_not_fetched_gives_the_command(served: Work, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--single-branch", "--branch", "raise", served.top, "mine")
    mine = Work(tmp_path / "mine")
    command = "git fetch origin +refs/heads/main:refs/remotes/origin/main"
    assert refused(here(mine), "origin/main") == (
        f"There is no branch, tag or commit named `origin/main` here.\nIf the server has it, fetch it: {command}"
    )
    type_command(mine.top, command)
    assert merge_base(here(mine), "origin/main").commit == served.git("rev-parse", "raise~1")


class TestPullRequestInCI:
    """What actions/checkout leaves: a detached merge commit and no branch."""

    @pytest.fixture
    def checkout(self, work: Work, tmp_path: Path) -> Work:
        work.git("checkout", "--quiet", "--detach", "main")
        work.git("merge", "--quiet", "--no-ff", "--message", "Merge", "raise")
        work.git("update-ref", "refs/pull/7/merge", "HEAD")
        work.git("checkout", "--quiet", "main")
        (tmp_path / "runner").mkdir()
        runner = Work(tmp_path / "runner")
        runner.git("init", "--quiet")
        runner.git("remote", "add", "origin", work.top.as_uri())
        return runner

    @staticmethod
    def fetch(runner: Work, depth: int) -> None:
        runner.git("fetch", "--quiet", f"--depth={depth}", "origin", "+refs/pull/7/merge:refs/remotes/pull/7/merge")
        runner.git("checkout", "--quiet", "refs/remotes/pull/7/merge")

    def test_two_commits_deep_the_target_branch_is_at_hand(self, checkout: Work, work: Work) -> None:
        self.fetch(checkout, 2)
        assert merge_base(here(checkout)) == Revision(
            work.git("rev-parse", "main"),
            "the target branch",
            "The pull request is compared with the branch that it goes into.",
        )

    def test_one_commit_deep_it_gives_the_command(self, checkout: Work, work: Work) -> None:
        self.fetch(checkout, 1)
        command = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
        assert refused(here(checkout), None) == (
            "Only the merge commit of the pull request was fetched, without the branch that it goes into.\n"
            f"Fetch that one: {command}\n{IN_CI}"
        )
        type_command(checkout.top, command)
        assert merge_base(here(checkout)).commit == work.git("rev-parse", "main")

    def test_a_pull_request_into_another_branch_is_compared_with_that_one(self, checkout: Work, work: Work) -> None:
        checkout.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*")
        self.fetch(checkout, 2)
        work.git("checkout", "--quiet", "main")
        work.commit("Main goes on")
        checkout.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*")
        found = merge_base(here(checkout))
        assert (found.commit, found.named) == (checkout.git("rev-parse", "HEAD^1"), "the target branch")

    def test_the_only_branch_that_ci_fetched_is_not_taken_for_main(self, checkout: Work) -> None:
        checkout.git("fetch", "--quiet", "--depth=20", "origin", "+refs/heads/raise:refs/remotes/origin/raise")
        checkout.git("checkout", "--quiet", "--detach", "origin/raise")
        command = "git fetch origin +refs/heads/main:refs/remotes/origin/main"
        assert refused(here(checkout), None) == (
            f"No main branch is found here, so it is open what to compare with.\nFetch it: {command}\n{IN_CI}"
        )
        type_command(checkout.top, command)
        assert merge_base(here(checkout)).named == "origin/main"
