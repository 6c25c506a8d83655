"""`ladderc serve` as a writer meets it: save a file, and the page follows; break one, and the last good page stays."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import TODAY, run

from ladderc.cli.preview import with_banner

PATIENCE = 30.0
"""Seconds to wait for what takes one or two on a machine that does nothing else."""


class Server:
    """A running ``ladderc serve`` and all that it said so far."""

    def __init__(self, firm: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.lines: list[str] = []
        words = [sys.executable, "-m", "ladderc", "serve", str(firm), "--port", str(port), "--today", TODAY]
        self.process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            # A test run started in the background ignores Ctrl+C, and would hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.ear = threading.Thread(target=self._listen, daemon=True)
        self.ear.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def page(self, path: str = "/index.html") -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.05)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def server(firm: Path, port: int) -> Iterator[Server]:
    running = Server(firm, port)
    try:
        running.wait(lambda: "Ctrl+C stops it" in running.said)
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        running.ear.join()
        running.process.stdout.close()  # type: ignore[union-attr] # it was asked for above


@pytest.mark.slow
def test_a_page_follows_its_files_and_outlives_a_mistake(server: Server, firm: Path) -> None:
    track = firm / "tracks" / "specialist.yaml"
    sound = track.read_text(encoding="utf-8")
    page = "/levels/specialist/s5.html"
    assert f"The site is at {server.address}/ (Ctrl+C stops it)." in server.said
    assert "Staff Specialist" in server.page(page)
    assert 'role="alert"' not in server.page(page)

    track.write_text(sound.replace("title: Staff Specialist", "titel: Lead <b>Specialist</b>"), encoding="utf-8")
    server.wait(lambda: "The last good site stays" in server.said)
    server.wait(lambda: 'role="alert"' in server.page(page))
    broken = server.page(page)
    assert "Level S5 of Specialist has a field `titel`, which is not known here.\n  Rename it to `title`." in broken
    assert "titel: Lead &lt;b&gt;Specialist&lt;/b&gt;" in broken
    assert "<h1" in broken
    assert "Staff Specialist" in broken.split("</aside>")[1]
    assert "  Rename it to `title`.\n" in server.said

    track.write_text(sound.replace("title: Staff Specialist", "title: Lead Specialist"), encoding="utf-8")
    server.wait(lambda: 'role="alert"' not in server.page(page))
    mended = server.page(page)
    assert "Lead Specialist" in mended
    assert "Staff Specialist" not in mended.split("<main")[1].split("<h1")[1].split("</h1>")[0]
    assert server.stop() == 0
    assert "Traceback" not in server.said
    assert server.said.endswith("Stopped.\n")


@pytest.mark.slow
def test_a_release_gets_its_page_while_it_is_written(server: Server, firm: Path) -> None:
    assert "What changed" not in server.page()
    (firm / "releases.yaml").write_text("- {id: '2026.10', date: 2026-10-01, title: The first one}\n")
    server.wait(lambda: "What changed" in server.page())
    assert "The first published state" in server.page("/changes/2026.10.html")


def test_a_port_that_is_taken(firm: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = run("serve", firm, "--port", port, "--today", TODAY)
    assert said == (
        "",
        f"Port {port} is in use, perhaps by another `ladderc serve`.\nChoose another: --port {port + 1}\n",
        2,
    )


def test_the_banner_stands_first_in_the_body_and_is_text() -> None:
    page = with_banner(
        b'<html><body class="x"><h1>Tarn</h1></body></html>', "error <script>alert(1)</script>\n  & more"
    )
    before, after = page.decode().split('<body class="x">')
    assert before == "<html>"
    assert after.startswith('<aside role="alert"')
    assert "error &lt;script&gt;alert(1)&lt;/script&gt;\n  &amp; more</aside><h1>Tarn</h1>" in after


def test_a_page_without_a_body_has_the_banner_first() -> None:
    assert with_banner(b"plain", "problem").startswith(b"<aside")
