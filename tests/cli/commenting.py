"""What the tests of ``ladderc comment`` share: a run of each server, and a user who types the command."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from forge_server import SECRET, Server, serving
from running import Said, run

from ladderc.cli.forges import web

MARKER = "<!-- ladderc diff -->"
REVIEW = f"{MARKER}\n### ⚠️ Career framework: 1 change, 1 warning open\n\n- Größe und Maß: 世界 😀\n"
LATER = REVIEW.replace("1 change,", "2 changes,")
QUIET = f"{MARKER}\n### ✅ Career framework: no changes\n\nNothing changed that a person would notice.\n"
OLD = f"{MARKER}\nold"
OTHERS = "octocat"
NO_COMMENT = "The review stands in the summary of this run.\n"
NEVER_SHOWN = (SECRET, "Bearer", "PRIVATE-TOKEN", "Traceback")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine that the tests run on is taken for one of the run, and nobody waits."""
    for name in list(os.environ):
        if name.startswith(("GITHUB_", "GITLAB_", "CI_", "LADDERC_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(web, "pause", lambda _: None)


@pytest.fixture
def github(alone: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:  # noqa: ARG001 - asked for what it does
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
def gitlab(alone: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:  # noqa: ARG001 - asked for what it does
    """A pipeline of GitLab for merge request 7, with an access token."""
    with serving(Server("gitlab", "project_3_bot")) as server:
        for name, value in {
            "GITLAB_CI": "true", "CI_API_V4_URL": f"{server.address}/api/v4", "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7", "LADDERC_TOKEN": SECRET,
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def comment(alone: None, tmp_path: Path) -> Comment:  # noqa: ARG001 - asked for what it does
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
