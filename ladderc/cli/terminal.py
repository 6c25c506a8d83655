"""Lines to a terminal or a file: colours where they are wanted, none elsewhere."""

from __future__ import annotations

import os
import sys

import click

from ladderc.report.styled import Line, plain

_COLORS: dict[str, dict[str, object]] = {
    "plain": {},
    "strong": {"bold": True},
    "quiet": {"dim": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "good": {"fg": "green"},
}


def say(lines: tuple[Line, ...], color: str = "auto", *, err: bool = False) -> None:
    """Print styled lines; ``color`` is auto, always or never."""
    if wants_color(color, err=err):
        text = "\n".join("".join(click.style(one.text, **_COLORS[one.style]) for one in line) for line in lines)  # type: ignore[arg-type] # the table holds only click's own options
    else:
        text = plain(lines)
    click.echo(text, err=err, color=True)


def wants_color(color: str, *, err: bool = False) -> bool:
    """Whether to colour what goes to standard output (or standard error)."""
    if color != "auto":
        return color == "always"
    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
