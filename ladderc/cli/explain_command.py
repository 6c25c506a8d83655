"""``ladderc explain``: one rule, or one fault of files, in full."""

from __future__ import annotations

import textwrap

import click

from ladderc.cli.completing import rule_names
from ladderc.errors import UsageError


@click.command("explain", epilog="Example: ladderc explain ceiling-parity")
@click.argument("rule", shell_complete=rule_names)
def command(rule: str) -> None:
    """Explain RULE: what it claims, why, where that comes from, and how to satisfy it."""
    from ladderc.rules import catalog

    name = rule.strip().lower().replace("_", "-").replace(" ", "-")
    if name in catalog.names():
        _explain_rule(name)
    else:
        _explain_fault(rule, name)


def _explain_rule(name: str) -> None:
    from ladderc.rules.explained import explain
    from ladderc.rules.rule_text import OUR_OWN, sections, standing

    told = explain(name)
    click.echo(f"{click.style(name, bold=True)}\n\n{told.claim}\n\n{standing(told.rule)}")
    for section in sections(told):
        lines = [textwrap.indent(section.text, "  ") if section.form == "yaml" else section.text]
        lines += [
            f"  {one.name}: {one.default}  {one.meaning}{f' ({OUR_OWN})' if one.ours else ''}"
            for one in section.settings
        ]
        _section(section.title, "\n".join(lines))


def _explain_fault(typed: str, name: str) -> None:
    from ladderc.link.explained import FAULTS as LINKING
    from ladderc.rules import catalog
    from ladderc.sources.faults import FAULTS as READING
    from ladderc.validate.faults import FAULTS as SHAPE
    from ladderc.wording.nearest import nearest

    faults = {**READING, **SHAPE, **LINKING}
    if name not in faults:
        near = nearest(name, (*catalog.names(), *faults))
        mend = f"Type `ladderc explain {near}`." if near else "Type `ladderc rules` to see every rule."
        raise UsageError(f"There is no rule `{typed}`.\n{mend}")
    fault = faults[name]
    click.echo(
        f"{click.style(name, bold=True)}  ({fault.severity.value}, about how a file is written)\n\n{fault.claim}"
    )
    _section("Why", fault.why)
    _section("Breaks it", textwrap.indent(fault.example, "  "))


def _section(title: str, text: str) -> None:
    click.echo(f"\n{click.style(title, bold=True)}\n{text}")
