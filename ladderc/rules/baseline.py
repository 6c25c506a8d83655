"""The findings that a firm knew when it began: which are still there, and which entries are out of date."""

from __future__ import annotations

from typing import NamedTuple

from ladderc.finding import Finding, Severity, Subject
from ladderc.model.catalogue import BaselineEntry
from ladderc.model.framework import Framework
from ladderc.rules import catalog
from ladderc.rules.judgement import Judgement, Result, outcome_of
from ladderc.rules.phrases import family_name, listed, track_name
from ladderc.span import Place

FILE = "baseline.yaml"
MOST_NAMED = 3
"""Of the things that one finding is about, how many an entry names."""


class Compared(NamedTuple):
    """A judgement in which the known findings are marked, and the entries that name none any more, with why."""

    judgement: Judgement
    outdated: tuple[tuple[BaselineEntry, str], ...]


def compare(framework: Framework, judgement: Judgement) -> Compared:
    """Mark what the baseline knows, and what follows from it; severity and wording play no part.

    An entry whose rule could not be judged is neither: nothing says that it was mended.
    """
    if not framework.baseline:
        return Compared(judgement, ())
    known = frozenset(entry.fingerprint for entry in framework.baseline)
    causes = {finding.fingerprint: finding.because for finding in judgement.findings}
    marked = tuple(_marked(result, known, causes) for result in judgement.results)
    waived = frozenset(finding.fingerprint for finding in judgement.findings if finding.waived)
    present = (causes.keys() - waived) | _unjudged(judgement)
    silent = _silent_rules(judgement)
    outdated = tuple(
        (entry, "a waiver covers it now" if entry.fingerprint in waived else "what it names was mended")
        for entry in framework.baseline
        if entry.fingerprint not in present and (entry.rule, entry.family) not in silent
    )
    return Compared(Judgement(marked), outdated)


def finding_of(entry: BaselineEntry, why: str) -> Finding:
    """The finding that an entry is out of date, at the entry; it says nothing of any figure."""
    about = _one_line(entry.about)
    return Finding(
        "baseline-outdated",
        Severity.ERROR,
        f"The entry for `{_one_line(entry.rule)}` ({about}) is out of date: {why}.\n"
        "Take it out, or type `ladderc baseline prune`.",
        entry.place,
        (Subject(family=entry.family),),
        discriminator=entry.fingerprint,
    )


def entries_for(framework: Framework, judgement: Judgement) -> tuple[BaselineEntry, ...]:
    """What a baseline of today holds: every finding of a rule that counts, once, in the order of the catalogue."""
    counting = {
        finding.fingerprint: finding
        for finding in judgement.findings
        if not finding.waived and not finding.because
    }  # fmt: skip
    return tuple(
        BaselineEntry(
            fingerprint, finding.rule, about(framework, finding.subjects), _family(finding), Place(FILE, (position,))
        )
        for position, (fingerprint, finding) in enumerate(counting.items())
    )


def about(framework: Framework, subjects: tuple[Subject, ...]) -> str:
    """Subjects in words: ``level S5 of Specialist and level M5 of People leadership``."""
    return listed(dict.fromkeys(_words(framework, subject) for subject in subjects), most=MOST_NAMED)


def _words(framework: Framework, subject: Subject) -> str:
    track = framework.tracks.get(subject.track or "")
    family = framework.families.get(subject.family or "")
    within = _one_line(family_name(family)) if family and not family.implied else ""
    if track and subject.level:
        words = f"level {subject.level} of {_one_line(track_name(track))}"
    elif track:
        words = f"track {_one_line(track_name(track))}"
    elif subject.grade:
        words = f"grade {subject.grade} of {within}" if within else f"grade {subject.grade}"
    else:
        words = f"family {within}" if within else "the framework"
    return f"{words} in zone {subject.zone}" if subject.zone else words


def _marked(result: Result, known: frozenset[str], causes: dict[str, str | None]) -> Result:
    finding = result.finding
    if finding is None or finding.waived:
        return result
    chain: list[str] = []
    step: str | None = finding.fingerprint
    while step and step not in chain:
        chain.append(step)
        step = causes.get(step)
    return result._replace(finding=finding._replace(baselined=not known.isdisjoint(chain)))


def _unjudged(judgement: Judgement) -> frozenset[str]:
    """What would have been found of the subjects that could not be judged."""
    return frozenset(result.verdict.fingerprint for result in judgement.results if result.verdict.state == "not-judged")


def _silent_rules(judgement: Judgement) -> frozenset[tuple[str, str | None]]:
    """The rules that could not be judged at all, each with the family."""
    groups: dict[tuple[str, str | None], list[Result]] = {}
    for result in judgement.results:
        rule = result.verdict.rule
        family = result.verdict.family if catalog.load(rule).scope == "family" else None
        groups.setdefault((rule, family), []).append(result)
    return frozenset(which for which, results in groups.items() if outcome_of(results) == "not-judged")


def _family(finding: Finding) -> str | None:
    judged_alone = catalog.load(finding.rule).scope == "family"
    return finding.subjects[0].family if judged_alone and finding.subjects else None


def _one_line(text: str, most: int = 100) -> str:
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
