"""The import: a table read, everything decided, a framework written."""

from __future__ import annotations

from pathlib import Path

from ladderc.edit.decide import decide
from ladderc.edit.options import ImportOptions
from ladderc.edit.plan import Plan
from ladderc.edit.read_table import read_table
from ladderc.edit.settle_in import refuse_taken, settle


def import_table(table: Path, target: Path, options: ImportOptions, sheet: str | None = None) -> Plan:
    """Make a framework in the new folder ``target`` of a table; what is returned tells how.

    UsageError where the table, the options or ``target`` cannot be used, UnreadableError where the disk refuses.
    """
    from ladderc.edit.files import files  # ruamel.yaml takes 100 ms to import, and is of no use to a refusal

    refuse_taken(target)
    plan = decide(read_table(table, sheet, [theirs for theirs, _ in options.columns]), options)
    settle(target, files(plan))
    return plan
