"""``ladderc check``: every fault of the files, and what the rules prove."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.cli.terminal import say
from ladderc.errors import UsageError
from ladderc.finding import Severity

if TYPE_CHECKING:
    import datetime

    from ladderc.pipeline import Checked
    from ladderc.report.report import Report

FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown", "html")
"""The names in report/formats.py, which is not loaded for help."""


@click.command(
    "check",
    epilog="""\b
Examples:
  ladderc check
  ladderc check frameworks/meridian --fail-on warning
  ladderc check --format html --output check.html --audience hr
  ladderc check --format json --audience hr > check.json

\b
Formats:
  text      for a person (the default)
  concise   one line a finding, for editors and grep
  html      one page that you can mail or print
  markdown  a comment on a pull request
  github    annotations in GitHub Actions
  gitlab    the Code Quality report of GitLab
  junit     test results, for any build server
  sarif     code scanning and editors
  json      everything, for a program of your own""",
)
@options.directory
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help="How to answer. Default: text, or what the ending of --output says.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FILE",
    help="Write the answer to FILE, and tell it here as text.",
)
@click.option("--all", "every", is_flag=True, help="Show every finding whole: fold nothing, leave nothing out.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    help="From which severity on a finding makes the exit code 1.",
)
@click.option(
    "--stdin-filename",
    "unsaved",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FILE",
    help="Read the text of FILE from standard input: what an editor has not saved yet.",
)
@options.audience
@options.today
@options.color
def command(
    directory: Path | None,
    form: str | None,
    output: Path | None,
    every: bool,
    fail_on: str,
    unsaved: Path | None,
    audience: str | None,
    today: str | None,
    color: str,
) -> None:
    """Check the framework in DIR: its files, and parity across its tracks.

    DIR is the framework's folder, or any folder inside it; without DIR it is the current folder.

    \b
    Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a file cannot be read or written, 70 a bug in ladderc.
    """
    from ladderc.pipeline import check, check_reading  # after the options are read: help must not wait for it

    day = options.the_day(today)
    name = form or _meant_by(output)
    if unsaved:
        from ladderc.cli.standard_input import folder_of, read_with_input  # only for an editor

        root = options.framework_root(directory or folder_of(unsaved))
        checked = check_reading(read_with_input(root, unsaved), day)
    else:
        root = options.framework_root(directory)
        checked = check(root, day)
    hr = audience == "hr"

    def report(name: str, *, show_pay: bool) -> Report:
        return _report(checked, root, name, day, Severity(fail_on), show_pay=show_pay)

    if output:
        from ladderc.cli.whole_file import write_whole  # only for an answer that goes to a file
        from ladderc.report.formats import written

        filed = report(name, show_pay=hr)
        write_whole(output, written(name, filed, every=every) + "\n")
        without = ", with pay left out; `--audience hr` puts it in" if filed.pay_hidden else ""
        click.echo(f"Wrote {output}{without}.", err=True)
        name = "text"
    shown = report(name, show_pay=hr if audience or name != "text" else sys.stdout.isatty())
    if name == "text":
        from ladderc.report.text import as_text

        say(as_text(shown, every=every), color)
    else:
        from ladderc.report.formats import written

        if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8")  # as each of these formats promises, wherever it is redirected to
        click.echo(written(name, shown))
    if shown.broken:
        sys.exit(3)
    sys.exit(1 if shown.worst().rank >= Severity(fail_on).rank else 0)


def _report(
    checked: Checked, root: Path, name: str, day: datetime.date, fail_on: Severity, *, show_pay: bool
) -> Report:
    from ladderc.report.report import make_report  # see command()

    faults = checked.faults + checked.outdated
    made = make_report(checked.reading, faults, checked.framework, checked.judgement, day, show_pay=show_pay)
    return made._replace(prefix="" if name == "text" else _prefix(root, name), fail_on=fail_on)


def _prefix(root: Path, name: str) -> str:
    from ladderc.cli.paths import from_here, from_repository  # text names files as the framework does
    from ladderc.report.formats import FORMATS

    return from_here(root) if FORMATS[name].paths == "here" else from_repository(root)


def _meant_by(output: Path | None) -> str:
    """The format that the ending of a file says; text where no file is written."""
    if output is None:
        return "text"
    from ladderc.report.formats import meant_by  # see command()

    name = meant_by(output.name)
    if name is None:
        raise UsageError(
            f"The ending of {output.name} says no format.\nSay which, for example: --format html --output {output.name}"
        )
    return name
