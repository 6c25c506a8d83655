"""``ladderc comment`` against a stand-in for GitHub and GitLab: one comment, true ever after, and never a leak."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from forge_server import PAGE, SECRET, Server, Trouble, serving
from running import BASE, Said, run

from ladderc.cli.forges import exchange, web

MARKER = "<!-- ladderc diff -->"
REVIEW = f"{MARKER}\n### ⚠️ Career framework: 1 change, 1 warning open\n\n- Größe und Maß: 世界 😀\n"
LATER = REVIEW.replace("1 change,", "2 changes,")
QUIET = f"{MARKER}\n### ✅ Career framework: no changes\n\nNothing changed that a person would notice.\n"
OLD = f"{MARKER}\nold"
OTHERS = "octocat"
NO_COMMENT = "The review stands in the summary of this run.\n"
NEVER_SHOWN = (SECRET, "Bearer", "PRIVATE-TOKEN", "Traceback")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine that the tests run on is taken for one of the run, and nobody waits."""
    for name in list(os.environ):
        if name.startswith(("GITHUB_", "GITLAB_", "CI_", "LADDERC_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(web, "pause", lambda _: None)


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A run of GitHub Actions for pull request 12."""
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"action": "synchronize", "pull_request": {"number": 12}}))
    with serving(Server("github", "github-actions[bot]")) as server:
        for name, value in {
            "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "fernhill/ladders", "GITHUB_TOKEN": SECRET,
            "GITHUB_API_URL": server.address, "GITHUB_GRAPHQL_URL": f"{server.address}/graphql",
            "GITHUB_EVENT_PATH": str(event), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A pipeline of GitLab for merge request 7, with an access token."""
    with serving(Server("gitlab", "project_3_bot")) as server:
        for name, value in {
            "GITLAB_CI": "true", "CI_API_V4_URL": f"{server.address}/api/v4", "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7", "LADDERC_TOKEN": SECRET,
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def comment(tmp_path: Path) -> Comment:
    return Comment(tmp_path)


class Comment:
    """Types ``ladderc comment`` for a text, and looks into all that was said for what must not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, text: str | bytes = REVIEW, *words: str) -> Said:
        path = self.folder / "review.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.typed("review.md", *words)

    def typed(self, *words: str) -> Said:
        said = run("comment", *words, inside=self.folder)
        for secret in NEVER_SHOWN:
            assert secret not in said.out + said.err + self.summary()
        return said

    def summary(self) -> str:
        path = self.folder / "summary.md"
        return path.read_text(encoding="utf-8") if path.exists() else ""


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


# A server that is busy, broken or hostile


def test_a_busy_server_is_waited_for_as_long_as_it_asks(
    github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(web, "pause", waited.append)
    github.trouble("GET /repos", Trouble(429, (("Retry-After", "7"),)), Trouble(403, (("Retry-After", "0"),)))
    github.trouble("POST /repos", Trouble(429, (("Retry-After", "30"),)), Trouble(429, (("Retry-After", "tomorrow"),)))
    assert comment().out == "Wrote a comment on pull request 12.\n"
    assert waited == [7, 2, 30, 2]
    assert github.bodies() == [REVIEW.strip()]
    github.trouble("GET /repos", Trouble(429, (("Retry-After", "31"),)))
    assert comment(LATER).out == "127.0.0.1 asks to be left alone for 31 seconds.\n" + NO_COMMENT
    assert waited == [7, 2, 30, 2]


def test_a_server_that_fails_three_times(github: Server, comment: Comment) -> None:
    github.trouble("GET /repos", *[Trouble(500)] * 3)
    assert comment() == ("127.0.0.1 answered 3 times with 500.\n" + NO_COMMENT, "", 0)
    assert len(github.asked) == 3
    github.trouble("POST /repos", *[Trouble(502)] * 3)
    assert comment() == ("127.0.0.1 failed with 502.\n" + NO_COMMENT, "", 0)
    github.trouble("GET /repos", *[Trouble(500)] * 2)
    assert comment() == ("Wrote a comment on pull request 12.\n", "", 0)
    github.trouble("PATCH /repos", *[Trouble(503)] * 2)
    assert comment(LATER) == ("Brought the comment on pull request 12 up to date.\n", "", 0)


@pytest.mark.parametrize("trouble", [Trouble(504, keeps=True), Trouble(201, keeps=True, silent=0.6)])
def test_a_failure_after_the_comment_was_made_makes_no_second_one(
    github: Server, comment: Comment, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "TIMEOUT", 0.3)
    github.trouble("POST /repos", trouble)
    if trouble.silent:  # it keeps what it was asked only after we gave up, so the first look finds nothing
        monkeypatch.setattr(web, "pause", lambda _: time.sleep(0.4))
    assert comment() == ("Wrote a comment on pull request 12.\n", "", 0)
    assert github.bodies() == [REVIEW.strip()]


def test_a_server_that_falls_silent(github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "TIMEOUT", 0.2)
    github.trouble("GET /repos", *[Trouble(200, silent=0.5)] * 3)
    assert comment() == ("127.0.0.1 did not answer within 0.2 seconds.\n" + NO_COMMENT, "", 0)


@pytest.mark.usefixtures("github")
def test_a_server_that_is_not_there(comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:1")
    assert comment() == ("127.0.0.1 cannot be reached.\n" + NO_COMMENT, "", 0)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("way", ["GET /repos", "POST /repos"])
def test_another_server_is_never_told_the_token(github: Server, comment: Comment, status: int, way: str) -> None:
    with serving(Server("github", "thief")) as thief:
        github.trouble(way, Trouble(status, (("Location", f"{thief.address}/repos"),)))
        assert comment() == (
            "127.0.0.1 sends on to another server, which ladderc does not follow.\n" + NO_COMMENT, "", 0,
        )  # fmt: skip
        page = (("Link", f'<{thief.address}/repos?page=2>; rel="next"'),)
        github.trouble("GET /repos", Trouble(200, page, b"[]"))
        assert comment().out.startswith("127.0.0.1 sends on to another server")
        assert thief.asked == []


def test_a_repository_that_was_renamed_is_followed_on_the_same_server(github: Server, comment: Comment) -> None:
    for status, way in ((301, "GET"), (307, "POST")):
        github.trouble(f"{way} /repos/fernhill", Trouble(status, (("Location", "/repositories/8/issues/12/comments"),)))
    assert comment().out == "Wrote a comment on pull request 12.\n"
    assert github.met()[-1] == "POST /repositories/8/issues/12/comments"
    assert github.asked[-1].body == {"body": REVIEW}
    github.trouble("GET /repos", *[Trouble(302, (("Location", "/repos/fernhill/ladders"),))] * 9)
    assert comment().out == "127.0.0.1 sends every request on to another address.\n" + NO_COMMENT


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[1]", b"\xff", b"[" * 100_000, b"null"])
def test_an_answer_that_is_none(github: Server, comment: Comment, body: bytes) -> None:
    github.trouble("GET /repos", Trouble(200, (), body))
    assert comment().out == (
        "127.0.0.1 answered with something else than its programming interface would.\n" + NO_COMMENT
    )
    assert github.bodies() == []


def test_odd_comments_are_passed_over(github: Server, comment: Comment) -> None:
    odd = [{"id": "1", "body": OLD}, {"id": 2, "body": None}, {"id": 3, "body": OLD, "user": None}, {}]
    github.trouble("GET /repos", Trouble(200, (), json.dumps(odd).encode()))
    assert comment().out == "Wrote a comment on pull request 12.\n"


def test_pages_without_an_end_are_left(github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_PAGES", 4)
    page = (("Link", f'<{github.address}/repos/again>; rel="next"'),)
    github.trouble("GET /repos", *[Trouble(200, page, b"[]")] * 9)
    assert comment().out == "There are more than 400 comments, and ladderc looks no further.\n" + NO_COMMENT
    assert len(github.asked) == 4


def test_an_answer_without_end_is_left(github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MOST_BYTES", 1000)
    github.trouble("GET /repos", *[Trouble(200, (), b" " * 100_000)] * 3)
    assert comment().out == "127.0.0.1 cannot be reached.\n" + NO_COMMENT


@pytest.mark.parametrize("secret", ["abc\ndef", "ab c", "schlüssel", "a\x00b"])
def test_a_secret_that_can_be_none_is_not_shown(
    github: Server, comment: Comment, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "\0" not in secret:
        monkeypatch.setenv("GITHUB_TOKEN", secret)
        said = comment()
        assert said.out.startswith("GITHUB_TOKEN holds a character that cannot be part of it.\n")
        assert secret not in said.out
    assert github.asked == []


def test_a_secret_with_a_line_end_behind_it_is_taken(
    github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", f"{SECRET}\n")
    assert comment().out == "Wrote a comment on pull request 12.\n"
    assert {one.secret for one in github.asked} == {SECRET}


@pytest.mark.parametrize(
    ("api", "said"),
    [
        ("http://api.example", "api.example is not asked by https, so ladderc does not show it GITHUB_TOKEN.\n"),
        ("ftp://api.example", "api.example is not asked by https, so ladderc does not show it GITHUB_TOKEN.\n"),
        *[
            (api, "What this run names as the address of its server's programming interface is no address.\n")
            for api in ("nonsense", "https://", "https://a:b@c.example", "https://a.example:x", "https://a.example/\nb")
        ],
    ],
)
def test_an_address_that_nothing_is_sent_to(
    github: Server, comment: Comment, api: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_API_URL", api)
    assert comment() == (said + NO_COMMENT, "", 0)
    assert github.asked == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_a_certificate_has_to_be_trusted(
    gitlab: Server, comment: Comment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, key = tmp_path / "made.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", made],
        check=True, capture_output=True,
    )  # fmt: skip
    both = tmp_path / "both.pem"
    both.write_text(key.read_text() + made.read_text())
    with serving(Server("gitlab", "project_3_bot"), both) as server:
        monkeypatch.setenv("CI_API_V4_URL", f"{server.address}/api/v4")
        assert comment(REVIEW, "--told") == (
            "The certificate of localhost is not trusted here, so nothing was sent to it.\n"
            "The review stands above in this log.\n", "", 0,
        )  # fmt: skip
        assert server.asked == []
        monkeypatch.setenv("CI_SERVER_TLS_CA_FILE", str(made))
        assert comment() == ("Wrote a comment on merge request 7.\n", "", 0)
        monkeypatch.setenv("CI_SERVER_TLS_CA_FILE", str(comment.folder / "review.md"))
        assert comment().out.startswith("The file that CI_SERVER_TLS_CA_FILE names holds no certificates.\n")
    assert gitlab.asked == []


# Who we are


def test_who_asks_is_found_out_where_the_plain_way_is_closed(github: Server, comment: Comment) -> None:
    github.me = "ladders-of-fernhill[bot]"
    github.write(OLD)
    github.trouble("GET /user", Trouble(403))
    assert comment().out == "Brought the comment on pull request 12 up to date.\n"


def test_a_server_without_graphql(github: Server, comment: Comment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_GRAPHQL_URL")
    github.me = "forgejo-actions"
    github.write(OLD)
    assert comment().out == "Brought the comment on pull request 12 up to date.\n"


def test_without_an_answer_only_the_account_of_runs_is_ours(github: Server, comment: Comment) -> None:
    github.trouble("POST /graphql", *[Trouble(200, (), b'{"errors": []}')] * 2)
    github.trouble("GET /user", Trouble(403), Trouble(403))
    github.write(OLD, OTHERS)
    github.write(OLD, "github-actions[bot]")
    assert comment().out == "Brought the comment on pull request 12 up to date.\n"
    assert github.bodies() == [OLD, REVIEW.strip()]


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
