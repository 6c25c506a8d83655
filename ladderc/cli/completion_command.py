"""``ladderc completion``: the script by which a shell completes what is typed."""

from __future__ import annotations

import click

_WHERE = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/completions/ladderc.fish",
}


@click.command(
    "completion",
    epilog="""\b
Examples:
  ladderc completion bash >> ~/.bashrc
  ladderc completion zsh >> ~/.zshrc
  ladderc completion fish > ~/.config/fish/completions/ladderc.fish""",
)
@click.argument("shell", type=click.Choice(list(_WHERE)))
def command(shell: str) -> None:
    """Print the script by which SHELL completes commands, options, rules and folders with the tab key.

    Put it where your shell looks, as in the examples, and open a new terminal.
    """
    from click.shell_completion import get_completion_class  # only for this command

    from ladderc.cli.app import app

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"This version of click knows nothing of {shell}.")
    script = kind(app, {}, "ladderc", "_LADDERC_COMPLETE")
    # `source()` of bash would start another bash to ask for its version, and write a warning into the script's place.
    click.echo(script.source_template % script.source_vars())
