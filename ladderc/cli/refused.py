"""What to say where a word that was typed cannot stand there, is missing, or is one too many."""

from __future__ import annotations

import re

import click

from ladderc.wording.nearest import listed, nearest

_TOO_MANY = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
_EXAMPLE = re.compile(r"^(?:Example:)? *(ladderc .+)$", re.MULTILINE)


def refused(error: click.UsageError) -> click.UsageError:
    """The refusal in our words, which name what can stand there; click's own where we have none."""
    said = _lacking(error)
    if too_many := _TOO_MANY.fullmatch(error.message):
        said = f"`{too_many[1]}` is too much here. Put words that belong together in quotes."
    if said:
        return click.UsageError(f"{said}{_example(error.ctx)}", error.ctx)
    param = error.param if isinstance(error, click.BadParameter) else None
    if param is None or type(error) is not click.BadParameter:
        return error
    mend = _mend(error, param)
    if mend is None:
        return error
    place = f"behind `{param.opts[0]}`" if isinstance(param, click.Option) else "here"
    return click.UsageError(f"`{_word(error)}` cannot stand {place}. {mend}", error.ctx)


def _lacking(error: click.UsageError) -> str | None:
    """What is missing: an option, what stands behind one, or a word of the command itself."""
    if isinstance(error, click.BadOptionUsage) and error.message.endswith("requires an argument."):
        return f"Nothing stands behind `{error.option_name}`. Add `--help` to the command to see what can stand there."
    if not isinstance(error, click.MissingParameter) or error.param is None:
        return None
    if isinstance(error.param, click.Option):
        return f"`{error.param.opts[0]}` is missing. {error.param.help or ''}{_choices(error.param)}"
    return f"{error.param.metavar or str(error.param.name).upper()} is missing.{_choices(error.param)}"


def _choices(param: click.Parameter) -> str:
    kind = param.type
    return f" Choose {listed([str(one) for one in kind.choices])}." if isinstance(kind, click.Choice) else ""


def _example(ctx: click.Context | None) -> str:
    """The first example of the command's help that shows the command itself."""
    if ctx is None:
        return ""
    examples = (found[1] for found in _EXAMPLE.finditer(ctx.command.epilog or ""))
    own = next((one for one in examples if f" {ctx.command.name}" in one), None)
    return f"\nFor example: {own}" if own else ""


def _word(error: click.UsageError) -> str:
    return error.message.split(" is not ")[0].strip("'\"")  # click keeps the word in its message alone


def _mend(error: click.UsageError, param: click.Parameter) -> str | None:
    """What to type instead, or None where there is nothing to choose from."""
    kind = param.type
    if isinstance(kind, click.Choice):
        choices = [str(choice) for choice in kind.choices]
        near = nearest(_word(error), choices)
        before = f"{param.opts[0]} " if isinstance(param, click.Option) else ""
        return f"Type `{before}{near}`." if near else f"Choose {listed(choices, len(choices))}."
    if isinstance(kind, click.IntRange):
        bounds = f"from {kind.min} to {kind.max}" if kind.max is not None else f"that is {kind.min} or more"
        return f"Write a whole number {bounds}."
    return None
