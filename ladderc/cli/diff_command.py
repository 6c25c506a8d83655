"""``ladderc diff``: what a change of the framework means for people, and for parity across tracks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.cli.terminal import say
from ladderc.finding import Severity

if TYPE_CHECKING:
    import datetime

    from ladderc.pipeline import Checked
    from ladderc.sources.revision import Revision


@click.command(
    "diff",
    epilog="""\b
Examples:
  ladderc diff
  ladderc diff frameworks/meridian --base main
  ladderc diff --base 2026.04..2026.10
  ladderc diff --base ../framework-before
  ladderc diff --audience hr --output review.html""",
)
@options.directory
@click.option(
    "--base",
    metavar="REF",
    default=None,
    help="What to compare with: a branch, a tag, a commit, a pair A..B, or a folder. "
    "Default: where this branch left the main branch.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown", "html"]),
    default=None,
    help="How to answer: text for a person, json for a program, markdown for a comment, html for one page to mail.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write the answer to FILE, and tell it here as text.",
)
@click.option("--all", "every", is_flag=True, help="Show every change: leave nothing out.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    help="From which severity on a finding that nobody stands by makes the exit code 1.",
)
@options.audience
@options.today
@options.color
def command(
    directory: Path | None,
    base: str | None,
    form: str | None,
    output: Path | None,
    every: bool,
    fail_on: str,
    audience: str | None,
    today: str | None,
    color: str,
) -> None:
    """Say what changed in the framework in DIR since REF: for the people at each level, and for parity.

    New gaps between tracks fail; old ones do not.

    \b
    Exit codes: 0 nothing new fails, 1 findings, 2 wrong usage, 3 a file cannot be read, 70 a bug in ladderc.
    """
    from ladderc.pipeline import compare_states  # after the options are read: help must not wait for it
    from ladderc.report.changes.formats import meant_by, written
    from ladderc.report.changes.report import make_change_report
    from ladderc.sources.moved import NewSinceError

    root = options.framework_root(directory)
    day = options.the_day(today)
    name = form or (meant_by(output.name) if output else None) or "text"
    try:
        (before, base_name), (after, head_name) = _states(root, base, day, color)
    except NewSinceError as new:
        if name == "json":
            raise  # a program must not take silence for an answer
        click.echo(new)  # the proposal that brings a framework must not fail for being the first
        return
    review = compare_states(before, after, day)
    hr = audience == "hr"

    def text_of(name: str, *, show_pay: bool) -> tuple[Severity, str]:
        report = make_change_report(
            review, (before.reading, after.reading), (base_name, head_name), day, show_pay=show_pay
        )._replace(prefix="" if name == "text" else _prefix(root), fail_on=Severity(fail_on))
        if name == "text":
            from ladderc.report.changes.text import as_text

            say(as_text(report, every=every), color)
            return report.worst(), ""
        return report.worst(), written(name, report, every=every)

    if output:
        from ladderc.cli.whole_file import write_whole  # only for an answer that goes to a file

        if name == "text":
            raise click.UsageError("Name the format of the file: `--format markdown`, or call it `review.html`.")
        write_whole(output, text_of(name, show_pay=hr)[1] + "\n")
        name = "text"
    worst, answer = text_of(name, show_pay=hr if audience or name != "text" else sys.stdout.isatty())
    if answer:
        click.echo(answer)
    sys.exit(1 if worst.rank >= Severity(fail_on).rank else 0)


def _states(
    root: Path, base: str | None, day: datetime.date, color: str
) -> tuple[tuple[Checked, str], tuple[Checked, str]]:
    """Both states, checked, with what to call them; leaves with the faults of a state that cannot be compared."""
    from ladderc.pipeline import check, check_reading  # see command()
    from ladderc.sources.base import parse_base, resolve
    from ladderc.sources.committed import reading_at
    from ladderc.sources.git import repository_of, require_repository

    asked = parse_base(base)
    repository = None if asked.kind == "folder" else repository_of(root)
    compared = resolve(repository, asked)
    if isinstance(compared.old, Path):
        before, base_name = check(compared.old, day), str(compared.old)
    else:
        before = check_reading(reading_at(require_repository(root), compared.old), day)
        base_name = _called(compared.old)
        if compared.old.note:
            click.echo(compared.old.note, err=True)
    if compared.new is None:
        after, head_name = check(root, day), "the files as they are now"
    else:
        if compared.new.note:
            click.echo(compared.new.note, err=True)
        after = check_reading(reading_at(require_repository(root), compared.new), day)
        head_name = _called(compared.new)
    for state, name in ((_begun(before), base_name), (after, head_name)):
        _refuse_broken(state, name, day, color)
    return (before, base_name), (after, head_name)


def _called(revision: Revision) -> str:
    short = revision.short
    return short if revision.named.startswith(short) else f"{revision.named} ({short})"


def _begun(base: Checked) -> Checked:
    """The base, to which it is no fault that it had no track yet: every track since is new."""
    return base._replace(faults=tuple(one for one in base.faults if one.rule != "missing-file" or not base.framework))


def _refuse_broken(state: Checked, name: str, day: datetime.date, color: str) -> None:
    from ladderc.cli.faults import faults_of  # only here

    if faults := faults_of(state, day):
        say(faults, color, err=True)
        click.echo(
            f"These are the faults of {name}. Mend them first: half a framework would compare falsely.", err=True
        )
        sys.exit(3 if state.reading.broken else 1)


def _prefix(root: Path) -> str:
    from ladderc.cli.paths import from_repository  # text names files as the framework does

    return from_repository(root)
