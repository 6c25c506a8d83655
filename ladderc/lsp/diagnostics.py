"""Findings as an editor shows them: by file, with their range, their weight and the places beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsprotocol import types

from ladderc.finding import Severity
from ladderc.lsp.positions import Lines
from ladderc.report.report import Item, Report
from ladderc.span import Span
from ladderc.wording.printable import printable

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


class Places:
    """How a file of the framework is called in the editor, and its lines; ``home`` is where a folder's findings go."""

    def __init__(self, address: Callable[[str], str], lines: Callable[[str], Lines], home: str) -> None:
        self.address, self.lines, self.home = address, lines, home


def diagnostics(
    report: Report, places: Places, *, is_file: Callable[[str], bool], related: bool
) -> dict[str, list[types.Diagnostic]]:
    """What to show in each file, in the order of ``check``; what is waived or in the baseline is not shown.

    ``related`` says whether the editor can show further places; if not they are named in the message.
    """
    shown: dict[str, list[types.Diagnostic]] = {}
    for item, cause in _each(report.items, None):
        file = item.finding.place.file
        if not is_file(file):
            file = places.home  # an editor has no page for a folder
        shown.setdefault(file, []).append(_diagnostic(item, cause, file, places, related))
    return shown


def _each(items: tuple[Item, ...], cause: Item | None) -> Iterator[tuple[Item, Item | None]]:
    for item in items:
        yield item, cause
        yield from _each(item.consequences, item)


def _diagnostic(item: Item, cause: Item | None, file: str, places: Places, related: bool) -> types.Diagnostic:
    finding = item.finding
    message = printable(finding.message)
    beside = [(one.file, one.span, printable(one.message)) for one in item.related]
    if cause is not None:
        # `check` counts what follows from another finding nowhere; an editor's faintest mark says the same.
        message += f"\nThis follows from {cause.finding.rule}, and goes when that is mended."
        beside.append((cause.finding.place.file, cause.span, f"from this it follows: {cause.finding.rule}"))
    if not related:
        message += "".join(f"\nSee {where}:{span.line}:{span.column} ({why})." for where, span, why in beside)
    here = file == finding.place.file
    span = item.span if here else item.span._replace(line=1, column=1, end_line=1, end_column=1)
    return types.Diagnostic(
        range=_range(places, file, span),
        severity=types.DiagnosticSeverity.Hint if cause else _SEVERITIES.get(finding.severity),
        code=finding.rule,
        source="ladderc",
        message=message,
        related_information=[
            types.DiagnosticRelatedInformation(types.Location(places.address(where), _range(places, where, span)), why)
            for where, span, why in beside
        ]
        if related and beside
        else None,
        data=finding.fingerprint,
    )


def _range(places: Places, file: str, span: Span) -> types.Range:
    lines = places.lines(file)
    return lines.range_of(lines.first_line_of(span))
