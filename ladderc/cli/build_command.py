"""``ladderc build``: the career site, guides, tables and data for one audience."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ladderc.cli import options
from ladderc.cli.terminal import say

PARTS = ("site", "guides", "tables", "data")


@click.command(
    "build",
    epilog="""\b
Examples:
  ladderc build
  ladderc build frameworks/meridian --audience employees
  ladderc build --audience hr --only tables --out /tmp/tables""",
)
@options.directory
@click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="Who will read it: public (no pay), employees (pay bands), hr (everything), or one of framework.yaml.",
)
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Where to write. Default: build/AUDIENCE.")
@click.option(
    "--only",
    type=click.Choice(PARTS),
    multiple=True,
    help="Make only this part (may be repeated); the output then holds nothing else.",
)
@options.today
@options.color
def command(
    directory: Path | None, audience: str, out: Path | None, only: tuple[str, ...], today: str | None, color: str
) -> None:
    """Build the framework in DIR for one audience.

    What that audience may not see is nowhere in the output.
    The output replaces the last one as a whole; when something goes wrong, the last one stays.

    \b
    Exit codes: 0 built, 1 a file has a fault, 2 wrong usage, 3 a file cannot be read, 70 a bug in ladderc.
    """
    from ladderc import pipeline  # after the options are read: help must not wait for it
    from ladderc.cli.faults import faults_of
    from ladderc.cli.progress import progress

    root = options.framework_root(directory)
    day = options.the_day(today)
    checked = pipeline.check(root, day)
    faults = faults_of(checked, day)
    if faults or checked.framework is None:
        say(faults, color, err=True)
        click.echo("Nothing was built, and what stood there before is untouched.", err=True)
        sys.exit(3 if checked.reading.broken else 1)
    audience = options.audience_named(audience, checked.framework.audiences)
    past = pipeline.past(root, checked.framework, day)
    view = pipeline.view(checked.framework, audience, day, past)
    target = out or Path("build") / audience
    with progress() as report:
        notes = pipeline.build(view, target, only or PARTS, report)
    for told in dict.fromkeys(release.note for release in past if release.note):
        click.echo(f"note: {told}", err=True)
    for note in notes:
        click.echo(f"{note.severity.value}: {note.message}", err=True)
    parity = [
        finding
        for finding in checked.judgement.findings
        if not (finding.waived or finding.because or finding.baselined)
    ]
    at = f" {directory}" if directory else ""
    for what, count in (("files", len(checked.faults)), ("rules", len(parity))):
        if count:
            stops = "1 finding, which stops" if count == 1 else f"{count} findings, which stop"
            click.echo(f"The {what} have {stops} no build: type `ladderc check{at}`.", err=True)
    start = target / "site" / "index.html"
    click.echo(f"Built for {view.audience_name}: {start if start.exists() else target}")
