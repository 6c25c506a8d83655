"""What an editor is shown of files, and asked about them, without an editor: every position exists in the text."""

from __future__ import annotations

from collections.abc import Mapping

from promises import DAY, expect

from ladderc.lsp.cursor import gap, under
from ladderc.lsp.diagnostics import Places, diagnostics
from ladderc.lsp.names import names_in
from ladderc.lsp.positions import Lines
from ladderc.pipeline import check_reading
from ladderc.report.report import make_report
from ladderc.sources.read import read_tree_contents


def seen_in_editor(contents: Mapping[str, bytes]) -> None:
    """Diagnostics in each of the three ways of counting columns; what stands at some spots of each file."""
    texts = {file: content.decode("utf-8", "replace") for file, content in contents.items()}
    checked = check_reading(read_tree_contents(contents), DAY)
    faults = checked.faults + checked.outdated
    report = make_report(checked.reading, faults, checked.framework, checked.judgement, DAY, show_pay=True)
    names_in(checked.reading.documents)
    for units in ("utf-8", "utf-16", "utf-32"):
        lines = {file: Lines(text, units) for file, text in texts.items()}
        places = Places(
            lambda file: f"file:///{file}", lambda file, lines=lines: lines.get(file, Lines("")), "framework.yaml"
        )  # type: ignore[misc]
        shown = diagnostics(report, places, is_file=contents.__contains__, related=True)
        for file, several in shown.items():
            rows = places.lines(file).lines
            for one in several:
                start, end = one.range.start, one.range.end
                expect(0 <= start.line <= end.line < len(rows), "an editor's range is in the text", (file, one.range))
                expect((start.line, start.character) <= (end.line, end.character), "a range ends behind its start", "")
    for text in texts.values():
        whole = Lines(text)
        for row in range(0, len(whole.lines), max(1, len(whole.lines) // 5)):
            for column in (0, len(whole.line(row)) // 2, len(whole.line(row))):
                under(text, row, column)
                gap(whole, row, column)
