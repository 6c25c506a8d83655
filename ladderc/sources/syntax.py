"""Why a file cannot be read as YAML, told from the text around the spot where the parser gave up."""

from __future__ import annotations

from ladderc.finding import Finding
from ladderc.sources import broken_fields, broken_lines, broken_quotes, broken_signs, broken_starts
from ladderc.sources.events import Event, MarkedYAMLError
from ladderc.sources.faults import fault
from ladderc.sources.remedies import remedy
from ladderc.sources.spot import Spot, one
from ladderc.span import Place

# The first that knows the fault names it, so what is most certain comes first.
_LOOKS = (
    broken_signs.merge,
    broken_lines.tab,
    broken_lines.hard_space,
    broken_signs.sign,
    broken_quotes.curly,
    broken_quotes.escape,
    broken_quotes.open_quote,
    broken_starts.after_repeat,
    broken_starts.unusable_start,
    broken_starts.folded,
    broken_starts.dash,
    broken_starts.question,
    broken_starts.after_bracket,
    broken_fields.open_bracket,
    broken_fields.colon,
    broken_fields.no_colon,
    broken_lines.remark,
    broken_lines.indentation,
    broken_lines.after_end,
)


def diagnose(file: str, text: str, error: MarkedYAMLError, last: Event) -> Finding:
    """The one finding on a file that cannot be parsed; ``last`` is the last event before the error."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mark = error.problem_mark or error.context_mark
    begin = error.context_mark or mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    begin_row, begin_column = (begin.line, begin.column) if begin else (row, column)
    spot = Spot(lines, error.problem or "", row, column, error.context or "", begin_row, begin_column, last)
    for look in _LOOKS:
        if diagnosis := look(spot):
            rule, message, span = diagnosis
            return fault(rule, message, Place(file, span=span))._replace(fixes=remedy(file, look, spot, span))
    message = "This line cannot be read.\nIf it holds a sentence, put the sentence in quotes."
    if row >= len(lines):  # the parser counts a line behind the last
        row, column = len(lines) - 1, len(lines[-1])
    return fault("syntax", message, Place(file, span=one(row, column)))
