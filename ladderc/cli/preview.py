"""The server behind ``ladderc serve``: it reloads pages after a change, and shows what is wrong above the last good ones."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

_BANNER = """<aside role="alert" style="all:initial;display:block;position:sticky;top:0;z-index:9999;\
max-height:60vh;overflow:auto;padding:1rem;background:#7a0c0c;color:#fff;font:14px/1.5 monospace;\
white-space:pre-wrap">{}</aside>"""

_EMPTY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nothing built yet</title></head>\
<body><p>Nothing could be built yet. This page follows when the files are mended.</p></body></html>"""


class Preview(LiveReloadServer):
    """Serves a directory; ``problem`` is the text to show above every page, empty when all is well."""

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: Path) -> None:
        super().__init__(builder, host, port, str(root))
        self.problem = ""
        self.error_handler = self._page_for

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, with the problem above the page where there is one."""
        answer: list[Any] = []

        def hold(status: str, headers: list[tuple[str, str]], *rest: Any) -> None:
            answer[:] = [status, headers, *rest]

        body = super().serve_request(environ, hold)
        status, headers, *rest = answer
        if self.problem and ("Content-Type", "text/html") in headers:
            content = b"".join(body)
            close = getattr(body, "close", None)
            if close:
                close()
            content = with_banner(content, self.problem)
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(len(content))))
            body = [content]
        start_response(status, headers, *rest)
        return body

    def _page_for(self, code: int) -> bytes | None:
        """The site's own page for an address that does not exist."""
        page = Path(self.root) / f"{code}.html"
        if page.exists():
            return page.read_bytes()
        return None if (Path(self.root) / "index.html").exists() else _EMPTY.encode()


def with_banner(page: bytes, problem: str) -> bytes:
    """The page with the problem as the first thing in its body."""
    banner = _BANNER.format(html.escape(problem)).encode()
    start = page.find(b"<body")
    end = page.find(b">", start) + 1 if start >= 0 else 0
    return page[:end] + banner + page[end:]
