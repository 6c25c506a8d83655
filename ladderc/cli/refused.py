"""What to say where a word behind an option or argument is not one that can stand there."""

from __future__ import annotations

import click

from ladderc.wording.nearest import listed, nearest


def refused(error: click.BadParameter) -> click.UsageError:
    """The refusal in our words, which name what can stand there; click's own where we have none."""
    param = error.param
    if param is None or type(error) is not click.BadParameter:  # what is missing, click names well
        return error
    mend = _mend(error, param)
    if mend is None:
        return error
    place = f"behind `{param.opts[0]}`" if isinstance(param, click.Option) else "here"
    return click.UsageError(f"`{_word(error)}` cannot stand {place}. {mend}", error.ctx)


def _word(error: click.BadParameter) -> str:
    return error.message.split(" is not ")[0].strip("'\"")  # click keeps the word in its message alone


def _mend(error: click.BadParameter, param: click.Parameter) -> str | None:
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
