"""What a shell offers behind an argument: names of rules, and of what the framework at hand declares."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from ladderc.model.framework import Framework


def rule_names(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The rules, and the faults of files, whose names begin as typed."""
    from ladderc.link.explained import FAULTS as LINKING  # only when the tab key is pressed
    from ladderc.rules import catalog
    from ladderc.sources.faults import FAULTS as READING
    from ladderc.validate.faults import FAULTS as SHAPE

    return _begun(sorted({*catalog.names(), *READING, *SHAPE, *LINKING}), begun)


def mendable_rules(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The rules of which `fix` mends anything."""
    from ladderc.edit.mendable import MENDABLE  # only when the tab key is pressed

    return _begun(sorted(MENDABLE), begun)


def level_names(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The levels of the framework at hand, as ``track/level``."""
    framework = _at_hand(ctx)
    return _begun(framework.levels, begun) if framework else []


def grade_names(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The grades of the framework at hand, from the lowest."""
    framework = _at_hand(ctx)
    return _begun((grade.id for grade in framework.grades), begun) if framework else []


def family_names(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The families that the framework at hand declares."""
    framework = _at_hand(ctx)
    return (
        _begun((family.id for family in framework.families.values() if not family.implied), begun) if framework else []
    )


def _begun(names: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.lower().startswith(begun.lower())]


def _at_hand(ctx: click.Context) -> Framework | None:
    """The framework that the command would be about; None where there is none to read, for a tab key cannot explain."""
    from ladderc.cli.options import framework_root, the_day  # only when the tab key is pressed
    from ladderc.errors import LaddercError
    from ladderc.pipeline import check

    try:
        return check(framework_root(ctx.params.get("directory")), the_day(None)).framework
    except LaddercError:
        return None
