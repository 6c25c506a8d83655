"""``ladderc fix``: mends what has one right answer, and leaves every other byte alone."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.cli.completing import mendable_rules
from ladderc.cli.terminal import say
from ladderc.errors import UnreadableError, UsageError
from ladderc.finding import Severity

if TYPE_CHECKING:
    from ladderc.edit.mend import Made, Mended
    from ladderc.report.report import Report


@click.command(
    "fix",
    epilog="""\b
Examples:
  ladderc fix --diff
  ladderc fix
  ladderc fix frameworks/meridian --only unknown-field --only curly-quote""",
)
@options.directory
@click.option("--diff", is_flag=True, help="Show what would change, as a diff, and write nothing.")
@click.option(
    "--only",
    metavar="RULE",
    multiple=True,
    shell_complete=mendable_rules,
    help="Mend findings of this rule alone; may be given again.",
)
@options.audience
@options.today
@options.color
def command(
    directory: Path | None, diff: bool, only: tuple[str, ...], audience: str | None, today: str | None, color: str
) -> None:
    """Mend what has one right answer in the framework in DIR, and leave every other byte alone.

    Misspelt fields, names and words, curly quotes, tabs, sentences that lack quotes, and the like.
    No figure, no date and no sentence is ever changed; what could be meant in two ways is left to you.

    \b
    Exit codes: as `ladderc check` gives for what is left. With --diff: 1 if something would change, else 0.
    """
    from ladderc.edit.mend import mended  # after the options are read: help must not wait for it
    from ladderc.sources.read import read

    rules = _rules(only)
    root = options.framework_root(directory)
    day = options.the_day(today)
    reading = read(root)
    found = mended(reading, day, rules, _schemas(root))
    show_pay = audience == "hr" if audience else sys.stdout.isatty()
    if diff:
        _show(found, reading.contents, show_pay, color)
        sys.exit(1 if found.contents else 0)
    refused = _write(root, reading.contents, found.contents)
    from ladderc.pipeline import check_reading  # not for a diff: the rules take their time
    from ladderc.report.report import make_report
    from ladderc.sources.read import read_again

    after = read_again(found.reading, {file: reading.contents[file] for file in refused})
    checked = check_reading(after, day)
    faults = checked.faults + checked.outdated
    report = make_report(after, faults, checked.framework, checked.judgement, day, show_pay=show_pay)
    made = [one for one in found.made if one.file not in refused]
    _told(made, found, report, show_pay, color)
    for message in refused.values():
        click.echo(message, err=True)
    sys.exit(3 if refused or report.broken else 1 if report.worst() is Severity.ERROR else 0)


def _rules(only: tuple[str, ...]) -> frozenset[str]:
    """The rules named; UsageError for one of which nothing is ever mended."""
    from ladderc.edit.mendable import MENDABLE  # only where the option is given

    for rule in only:
        if rule not in MENDABLE:
            from ladderc.wording.nearest import listed, nearest

            near = nearest(rule, MENDABLE)
            mend = f"Type --only {near}." if near else f"Choose {listed(tuple(MENDABLE), most=len(MENDABLE))}."
            raise UsageError(f"Nothing of `{rule}` has one right answer.\n{mend}")
    return frozenset(only)


def _schemas(root: Path) -> frozenset[str]:
    """The schema files that the framework has, by path."""
    folder = root / ".ladderc" / "schema"
    try:
        return frozenset(path.relative_to(root).as_posix() for path in folder.iterdir() if path.is_file())
    except OSError:
        return frozenset()  # without them a modeline leads nowhere, so none is written


def _write(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> dict[str, str]:
    """Write every changed file; those that could not be, with the reason."""
    from ladderc.edit.writing import replace  # only where something is written

    refused: dict[str, str] = {}
    for file, content in after.items():
        try:
            replace(root, file, before[file], content)
        except UnreadableError as error:
            refused[file] = str(error)
    return refused


def _told(made: list[Made], found: Mended, report: Report, show_pay: bool, color: str) -> None:
    """What was mended, one line each, and how much is left."""
    from ladderc.report.styled import Piece, line
    from ladderc.sources.places import locate
    from ladderc.wording.numbers import counted
    from ladderc.wording.printable import printable

    hidden = False
    lines = []
    for one in made:
        said, kept_back = _said(one, found.reading.contents, show_pay)
        hidden = hidden or kept_back
        where = Piece(f"{one.file}:{one.line}", "quiet")
        lines.append(line(where, f"  {printable(said)}  ", Piece(f"({one.rule})", "quiet")))
    for finding in found.refused:
        row = locate(found.reading.contents[finding.place.file], [finding.place])[finding.place].line
        where = Piece(f"{finding.place.file}:{row}", "quiet")
        lines.append(
            line(where, "  left alone, for the mend would bring another error  ", Piece(f"({finding.rule})", "quiet"))
        )
    if hidden:
        lines.append(line("Pay is left out here, for logs and files are read by many. Show it with `--audience hr`."))
    files = len({one.file for one in made})
    said = f"{counted(len(made), '')} mended in {counted(files, 'files')}." if made else "Nothing to mend."
    left = len(report.items)
    if left:
        verb = "is" if left == 1 else "are"
        said += f" {counted(left, 'findings')} {verb} left: type `ladderc check`."
    say((*lines, line(said)), color)


def _said(made: Made, contents: Mapping[str, bytes], show_pay: bool) -> tuple[str, bool]:
    """One mend in words, and whether something of it is kept back because it may be pay."""
    from ladderc.edit.mend import BAND_ORDER, MODELINE
    from ladderc.edit.secret import holds_pay

    if made.rule == MODELINE:
        return "first line added, for editors", False
    if made.rule == BAND_ORDER:
        return "bands put in the order of the grades", False
    said = f"{made.before} → {made.after}"
    if show_pay or not holds_pay(made.file, contents[made.file]) or not any(letter.isdigit() for letter in said):
        return said, False
    return "… → …", True


def _show(found: Mended, before: Mapping[str, bytes], show_pay: bool, color: str) -> None:
    """The diff alone on standard output, so that `git apply` can take it; what is to be said about it beside it."""
    from ladderc.cli.terminal import wants_color
    from ladderc.edit.secret import holds_pay
    from ladderc.edit.unified import unified
    from ladderc.wording.numbers import counted
    from ladderc.wording.printable import printable

    hidden = []
    for file, after in sorted(found.contents.items()):
        if not show_pay and holds_pay(file, after):
            hidden.append(file)
            continue
        for one in unified(file, before[file], after):
            text = printable(one) if sys.stdout.isatty() else one
            click.echo(_styled(text) if wants_color(color) else text, color=True)
    for file in hidden:
        many = sum(1 for one in found.made if one.file == file)
        places = "place" if many == 1 else "places"
        click.echo(f"{file} would change in {many} {places}; its lines are left out, for they hold pay.", err=True)
    if hidden:
        click.echo("Show them with `--audience hr`.", err=True)
    if not found.contents:
        click.echo("Nothing to mend.", err=True)
        return
    files = counted(len(found.contents), "files")
    click.echo(f"{len(found.made)} to mend in {files}. Nothing is written: type `ladderc fix` to mend.", err=True)


def _styled(text: str) -> str:
    if text.startswith(("+++", "---")):
        return click.style(text, bold=True)
    colors = {"+": "green", "-": "red", "@": "cyan"}
    return click.style(text, fg=colors[text[0]]) if text[:1] in colors else text
