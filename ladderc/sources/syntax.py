"""Why a file cannot be read as YAML, told from the text around the spot where the parser gave up."""

from __future__ import annotations

from ladderc.finding import Finding
from ladderc.sources.events import Event, MarkedYAMLError
from ladderc.sources.faults import fault
from ladderc.span import Place, Span


def diagnose(file: str, text: str, error: MarkedYAMLError, last: Event) -> Finding:
    """The one finding on a file that cannot be parsed; ``last`` is the last event before the error."""
    mark = error.problem_mark or error.context_mark
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    return fault("syntax", f"{error.problem}", Place(file, span=span))
