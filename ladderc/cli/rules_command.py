"""``ladderc rules``: the whole catalogue in a list."""

from __future__ import annotations

import click


@click.command("rules", epilog="Example: ladderc rules")
def command() -> None:
    """List every rule with its weight and its claim, category by category.

    The weight is that of the profile `adopt`; framework.yaml chooses the profile and the weights.
    """
    from ladderc.rules import catalog
    from ladderc.rules.explained import explain

    width = max(map(len, catalog.names()))
    for category, members in catalog.CATEGORIES.items():
        click.echo(f"{catalog.CATEGORY_NAMES[category]}")
        for name in members:
            told = explain(name)
            click.echo(f"  {name:<{width}}  {told.rule.severity.value:<8} {told.claim}")
        click.echo()
    click.echo("Type `ladderc explain RULE` to read why a rule is there and how to satisfy it.")
