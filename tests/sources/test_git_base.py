"""What `--base` means: a folder, a branch, a pair of commits, each with a folder of its own if need be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from repositories import BASE, Work, started

from ladderc.errors import UsageError
from ladderc.sources.base import Base, Compared, parse_base, resolve
from ladderc.sources.git import Repository, require_repository
from ladderc.sources.revision import Revision

FIRM = "frameworks/firm"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Three commits on main; a branch `raise` that left it after the first."""
    work = started(tmp_path / "work")
    work.git("branch", "raise")
    for message in ("Second", "Third"):
        work.retitle(message)
        work.commit(message)
    work.git("checkout", "--quiet", "raise")
    work.retitle("Raised")
    work.commit("Raised")
    monkeypatch.chdir(work.top)
    return work


def here(work: Work) -> Repository:
    return require_repository(work.top / FIRM)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (None, Base("branch")),
        ("main", Base("branch", None, "main")),
        ("origin/main", Base("branch", None, "origin/main")),
        ("v1..v2", Base("pair", None, "v1", "v2")),
        ("v1..", Base("pair", None, "v1", "HEAD")),
        ("..v2", Base("pair", None, "HEAD", "v2")),
        ("main...raise", Base("fork", None, "main", "raise")),
        ("main:frameworks/old/", Base("branch", None, "main", "", "frameworks/old")),
        ("main:.", Base("branch", None, "main", "", "")),
        ("v1:a..v2:b", Base("pair", None, "v1", "v2", "a", "b")),
        ("HEAD@{2026-01-01 10:00}", Base("branch", None, "HEAD@{2026-01-01 10:00}")),
    ],
)
def test_what_was_typed_is_taken_as_git_would(typed: str | None, meant: Base) -> None:
    assert parse_base(typed) == meant


@pytest.mark.usefixtures("work")
def test_a_folder_with_a_framework_is_that_folder(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "before")
    for typed in (str(tmp_path / "before"), "../before", "../before/", FIRM, f"./{FIRM}"):
        assert parse_base(typed) == Base("folder", Path(typed))
    assert parse_base("../before/framework.yaml") == Base("folder", Path("../before"))
    assert resolve(None, parse_base("../before")) == Compared(Path("../before"), None)


@pytest.mark.usefixtures("work")
def test_a_folder_without_a_framework_is_no_base(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError) as told:
        parse_base("../empty")
    assert str(told.value) == "The folder ../empty holds no framework.yaml.\nName the folder that does."
    with pytest.raises(UsageError) as told:
        parse_base("../nothing")
    assert str(told.value) == (
        "There is no folder ../nothing.\nName a folder that holds a framework, a branch, or a tag: --base main"
    )


def test_a_folder_of_a_branchs_name_that_holds_no_framework_leaves_the_branch(work: Work) -> None:
    (work.top / "main").mkdir()
    assert parse_base("main") == Base("branch", None, "main")


@pytest.mark.parametrize("typed", ["--upload-pack=x", "-x..main", "main..--output=x", "main\n", "", "--x:frameworks"])
def test_what_is_no_name_is_refused_before_git_hears_it(typed: str) -> None:
    with pytest.raises(UsageError) as told:
        parse_base(typed)
    assert str(told.value).endswith("--base main")


def test_a_branch_is_compared_with_the_files_as_they_are(work: Work) -> None:
    start = work.git("rev-parse", "raise~1")
    note = "main has gone on since; the comparison starts from where the two parted."
    assert resolve(here(work), parse_base("main")) == Compared(Revision(start, "main", note, FIRM), None)
    assert resolve(here(work), parse_base(None)) == Compared(Revision(start, "main", note, FIRM), None)


def test_two_dots_compare_one_commit_with_another(work: Work) -> None:
    old, new = work.git("rev-parse", "main"), work.git("rev-parse", "raise")
    assert resolve(here(work), parse_base("main..raise")) == Compared(
        Revision(old, "main", "", FIRM), Revision(new, "raise", "", FIRM)
    )


def test_three_dots_compare_a_branch_with_where_it_left_the_other(work: Work) -> None:
    work.git("checkout", "--quiet", "main")
    start, new = work.git("rev-parse", "raise~1"), work.git("rev-parse", "raise")
    assert resolve(here(work), parse_base("main...raise")) == Compared(
        Revision(start, "main", "main has gone on since; the comparison starts from where the two parted.", FIRM),
        Revision(new, "raise", "", FIRM),
    )


def test_a_branch_that_was_merged_since_still_starts_where_it_left(work: Work) -> None:
    work.git("checkout", "--quiet", "main")
    assert resolve(here(work), parse_base("main...main~1")).old == Revision(
        work.git("rev-parse", "main~1"),
        "main",
        "main has gone on since; the comparison starts from where the two parted.",
        FIRM,
    )


def test_three_dots_up_to_the_last_commit_leave_out_what_is_not_committed(work: Work) -> None:
    found = resolve(here(work), parse_base("raise...HEAD"))
    assert found.new is not None
    assert (found.old, found.new.commit) == (
        Revision(work.git("rev-parse", "raise"), "raise", "", FIRM),
        work.git("rev-parse", "HEAD"),
    )


def test_the_folder_in_the_earlier_commit_may_be_named(work: Work) -> None:
    work.git("mv", FIRM, "ladder")
    work.commit("Moved")
    found = resolve(require_repository(work.top / "ladder"), parse_base(f"raise~1:{FIRM}..raise:ladder"))
    assert found.new is not None
    assert (found.old.folder if isinstance(found.old, Revision) else "", found.new.folder) == (FIRM, "ladder")


def test_a_folder_that_held_no_framework_then_is_told_where_one_was(work: Work) -> None:
    with pytest.raises(UsageError) as told:
        resolve(here(work), parse_base("raise:frameworks/frim"))
    assert str(told.value) == (
        f"At raise ({work.git('rev-parse', 'raise')[:10]}) there is no framework in `frameworks/frim`.\n"
        "There is one in `frameworks/firm`.\nTo compare with it, type: --base raise:frameworks/firm"
    )


def test_without_git_a_commit_cannot_be_compared_with() -> None:
    with pytest.raises(UsageError) as told:
        resolve(None, parse_base("main"))
    assert str(told.value).startswith(
        "This framework is not kept in git, so there is no earlier state to compare with.\n"
    )
