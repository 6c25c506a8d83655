"""The pull request of a run of GitHub Actions, and of servers that run the same workflows."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ladderc.cli.forges.forge import Comment, NotPostedError, marked
from ladderc.cli.forges.web import Web, web

_ACTIONS = "github-actions[bot]"
"""Who writes with the token that a run is given."""

_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
_REF = re.compile(r"refs/pull/([1-9][0-9]{0,17})/(?:merge|head)")
_MOST_BYTES = 32_000_000


class GitHub(NamedTuple):
    """One pull request; ``graphql`` is the address at which it can be asked who we are, empty where there is none."""

    web: Web
    repository: str
    number: int
    graphql: str

    @property
    def proposal(self) -> str:
        """What to call it."""
        return f"pull request {self.number}"

    @property
    def most(self) -> int:
        """Characters that a comment may have."""
        return 65_536

    @property
    def advice(self) -> str:
        """Where the right to comment comes from."""
        return "A run for a fork may only read; any other can be given `permissions: pull-requests: write`."

    def own(self, marker: str) -> Comment | None:
        """The first comment that begins with the marker and was written by whoever asks."""
        me = ""
        for entry in self.web.pages(f"{self._comments()}?per_page=100"):
            found, author = marked(entry, marker), entry.get("user")
            if found is None:
                continue
            me = me or self._me()
            if isinstance(author, dict) and author.get("login") == me:
                return found
        return None

    def post(self, body: str) -> None:
        """Write a comment; UncertainError where it may be there although the server failed."""
        self.web.ask("POST", self._comments(), {"body": body}, again=False)

    def change(self, comment: Comment, body: str) -> None:
        """Write another text over a comment."""
        self.web.ask("PATCH", f"repos/{self.repository}/issues/comments/{comment.number}", {"body": body})

    def _comments(self) -> str:
        return f"repos/{self.repository}/issues/{self.number}/comments"

    def _me(self) -> str:
        """The name of our own account: a run's token may not ask the plain way, other servers know no GraphQL."""
        ways: list[tuple[str, str, Mapping[str, object] | None, tuple[str, ...]]] = [
            ("GET", "user", None, ("login",)),
        ]
        if self.graphql:
            ways.insert(0, ("POST", self.graphql, {"query": "{ viewer { login } }"}, ("data", "viewer", "login")))
        for method, way, body, route in ways:
            try:
                said = self.web.read(self.web.ask(method, way, body))
            except NotPostedError:
                continue
            for name in route:
                said = said.get(name) if isinstance(said, dict) else None
            if isinstance(said, str) and said:
                return said
        return _ACTIONS


def github_of(run: Mapping[str, str]) -> GitHub:
    """The pull request of the run with these variables; NotPostedError that says why there is none to write to."""
    number = _number(run)
    if number is None:
        raise NotPostedError("This run belongs to no pull request, so there is nothing to comment on.")
    repository = run.get("GITHUB_REPOSITORY", "")
    if not _REPOSITORY.fullmatch(repository) or {".", ".."} & {*repository.split("/")}:
        raise NotPostedError("GITHUB_REPOSITORY names no repository, so it is open where to comment.")
    secret = run.get("GITHUB_TOKEN", "").strip()
    if not secret:
        raise NotPostedError(
            "This step was not given GITHUB_TOKEN, so it cannot comment.\n"
            "Add to the step: env: GITHUB_TOKEN: ${{ github.token }}"
        )
    api = run.get("GITHUB_API_URL") or "https://api.github.com"
    asked = web(api, "Authorization: Bearer {}", secret, "GITHUB_TOKEN")
    return GitHub(asked, repository, number, run.get("GITHUB_GRAPHQL_URL", ""))


def _number(run: Mapping[str, str]) -> int | None:
    """The pull request's number: from what set the run off, else from the name of what was checked out."""
    event = _event(run.get("GITHUB_EVENT_PATH", ""))
    issue = event.get("issue")
    about = issue if isinstance(issue, dict) and "pull_request" in issue else event.get("pull_request")
    number = about.get("number") if isinstance(about, dict) else None
    if isinstance(number, int) and not isinstance(number, bool) and number > 0:
        return number
    named = _REF.fullmatch(run.get("GITHUB_REF", ""))
    return int(named[1]) if named else None


def _event(path: str) -> Mapping[str, Any]:
    """What set the run off, as the server wrote it down; nothing where that cannot be read."""
    try:
        with Path(path).open("rb") as file:
            event = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}
