"""``ladderc baseline``: today's findings recorded, so that only new ones fail, and mended ones taken out."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.cli.terminal import say
from ladderc.errors import UsageError

if TYPE_CHECKING:
    from ladderc.model.catalogue import BaselineEntry
    from ladderc.model.framework import Framework
    from ladderc.pipeline import Checked

MOST_LISTED = 10
"""Of the entries that come or go, how many are named; the rest is counted."""


@click.group(
    "baseline",
    epilog="""\b
Examples:
  ladderc baseline create
  ladderc baseline prune frameworks/meridian""",
)
def command() -> None:
    """Record what the rules find today, so that only what is new fails.

    The findings stand in baseline.yaml, by fingerprint: no figure and no pay is in it.
    """


@command.command("create", epilog="Example: ladderc baseline create frameworks/meridian")
@options.directory
@click.option("--force", is_flag=True, help="Record all of today's findings anew where there is a baseline already.")
@options.today
@options.color
def create(directory: Path | None, force: bool, today: str | None, color: str) -> None:
    """Record every finding of the rules in DIR's baseline.yaml.

    Faults of files are never recorded, nor is what a waiver covers or what only follows from another finding.

    \b
    Exit codes: 0 recorded, 1 a file has a fault, 2 wrong usage, 3 a file cannot be read or written, 70 a bug in ladderc.
    """
    from ladderc.edit.baseline import write  # after the options are read: help must not wait for it
    from ladderc.rules.baseline import entries_for

    root = options.framework_root(directory)
    day = options.the_day(today)
    file = _file(root)
    checked, framework = _checked(root, day, color, own=file if force else None)
    entries = entries_for(framework, checked.judgement)
    change = _change(framework.baseline, entries)
    if (root / file).exists() and not force:
        raise UsageError(f"There is a baseline already: {file}.\n{_would(change)}")
    if not entries and not (root / file).exists():
        click.echo("The rules find nothing here, so there is nothing to record.")
        return
    write(root, file, entries, day)
    click.echo(f"{_counted(len(entries), 'finding')} recorded in {file}.")
    if force:
        click.echo("\n".join(change or ["They are the same as before."]))
    click.echo(
        "From now on only new ones fail. When something was mended, type `ladderc baseline prune`."
        if entries
        else "The baseline is empty: delete the file."
    )


@command.command("prune", epilog="Example: ladderc baseline prune frameworks/meridian")
@options.directory
@options.today
@options.color
def prune(directory: Path | None, today: str | None, color: str) -> None:
    """Take out of DIR's baseline.yaml what was mended, and never add anything.

    Remarks of your own stay.

    \b
    Exit codes: 0 done, 1 a file has a fault, 2 wrong usage, 3 a file cannot be read or written, 70 a bug in ladderc.
    """
    from ladderc.edit.baseline import prune as take_out  # as above

    root = options.framework_root(directory)
    file = _file(root)
    if not (root / file).exists():
        raise UsageError("There is no baseline.yaml here.\nType `ladderc baseline create` to make one.")
    checked, framework = _checked(root, options.the_day(today), color)
    outdated = frozenset(finding.place.route[0] for finding in checked.outdated)
    gone = [entry for entry in framework.baseline if entry.place.route[0] in outdated]
    left = len(framework.baseline) - len(gone)
    if not gone:
        click.echo(f"No entry of {file} is out of date: {left} stand in it.")
        return
    take_out(root, file, frozenset(position for position in outdated if isinstance(position, int)))
    click.echo(f"{_counted(len(gone), 'entry', 'entries')} taken out of {file}, {left} left.")
    click.echo("\n".join(_listed("-", gone)))
    if not left:
        click.echo("The baseline is empty: delete the file.")


def _file(root: Path) -> str:
    return (
        "baseline.yml"
        if (root / "baseline.yml").exists() and not (root / "baseline.yaml").exists()
        else "baseline.yaml"
    )


def _checked(root: Path, day: datetime.date, color: str, own: str | None = None) -> tuple[Checked, Framework]:
    """The framework as it stands; leaves with the faults of its files, but for those of the file to be replaced."""
    from ladderc.cli.faults import faults_of
    from ladderc.pipeline import check

    checked = check(root, day)
    others = checked._replace(faults=tuple(fault for fault in checked.faults if fault.place.file != own))
    faults = faults_of(others, day)
    if faults or checked.framework is None:
        say(faults, color, err=True)
        click.echo("Mend this first: what a broken file hides can neither be recorded nor taken out.", err=True)
        sys.exit(3 if any(file != own for file, _ in checked.reading.broken) else 1)
    return checked, checked.framework


def _change(before: Iterable[BaselineEntry], after: Iterable[BaselineEntry]) -> list[str]:
    """What a new baseline holds that the old one did not, and the other way round."""
    old, new = ({entry.fingerprint: entry for entry in entries} for entries in (before, after))
    come = [entry for fingerprint, entry in new.items() if fingerprint not in old]
    gone = [entry for fingerprint, entry in old.items() if fingerprint not in new]
    return [*_listed("+", come), *_listed("-", gone)]


def _would(change: list[str]) -> str:
    if not change:
        return "It holds exactly today's findings, so there is nothing to do."
    return "\n".join(
        [
            "Recorded anew it would change like this:",
            *change,
            "Type `ladderc baseline prune` to take out what was mended, or add `--force` to record everything anew.",
        ]
    )


def _listed(sign: str, entries: list[BaselineEntry]) -> list[str]:
    from ladderc.wording.printable import printable

    lines = [f"  {sign} {printable(entry.rule)}: {printable(entry.about)}" for entry in entries[:MOST_LISTED]]
    more = len(entries) - MOST_LISTED
    return [*lines, f"  {sign} and {more} more"] if more > 0 else lines


def _counted(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
