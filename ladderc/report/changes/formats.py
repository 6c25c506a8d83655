"""Every format in which a review can be written: one table, each format imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ladderc.report.changes.report import ChangeReport

_FUNCTIONS = {"json": "as_json", "markdown": "as_markdown", "html": "as_html"}
_ENDINGS = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


def written(name: str, report: ChangeReport, *, every: bool = False) -> str:
    """The review in a format, without a line end at its end; ``every`` leaves nothing out where a format would."""
    if name == "text":
        from ladderc.report.changes.text import as_text  # the one format of which a terminal gets more than a file
        from ladderc.report.styled import plain

        return plain(as_text(report, every=every))
    make: Callable[[ChangeReport], str] = getattr(import_module(f"ladderc.report.changes.{name}"), _FUNCTIONS[name])
    return make(report).removesuffix("\n")


def meant_by(file_name: str) -> str | None:
    """The format that a file's ending says, if it says one."""
    return next((name for ending, name in _ENDINGS.items() if file_name.lower().endswith(ending)), None)
