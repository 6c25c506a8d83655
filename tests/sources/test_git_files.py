"""The files of a framework as a commit has them: the same as on disk, and nothing that lies elsewhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from repositories import BASE, Work, git, started, type_command

from ladderc.errors import UnreadableError, UsageError
from ladderc.sources.characters import LARGEST
from ladderc.sources.committed import read_revision, reading_at, tree_at
from ladderc.sources.document import Reading
from ladderc.sources.git import require_repository
from ladderc.sources.moved import NotThereThenError, located
from ladderc.sources.read import read
from ladderc.sources.revision import revision
from ladderc.sources.tree import Tree

FIRM = "frameworks/firm"
LINKED = "This is a link, and links in an earlier state are not followed.\nPut the file itself here."


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return started(tmp_path / "work")


def then(work: Work, ref: str = "HEAD", folder: str = FIRM) -> Tree:
    repository = require_repository(work.top / folder)
    return tree_at(repository, revision(repository, ref))


def read_then(work: Work, ref: str = "HEAD") -> Reading:
    repository = require_repository(work.top / FIRM)
    return reading_at(repository, revision(repository, ref))


def said(tree: Tree | Reading) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.place.file, finding.message) for finding in tree.findings]


def test_a_commit_reads_like_the_disk_that_it_was_made_of(work: Work) -> None:
    assert read_then(work) == read(work.top / FIRM)


def test_what_is_not_committed_does_not_count(work: Work) -> None:
    before = dict(then(work).contents)
    work.retitle("Something else")
    work.write(f"{FIRM}/tracks/new.yaml", "id: new\n")
    work.git("add", "--all")
    assert then(work).contents == before


def test_files_that_are_none_of_ours_are_left_out(work: Work) -> None:
    before = dict(then(work).contents)
    for path in (
        *("README.md", ".hidden.yaml", "tracks/.draft.yaml", ".ladderc/schema/track.yaml", "docs/notes.yaml"),
        *("tracks/README.md", "tracks/.old/stem.yaml", "CODEOWNERS", "templates/page.html"),
    ):
        work.write(f"{FIRM}/{path}", "id: x\n")
    work.write("frameworks/other/framework.yaml", "language: 1\n")
    work.write("framework.yaml", "language: 1\n")
    work.commit("More")
    assert (then(work).contents, said(then(work)), then(work).unread) == (before, [], ())


def test_a_file_of_an_unknown_name_is_told_as_on_disk(work: Work) -> None:
    work.write(f"{FIRM}/waiver.yaml", "[]\n")
    work.write(f"{FIRM}/tracks/plan.docx", "Word")
    work.commit("Strays")
    assert said(read_then(work)) == said(read(work.top / FIRM))
    assert [file for _, file, _ in said(read_then(work))] == ["tracks/plan.docx", "waiver.yaml"]


def test_a_link_is_never_followed(work: Work, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: 1\n")
    tracks = work.top / FIRM / "tracks"
    (tracks / "x.yaml").symlink_to("/etc/passwd")
    (tracks / "y.yaml").symlink_to(tmp_path / "secret.yaml")
    (tracks / "z.yaml").symlink_to("stem.yaml")
    (tracks / "others").symlink_to("../../..")
    (tracks / "read.md").symlink_to("/etc/passwd")
    work.commit("Links")
    tree = then(work)
    assert {"tracks/x.yaml", "tracks/y.yaml", "tracks/z.yaml"}.isdisjoint(tree.contents)
    assert not any(b"root:" in content or b"secret" in content for content in tree.contents.values())
    assert tree.unread == ("tracks/x.yaml", "tracks/y.yaml", "tracks/z.yaml")
    assert said(tree) == [("unreadable", f"tracks/{name}", LINKED) for name in ("others", "x.yaml", "y.yaml", "z.yaml")]


def test_a_linked_folder_is_not_followed_either(work: Work) -> None:
    shutil.move(work.top / FIRM / "tracks", work.top / "elsewhere")
    (work.top / FIRM / "tracks").symlink_to("../../elsewhere")
    work.commit("A linked folder")
    assert sorted(then(work).contents) == ["framework.yaml", "pay/2026.yaml"]
    assert said(then(work)) == [("unreadable", "tracks", LINKED)]


def test_a_submodule_is_told_and_not_entered(work: Work, tmp_path: Path) -> None:
    other = started(tmp_path / "other", "tracks-of-others")
    work.git("submodule", "--quiet", "add", other.top, f"{FIRM}/tracks/shared")
    work.commit("Shared tracks")
    assert said(then(work)) == [
        (
            "unreadable",
            "tracks/shared",
            "This is a repository of its own (a submodule), and its files are not read.\nPut the files themselves here.",
        )
    ]


def test_a_folder_that_ends_like_a_file_is_told_once_as_on_disk(work: Work) -> None:
    for name in ("a.yaml", "b.yaml"):
        work.write(f"{FIRM}/tracks/expert.yaml/{name}", "id: x\n")
    work.commit("A folder")
    assert said(then(work)) == said(read(work.top / FIRM))
    assert then(work).unread == ("tracks/expert.yaml",)


def test_a_huge_file_is_told_without_being_loaded(work: Work) -> None:
    work.write(f"{FIRM}/tracks/huge.yaml", b"#" * (LARGEST + 1))
    work.write(f"{FIRM}/tracks/large.yaml", b"#" * LARGEST)
    work.commit("Huge")
    tree = then(work)
    assert len(tree.contents["tracks/large.yaml"]) == LARGEST
    assert "tracks/huge.yaml" not in tree.contents
    assert [(rule, file) for rule, file, _ in said(tree)] == [("too-large", "tracks/huge.yaml")]
    assert said(read_then(work)) == said(read(work.top / FIRM))


@pytest.mark.parametrize(
    "name", ["line\nend.yaml", 'quo"te.yaml', "tab\there.yaml", "größe.yaml", "-dash.yaml", "a b.yaml"]
)
def test_a_file_may_have_any_name(work: Work, name: str) -> None:
    work.write(f"{FIRM}/tracks/{name}", f"id: {len(name)}\n")
    work.commit("An odd name")
    assert then(work).contents[f"tracks/{name}"] == f"id: {len(name)}\n".encode()


def test_a_name_that_is_no_utf8_is_read_like_on_disk(work: Work) -> None:
    odd = os.fsdecode(b"caf\xe9.yaml")
    work.write(f"{FIRM}/tracks/{odd}", "id: cafe\n")
    work.commit("A name from an old system")
    assert then(work).contents[f"tracks/{odd}"] == b"id: cafe\n"
    assert read_then(work).contents == read(work.top / FIRM).contents


def test_an_empty_file_and_one_of_bytes_alone_come_through(work: Work) -> None:
    work.write(f"{FIRM}/tracks/empty.yaml", b"")
    work.write(f"{FIRM}/tracks/bytes.yaml", bytes(range(256)) + b"\n\n")
    work.commit("Bytes")
    contents = then(work).contents
    assert (contents["tracks/empty.yaml"], contents["tracks/bytes.yaml"]) == (b"", bytes(range(256)) + b"\n\n")


def test_line_ends_that_git_changes_on_checkout_change_nothing(work: Work) -> None:
    work.write(".gitattributes", "*.yaml text eol=crlf\n")
    for file in sorted((work.top / FIRM).rglob("*.yaml")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    work.commit("CRLF on this machine")
    on_disk, committed = read(work.top / FIRM), read_then(work)
    assert b"\r\n" in on_disk.contents["framework.yaml"]
    assert b"\r\n" not in committed.contents["framework.yaml"]
    assert committed.documents == on_disk.documents


@pytest.mark.parametrize(
    ("stored", "what"),
    [
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
            "Git LFS keeps the text of this file elsewhere",
        ),
        (b"\0GITCRYPT\0\x17\x99", "This file is encrypted by git-crypt"),
    ],
)
def test_a_file_that_git_stores_in_another_form_is_told_with_the_way_out(work: Work, stored: bytes, what: str) -> None:
    work.write(f"{FIRM}/pay/2026.yaml", stored)
    commit = work.commit("Pay is kept elsewhere")
    assert said(then(work)) == [
        (
            "unreadable",
            "pay/2026.yaml",
            f"{what}, so git cannot hand over an earlier state of it.\n"
            f"Check that state out beside this one: git worktree add ../framework-before {commit[:10]}\n"
            "Then compare with the folder: --base ../framework-before",
        )
    ]
    assert read_then(work).broken == (("pay/2026.yaml", "pay"),)


def test_a_framework_that_was_moved_is_found_where_it_was(work: Work) -> None:
    before = dict(then(work).contents)
    work.write("frameworks/other/framework.yaml", "language: 1\n")
    work.commit("Another")
    work.git("mv", FIRM, "ladder")
    work.commit("Moved")
    repository = require_repository(work.top / "ladder")
    found = located(repository, revision(repository, "HEAD~1"))
    assert (found.folder, found.note) == (FIRM, "Then the framework was in `frameworks/firm`; now it is in `ladder`.")
    assert read_revision(repository, found) == before
    assert read_revision(repository, revision(repository, "HEAD~1")) == before


def test_a_new_framework_beside_others_is_not_taken_for_one_of_them(work: Work) -> None:
    shutil.copytree(work.top / FIRM, work.top / "frameworks" / "second")
    work.commit("Another one")
    with pytest.raises(NotThereThenError) as told:
        then(work, "HEAD~1", "frameworks/second")
    first = work.git("rev-parse", "HEAD~1")[:10]
    assert str(told.value) == (
        f"At HEAD~1 ({first}) there is no framework in `frameworks/second`.\n"
        "It is new since then, unless it was the one in `frameworks/firm`.\n"
        "To compare with that one, type: --base HEAD~1:frameworks/firm"
    )


def test_the_first_framework_of_a_repository_has_nothing_before_it(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    work = Work(tmp_path / "work")
    work.git("init", "--quiet")
    work.commit("Nothing yet")
    shutil.copytree(BASE, work.top / FIRM)
    work.commit("The framework")
    with pytest.raises(NotThereThenError) as told:
        then(work, "main~1")
    first = work.git("rev-parse", "HEAD~1")[:10]
    assert str(told.value) == (
        f"At main~1 ({first}) there is no framework in `frameworks/firm`.\n"
        "It is new since then, so there is nothing to compare it with."
    )


@pytest.mark.parametrize("damage", ["gone", "garbled"])
def test_a_damaged_repository_is_told(work: Work, damage: str) -> None:
    commit = work.git("rev-parse", "HEAD")
    name = work.git("rev-parse", f"HEAD:{FIRM}/framework.yaml")
    stored = work.top / ".git" / "objects" / name[:2] / name[2:]
    stored.chmod(0o644)
    stored.unlink() if damage == "gone" else stored.write_bytes(b"garbage")
    with pytest.raises(UnreadableError) as told:
        then(work)
    assert str(told.value).startswith(f"Git cannot read the files of commit {commit[:10]}: ")
    assert str(told.value).endswith(
        "\nThe repository may be damaged; `git fsck` says what is wrong, and a fresh clone usually mends it."
    )


def test_a_partial_copy_without_folders_gives_the_command_too(work: Work, tmp_path: Path) -> None:
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("config", "uploadpack.allowAnySHA1InWant", "true")
    before = dict(then(work).contents)
    work.git("mv", FIRM, "ladder")
    work.commit("Moved")
    git(tmp_path, "clone", "--quiet", "--filter=tree:0", work.top.as_uri(), "mine")
    mine = Work(tmp_path / "mine")
    with pytest.raises(UsageError) as told:
        then(mine, "HEAD~1", "ladder")
    command = f"git archive --output=/dev/null {work.git('rev-parse', 'HEAD~1')[:10]}"
    assert str(told.value).endswith(f"\nFetch them: {command}")
    type_command(mine.top, command)
    assert then(mine, "HEAD~1", "ladder").contents == before


def test_a_repository_with_the_newer_names_of_commits_is_read(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    work = Work(tmp_path / "work")
    work.git("init", "--quiet", "--object-format=sha256")
    shutil.copytree(BASE, work.top / FIRM)
    work.commit("The framework")
    assert read_then(work) == read(work.top / FIRM)


def test_a_partial_copy_gives_the_command_that_mends_it(work: Work, tmp_path: Path) -> None:
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("config", "uploadpack.allowAnySHA1InWant", "true")
    before = dict(then(work).contents)
    work.retitle("Something else")
    work.commit("A title")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", work.top.as_uri(), "mine")
    mine = Work(tmp_path / "mine")
    first = work.git("rev-parse", "HEAD~1")[:10]
    with pytest.raises(UsageError) as told:
        then(mine, "HEAD~1")
    command = f"git archive --output=/dev/null {first}:{FIRM}"
    assert str(told.value) == (
        "This copy of the repository was made without the files of earlier commits, and ladderc fetches nothing itself.\n"
        f"Fetch them: {command}"
    )
    type_command(mine.top, command)
    assert then(mine, "HEAD~1").contents == before
