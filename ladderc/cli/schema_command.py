"""``ladderc schema``: what lets an editor explain and complete the fields, brought up to date."""

from __future__ import annotations

from pathlib import Path

import click

from ladderc import resources
from ladderc.cli import options
from ladderc.errors import UsageError

_KINDS = ("framework", "track", "pay", "waivers", "releases", "baseline", "acks")


@click.command(
    "schema",
    epilog="""\b
Examples:
  ladderc schema
  ladderc schema --print track > track.schema.json""",
)
@options.directory
@click.option("--print", "printed", type=click.Choice(_KINDS), default=None, help="Print one of them; write nothing.")
def command(directory: Path | None, printed: str | None) -> None:
    """Bring the copies in .ladderc/schema of the framework in DIR up to date.

    An editor reads them when the first line of a file names one, and then explains and completes the fields.
    Do so after each new version of ladderc.

    \b
    Exit codes: 0 up to date, 2 wrong usage, 3 the disk refused, 70 a bug in ladderc.
    """
    if printed:
        if directory is not None:
            raise UsageError(f"`--print` needs no folder.\nType: ladderc schema --print {printed}")
        click.echo(resources.schema(printed).decode(), nl=False)
        return
    from ladderc.edit.schema_copies import FOLDER, refresh  # help must not wait for it

    copies = refresh(options.framework_root(directory))
    written = [copy for copy in copies if copy.became != "same"]
    if not written:
        click.echo(f"All {len(copies)} files in {FOLDER} are up to date.")
        return
    click.echo("\n".join(f"{copy.became:<8}{FOLDER}/{copy.name}" for copy in written))
    click.echo(f"Wrote {len(written)} of {len(copies)} files.")
