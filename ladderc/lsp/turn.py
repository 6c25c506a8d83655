"""One check at a time, after a pause in typing: the newest wish wins."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path


class Turns:
    """Which frameworks want to be looked at, and when; ``work`` looks at one of them.

    ``pause`` is how many seconds nobody must type before the work begins.
    """

    def __init__(self, work: Callable[[Path], Awaitable[None]], pause: float) -> None:
        self._work, self._pause = work, pause
        self._due: dict[Path, float] = {}
        self._running: asyncio.Task[None] | None = None

    def ask(self, root: Path, *, at_once: bool = False) -> None:
        """Look at ``root`` after the pause; a wish that is still waiting is put off until then."""
        self._due[root] = asyncio.get_running_loop().time() + (0 if at_once else self._pause)
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())

    def is_asked(self, root: Path) -> bool:
        """Whether somebody has typed since the work at ``root`` began."""
        return root in self._due

    async def done(self, patience: float) -> None:
        """Wait until nothing is asked for any more, but no longer than some seconds."""
        if self._running is not None:
            await asyncio.wait({self._running}, timeout=patience)

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._due:
            root = min(self._due, key=lambda one: self._due[one])
            left = self._due[root] - loop.time()
            if left > 0:
                await asyncio.sleep(left)
                continue  # it may have been put off meanwhile
            del self._due[root]
            await self._work(root)
