"""``ladderc check``: every fault of the files, and what the rules prove."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ladderc.cli import options
from ladderc.cli.terminal import say
from ladderc.finding import Severity


@click.command(
    "check",
    epilog="""\b
Examples:
  ladderc check
  ladderc check frameworks/meridian --fail-on warning
  ladderc check --format json --audience hr > check.json""",
)
@options.directory
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to answer: text for a person, json for a program.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    help="From which severity on a finding makes the exit code 1.",
)
@options.audience
@options.today
@options.color
def command(
    directory: Path | None, form: str, fail_on: str, audience: str | None, today: str | None, color: str
) -> None:
    """Check the framework in DIR: its files, and parity across its tracks.

    DIR is the framework's folder, or any folder inside it; without DIR it is the current folder.

    \b
    Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a file cannot be read, 70 a bug in ladderc.
    """
    from ladderc.pipeline import check  # after the options are read: help must not wait for it
    from ladderc.report.report import make_report

    root = options.framework_root(directory)
    day = options.the_day(today)
    checked = check(root, day)
    show_pay = audience == "hr" if audience else form == "text" and sys.stdout.isatty()
    faults = checked.faults + checked.outdated
    report = make_report(checked.reading, faults, checked.framework, checked.judgement, day, show_pay=show_pay)
    if form == "json":
        from ladderc.report.json import as_json

        click.echo(as_json(report))
    else:
        from ladderc.report.text import as_text

        say(as_text(report), color)
    if report.broken:
        sys.exit(3)
    sys.exit(1 if report.worst().rank >= Severity(fail_on).rank else 0)
