"""``ladderc serve``: the site while you write."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ladderc.cli import options
from ladderc.errors import LaddercError, UsageError

if TYPE_CHECKING:
    from ladderc.review.published import Known  # help must not wait for it

HOST = "127.0.0.1"
"""Only this computer may look: a draft of a framework is no page for the network."""


@click.command(
    "serve",
    epilog="""\b
Examples:
  ladderc serve
  ladderc serve frameworks/meridian --audience hr --port 8080""",
)
@options.directory
@click.option(
    "--audience", default="public", show_default=True, metavar="NAME", help="Show what this audience may see."
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--open", "open_page", is_flag=True, help="Open the site in a browser.")
@options.today
@options.color
def command(directory: Path | None, audience: str, port: int, open_page: bool, today: str | None, color: str) -> None:
    """Show the site of the framework in DIR on this computer, and follow every change.

    Save a file, and the page in the browser follows.
    When a file has a fault, the page shows it and the last good site stays.
    Stop it with Ctrl+C.
    """
    from ladderc.cli.preview import Preview  # MkDocs' server: help must not wait for it

    root = options.framework_root(directory)
    options.the_day(today)
    _refuse_taken(port)
    with tempfile.TemporaryDirectory(prefix="ladderc-serve-") as folder:
        target = Path(folder) / "build"

        released: Known = {}  # what a commit holds never changes: only files are read again

        def rebuild() -> None:
            server.problem = _build(root, audience, today, target, color, released)

        server = Preview(rebuild, HOST, port, target / "site")
        rebuild()
        server.watch(str(root))
        click.echo(f"The site is at http://{HOST}:{port}/ (Ctrl+C stops it).")
        try:
            server.serve(open_in_browser=open_page)  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
        except OSError:
            raise _taken(port) from None
        except KeyboardInterrupt:
            click.echo("Stopped.")
        finally:
            server.shutdown()


def _build(root: Path, audience: str, today: str | None, target: Path, color: str, released: Known) -> str:
    """Build once; what is wrong goes to the terminal and comes back as text, empty when all is well."""
    from ladderc import pipeline  # see command()
    from ladderc.cli.bug import report_bug
    from ladderc.cli.faults import faults_of
    from ladderc.cli.progress import progress
    from ladderc.cli.terminal import say
    from ladderc.report.styled import plain

    day = options.the_day(today)
    try:
        checked = pipeline.check(root, day)
        faults = faults_of(checked, day)
        if faults or checked.framework is None:
            say(faults, color, err=True)
            click.echo("The last good site stays. It follows when this is mended.", err=True)
            return plain(faults)
        reader = options.audience_named(audience, checked.framework.audiences)
        past = pipeline.past(root, checked.framework, day, released)
        with progress() as report:
            pipeline.build(pipeline.view(checked.framework, reader, day, past), target, progress=report)
    except UsageError:
        raise
    except LaddercError as error:
        click.echo(str(error), err=True)
        return str(error)
    except Exception as error:  # the preview outlives a bug of ours
        report_bug(error)
        return "This is a bug in ladderc. The terminal says where it is written down."
    click.echo(f"Built at {_clock()}.")
    return ""


def _clock() -> str:
    import datetime

    return datetime.datetime.now(datetime.UTC).astimezone().strftime("%H:%M:%S")


def _refuse_taken(port: int) -> None:
    """Ask for the port before anything is built: the server itself takes it last."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a port just left is free
        try:
            probe.bind((HOST, port))
        except OSError:
            raise _taken(port) from None


def _taken(port: int) -> UsageError:
    return UsageError(
        f"Port {port} is in use, perhaps by another `ladderc serve`.\nChoose another: --port {port + 1 if port < 65535 else port - 1}"
    )
