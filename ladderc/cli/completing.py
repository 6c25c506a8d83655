"""What a shell offers behind an argument: names of rules, and of what the framework at hand declares."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def rule_names(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The rules, and the faults of files, whose names begin as typed."""
    from ladderc.link.explained import FAULTS as LINKING  # only when the tab key is pressed
    from ladderc.rules import catalog
    from ladderc.sources.faults import FAULTS as READING
    from ladderc.validate.faults import FAULTS as SHAPE

    names = sorted({*catalog.names(), *READING, *SHAPE, *LINKING})
    return [CompletionItem(name) for name in names if name.startswith(begun.lower())]
