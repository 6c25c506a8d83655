"""What every ``ladderc new`` does with its addition: try it, refuse it or write it, and say what to type next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.errors import UsageError

if TYPE_CHECKING:
    from ladderc.edit.addition import Addition
    from ladderc.finding import Finding
    from ladderc.model.framework import Framework
    from ladderc.pipeline import Checked


def add(directory: Path | None, make: Callable[[Framework, Checked], Addition]) -> None:
    """Write what ``make`` adds to the framework at hand, unless a file would get a fault that it has not now.

    Raises UsageError, and then nothing was written.
    """
    from ladderc.edit.addition import UnknownNameError  # help must not wait for any of these
    from ladderc.edit.new_file import write_new
    from ladderc.edit.writing import replace
    from ladderc.pipeline import check, check_reading
    from ladderc.sources.read import read_over

    root = options.framework_root(directory)
    day = options.the_day(None)
    before = check(root, day)
    if before.framework is None or before.reading.broken:
        raise _broken(before)
    try:
        addition = make(before.framework, before)
    except UnknownNameError as error:
        raise (_hidden(before, before.framework) or error) from None
    if addition.before is None:
        addition = _led_somewhere(root, addition)
    after = check_reading(read_over(root, {addition.file: addition.content}), day)
    _refuse_worse(before, after)
    if addition.before is None:
        write_new(root, addition.file, addition.content)
    else:
        replace(root, addition.file, addition.before, addition.content)
    click.echo("\n".join(_told(addition)))


def _led_somewhere(root: Path, track: Addition) -> Addition:
    """A new track without its first line where the framework has nothing to which that could lead an editor."""
    from ladderc.edit.modeline import schema_of  # see add()

    if (root / schema_of("track")).exists():
        return track
    return track._replace(content=track.content.partition(b"\n")[2], line=track.line - 1)


def _told(addition: Addition) -> list[str]:
    from ladderc.wording.printable import printable

    commands = [line for line in addition.then if line.startswith("ladderc ")]
    told = [line for line in addition.then if not line.startswith("ladderc ")]
    lines = [f"{addition.file}:{addition.line}  {addition.what}", *told, "", "Next, type:"]
    return [printable(line) for line in [*lines, *(f"  {line}" for line in commands)]]


def _hidden(checked: Checked, framework: Framework) -> UsageError | None:
    """What to say where a track cannot be found because its file has faults; None where none has."""
    known = {track.place.file for track in framework.tracks.values()}
    faulty = [finding.place.file for finding in _errors(checked) if finding.place.file.startswith("tracks/")]
    return _unreadable(min(hidden)) if (hidden := set(faulty) - known) else None


def _broken(checked: Checked) -> UsageError:
    files = sorted({finding.place.file for finding in _errors(checked)})
    return _unreadable(files[0] if files else "framework.yaml")


def _unreadable(file: str) -> UsageError:
    return UsageError(
        f"{file} cannot be read as it stands, so nothing was added.\nType `ladderc check`, and mend what it names first."
    )


def _errors(checked: Checked) -> list[Finding]:
    from ladderc.finding import Severity

    return [finding for finding in checked.faults if finding.severity is Severity.ERROR]


def _refuse_worse(before: Checked, after: Checked) -> None:
    """A new fault of a file is ours to avoid: what would bring one is not written."""
    known = Counter((finding.rule, finding.message) for finding in _errors(before))
    for finding in _errors(after):
        if not known[finding.rule, finding.message]:
            raise UsageError(f"{finding.message}\nNothing was added.")
        known[finding.rule, finding.message] -= 1
