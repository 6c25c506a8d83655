"""The conversation with an editor: what it may ask and tell, and who answers."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TypeVar

from lsprotocol import types

from ladderc.lsp.actions import FIX_ALL, actions, asked
from ladderc.lsp.completion import completion
from ladderc.lsp.definition import definition
from ladderc.lsp.desk import Spot, path_of
from ladderc.lsp.hover import hover
from ladderc.lsp.outline import outline
from ladderc.lsp.server import Server, Wishes
from ladderc.lsp.waiver import SHOW

Answer = TypeVar("Answer")


def serve(wishes: Wishes) -> None:
    """Answer an editor over standard input and output until it hangs up."""
    _quiet_log()
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray word there would break the editor's line to us
    server_with(wishes).start_io(sys.stdin.buffer, out)


def server_with(wishes: Wishes) -> Server:
    """The server with all that it answers."""
    server = Server(wishes)
    _watching(server)
    _asking(server)
    return server


def _watching(server: Server) -> None:
    """What the editor tells unasked."""
    desk = server.desk

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        desk.units = str(getattr(server.workspace.position_encoding, "value", server.workspace.position_encoding))
        window = server.client_capabilities.window
        desk.can_show = bool(window and window.show_document and window.show_document.support)
        capabilities = server.client_capabilities.workspace
        watched = capabilities.did_change_watched_files if capabilities else None
        if watched and watched.dynamic_registration:
            pattern = types.FileSystemWatcher(glob_pattern="**/*.{yaml,yml}")
            options = types.DidChangeWatchedFilesRegistrationOptions([pattern])
            server.client_register_capability(
                types.RegistrationParams(
                    [types.Registration("ladderc-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]
                )
            )

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        one = params.text_document
        desk.put(one.uri, one.text, one.version)
        server.ask(one.uri, at_once=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        one = params.text_document
        desk.put(one.uri, params.content_changes[-1].text, one.version)
        server.ask(one.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.ask(params.text_document.uri, at_once=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.take(params.text_document.uri)
        server.ask(params.text_document.uri, at_once=True)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        for root in server.around(*(path_of(change.uri) for change in params.changes)):
            server.turns.ask(root)


def _asking(server: Server) -> None:
    """What the editor wants an answer to."""
    desk = server.desk

    def answer(uri: str, ask: Callable[[Spot], Answer]) -> Answer | None:
        """The answer for a file of a framework; None elsewhere, and where we fail, which is told."""
        try:
            spot = desk.spot(uri)
            return None if spot is None else ask(spot)
        except Exception as error:  # a bug of ours must not show as one of the editor
            server.report_server_error(error, None)
            return None

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        bands = server.wishes.show_bands
        return answer(params.text_document.uri, lambda spot: hover(desk, spot, params.position, bands=bands))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(params: types.DefinitionParams) -> list[types.Location] | None:
        return answer(params.text_document.uri, lambda spot: definition(desk, spot, params.position))

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "/", "[", "{", ","])
    )
    def completed(params: types.CompletionParams) -> types.CompletionList | None:
        return answer(params.text_document.uri, lambda spot: completion(desk, spot, params.position))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return answer(params.text_document.uri, lambda spot: outline(desk, spot))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]))
    async def acted(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        context = params.context
        only = [str(getattr(kind, "value", kind)) for kind in context.only] if context.only else None
        if only and asked(only, FIX_ALL):  # saving asks once, often right after the last key
            await server.judged(params.text_document.uri)
        return answer(
            params.text_document.uri, lambda spot: actions(desk, spot, params.range, list(context.diagnostics), only)
        )

    @server.command(SHOW)
    async def show(place: types.Location) -> None:
        wish = types.ShowDocumentParams(place.uri, take_focus=True, selection=place.range)
        await server.window_show_document_async(wish)


class _OneLine(logging.Formatter):
    """A message's first line: pygls logs whole tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        return f"ladderc lsp: {record.getMessage().splitlines()[0] if record.getMessage() else record.levelname}"


def _quiet_log() -> None:
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine())
    log = logging.getLogger("pygls")
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.ERROR)
    logging.getLogger("asyncio").handlers = [handler]
