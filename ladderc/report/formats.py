"""Every format in which a check can answer: one table, each format imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Literal, NamedTuple

from ladderc.report.report import Report

Paths = Literal["framework", "here", "repository"]


class Format(NamedTuple):
    """One format: whose paths it names, and the endings of files that are taken to mean it.

    ``framework`` paths begin in the framework's folder, ``here`` where the command was typed, ``repository`` in the
    top folder of the repository, which is how build servers and reviewers name files.
    """

    module: str
    function: str
    meaning: str
    paths: Paths = "repository"
    endings: tuple[str, ...] = ()


FORMATS = {
    "text": Format("text", "as_text", "for a person", "framework", (".txt", ".log")),
    "concise": Format("concise", "as_concise", "a line a finding, for editors", "here"),
    "json": Format("json", "as_json", "for a program", endings=(".json",)),
    "github": Format("github", "as_github", "annotations in GitHub Actions"),
    "gitlab": Format("gitlab", "as_gitlab", "Code Quality in GitLab"),
    "sarif": Format("sarif", "as_sarif", "code scanning", endings=(".sarif",)),
    "junit": Format("junit", "as_junit", "test results", endings=(".xml",)),
    "markdown": Format("markdown", "as_markdown", "a comment on a pull request", endings=(".md", ".markdown")),
    "html": Format("html", "as_html", "one page to mail", endings=(".html", ".htm")),
}


def written(name: str, report: Report, *, every: bool = False) -> str:
    """The report in a format, as a file holds it: without colours, and without a line end at its end.

    ``every`` shows each finding whole in the one format that folds them.
    """
    if name == "text":
        from ladderc.report.styled import plain  # the one format of which a terminal gets more than a file
        from ladderc.report.text import as_text

        return plain(as_text(report, every=every))
    form = FORMATS[name]
    make: Callable[[Report], str] = getattr(import_module(f"ladderc.report.{form.module}"), form.function)
    return make(report).removesuffix("\n")


def meant_by(file_name: str) -> str | None:
    """The format that a file's ending says, if it says one."""
    return next(
        (name for name, form in FORMATS.items() if form.endings and file_name.lower().endswith(form.endings)), None
    )
