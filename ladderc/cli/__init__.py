"""The command line: one small file a command."""

from __future__ import annotations

import atexit
import gc
import sys

_FEW_COLLECTIONS = 50_000
"""How many new things Python may make before it looks for loops among them; its own 700 suit a program that runs on."""


def main() -> None:
    """Run the command that was typed and leave with its exit code; nobody ever sees a traceback."""
    # looking for loops while modules load, and once more at the end, took a quarter of a small check
    gc.set_threshold(_FEW_COLLECTIONS)
    atexit.register(gc.freeze)
    from ladderc.cli.app import app
    from ladderc.errors import LaddercError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without a letter shows another, rather than nothing
    try:
        sys.exit(app(prog_name="ladderc", standalone_mode=True))
    except LaddercError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the one place below which nothing prints
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe left; saying so again would fail too
        sys.exit(0)
    except Exception as error:  # a bug of ours must not look like a fault of theirs
        from ladderc.cli.bug import report_bug

        report_bug(error)
        sys.exit(70)
