"""An editor of our own: it starts `ladderc lsp` and speaks JSON-RPC with it over standard input and output."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 30
"""Seconds after which a silent server counts as broken."""

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "hover": {"contentFormat": ["markdown"]},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
    "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
    "window": {"showDocument": {"support": True}},
}


class Editor:
    """One connection; every text that it opens is sent whole with each change."""

    def __init__(
        self,
        *arguments: str,
        capabilities: dict[str, Any] | None = None,
        run: str = sys.executable,
        program: list[str] | None = None,
    ) -> None:
        self._process = subprocess.Popen(
            [run, *(program or ["-m", "ladderc", "lsp", "--stdio", *arguments])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1795219200"},
        )
        self._heard = threading.Condition()
        self.judged: dict[str, int | None] = {}
        self.told = 0
        self.asked: list[dict[str, Any]] = []
        self.said: list[str] = []
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.versions: dict[str, int] = {}
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._number = 0
        self.errors: list[str] = []
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._listen, self._overhear)]
        for thread in self._threads:
            thread.start()
        chosen = CAPABILITIES if capabilities is None else capabilities
        self.about = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": chosen})
        self.notify("initialized", {})

    # what an editor does

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, with other text than it has where some is given; its address."""
        written = path.read_bytes().decode("utf-8-sig") if text is None else text
        uri = path.as_uri()
        self.versions[uri] = 1
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": written}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def type(self, uri: str, text: str) -> int:
        """Replace an open text; the version that it has then."""
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self.versions[uri]

    def close(self, uri: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def ask(self, what: str, uri: str, line: int, character: int, **more: Any) -> Any:
        """Ask about a spot, both counted from 0 and in UTF-16."""
        spot = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return self.request(f"textDocument/{what}", {**spot, **more})

    def shown(self, uri: str) -> list[dict[str, Any]]:
        """What is shown in an open file once the server has judged its newest version."""
        return self.until(lambda: self.judged.get(uri) == self.versions[uri], uri)

    def until(self, holds: Callable[[], bool], uri: str) -> list[dict[str, Any]]:
        """What is shown in a file once something holds."""
        with self._heard:
            assert self._heard.wait_for(holds, PATIENCE), (self.judged, self.diagnostics, self.errors)
        self.settle()
        return self.diagnostics[uri]

    def settle(self) -> None:
        """Wait until the server has sent all that it wanted to send before a question."""
        self.request("textDocument/documentSymbol", {"textDocument": {"uri": "file:///nowhere/at/all.yaml"}})

    # how it speaks

    def request(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": params})
        answer = self._answers[number].get(timeout=PATIENCE)
        del self._answers[number]
        assert "error" not in answer, answer
        return answer["result"]

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def raw(self, body: bytes) -> None:
        """Send bytes that may be anything."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def leave(self) -> int:
        """Say goodbye as editors do; the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self._end()

    def vanish(self) -> int:
        """Hang up without a word, as an editor that crashed."""
        return self._end()

    def _end(self) -> int:
        assert self._process.stdin is not None
        self._process.stdin.close()
        code = self._process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        return code

    def _send(self, message: dict[str, Any]) -> None:
        self.raw(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def _overhear(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.errors.append(line.decode().rstrip())
        self._process.stderr.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while header := self._process.stdout.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = self._process.stdout.readline()
            self._take(json.loads(self._process.stdout.read(length)))
        self._process.stdout.close()

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            self._answers[message["id"]].put(message)
        elif message["method"] == "textDocument/publishDiagnostics":
            found = message["params"]
            with self._heard:
                self.diagnostics[found["uri"]] = found["diagnostics"]
                self.judged[found["uri"]] = found.get("version")
                self.told += 1
                self._heard.notify_all()
        elif message["method"] == "window/showMessage":
            self.said.append(message["params"]["message"])
        elif "id" in message:
            self.asked.append({"method": message["method"], **(message["params"] or {})})
            result = {"success": True} if message["method"] == "window/showDocument" else None
            with contextlib.suppress(ValueError, BrokenPipeError):  # hung up meanwhile
                self._send({"id": message["id"], "result": result})


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after edits whose columns count UTF-16, as an editor makes them."""
    starts = [0, *(end.end() for end in re.finditer("\r\n|\r|\n", text))]

    def offset(position: dict[str, int]) -> int:
        start = starts[position["line"]]
        line = text[start:].encode("utf-16-le", "surrogatepass")
        return start + len(line[: position["character"] * 2].decode("utf-16-le", "surrogatepass"))

    for edit in sorted(edits, key=lambda one: offset(one["range"]["start"]), reverse=True):
        text = text[: offset(edit["range"]["start"])] + edit["newText"] + text[offset(edit["range"]["end"]) :]
    return text


def spot_of(text: str, words: str, after: int = 0) -> tuple[int, int]:
    """Line and column, from 0 and in UTF-16, of the first place where words stand, some characters further."""
    before = text[: text.index(words) + after].replace("\r\n", "\n")
    line = before.rpartition("\n")[2]
    return before.count("\n"), len(line.encode("utf-16-le")) // 2
