"""A framework whose `tracks/` is empty or gone: nothing in it can be wrong, and nothing is proved."""

from __future__ import annotations

from collections.abc import Iterator

from ladderc.finding import Finding
from ladderc.link.part import Part
from ladderc.sources.document import Reading
from ladderc.sources.faults import fault
from ladderc.sources.names import kind_of

_EXPLAINED = ("unknown-file", "unreadable")
"""Where a file or a folder is not read, that finding says what became of the tracks."""


def without_tracks(reading: Reading, top: Part) -> Iterator[Finding]:
    """A finding where no file holds a track, broken or not, and nothing else says why; ``top`` is framework.yaml."""
    if any(kind_of(file) == "track" for file in reading.contents):
        return
    if any(finding.rule in _EXPLAINED for finding in reading.findings):
        return
    yield fault(
        "missing-file",
        "This framework has no track: no file in `tracks/` ends in `.yaml`.\n"
        "Begin one with `ladderc new track specialist --kind specialist --name Specialist`.\n"
        "If the folder was deleted by mistake, `git restore tracks` brings it back.",
        top.at("name"),
    )
