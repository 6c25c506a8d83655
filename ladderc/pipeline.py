"""The stages in order: read, validate, link, judge; then, per audience, redact, judge again, view, render."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ladderc.finding import Finding, Severity
from ladderc.link import link
from ladderc.model.framework import Framework
from ladderc.rules.baseline import compare, finding_of
from ladderc.rules.engine import judge
from ladderc.rules.judgement import Judgement
from ladderc.sources.document import Reading
from ladderc.sources.read import read, without_garbage_collection
from ladderc.validate.entries import broken_waivers, sound_entries
from ladderc.validate.shape import validate

if TYPE_CHECKING:
    from ladderc.review.history import Past
    from ladderc.review.published import Known
    from ladderc.review.review import Review  # a check reviews nothing
    from ladderc.view.view import View  # a check needs no View

PARTS = ("site", "guides", "tables", "data")
"""What a build can make, in the order in which it is made."""


class Checked(NamedTuple):
    """A framework after reading, validation, linking and judging.

    ``faults`` are findings of files; ``framework`` is None where framework.yaml cannot be used.
    ``outdated`` are findings about entries of the baseline; they never stop a build.
    """

    reading: Reading
    faults: tuple[Finding, ...]
    framework: Framework | None
    judgement: Judgement
    outdated: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Faults of files, then entries of the baseline that are out of date, then what the rules found."""
        return self.faults + self.outdated + self.judgement.findings


def check(root: Path, today: datetime.date) -> Checked:
    """Read and judge the framework in a directory, as it stands on a day."""
    return check_reading(read(root), today)


def check_reading(reading: Reading, today: datetime.date) -> Checked:
    """Judge files that were read already, from a disk or from anywhere else."""
    with without_garbage_collection():
        shape = tuple(finding for document in reading.documents for finding in validate(document))
        faulty = frozenset(finding.place.file for finding in shape if finding.severity is Severity.ERROR)
        wrong = [document for document in reading.documents if document.file in faulty]
        linked = link(reading, faulty, today, sound_entries(wrong), broken_waivers(wrong))
        faults = reading.findings + shape + linked.findings
        if linked.framework is None:
            return Checked(reading, faults, None, Judgement(()))
        judgement, gone = compare(linked.framework, judge(linked.framework, today.isoformat()))
    if any(fault.severity is Severity.ERROR for fault in faults):
        gone = ()  # what a broken file hides was not mended
    return Checked(reading, faults, linked.framework, judgement, tuple(finding_of(*one) for one in gone))


def compare_states(before: Checked, after: Checked, today: datetime.date) -> Review:
    """What changed between two states that were checked on one day, and what it means; both can be used."""
    from ladderc.review.review import State, review  # a check reviews nothing

    assert before.framework is not None, "whoever compares refuses what cannot be read"
    assert after.framework is not None, "whoever compares refuses what cannot be read"
    with without_garbage_collection():
        old, new = (State(one.framework, one.judgement) for one in (before, after) if one.framework)
        return review(old, new, today.isoformat())


def past(root: Path, framework: Framework, today: datetime.date, known: Known | None = None) -> tuple[Past, ...]:
    """The framework as each of its releases published it, read from git; a note where one cannot be read.

    ``known`` remembers what was read for the next call.
    """
    from ladderc.review.published import published  # a check knows no past

    return published(root, framework, today, known)


def view(framework: Framework, audience: str, today: datetime.date, history: Sequence[Past] = ()) -> View:
    """What an audience may know of a linked framework and of its past: redacted first, judged and compared after."""
    from ladderc.audience.compile import compile_view  # a check needs no View
    from ladderc.audience.history import History
    from ladderc.audience.redact import redact, rights_of

    seen = redact(framework, audience)
    pay = rights_of(framework, audience) != "public"
    told = History(seen, history, framework, audience, today) if history else None
    return compile_view(seen, judge(seen, today.isoformat(), pay=pay), audience, today, told)


def build(
    shown: View, target: Path, parts: Iterable[str] = PARTS, progress: Callable[[str, int, int], None] | None = None
) -> tuple[Finding, ...]:
    """Write one audience's outputs and put them in the place of ``target`` as a whole, or leave it as it was.

    ``progress`` is called with a part, how many of its pieces are done, and how many there are.
    Findings are notes on what could not be printed as written.
    """
    from ladderc.render.data import build_data  # a check renders nothing
    from ladderc.render.guides import build_guides
    from ladderc.render.site.build import build_site
    from ladderc.render.swap import replaced
    from ladderc.render.tables import build_tables

    report = progress or _silent
    wanted = tuple(parts)
    findings: tuple[Finding, ...] = ()
    with replaced(target) as staging:
        if "site" in wanted:
            build_site(shown, staging)
            report("site", 1, 1)
        public = staging / "site"
        public.mkdir(exist_ok=True)
        if "guides" in wanted:
            findings = build_guides(shown, public, lambda done, total: report("guides", done, total))
        if "tables" in wanted:
            build_tables(shown, public)
        if "data" in wanted:
            build_data(shown, public)
    return findings


def _silent(_part: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""
