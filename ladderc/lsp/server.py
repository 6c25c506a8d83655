"""The server: when to look at a framework, and how an editor is shown what was seen."""

from __future__ import annotations

import asyncio
import datetime
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from ladderc.lsp.desk import Desk, Spot, as_bytes, path_of
from ladderc.lsp.diagnostics import Places, diagnostics
from ladderc.lsp.look import look
from ladderc.lsp.turn import Turns

_PATIENCE = 1.5
"""Seconds that saving may wait for what can be mended; VS Code gives up at about as many."""


class Wishes(NamedTuple):
    """How the server was started: whether findings and hovers may speak of pay, and what day it is.

    ``pause`` is how many seconds nobody must type before a framework is looked at.
    """

    show_pay: bool
    show_bands: bool
    pause: float
    today: Callable[[], datetime.date]


class Server(LanguageServer):
    """A language server that never shows a traceback: what fails is told in one line, and the next request is answered."""

    def __init__(self, wishes: Wishes) -> None:
        # The whole text comes with each change: pygls splits lines at more signs than editors do,
        # and a change by line and column would then land in the wrong line.
        super().__init__("ladderc", _version(), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.wishes = wishes
        self.desk = Desk()
        self.turns = Turns(self._work, wishes.pause)
        self._shown: dict[Path, set[str]] = {}
        self._told: set[str] = set()

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002 - pygls' signature
        """Say in one line that it is our fault, here and in the editor."""
        line = f"This is a bug in ladderc, not a fault of your files: {type(error).__name__}: {_first_line(error)}"
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - the one line that an editor keeps in its log
        if line not in self._told:  # the same window at every key would be worse than the bug
            self._told.add(line)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, line))

    def ask(self, uri: str, *, at_once: bool = False) -> None:
        """Look at the framework of an address, or, if it is in none any more, at those that it may have left."""
        spot = self.desk.spot(uri)
        for root in [spot.root] if spot else self.around(path_of(uri)):
            self.turns.ask(root, at_once=at_once)

    async def judged(self, uri: str) -> None:
        """Wait until the newest text of an address has been looked at, but no longer than a person waits for saving."""
        spot = self.desk.spot(uri)
        if spot and not self.desk.is_judged(spot):
            self.turns.ask(spot.root, at_once=True)
            await self.turns.done(_PATIENCE)

    def around(self, *paths: Path | None) -> list[Path]:
        """The frameworks with something open or shown that one of the paths is in."""
        known = sorted({*self.desk.roots(), *self._shown})
        return [root for root in known if any(path and path.is_relative_to(root) for path in paths)]

    async def _work(self, root: Path) -> None:
        try:
            await self._look(root)
        except Exception as error:  # a bug of ours must not end the server
            self.report_server_error(error, None)

    async def _look(self, root: Path) -> None:
        written = self.desk.written(root)
        texts = {file: as_bytes(one.text) for file, one in written.items()}
        if not texts:
            self.desk.looks.pop(root, None)
            self._publish(root, {})
            return
        seen = await asyncio.to_thread(
            look, root, texts, self.wishes.today(), self.desk.look_at(root), show_pay=self.wishes.show_pay
        )
        if self.turns.is_asked(root):
            return  # somebody has typed meanwhile, and what was seen is old already
        self.desk.looks[root] = seen
        if seen.report is None:
            self._publish(root, {})
            return
        home = next((file for file in ("framework.yaml", "framework.yml") if file in seen.contents), "framework.yaml")
        places = Places(
            lambda file: self.desk.address(Spot(root, file)), lambda file: self.desk.lines(Spot(root, file)), home
        )
        self._publish(
            root,
            diagnostics(
                seen.report,
                places,
                is_file=lambda file: file in texts or not (root / file).is_dir(),
                related=self._can_relate(),
            ),
        )

    def _publish(self, root: Path, found: dict[str, list[types.Diagnostic]]) -> None:
        """Show what was found, and take away what was shown before."""
        written = self.desk.written(root)
        by_address = {self.desk.address(Spot(root, file)): shown for file, shown in found.items()}
        versions = {one.uri: one.version for one in written.values()}
        before = self._shown.pop(root, set())
        for address in sorted({*by_address, *versions, *before}):
            shown = by_address.get(address, [])
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(address, shown, versions.get(address))
            )
        if by_address or versions:
            self._shown[root] = {*by_address, *versions}

    def _can_relate(self) -> bool:
        document = self.client_capabilities.text_document
        published = document.publish_diagnostics if document else None
        return bool(published and published.related_information)


def _first_line(error: Any) -> str:
    return (str(error).splitlines() or [""])[0]


def _version() -> str:
    try:
        return version("ladderc")
    except PackageNotFoundError:
        return "unknown"
