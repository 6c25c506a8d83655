"""Progress of long work: a bar on a terminal, silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

NAMES = {"site": "Pages", "guides": "Guides"}


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with a part, how many of its pieces are done, and how many there are."""
    if not sys.stderr.isatty():
        yield lambda _part, _done, _total: None
        return
    from rich.console import Console  # only on a terminal: 50 ms to import
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    bars = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True, markup=False),
        transient=True,
    )
    tasks: dict[str, TaskID] = {}

    def report(part: str, done: int, total: int) -> None:
        if part not in tasks:
            tasks[part] = bars.add_task(NAMES.get(part, part), total=total)
        bars.update(tasks[part], completed=done, total=total)

    with bars:
        yield report
