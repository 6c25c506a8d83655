"""Finds a number in whatever a build wrote, however it is packed, split or formatted."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_TAGS = re.compile(rb"<[^>]*>")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.,'’_\u00a0\u2009\u202f]+(?=\d)")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")


def leaks(root: Path, numbers: Iterable[str]) -> list[tuple[str, str]]:
    """Each (file, number) that occurs below ``root``, in a file's name or anywhere in its content."""
    wanted = tuple(numbers)
    found = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        texts = [name]
        if path.is_file():
            texts += [_readable(layer) for layer in layers(path.read_bytes())]
        found += [(name, number) for number in wanted if any(number in text for text in texts)]
    return found


def layers(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The content itself and everything that is packed into it."""
    yield content
    if depth > 3:
        return
    for unpacked in _unpacked(content):
        yield from layers(unpacked, depth + 1)


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    if content[:5] == b"%PDF-":
        yield from _pdf(content)
    if len(content) < 4_000_000 and content[:2] != b"PK":
        for match in _BASE64.finditer(content):
            yield from _decoded(match.group())


def _decoded(text: bytes) -> Iterator[bytes]:
    """What a run of base64 says, if it says something in plain characters."""
    bare = text.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    for start in range(4):  # a run may begin in the middle of a word
        run = bare[start:]
        run += b"=" * (-len(run) % 4)
        try:
            said = base64.b64decode(run, validate=True)
        except (binascii.Error, ValueError):
            continue
        if re.search(rb"\d{7}", said):
            yield said


def _pdf(content: bytes) -> Iterator[bytes]:
    for match in _STREAM.finditer(content):
        try:
            yield zlib.decompress(match.group(1))
        except zlib.error:
            continue
    from pypdf import PdfReader

    for page in PdfReader(io.BytesIO(content)).pages:
        yield page.extract_text().encode()


def _readable(layer: bytes) -> str:
    """The layer as a reader might see it: tags gone, entities resolved, digits pulled together."""
    bare = html.unescape(_TAGS.sub(b"", layer).decode("utf-8", errors="replace"))
    raw = layer.decode("utf-8", errors="replace")
    return _BETWEEN_DIGITS.sub("", raw) + "\n" + _BETWEEN_DIGITS.sub("", bare)
