"""One look at a framework as the editor has it: checked like `check` does, with the names that are in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ladderc.errors import UnreadableError
from ladderc.lsp.names import NOTHING, Names, names_in
from ladderc.model.framework import Framework
from ladderc.pipeline import check_reading
from ladderc.report.report import Report, make_report
from ladderc.sources.document import Document, Reading
from ladderc.sources.read import read_over


class Look(NamedTuple):
    """What was seen; ``reading`` are the files as they were judged.

    ``documents`` and ``framework`` are those of the last look at which they could be made:
    a line half typed must not take every name away.
    ``report`` is None where the folder cannot be read.
    """

    reading: Reading
    report: Report | None
    framework: Framework | None
    documents: Mapping[str, Document]
    names: Names

    @property
    def contents(self) -> Mapping[str, bytes]:
        """The bytes that were judged, by file."""
        return self.reading.contents


NOWHERE = Look(Reading((), (), {}, ()), None, None, {}, NOTHING)


def look(
    root: Path, written: Mapping[str, bytes], today: datetime.date, before: Look = NOWHERE, *, show_pay: bool = True
) -> Look:
    """Check the framework in ``root`` with the texts that are open in the editor in the place of its files."""
    try:
        reading = read_over(root, written, before.reading)
    except UnreadableError:
        return NOWHERE  # renamed or deleted while its files were open
    checked = check_reading(reading, today)
    report = make_report(
        checked.reading,
        checked.faults + checked.outdated,
        checked.framework,
        checked.judgement,
        today,
        show_pay=show_pay,
    )
    kept = {file: document for file, document in before.documents.items() if file in reading.contents}
    documents = {**kept, **{document.file: document for document in reading.documents}}
    documents = {file: documents[file] for file in sorted(documents)}
    return Look(reading, report, checked.framework or before.framework, documents, names_in(documents.values()))
