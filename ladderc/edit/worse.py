"""Whether a mend made a framework worse: errors that were not there before, and that the mend did not just uncover."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladderc.edit.edits import Mend
from ladderc.finding import Finding, Severity
from ladderc.link import link
from ladderc.model.framework import Framework
from ladderc.sources.document import Document, Reading
from ladderc.sources.read import read_again
from ladderc.span import Place, Route
from ladderc.validate.shape import validate


class Standing(NamedTuple):
    """A framework between two mends: what was read, and the faults of each file's shape and of the links."""

    reading: Reading
    shape: Mapping[str, tuple[Finding, ...]]
    links: tuple[Finding, ...]
    framework: Framework | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every fault of a file."""
        return (*self.reading.findings, *(one for several in self.shape.values() for one in several), *self.links)

    def unusable(self, file: str) -> bool:
        """Whether a file is left out of linking: it cannot be read, or its shape is wrong."""
        return any(file == broken for broken, _ in self.reading.broken) or _has_errors(self.shape.get(file, ()))


def standing(reading: Reading, today: datetime.date, before: Standing | None = None) -> Standing:
    """How a framework stands; what ``before`` says of documents that are still the same is not worked out again."""
    known: Mapping[str, Document] = {one.file: one for one in before.reading.documents} if before else {}
    shape = {
        one.file: before.shape[one.file] if before and known.get(one.file) is one else validate(one)
        for one in reading.documents
    }
    linked = link(reading, frozenset(file for file, found in shape.items() if _has_errors(found)), today)
    return Standing(reading, shape, linked.findings, linked.framework)


def changed(before: Standing, contents: Mapping[str, bytes], today: datetime.date) -> Standing:
    """How the framework stands with other bytes in some files."""
    return standing(read_again(before.reading, contents), today, before)


def is_worse(before: Standing, after: Standing, mends: Iterable[Mend]) -> bool:
    """Whether the mends left their own finding standing, or brought errors that nothing hid before."""
    made = tuple(mends)
    left = {_name(finding) for finding in after.findings}
    if any(_name(mend.finding) in left for mend in made):
        return True
    files = {mend.finding.place.file for mend in made}
    if any(after.unusable(file) and not before.unusable(file) for file in files):
        return True
    known = {(finding.rule, finding.place) for finding in before.findings}
    new = [one for one in after.findings if one.severity is Severity.ERROR and (one.rule, one.place) not in known]
    shape = {id(one) for file in files for one in after.shape.get(file, ())}
    # What stands in a file that was left out of linking could not be seen.
    seen = tuple(mend for mend in made if not before.unusable(mend.finding.place.file))
    return any(_is_caused(one, seen) for one in new if id(one) not in shape) or any(
        not _is_uncovered(one, before, made) for one in new if id(one) in shape
    )


def _is_uncovered(finding: Finding, before: Standing, mends: tuple[Mend, ...]) -> bool:
    """Whether a fault of shape could not be seen before: the file could not be read, or its field had another name."""
    if finding.place.file not in before.shape:
        return True
    for mend in mends:
        for edit in mend.finding.fixes:
            place = edit.place
            route = (*place.route[:-1], edit.text) if place.on == "key" else place.route
            if place.file == finding.place.file and finding.place.route[: len(route)] == route:
                return True
    return False


def _is_caused(finding: Finding, mends: tuple[Mend, ...]) -> bool:
    """Whether a fault between files has to do with the very thing that was mended.

    A name that leads nowhere was there before, in a part that was left out until now.
    """
    places = [finding.place, *(one.place for one in finding.related)]
    for mend in mends:
        if finding.rule == "unknown-reference" and finding.place != mend.finding.place:
            continue
        if any(_holder(place) == _holder(mend.finding.place) for place in places):
            return True
    return False


def _holder(place: Place) -> tuple[str, Route]:
    """The thing whose field a place is, whether the field holds one value or a list."""
    route = place.route
    while route and isinstance(route[-1], int):
        route = route[:-1]
    return place.file, route[:-1]


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _name(finding: Finding) -> tuple[str, Place, str]:
    return finding.rule, finding.place, finding.message
