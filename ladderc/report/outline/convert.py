"""The whole conversion: which kind of file it is is told by what is in it, because git hands over no folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ladderc.finding import Severity
from ladderc.report.outline.facts import entries_of, facts
from ladderc.report.outline.firm import framework_facts, release_facts, waiver_facts
from ladderc.report.outline.pay import pay_facts
from ladderc.report.outline.track import track_facts
from ladderc.sources.places import locate
from ladderc.sources.read import read_file
from ladderc.span import Route
from ladderc.wording.printable import printable

_NOTHING = b"(Nothing is written in this file.)\n"


def convert(content: bytes) -> bytes:
    """One fact a line, in UTF-8 with plain line ends; never fails.

    A file that cannot be read comes back as it is, below a line that says so and why;
    one that is no part of a framework comes back as it is.
    """
    # Lists may be empty and tracks may not: as a list any file is read without a finding on what it lacks.
    document, findings = read_file("file", "waivers", content)
    if document is None:
        fault = next(one for one in findings if one.severity is Severity.ERROR)
        line = locate(content, [fault.place])[fault.place].line
        why = printable(fault.message.split("\n")[0])
        head = f"(This file cannot be read, so it is shown as it is. Line {line}: {why})\n"
        return head.encode("utf-8", "replace") + content
    data = _as_typed(document.data, document.typed)
    if data in (None, [], {}):
        return _NOTHING
    lines = _facts(data)
    return content if lines is None else "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _facts(data: Any) -> Iterator[str] | None:
    """The facts, or None for a file that is none of a framework's: its remarks must not get lost."""
    if isinstance(data, dict):
        if "levels" in data:
            return track_facts(data)
        if "bands" in data:
            return pay_facts(data)
        return framework_facts(data) if "language" in data or "grades" in data else None
    entries = entries_of(data) or ()
    if entries and all("fingerprint" in entry for entry in entries):
        return facts("entry", data)
    if entries and all("rule" in entry for entry in entries):
        return waiver_facts(data)
    return release_facts(data) if entries and all("id" in entry and "date" in entry for entry in entries) else None


def _as_typed(data: Any, typed: Mapping[Route, str], route: Route = ()) -> Any:
    """The data with numbers as they were written where their value no longer shows it (``007``)."""
    if not typed:
        return data
    if isinstance(data, dict):
        return {key: _as_typed(value, typed, (*route, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_typed(value, typed, (*route, index)) for index, value in enumerate(data)]
    return typed.get(route, data)
