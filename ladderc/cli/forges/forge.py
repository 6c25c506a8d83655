"""What a server for proposals has to be able to do, and the ways in which it may not do it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from ladderc.errors import LaddercError


class NotPostedError(LaddercError):
    """No comment can be made; ``str()`` says why, in sentences for the log of the run."""


class RefusedError(NotPostedError):
    """The server understood and refused; ``status`` is the number with which it did."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class UncertainError(NotPostedError):
    """The server failed or fell silent, and may have done what was asked all the same."""


class Comment(NamedTuple):
    """A comment that is there: its number on the server and its whole text."""

    number: int
    body: str


class Forge(Protocol):
    """One proposal on one server. Every method raises NotPostedError."""

    @property
    def proposal(self) -> str:
        """What to call the proposal, such as ``pull request 12``."""

    @property
    def most(self) -> int:
        """Characters that a comment may have."""

    @property
    def advice(self) -> str:
        """What to do where the server refuses because of who asks."""

    def own(self, marker: str) -> Comment | None:
        """The first comment that begins with this line and that this run's own account wrote."""

    def post(self, body: str) -> None:
        """Write a new comment."""

    def change(self, comment: Comment, body: str) -> None:
        """Put another text in the place of a comment's."""


def marked(entry: Mapping[str, Any], marker: str) -> Comment | None:
    """The comment that a server lists, if the marker is its whole first line."""
    number, body = entry.get("id"), entry.get("body")
    if not isinstance(number, int) or not isinstance(body, str) or body.partition("\n")[0].rstrip() != marker:
        return None
    return Comment(number, body)
