"""What reading says of a text, as lines that a test can compare whole."""

from __future__ import annotations

from ladderc.finding import Finding
from ladderc.sources.document import Data, FileKind
from ladderc.sources.places import locate
from ladderc.sources.read import read_file


def said(content: str | bytes, kind: FileKind = "track") -> list[str]:
    """Each finding as `severity rule line:column-line:column message`, its lines joined by ` / `."""
    return [told(finding, _bytes(content)) for finding in read_file("tracks/x.yaml", kind, _bytes(content))[1]]


def data_of(content: str | bytes) -> Data:
    """The data of a text that reads without a finding."""
    document, findings = read_file("tracks/x.yaml", "track", _bytes(content))
    assert findings == []
    assert document is not None
    return document.data


def told(finding: Finding, content: bytes) -> str:
    """One finding as a line."""
    place = finding.place
    span = place.span or locate(content, [place])[place]
    where = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    return f"{finding.severity.value} {finding.rule} {where} " + finding.message.replace("\n", " / ")


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
