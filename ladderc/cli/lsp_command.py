"""``ladderc lsp``: the language server that an editor starts."""

from __future__ import annotations

import sys

import click

from ladderc.cli import options
from ladderc.errors import UsageError


@click.command(
    "lsp",
    epilog="""\b
Examples:
  ladderc lsp
  ladderc lsp --audience employees
An editor starts it and talks to it; docs/editors.md says how to switch that on.""",
)
@click.option("--stdio", is_flag=True, hidden=True, help="Accepted because many editors add it; there is no other way.")
@click.option(
    "--audience",
    type=click.Choice(options.AUDIENCES, case_sensitive=False),
    default="hr",
    help="Show pay in findings (hr) or leave it out (public, employees). Default: hr, for an editor is your own screen.",
)
@click.option("--bands", is_flag=True, help="Show pay bands when the pointer rests on a grade or level, too.")
@click.option(
    "--pause",
    metavar="MILLISECONDS",
    type=click.IntRange(0, 60_000),
    default=200,
    help="How long nobody must type before the check begins. Default: 200.",
)
@options.today
def command(stdio: bool, audience: str, bands: bool, pause: int, today: str | None) -> None:  # noqa: ARG001 - stdio is what happens anyway
    """Show in an editor, while you type, what `ladderc check` says."""
    options.the_day(today)  # a date that cannot be read is told now, not in the editor
    try:
        from ladderc.lsp.conversation import serve  # an extra that only editors need
        from ladderc.lsp.server import Wishes
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        raise UsageError('For `ladderc lsp` type this first: pip install "ladderc[lsp]"') from None
    if sys.stdin.isatty():
        raise UsageError(
            "`ladderc lsp` talks to an editor, not to a person.\ndocs/editors.md says how your editor starts it."
        )
    show_pay = audience.lower() == "hr"
    bands = bands and show_pay
    serve(Wishes(show_pay=show_pay, show_bands=bands, pause=pause / 1000, today=lambda: options.the_day(today)))
