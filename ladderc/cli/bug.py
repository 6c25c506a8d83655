"""What a user is told when ladderc itself fails."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path

import click


def report_bug(error: BaseException) -> None:
    """Say that it is our fault, and keep what a founder needs in a file that the user can send."""
    details = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile("w", prefix="ladderc-bug-", suffix=".txt", delete=False) as file:
            file.write(f"ladderc {' '.join(sys.argv[1:])}\n\n{details}")
        kept = f"What happened is written down in {Path(file.name)}: please send it to us."
    except OSError:
        kept = "What happened could not be written down: the disk refused."
    click.echo(f"This is a bug in ladderc, not a fault of your files.\n{kept}", err=True)
