"""The command and its subcommands, each imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "check": "Check a framework: its files, and parity across its tracks.",
    "fix": "Mend what has one right answer, and leave every other byte alone.",
    "diff": "Say what a change means: for the people at each level, and for parity.",
    "comment": "Put a review into the one comment of the proposal that a build server runs for.",
    "build": "Build the career site, the guides, the pay tables and the data.",
    "serve": "Show the site while you write, and follow every change.",
    "init": "Begin a new framework: four tracks, with remarks that teach.",
    "new": "Add a track, a level, a grade or a move in the right file.",
    "import": "Make a framework of a table that you have.",
    "baseline": "Record what is wrong today, so that only what is new fails.",
    "lsp": "Answer an editor: the same findings while you type.",
    "explain": "Explain a rule: why it is there, and how to satisfy it.",
    "rules": "List every rule.",
    "schema": "Bring what your editor knows about the fields up to date.",
    "completion": "Let your shell complete commands, rules and folders.",
    "textconv": "Show a file as facts, so that git log -p reads as changes of levels.",
}

_ALSO_CALLED = {
    **dict.fromkeys(("validate", "lint", "verify", "test"), "check"),
    **dict.fromkeys(("create", "start", "begin"), "init"),
    **dict.fromkeys(("add",), "new"),
    **dict.fromkeys(("mend", "repair", "format"), "fix"),
    **dict.fromkeys(("review", "compare", "changes"), "diff"),
    **dict.fromkeys(("site", "publish", "export"), "build"),
    **dict.fromkeys(("preview", "show"), "serve"),
}
"""Words of other programs for what a command of ours does."""


class Lazy(click.Group):
    """A group that imports a command's file when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"ladderc.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The commands with what they do, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was typed; a word that is missing or cannot stand there is refused in our words."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            from ladderc.cli.refused import refused  # only for a mistake

            raise refused(error) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; a near miss is named."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from ladderc.wording.nearest import listed, nearest

            near = _ALSO_CALLED.get(args[0].casefold()) or nearest(args[0], tuple(COMMANDS))
            mend = f"Type `ladderc {near}`." if near else f"Choose {listed(tuple(COMMANDS))}."
            raise click.UsageError(f"There is no command `{args[0]}`. {mend}", ctx)
        return super().resolve_command(ctx, args)


@click.command(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with: ladderc init ladders",
)
@click.version_option(package_name="ladderc", message="ladderc %(version)s")
def app() -> None:
    """A compiler for career frameworks.

    It reads a framework written in YAML, proves that its tracks are equals, and builds the career site,
    printable level guides and pay tables from that one source.
    """
