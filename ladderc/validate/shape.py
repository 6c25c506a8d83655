"""Validation: one document in, a finding for everything about its shape that is wrong."""

from __future__ import annotations

from ladderc.finding import Finding
from ladderc.sources.document import Document
from ladderc.validate.schemas import errors, fits


def validate(document: Document) -> tuple[Finding, ...]:
    """All faults of a document's shape; empty where it has the shape of its kind of file.

    One mistake is one finding, and many alike are all there up to a limit: folding them is the report's job.
    """
    if fits(document.kind, document.data):
        return ()
    # Imported here because only a file with a fault needs the words for it.
    from ladderc.validate.explain import explain

    return explain(document, errors(document.kind, document.data))
