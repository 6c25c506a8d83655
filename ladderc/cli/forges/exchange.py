"""One request and its answer over TLS: no redirect is followed here, and nothing takes longer or more room than it may."""

from __future__ import annotations

import http.client
import json
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import IO, Any, NamedTuple

from ladderc.cli.forges.forge import NotPostedError, UncertainError

TIMEOUT = 15.0
"""Seconds that a server may be silent, and that one answer may take."""

MOST_BYTES = 64_000_000


class Answer(NamedTuple):
    """What a server said; the names of ``headers`` are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Request(NamedTuple):
    """What is asked: ``headers`` are those that show who asks, ``authority`` a file of certificates to trust besides.

    ``server`` is the server's name, for messages.
    """

    method: str
    url: str
    body: Mapping[str, object] | None
    headers: Mapping[str, str]
    authority: str | None
    server: str


def exchange(asked: Request) -> Answer:
    """The answer, whatever its status; UncertainError where none came, NotPostedError where the server is not trusted."""
    data = None if asked.body is None else json.dumps(asked.body).encode()
    headers = {"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "ladderc"}
    try:
        request = urllib.request.Request(asked.url, data, {**headers, **asked.headers}, method=asked.method)
        with _opener(asked.authority).open(request, timeout=TIMEOUT) as reply:
            return _answer(reply.status, reply.headers, reply)
    except urllib.error.HTTPError as error:
        with error:
            return _answer_of(error)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise NotPostedError(
                f"The certificate of {asked.server} is not trusted here, so nothing was sent to it."
            ) from None
        late = isinstance(reason, TimeoutError)
        # The error's own words may hold the request with all its headers.
        said = f"did not answer within {TIMEOUT:g} seconds" if late else "cannot be reached"
        raise UncertainError(f"{asked.server} {said}.") from None


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: urllib would carry every header along, to any server."""

    def redirect_request(self, *_: object) -> None:
        """Whatever is asked, the answer is no."""
        return


def _opener(authority: str | None) -> urllib.request.OpenerDirector:
    context = ssl.create_default_context()
    if authority:
        try:
            context.load_verify_locations(authority)
        except OSError:  # what is wrong inside the file is an OSError, too
            raise NotPostedError("The file that CI_SERVER_TLS_CA_FILE names holds no certificates.") from None
    # Without TLS there is only this machine, and no proxy may stand between.
    proxies = {name: way for name, way in urllib.request.getproxies().items() if name == "https"}
    return urllib.request.build_opener(
        urllib.request.ProxyHandler(proxies), urllib.request.HTTPSHandler(context=context), _Stay()
    )


def _answer_of(error: urllib.error.HTTPError) -> Answer:
    try:
        return _answer(error.code, error.headers, error)
    except (OSError, http.client.HTTPException):
        return Answer(error.code, {}, b"")  # its number says enough


def _answer(status: int, headers: Any, stream: IO[bytes]) -> Answer:
    """The whole answer, read within the time and size that one may take."""
    end = time.monotonic() + TIMEOUT
    read = getattr(stream, "read1", stream.read)  # what has come, instead of waiting until the piece is full
    parts, size = [], 0
    while part := read(65_536):
        parts.append(part)
        size += len(part)
        if time.monotonic() > end:
            raise TimeoutError
        if size > MOST_BYTES:
            raise http.client.HTTPException
    return Answer(status, {name.lower(): value for name, value in headers.items()}, b"".join(parts))
