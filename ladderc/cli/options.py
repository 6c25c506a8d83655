"""Options that several commands share, and how each is read."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ladderc.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_LOCALE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")

AUDIENCES = ("public", "employees", "hr")
"""The audiences that every framework has."""


def directory(command: Command) -> Command:
    """``DIR``: a framework, or any folder inside one."""
    return click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path), default=None)(
        command
    )


def today(command: Command) -> Command:
    """``--today``: the day for which dates are judged."""
    return click.option(
        "--today",
        metavar="YYYY-MM-DD",
        default=None,
        help="Judge dates as on this day. Default: SOURCE_DATE_EPOCH if set, else the system's date.",
    )(command)


def color(command: Command) -> Command:
    """``--color``: whether to colour the answer."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour the answer. Default: on a terminal, unless NO_COLOR is set.",
    )(command)


def framework_root(named: Path | None) -> Path:
    """The framework at or above a folder; UsageError where there is none."""
    from ladderc.sources.tree import find_root, misnamed_framework

    start = named or Path()
    if not start.exists():
        raise UsageError(f"There is no folder {start}.\nName the folder that holds framework.yaml.")
    root = find_root(start)
    if root is None:
        where = f"{start} and the folders above it hold" if named else "This folder and those above it hold"
        if misnamed := misnamed_framework(start if start.is_dir() else start.parent):
            place = f"in {start}" if named else "here"
            raise UsageError(f"{where} no framework.yaml.\n`{misnamed}` is {place}: rename it to `framework.yaml`.")
        raise UsageError(
            f"{where} no framework.yaml.\n"
            "Name the folder that does behind the command, or begin a new framework: ladderc init ladders"
        )
    return root


def audience(command: Command) -> Command:
    """``--audience`` of a check: who reads the answer. Capitals do not matter."""
    return click.option(
        "--audience",
        type=click.Choice(AUDIENCES, case_sensitive=False),
        default=None,
        help="Show pay (hr) or leave it out (public, employees). Default: hr on a terminal, public elsewhere.",
    )(command)


def audience_named(written: str, declared: Iterable[str]) -> str:
    """The audience that was meant, whatever its capitals; as written where there is none."""
    return next((name for name in (*AUDIENCES, *declared) if name.casefold() == written.casefold()), written)


def the_day(written: str | None) -> datetime.date:
    """The day of the run: as written, else SOURCE_DATE_EPOCH, else the system's."""
    if written is not None:
        return day_written(written, "--today", "2026-11-21")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise UsageError(
                f"SOURCE_DATE_EPOCH is `{epoch}`, which is not a number of seconds.\nUnset it, or use --today."
            ) from None
    return datetime.datetime.now(datetime.UTC).astimezone().date()


def day_written(written: str, option: str, example: str) -> datetime.date:
    """The day given to an option; UsageError that offers the days that may be meant, else shows an example."""
    try:
        day = datetime.date.fromisoformat(written)
    except ValueError:
        day = None
    if day is not None and day.isoformat() == written:  # Python reads weeks and days without hyphens too
        return day
    from ladderc.wording.days import days_meant  # only for a mistake

    days = days_meant(written)
    mend = " or ".join(f"{option} {meant}" for meant in days) or f"{option} {example}"
    raise UsageError(f"`{written}` is not a day.\nWrite it as year-month-day: {mend}")


def currency_written(written: str) -> str:
    """The currency given to ``--currency``, in capitals."""
    if not _CURRENCY.fullmatch(written.strip()):
        raise UsageError(f"`{written}` is no currency.\nWrite its three letters: --currency EUR")
    return written.strip().upper()


def locale_written(written: str) -> str:
    """The language and country given to ``--locale``."""
    if not _LOCALE.fullmatch(written):
        raise UsageError(f"`{written}` is no language.\nWrite it as --locale en, --locale de or --locale en-GB")
    return written
