"""A stand-in for the programming interfaces of GitHub and GitLab, on this machine alone."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

SECRET = "s3cret-of-the-run"
PAGE = 2
"""Comments that the stand-in gives at once, whatever it is asked for."""


class Asked(NamedTuple):
    """One request as it came in."""

    method: str
    path: str
    secret: str
    body: Any


class Trouble(NamedTuple):
    """What the server says in place of an answer to one request; ``keeps`` means that it obeys all the same."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b"{}"
    keeps: bool = False
    silent: float = 0


class Server:
    """Comments of one proposal, and who wrote them.

    ``troubles`` are met one after the other, by requests whose method and path begin as the key says.
    """

    def __init__(self, kind: str, me: str) -> None:
        self.kind = kind
        self.me = me
        self.comments: list[dict[str, Any]] = []
        self.asked: list[Asked] = []
        self.troubles: dict[str, list[Trouble]] = {}
        self.address = ""

    def write(self, body: str, author: str | None = None, **more: Any) -> None:
        """A comment that is there."""
        name = author or self.me
        who = {"user": {"login": name}} if self.kind == "github" else {"author": {"id": _number(name)}}
        self.comments.append({"id": 100 + len(self.comments), "body": body, **who, **more})

    def bodies(self) -> list[str]:
        return [one["body"] for one in self.comments]

    def met(self) -> list[str]:
        """Method and path of every request."""
        return [f"{one.method} {one.path}" for one in self.asked]

    def trouble(self, start: str, *troubles: Trouble) -> None:
        self.troubles[start] = list(troubles)


def _number(name: str) -> int:
    return sum(map(ord, name))


@contextmanager
def serving(server: Server, certificate: Path | None = None) -> Iterator[Server]:
    """The server on a free port of this machine; with a certificate and its key in one file, by https."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size)) if size else None
            secret = self.headers.get("Authorization", "").removeprefix("Bearer ") or self.headers.get("PRIVATE-TOKEN")
            server.asked.append(Asked(self.command, self.path, secret or "", body))
            for start, troubles in server.troubles.items():
                if troubles and f"{self.command} {self.path}".startswith(start):
                    self._fail(troubles.pop(0), body)
                    return
            self._say(200, *_obey(server, self.command, self.path, body))

        def _fail(self, trouble: Trouble, body: Any) -> None:
            time.sleep(trouble.silent)
            if trouble.keeps:
                _obey(server, self.command, self.path, body)
            self._say(trouble.status, trouble.body, trouble.headers)

        def _say(self, status: int, body: bytes, headers: tuple[tuple[str, str], ...] = ()) -> None:
            try:
                self.send_response(status)
                for name, value in (("Content-Length", str(len(body))), *headers):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # whoever asked has given up

        do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815 - the names that http.server looks for

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        server.address = f"http://127.0.0.1:{http.server_port}"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            http.socket = context.wrap_socket(http.socket, server_side=True)
            server.address = f"https://localhost:{http.server_port}"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


def _obey(server: Server, method: str, path: str, body: Any) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    parts = urlsplit(path)
    if parts.path.endswith("/graphql"):
        return _json({"data": {"viewer": {"login": server.me}}}), ()
    if parts.path.endswith("/user"):
        return _json({"login": server.me, "id": _number(server.me)}), ()
    if method == "GET":
        number = int(parse_qs(parts.query).get("page", ["1"])[0])
        first = (number - 1) * PAGE
        more = first + PAGE < len(server.comments)
        way = f'<{server.address}{parts.path}?page={number + 1}>; rel="next", <{server.address}/>; rel="last"'
        return _json(server.comments[first : first + PAGE]), (("Link", way),) if more else ()
    if method == "POST":
        server.write(body["body"].rstrip("\n"))
        return _json(server.comments[-1]), ()
    one = next(one for one in server.comments if one["id"] == int(parts.path.rpartition("/")[2]))
    one["body"] = body["body"].rstrip("\n")
    return _json(one), ()


def _json(data: Any) -> bytes:
    return json.dumps(data).encode()
