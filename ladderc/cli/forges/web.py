"""Asks a server's programming interface: patient within bounds, and true to the one server that was named."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from ladderc.cli.forges.exchange import Answer, Request, exchange
from ladderc.cli.forges.forge import NotPostedError, RefusedError, UncertainError
from ladderc.wording.printable import printable

TRIES = 3
LONGEST_WAIT = 30
"""Seconds for which a server may ask to be left alone; where it asks for more, the run does not wait."""

MOST_PAGES = 100
"""Pages of a hundred comments each."""

_HOPS = 3
_PORTS = {"https": 443, "http": 80}
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_SECRET = re.compile(r"[\x21-\x7e]+")
_NEXT = re.compile(r'<([^<>]*)>\s*;[^,<]*\brel="?next"?')

pause = time.sleep
"""How the time until the next attempt is passed."""


class Web(NamedTuple):
    """One server's interface: the address that all ways begin with, and the headers that show who asks."""

    api: str
    headers: Mapping[str, str]
    authority: str | None = None

    @property
    def server(self) -> str:
        """The server's name, for messages."""
        return printable(urlsplit(self.api).hostname or "")

    def ask(self, method: str, way: str, body: Mapping[str, object] | None = None, *, again: bool = True) -> Answer:
        """One request; where the server fails it is repeated, if ``again`` says that this does no harm.

        ``way`` is what follows the address, or a whole address on the same server.
        Raises RefusedError, NotPostedError, and UncertainError only for what must not be repeated.
        """
        url = self._here(urljoin(f"{self.api.rstrip('/')}/", way))
        attempt = 0
        while True:
            attempt += 1
            wait = attempt
            try:
                answer = self._followed(method, url, body)
            except UncertainError as error:
                if not again:
                    raise
                if attempt == TRIES:
                    raise NotPostedError(str(error)) from None
            else:
                if 200 <= answer.status < 300:
                    return answer
                if not (busy := _busy(answer)) and answer.status < 500:
                    raise RefusedError(f"{self.server} refused with {answer.status}.", answer.status)
                if (wished := _wished(answer)) > LONGEST_WAIT:
                    raise NotPostedError(f"{self.server} asks to be left alone for {wished} seconds.")
                if not (busy or again):
                    raise UncertainError(f"{self.server} failed with {answer.status}.")
                if attempt == TRIES:
                    raise NotPostedError(f"{self.server} answered {TRIES} times with {answer.status}.")
                wait = max(wished, attempt)
            pause(wait)

    def pages(self, way: str) -> Iterator[Mapping[str, Any]]:
        """The entries of a list that the server gives in pages; raises as ``ask`` does."""
        url: str | None = way
        for _ in range(MOST_PAGES):
            if url is None:
                return
            answer = self.ask("GET", url)
            entries = self.read(answer)
            if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
                raise self.strange()
            yield from entries
            found = _NEXT.search(answer.headers.get("link", ""))
            url = found[1] if found else None
        if url is not None:
            raise NotPostedError(f"There are more than {MOST_PAGES * 100:,} comments, and ladderc looks no further.")

    def read(self, answer: Answer) -> Any:
        """The data of an answer; NotPostedError where it has none."""
        try:
            return json.loads(answer.body)
        except (ValueError, RecursionError):
            raise self.strange() from None

    def strange(self) -> NotPostedError:
        """What to say of an answer that has another form than it should."""
        return NotPostedError(f"{self.server} answered with something else than its programming interface would.")

    def _followed(self, method: str, url: str, body: Mapping[str, object] | None) -> Answer:
        """The answer, wherever on itself the server sends us; another server is never told who asks."""
        for _ in range(_HOPS):
            answer = exchange(Request(method, url, body, self.headers, self.authority, self.server))
            target = answer.headers.get("location")
            if answer.status not in (301, 302, 307, 308) or not target:
                return answer
            url = self._here(urljoin(url, target))
        raise NotPostedError(f"{self.server} sends every request on to another address.")

    def _here(self, url: str) -> str:
        """The address; NotPostedError where it leads to another server."""
        try:
            parts = urlsplit(url)
            same = _origin(parts) == _origin(urlsplit(self.api)) and parts.username is None
        except ValueError:
            same = False
        if not same:
            raise NotPostedError(f"{self.server} sends on to another server, which ladderc does not follow.")
        return url


def web(api: str, header: str, secret: str, variable: str, authority: str | None = None) -> Web:
    """The interface at an address, asked with a secret, for which ``header`` has a ``{}``.

    Raises NotPostedError for an address without TLS, and for a secret that can be none; it is never shown.
    """
    try:
        parts = urlsplit(api)
        whole = bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        whole = False
    if not whole or not re.fullmatch(r"[\x21-\x7e]+", api):
        raise NotPostedError("What this run names as the address of its server's programming interface is no address.")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise NotPostedError(
            f"{printable(parts.hostname or '')} is not asked by https, so ladderc does not show it {variable}."
        )
    if not _SECRET.fullmatch(secret.strip()):
        raise NotPostedError(f"{variable} holds a character that cannot be part of it.\nStore it again, on one line.")
    name, _, value = header.partition(": ")
    return Web(api, {name: value.format(secret.strip())}, authority)


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _busy(answer: Answer) -> bool:
    """Whether the server refused for a while only; GitHub says so with 403, too."""
    spent = answer.headers.get("x-ratelimit-remaining") == "0" or "retry-after" in answer.headers
    return answer.status == 429 or (answer.status == 403 and spent)


def _wished(answer: Answer) -> int:
    """Seconds that the server wants to be left alone; 0 where it does not say."""
    written = answer.headers.get("retry-after", "").strip()
    return int(written) if re.fullmatch(r"[0-9]{1,9}", written) else 0
