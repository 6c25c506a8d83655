"""``ladderc comment`` meets servers that are busy, broken or hostile, and finds out who it is."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from commenting import LATER, NO_COMMENT, OLD, OTHERS, REVIEW, Comment
from forge_server import SECRET, Server, Trouble, serving

from ladderc.cli.forges import exchange, web

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
