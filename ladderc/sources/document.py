"""What reading yields: plain data by file, and the bytes kept so that places can be found later."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from ladderc.finding import Finding
from ladderc.span import Route

FileKind = Literal["framework", "track", "pay", "waivers", "releases", "baseline", "acks"]
Data = None | bool | int | Decimal | str | list["Data"] | dict[str, "Data"]


class Document(NamedTuple):
    """One file as plain data.

    ``typed`` gives, by route, the characters of numbers whose value no longer shows them (``007``, ``1e3``);
    where a text is wanted, those characters are the text.
    """

    file: str
    kind: FileKind
    data: Data
    typed: Mapping[Route, str]


class Reading(NamedTuple):
    """All files of a framework: documents that could be read, findings on those that could not.

    ``contents`` holds the bytes of every file looked at, by path relative to the framework;
    ``broken`` names the files that yielded no document.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    contents: Mapping[str, bytes]
    broken: tuple[tuple[str, FileKind], ...]
