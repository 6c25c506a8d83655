"""The states that releases name, read from real repositories; whatever is missing is told and stops nothing."""

from __future__ import annotations

import datetime
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))  # where repositories are built, for all folders of tests

from repositories import BASE, Work, started

from ladderc import pipeline
from ladderc.review.history import Past
from ladderc.review.published import Known

TODAY = datetime.date(2026, 11, 21)
FOLDER = "frameworks/firm"
NEWEST = "- {id: '2026.10', date: 2026-10-01}\n"
OLDEST = "- {id: '2025.10', date: 2025-10-01}\n"


def past(work: Work, folder: str = FOLDER, known: Known | None = None) -> tuple[Past, ...]:
    root = work.top / folder
    framework = pipeline.check(root, TODAY).framework
    assert framework is not None
    return pipeline.past(root, framework, TODAY, known)


def title(one: Past) -> str:
    assert one.framework is not None
    return one.framework.levels["stem/E1"].title.plain


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """A firm tagged once, with another title since; its releases are not written yet."""
    work = started(tmp_path / "repository")
    work.git("tag", "2025.10")
    work.retitle("Beginner")
    return work


def test_a_tag_gives_the_state_that_was_published(work: Work) -> None:
    work.write(f"{FOLDER}/releases.yaml", NEWEST + OLDEST)
    work.commit("Beginners")
    work.git("tag", "--annotate", "--message", "Published", "2026.10")
    work.retitle("Not published")
    newest, oldest = past(work)
    assert [title(newest), newest.note, newest.untagged] == ["Beginner", "", False]
    assert [title(oldest) != "Beginner", oldest.note, oldest.untagged] == [True, "", False]


def test_the_files_stand_for_the_newest_release_until_it_has_a_tag(work: Work) -> None:
    work.write(f"{FOLDER}/releases.yaml", NEWEST + OLDEST)
    newest, oldest = past(work)
    assert (title(newest), newest.untagged) == ("Beginner", True)
    assert newest.note == (
        "The release 2026.10 has no tag yet, so the files as they are now stand for it.\n"
        "When it is published: git tag 2026.10 && git push origin 2026.10"
    )
    assert oldest.note == ""


def test_an_older_release_without_a_tag_is_told_and_left_out(work: Work) -> None:
    work.write(f"{FOLDER}/releases.yaml", NEWEST + "- {id: '2024.10', date: 2024-10-01}\n" + OLDEST)
    work.commit("Beginners")
    work.git("tag", "2026.10")
    assert [one.framework is not None for one in past(work)] == [True, False, True]
    assert "no tag `2024.10`" in past(work)[1].note


def test_a_ref_may_name_a_branch_a_commit_or_another_folder(work: Work) -> None:
    shutil.copytree(BASE, work.top / "frameworks" / "older")
    work.retitle("From another folder", "frameworks/older")
    commit = work.commit("Two")
    work.git("branch", "published")
    work.write(
        f"{FOLDER}/releases.yaml",
        "- {id: c, date: 2026-03-01, ref: published}\n"
        f"- {{id: b, date: 2026-02-01, ref: {commit}}}\n"
        "- {id: a, date: 2026-01-01, ref: 'HEAD:frameworks/older'}\n",
    )
    assert [title(one) for one in past(work)] == ["Beginner", "Beginner", "From another folder"]


def test_a_ref_that_is_not_there_is_told_with_the_file_that_names_it(work: Work) -> None:
    work.write(f"{FOLDER}/releases.yaml", "- {id: a, date: 2026-01-01, ref: 'HEAD:frameworks/none'}\n")
    (one,) = past(work)
    assert (one.framework, one.untagged) == (None, False)
    assert one.note.split("\n")[1] == (
        "There is no `HEAD:frameworks/none` here that holds this framework; releases.yaml names it as the `ref`."
    )


@pytest.mark.parametrize("ref", ["--output=/tmp/x", "HEAD..main", "a b", "frameworks/firm", "HEAD:../../etc"])
def test_an_odd_ref_reads_nothing(work: Work, ref: str) -> None:
    work.write(f"{FOLDER}/releases.yaml", f"- {{id: a, date: 2026-01-01, ref: '{ref}'}}\n")
    (one,) = past(work)
    assert one.framework is None
    assert one.note.startswith("The site cannot tell what the release a changed.\n")


def test_a_tag_is_meant_where_a_branch_has_its_name(work: Work) -> None:
    work.commit("Beginners")
    work.git("branch", "2025.10")
    work.write(f"{FOLDER}/releases.yaml", OLDEST)
    (one,) = past(work)
    assert title(one) != "Beginner"


def test_a_published_state_with_faults_is_told(work: Work) -> None:
    work.write(f"{FOLDER}/tracks/stem.yaml", "id: stem\nname: {{\n")
    work.commit("Broken")
    work.git("tag", "2026.10")
    work.git("checkout", "--quiet", "2025.10", "--", FOLDER)
    work.write(f"{FOLDER}/releases.yaml", NEWEST + OLDEST)
    newest, oldest = past(work)
    assert newest.framework is None
    assert newest.note == (
        "The site cannot tell what the release 2026.10 changed.\n"
        "The files of `2026.10` have faults. Read which: ladderc diff --base 2026.10"
    )
    assert oldest.framework is not None


def test_a_clone_of_the_newest_commits_alone_says_how_to_fetch_the_rest(work: Work, tmp_path: Path) -> None:
    work.write(f"{FOLDER}/releases.yaml", NEWEST + OLDEST)
    work.commit("Beginners")
    work.git("clone", "--quiet", "--depth", "1", "--no-tags", work.top.as_uri(), tmp_path / "shallow")
    oldest = past(Work(tmp_path / "shallow"))[1]
    assert oldest.framework is None
    assert oldest.note.endswith("\nOnly the newest commits were fetched. Fetch the rest: git fetch --unshallow --tags")


def test_a_framework_outside_git_has_the_state_of_today_alone(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "firm")
    (tmp_path / "firm" / "releases.yaml").write_text(NEWEST + OLDEST)
    newest, oldest = past(Work(tmp_path), "firm")
    assert newest.framework is not None
    assert oldest.framework is None
    assert oldest.note == (
        "The site cannot tell what its releases changed.\n"
        "This framework is not kept in git, so no earlier state of it is at hand."
    )


def test_without_git_on_the_machine_the_site_is_built_without_its_past(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.write(f"{FOLDER}/releases.yaml", NEWEST)
    monkeypatch.setenv("PATH", "")
    (one,) = past(work)
    assert one.framework is None
    assert "The program `git` is not installed here" in one.note


def test_without_releases_git_is_not_asked(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert past(work) == ()


def test_what_was_read_once_is_not_read_again(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    work.write(f"{FOLDER}/releases.yaml", OLDEST)
    known: Known = {}
    (first,) = past(work, known=known)
    monkeypatch.setattr("ladderc.review.published.reading_at", lambda *_: pytest.fail("it was read again"))
    (again,) = past(work, known=known)
    assert again.framework is first.framework


def test_a_tag_that_was_moved_is_read_anew(work: Work) -> None:
    work.write(f"{FOLDER}/releases.yaml", OLDEST)
    known: Known = {}
    (first,) = past(work, known=known)
    work.commit("Beginners")
    work.git("tag", "--force", "2025.10")
    (moved,) = past(work, known=known)
    assert (title(first) != "Beginner", title(moved)) == (True, "Beginner")
