"""What ladderc promises of any files whatever: asked of each input that a fuzzer makes, and of each that once broke it."""

from __future__ import annotations

import datetime
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

from ladderc.edit.mend import mended
from ladderc.errors import LaddercError
from ladderc.finding import Finding, Severity
from ladderc.model.framework import Framework
from ladderc.pipeline import Checked, check_reading, compare_states, view
from ladderc.report.changes.formats import written as written_changes
from ladderc.report.changes.report import make_change_report
from ladderc.report.formats import FORMATS, written
from ladderc.report.outline.convert import convert
from ladderc.report.report import Report, make_report
from ladderc.report.told import with_consequences
from ladderc.sources.read import read_tree_contents
from ladderc.span import Span

DAY = datetime.date(2026, 11, 21)
Contents = Mapping[str, bytes]

BANNED = re.compile(
    r"\b(propert(?:y|ies)|schemas?|enums?|arrays?|objects?|nulls?|tokens?|mappings?|scalars?|regex(?:es)?|invalid"
    r"|tracebacks?|nonetype|boolean|decimal\(|additionalproperties)\b",
    re.IGNORECASE,
)
"""As in report/test_messages.py."""

QUOTED = re.compile(r"`[^`]*`|“[^”]*”")
REPR = re.compile(
    r"\bDecimal\(|<[\w.]+ object at 0x|\bladderc\.\w+|\bdict_\w+\(|\bNone\b(?! of the \d)|\\x[0-9a-f]{2}|\bfrozenset\("
)
"""What only a programmer could have let through."""


class BrokenPromiseError(AssertionError):
    """A promise that an input breaks; its text begins with the promise, which does not depend on the input."""


def held(contents: Contents, *, whole: bool = True) -> Report:
    """Check files twice and tell the result in every format, with pay and without; returns the report with pay.

    Unless ``whole``, once, and in the two formats that tell most.
    """
    first = checked(contents)
    second = checked(contents) if whole else first
    report = _report(first, show_pay=True)
    for one in (*report.items, *report.waived, *report.baselined):
        for item in with_consequences(one):
            _sound(item.finding, contents)
            _inside(item.finding.place.file, item.span, contents)
            for beside in item.related:
                _inside(beside.file, beside.span, contents)
    if not whole:
        for name in ("text", "json"):
            _reads_back(name, written(name, report))
        return report
    for show_pay in (True, False):
        once, again = (_report(one, show_pay=show_pay) for one in (first, second))
        for name in FORMATS:
            text = written(name, once, every=show_pay)
            expect(text == written(name, again, every=show_pay), f"two runs give the same bytes as {name}", "")
            _reads_back(name, text)
    return report


def held_further(contents: Contents, before: Contents) -> None:
    """Beyond the check: views, the changes since another state, the mends, and each file as facts."""
    state, old = checked(contents), checked(before)
    for content in contents.values():
        convert(content)
    if usable(state):
        assert state.framework is not None
        for audience in ("public", "employees", "hr"):
            view(state.framework, audience, DAY)
        if usable(old):
            changes(old, state)
            changes(state, old)
    fixed(contents)


def changes(before: Checked, after: Checked) -> None:
    """Two states are compared, and what changed is written in every format, the same each time."""
    review = compare_states(before, after, DAY)
    readings = (before.reading, after.reading)
    for show_pay in (True, False):
        report = make_change_report(review, readings, ("before", "after"), DAY, show_pay=show_pay)
        for item in report.changes:
            older = item.change.gone
            _inside(item.change.place.file, item.span, (before if older else after).reading.contents)
        for name in ("text", "json", "markdown", "html"):
            text = written_changes(name, report, every=show_pay)
            expect(text == written_changes(name, report, every=show_pay), f"a review is the same bytes as {name}", "")


def fixed(contents: Contents) -> None:
    """Mending ends, brings no new file, and finds nothing more to do the second time."""
    once = mended(read_tree_contents(contents), DAY)
    expect(set(once.contents) <= set(contents), "a mend makes no file", sorted(once.contents))
    after = {**contents, **once.contents}
    twice = mended(read_tree_contents(after), DAY)
    expect(not twice.contents, "what was mended stays as it is", [(one.rule, one.line) for one in twice.made])


def usable(state: Checked) -> bool:
    """Whether a state can be built and compared."""
    return state.framework is not None and all(fault.severity is not Severity.ERROR for fault in state.faults)


def without_failing(promise: Callable[[], object]) -> None:
    """Call it; what a user can mend may be said by LaddercError."""
    try:
        promise()
    except LaddercError as error:
        expect(str(error).endswith((".", "`", "?")), "an error is told in whole sentences", str(error))


def framework_of(contents: Contents) -> Framework | None:
    """What is linked of files."""
    return checked(contents).framework


def checked(contents: Contents) -> Checked:
    return check_reading(read_tree_contents(contents), DAY)


def _report(state: Checked, *, show_pay: bool) -> Report:
    faults = state.faults + state.outdated
    return make_report(state.reading, faults, state.framework, state.judgement, DAY, show_pay=show_pay)


def _sound(finding: Finding, contents: Contents) -> None:
    """The finding's words are HR's, and none of them is Python's; what the author wrote is left out of the search."""
    for said in filter(None, (finding.message, finding.message_without_pay)):
        ours = QUOTED.sub("", said)
        for word in BANNED.findall(ours) + REPR.findall(ours):
            expect(_written_by_author(word, contents), f"no message of {finding.rule} says {word}", said)
        expect("\n\n" not in said.strip("\n") and said.strip() != "", f"{finding.rule} leaves no line empty", said)


def _written_by_author(word: str, contents: Contents) -> bool:
    return any(word.lower().encode() in content.lower() for content in contents.values())


def _inside(file: str, span: Span, contents: Contents) -> None:
    text = contents.get(file, b"").decode("utf-8-sig", errors="replace")
    lines = re.split(r"\r\n|\r|\n", text)
    where = f"{file} {span}"
    expect(1 <= span.line <= span.end_line <= len(lines), "a finding stands in a line of its file", where)
    expect(1 <= span.column <= len(lines[span.line - 1]) + 1, "a finding begins inside its line", where)
    expect(span[:2] <= span[2:], "a finding ends behind its beginning", where)


def _reads_back(name: str, text: str) -> None:
    text.encode()
    if name in ("json", "gitlab", "sarif"):
        json.loads(text)
    elif name == "junit":
        ET.fromstring(text)


def expect(true: bool, promise: str, found: object) -> None:
    if not true:
        raise BrokenPromiseError(f"{promise}\n{found}")
