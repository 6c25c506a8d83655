"""The merge request of a pipeline of GitLab."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ladderc.cli.forges.forge import Comment, NotPostedError, marked
from ladderc.cli.forges.web import Web, web

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class GitLab(NamedTuple):
    """One merge request: its project's number, its own number in it, and the variable that holds the access token."""

    web: Web
    project: int
    number: int
    variable: str

    @property
    def proposal(self) -> str:
        """What to call it."""
        return f"merge request {self.number}"

    @property
    def most(self) -> int:
        """Characters that a comment may have."""
        return 1_000_000

    @property
    def advice(self) -> str:
        """Where the right to comment comes from."""
        return f"The access token in {self.variable} needs the role Reporter and the scope api, and time left."

    def own(self, marker: str) -> Comment | None:
        """The first comment that begins with the marker and was written by whoever asks."""
        me: object = None
        for entry in self.web.pages(f"{self._notes()}?per_page=100&order_by=created_at&sort=asc"):
            found, author = marked(entry, marker), entry.get("author")
            if found is None or entry.get("system"):
                continue
            me = me or self._me()
            if isinstance(author, dict) and author.get("id") == me:
                return found
        return None

    def post(self, body: str) -> None:
        """Write a comment; UncertainError where it may be there although the server failed."""
        self.web.ask("POST", self._notes(), {"body": body}, again=False)

    def change(self, comment: Comment, body: str) -> None:
        """Write another text over a comment."""
        self.web.ask("PUT", f"{self._notes()}/{comment.number}", {"body": body})

    def _notes(self) -> str:
        return f"projects/{self.project}/merge_requests/{self.number}/notes"

    def _me(self) -> int:
        said = self.web.read(self.web.ask("GET", "user"))
        number = said.get("id") if isinstance(said, dict) else None
        if not isinstance(number, int):
            raise self.web.strange()
        return number


def gitlab_of(run: Mapping[str, str]) -> GitLab:
    """The merge request of the pipeline with these variables; NotPostedError that says why there is none to write to."""
    number = run.get("CI_MERGE_REQUEST_IID", "")
    # A fork's pipeline runs in the fork, and the merge request is discussed where it shall go.
    project = run.get("CI_MERGE_REQUEST_PROJECT_ID") or run.get("CI_PROJECT_ID", "")
    if not (_NUMBER.fullmatch(number) and _NUMBER.fullmatch(project)):
        raise NotPostedError("This pipeline belongs to no merge request, so there is nothing to comment on.")
    variable = next((name for name in ("LADDERC_TOKEN", "GITLAB_TOKEN") if run.get(name, "").strip()), None)
    if variable is None:
        raise NotPostedError(
            "There is no variable LADDERC_TOKEN, so this job cannot comment: GitLab's own CI_JOB_TOKEN may not.\n"
            "Make an access token for the project (role Reporter, scope api), and store it as LADDERC_TOKEN "
            "under Settings, CI/CD, Variables."
        )
    api, authority = run.get("CI_API_V4_URL", ""), run.get("CI_SERVER_TLS_CA_FILE")
    asked = web(api, "PRIVATE-TOKEN: {}", run[variable], variable, authority)
    return GitLab(asked, int(project), int(number), variable)
