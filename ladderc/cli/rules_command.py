"""``ladderc rules``: the whole catalogue in a list."""

from __future__ import annotations

import click

from ladderc.cli import options
from ladderc.cli.terminal import say


@click.command(
    "rules",
    epilog="""\b
Examples:
  ladderc rules
  ladderc rules --format json > rules.json
  ladderc rules --format md > rules.md""",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    help="How to answer: text for a person, json for a program, md (Markdown) for a page.",
)
@options.color
def command(form: str, color: str) -> None:
    """List every rule with its weight and its claim, category by category.

    The weight is that of the profile `adopt`; framework.yaml chooses the profile and the weights.
    """
    from ladderc.report import rule_list, rule_page  # after the options are read: help must not wait for it

    if form == "json":
        click.echo(rule_list.as_json())
    elif form == "md":
        click.echo(rule_page.index(), nl=False)
    else:
        say(rule_list.as_text(), color)
