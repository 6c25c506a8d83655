"""``ladderc comment``: one comment, brought up to date, and where the review goes when the run may not comment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commenting import LATER, MARKER, NO_COMMENT, OLD, OTHERS, QUIET, REVIEW, Comment
from forge_server import PAGE, SECRET, Server, Trouble
from running import BASE, run

# One comment


def test_the_first_run_writes_it_and_the_next_brings_it_up_to_date(github: Server, comment: Comment) -> None:
    assert comment() == ("Wrote a comment on pull request 12.\n", "", 0)
    assert github.bodies() == [REVIEW.strip()]
    assert comment() == ("The comment on pull request 12 says this already.\n", "", 0)
    assert comment(LATER) == ("Brought the comment on pull request 12 up to date.\n", "", 0)
    assert github.bodies() == [LATER.strip()]
    assert [one.method for one in github.asked if one.method != "GET" and "graphql" not in one.path] == [
        "POST",
        "PATCH",
    ]
    assert {one.secret for one in github.asked} == {SECRET}
    assert comment.summary() == ""


def test_on_gitlab_too(gitlab: Server, comment: Comment) -> None:
    assert comment() == ("Wrote a comment on merge request 7.\n", "", 0)
    assert comment(LATER) == ("Brought the comment on merge request 7 up to date.\n", "", 0)
    assert gitlab.bodies() == [LATER.strip()]
    assert gitlab.met()[0].startswith("GET /api/v4/projects/3/merge_requests/7/notes?")
    assert gitlab.met()[-1] == "PUT /api/v4/projects/3/merge_requests/7/notes/100"
    assert {one.secret for one in gitlab.asked} == {SECRET}


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_it_is_found_on_the_third_page(forge: str, request: pytest.FixtureRequest, comment: Comment) -> None:
    server: Server = request.getfixturevalue(forge)
    for number in range(2 * PAGE + 1):
        server.write(f"Talk {number}", OTHERS)
    server.write(OLD)
    server.write("Talk at the end", OTHERS)
    assert comment().out.startswith("Brought the comment on ")
    assert server.bodies().count(REVIEW.strip()) == 1
    assert len(server.bodies()) == 2 * PAGE + 3


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_the_comment_of_somebody_else_is_not_touched(
    forge: str, request: pytest.FixtureRequest, comment: Comment
) -> None:
    server: Server = request.getfixturevalue(forge)
    server.write(OLD, OTHERS)
    assert comment().out.startswith("Wrote a comment on ")
    assert server.bodies() == [OLD, REVIEW.strip()]
    assert comment(LATER).out.startswith("Brought the comment on ")
    assert server.bodies() == [OLD, LATER.strip()]


@pytest.mark.parametrize(
    "body", [f"> {OLD}", f"See\n{OLD}", f" {OLD}", f"{MARKER}!", "<!-- ladderc diff frameworks/a -->\nold", ""]
)
def test_a_marker_elsewhere_or_another_one_is_none(github: Server, comment: Comment, body: str) -> None:
    github.write(body)
    assert comment().out == "Wrote a comment on pull request 12.\n"
    assert github.bodies() == [body, REVIEW.strip()]


def test_two_frameworks_of_a_repository_keep_two_comments(github: Server, comment: Comment) -> None:
    other = REVIEW.replace(MARKER, "<!-- ladderc diff frameworks/b -->")
    for text in (REVIEW, other, LATER, other):
        assert comment(text).code == 0
    assert github.bodies() == [LATER.strip(), other.strip()]


def test_what_diff_writes_is_taken_and_nothing_to_say_is_recognised(
    github: Server, comment: Comment, tmp_path: Path
) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(BASE, changed)
    track = changed / "tracks" / "specialist.yaml"
    before = track.read_text(encoding="utf-8")

    def reviewed(text: str) -> str:
        track.write_text(text, encoding="utf-8")
        run("diff", changed, "--base", BASE, "--output", tmp_path / "review.md", "--format", "markdown")
        return comment.typed("review.md").out

    assert reviewed(before) == "There is nothing to say, and no comment on pull request 12 that says otherwise.\n"
    assert github.bodies() == []
    assert reviewed(before.replace("min_months: 18", "min_months: 30")) == "Wrote a comment on pull request 12.\n"
    assert "asks for at least 30 months" in github.bodies()[0]
    assert reviewed(before) == "Brought the comment on pull request 12 up to date.\n"
    assert "### ✅ Career framework: no changes\n" in github.bodies()[0]
    assert len(github.bodies()) == 1


def test_where_nothing_was_compared_an_older_review_does_not_go_on_speaking(github: Server, comment: Comment) -> None:
    assert comment.typed("none.md", str(BASE)).out == (
        "There is no file none.md, so `ladderc diff` made no review.\n"
        "There is nothing to say, and no comment on pull request 12 that says otherwise.\n"
    )
    marker = "<!-- ladderc diff tests/rules/base -->"
    github.write(f"{marker}\nold")
    github.write(OLD)
    said = comment.typed("none.md", str(BASE))
    assert said.out.endswith("Brought the comment on pull request 12 up to date.\n")
    assert github.bodies()[0].startswith(f"{marker}\n### ❔ Career framework: not compared\n")
    assert github.bodies()[1] == OLD
    assert comment.typed("none.md") == (
        "There is no file none.md, so `ladderc diff` made no review.\n"
        "Which comment spoke of this framework is open, for there is no framework here.\n",
        "",
        0,
    )


# Where the run may not comment


@pytest.mark.parametrize("status", [401, 403, 404, 410, 422])
@pytest.mark.parametrize("way", ["GET /repos", "POST /repos"])
def test_what_is_refused_goes_to_the_summary(github: Server, comment: Comment, status: int, way: str) -> None:
    github.trouble(way, Trouble(status))
    said = comment()
    assert said.out.splitlines()[0] == f"127.0.0.1 refused with {status}."
    assert (said.out.endswith(NO_COMMENT), said.err, said.code) == (True, "", 0)
    assert comment.summary() == REVIEW
    assert github.bodies() == []


def test_a_run_that_may_only_read_is_told_what_to_write(github: Server, comment: Comment) -> None:
    github.trouble("POST /repos", Trouble(403))
    assert comment().out == (
        "127.0.0.1 refused with 403.\n"
        "A run for a fork may only read; any other can be given `permissions: pull-requests: write`.\n" + NO_COMMENT
    )


def test_on_gitlab_it_follows_in_the_log(gitlab: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    gitlab.trouble("POST /api", Trouble(403))
    evil = REVIEW + "\x1b[31m red\n::error::no\n"
    said = comment(evil)
    assert said.out.startswith(
        "127.0.0.1 refused with 403.\n"
        "The access token in LADDERC_TOKEN needs the role Reporter and the scope api, and time left.\n"
        f"The review follows here.\n\n{REVIEW}"
    )
    assert "\x1b" not in said.out
    assert "\n::error" not in said.out
    monkeypatch.delenv("LADDERC_TOKEN")
    monkeypatch.setenv("CI_JOB_TOKEN", SECRET)
    assert comment().out == (
        "There is no variable LADDERC_TOKEN, so this job cannot comment: GitLab's own CI_JOB_TOKEN may not.\n"
        "Make an access token for the project (role Reporter, scope api), and store it as LADDERC_TOKEN "
        f"under Settings, CI/CD, Variables.\nThe review follows here.\n\n{REVIEW}\n"
    )
    assert SECRET not in {one.secret for one in gitlab.asked[2:]}


def test_nothing_to_say_is_not_said_in_the_summary(github: Server, comment: Comment) -> None:
    github.trouble("GET /repos", Trouble(403))
    assert comment(QUIET).out.endswith("The review says that nothing changed, so it is not repeated here.\n")
    assert comment.summary() == ""


def test_without_a_token_or_by_choice(github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    assert comment(REVIEW, "--summary") == (NO_COMMENT, "", 0)
    monkeypatch.setenv("GITHUB_TOKEN", " ")
    assert comment() == (
        "This step was not given GITHUB_TOKEN, so it cannot comment.\n"
        "Add to the step: env: GITHUB_TOKEN: ${{ github.token }}\n" + NO_COMMENT, "", 0,
    )  # fmt: skip
    assert comment.summary() == f"{REVIEW}\n{REVIEW}"
    assert github.asked == []


EVENTS = {
    "a push": b'{"ref": "refs/heads/main"}', "no JSON": b"{", "a list": b"[]", "a text for a number": b'{"pull_request": {"number": "12"}}',
    "true": b'{"pull_request": {"number": true}}', "below one": b'{"pull_request": {"number": 0}}', "no UTF-8": b"\xff\xfe",
    "deep": b"[" * 100_000, "an issue": b'{"issue": {"number": 12}}',
}  # fmt: skip


@pytest.mark.usefixtures("github")
@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_a_run_without_a_pull_request(comment: Comment, event: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    (comment.folder / "event.json").write_bytes(event)
    none = "This run belongs to no pull request, so there is nothing to comment on.\n"
    assert comment() == (none + NO_COMMENT, "", 0)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(comment.folder / "missing.json"))
    monkeypatch.setenv("GITHUB_REF", "refs/heads/refs/pull/9/merge")
    assert comment() == (none + NO_COMMENT, "", 0)
    monkeypatch.setenv("GITHUB_REF", "refs/pull/9/merge")
    assert comment().out == "Wrote a comment on pull request 9.\n"


def test_a_comment_on_a_pull_request_sets_off_a_run_for_it(github: Server, comment: Comment) -> None:
    (comment.folder / "event.json").write_text('{"issue": {"number": 31, "pull_request": {}}}')
    assert comment().out == "Wrote a comment on pull request 31.\n"
    assert github.met()[-1] == "POST /repos/fernhill/ladders/issues/31/comments"


@pytest.mark.parametrize("name", ["", "fernhill", "fernhill/../../admin", "../..", "a/b?c=1", "a/b\n"])
def test_a_repository_that_is_none(
    github: Server, comment: Comment, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", name)
    assert comment().out == "GITHUB_REPOSITORY names no repository, so it is open where to comment.\n" + NO_COMMENT
    assert github.asked == []


def test_a_pipeline_without_a_merge_request_and_one_of_a_fork(
    gitlab: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI_MERGE_REQUEST_PROJECT_ID", "1")
    assert comment().out == "Wrote a comment on merge request 7.\n"
    assert gitlab.met()[-1] == "POST /api/v4/projects/1/merge_requests/7/notes"
    monkeypatch.delenv("CI_MERGE_REQUEST_IID")
    assert comment().out.startswith(
        "This pipeline belongs to no merge request, so there is nothing to comment on.\nThe review follows here.\n"
    )


def test_what_gitlab_itself_notes_is_no_comment(gitlab: Server, comment: Comment) -> None:
    gitlab.write(OLD, system=True)
    assert comment().out == "Wrote a comment on merge request 7.\n"


# Room, and what may be given


@pytest.mark.usefixtures("github")
def test_a_review_longer_than_a_comment(comment: Comment) -> None:
    fits = REVIEW + "x" * (65_536 - len(REVIEW) - 1)  # the one face counts twice
    assert comment(fits).out == "Wrote a comment on pull request 12.\n"
    assert comment(fits + "x").out == ("A comment there may have 65,536 characters, and this is longer.\n" + NO_COMMENT)
    assert comment.summary() == f"{fits}x\n"


@pytest.mark.usefixtures("github")
def test_the_summary_is_cut_at_its_last_line_and_says_so(comment: Comment) -> None:
    path = comment.folder / "summary.md"
    path.write_text("a" * (1024 * 1024 - 500))
    long = REVIEW + "ä line of the review\n" * 40
    assert comment(long, "--summary").out == NO_COMMENT
    added = comment.summary()[1024 * 1024 - 500 :]
    assert added.startswith(
        f"\n**The end of this is left out: the summary of a step has room for 1 MiB.**\n\n{MARKER}\n"
    )
    assert added.endswith("\nä line of the review\n")
    assert path.stat().st_size <= 1024 * 1024
    path.write_text("a" * (1024 * 1024))
    assert comment(long, "--summary").out == f"The review follows here.\n\n{long}\n"


@pytest.mark.usefixtures("github")
def test_a_summary_that_cannot_be_written(comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(comment.folder))
    assert comment(REVIEW, "--summary") == (f"The review follows here.\n\n{REVIEW}\n", "", 0)


@pytest.mark.parametrize(
    "text",
    ["", "### No marker\n", f"\n{REVIEW}", f"x{REVIEW}", b"\xff\xfe", "<!-- other -->\n", "<!-- ladderc diff\n-->\n"],
)
def test_a_file_that_is_no_review(github: Server, comment: Comment, text: str | bytes) -> None:
    assert comment(text) == (
        "",
        "review.md is no review that `ladderc diff` wrote, for its first line does not say so.\n"
        "Write it first: ladderc diff --format markdown --output review.md\n",
        2,
    )
    assert github.asked == []


def test_line_ends_of_windows_are_no_other_text(github: Server, comment: Comment) -> None:
    github.write(REVIEW.replace("\n", "\r\n"))
    assert comment(REVIEW.replace("\n", "\r\n")).out == "The comment on pull request 12 says this already.\n"


def test_on_your_own_computer_it_says_what_to_type(comment: Comment) -> None:
    assert comment() == (
        "",
        "`ladderc comment` works in a run of GitHub Actions or GitLab CI, and this is none.\n"
        "To read a review here, type: ladderc diff\n",
        2,
    )
