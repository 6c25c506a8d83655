"""Runs a program within limits of time and memory, and brings back what it said."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from collections.abc import Mapping
from typing import NamedTuple

TIMEOUT = 60
"""Seconds that one question may take."""

MOST = 256_000_000
"""Most bytes of one answer: a few small pieces can stand for millions of files in git."""

_CHUNK = 1 << 20


class Answer(NamedTuple):
    """What a program said; ``late`` and ``long`` tell that it was stopped at a limit."""

    code: int
    out: bytes
    error: str
    late: bool = False
    long: bool = False


def run(command: list[str], environment: Mapping[str, str], given: bytes) -> Answer:
    """Run a program without a shell; raises OSError where it cannot be started, ValueError for a word no program takes."""
    # What it reads and complains of goes through files, so that neither side ever waits for the other.
    with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as complaint:
        read.write(given)
        read.seek(0)
        late = threading.Event()
        with subprocess.Popen(
            command, stdin=read, stdout=subprocess.PIPE, stderr=complaint, env=environment
        ) as running:

            def stop() -> None:
                late.set()
                running.kill()

            clock = threading.Timer(TIMEOUT, stop)
            clock.start()
            try:
                out, long = _heard(running)
            except BaseException:
                running.kill()  # else leaving would wait for it
                raise
            finally:
                clock.cancel()
        complaint.seek(0)
        return Answer(running.returncode, out, complaint.read(_CHUNK).decode("utf-8", "replace"), late.is_set(), long)


def _heard(running: subprocess.Popen[bytes]) -> tuple[bytes, bool]:
    assert running.stdout is not None, "a pipe was asked for"
    chunks: list[bytes] = []
    size = 0
    while chunk := running.stdout.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MOST:
            running.kill()
            return b"", True
    return b"".join(chunks), False
